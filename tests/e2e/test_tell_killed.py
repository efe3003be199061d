"""The kiosk of a live school, killed while a child tells: what was shown as saved is there."""

from __future__ import annotations

import os
import signal
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain.ids import ClassId, PupilId
from app.domain.pin import PinRecord
from app.domain.school import Pupil, School, SchoolClass
from app.domain.tell.cases import Case
from app.domain.tell.taps import About, Comes, Happens, Place, Tap, When, Words, Worry
from app.staff.pin import hashed
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.kiosk import KioskFile
from app.store.schoolfile import SchoolFile
from app.store.vault import FolderVault
from app.tell.reading import read_all
from app.tell.rosterfile import RosterFile
from tests.e2e.desktop import Program, child_of, desktop, until
from tests.e2e.founding import OWN_PIN
from tests.e2e.hands import Mouse
from tests.e2e.journeys import WELCOME, Child
from tests.e2e.telling import SAVED, Teller
from tests.staffroom import keys_of, staffroom

OAKS = SchoolClass(ClassId("c1"), "Oaks")
ZOE = Pupil(PupilId("b1"), "Zoë", "K", OAKS.id, 5, "fox")
HILLSIDE = School("Hillside", "ab" * 32, classes=(OAKS,), pupils=(ZOE,))
CANARY = "zorblequantick"
"""Typed by a child: a word that stands nowhere else."""
WORDS = "Is there more you want to say?"


class Press(NamedTuple):
    """A button of the Tell page, what then stands on the screen, and what is to be kept of it."""

    button: str
    then: str
    tap: Tap | None


YES = Press("Yes please", "What is it about?", None)
PRESSES = (
    YES,
    Press("Somebody is being unkind", "Who or where is it?", About("unkind")),
    Press("Online", "Who would you like to talk with?", Happens(Place.ONLINE)),
    Press("Anyone is fine", "How worried are you?", None),
    Press("Quite worried", "When shall the grown-up come?", Worry(2)),
    Press("Wait until the lesson ends", WORDS, Comes(When.LATER)),
)
LAST = tuple(one for one in PRESSES if one is YES or one.tap is not None)
"""The kill comes upon each of these once."""
KILLS = 5


class LiveSchool:
    """The data folder of a school whose Tell is live, looked into while the kiosk holds it."""

    def __init__(self, root: Path) -> None:
        self.home = Home(root)
        with held(self.home) as cabinet:
            SchoolFile(cabinet).save(HILLSIDE)
            KioskFile(cabinet).keep_pin(PinRecord(hashed(OWN_PIN)))
            staffroom(FolderVault(cabinet, self.home.tell))

    def cases(self) -> tuple[Case, ...]:
        """Return what the safeguarding lead sees, the newest first."""
        vault = FolderVault(Cabinet(self.home), self.home.tell)
        reading = read_all(vault, RosterFile(vault).history(), keys_of("dsl").box_secret)
        assert reading.problems == []
        return reading.files.cases()


class Witness:
    """A child who tells, and remembers all that the screen has said is saved."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.saved: list[Tap] = []
        self.told = False
        self._hand = Mouse(program)

    def sign_in(self) -> None:
        """Go from Welcome to My stars, and open the Tell page."""
        child = Child(self.program, self._hand)
        child.press(WELCOME, "Who are you?")
        child.press("Zoë", "Hello Zoë!")
        child.press("Zoë", "My own answers")  # on My path a place is called Tell, too
        child.press("Tell", "Yes please")
        self.saved, self.told = [], False

    def press(self, step: Press, looks: int | None = None) -> None:
        """Press, and look until it is said to be saved, or only so many times."""
        self._hand.press(step.button)
        done = False

        def look() -> bool:
            nonlocal done
            shown = [one.name for one in self.program.see()]
            # In two looks: one look takes its time, and "Saved" may still be of what was before.
            saved = done and any(SAVED in name for name in shown)
            done = done or step.then in shown
            return saved

        if looks is None:
            until(look, f"'{step.button}' to be saved")
        if looks is None or any(look() for _ in range(looks)):
            self.told = True
            self.saved += [step.tap] if step.tap is not None else []


def killed(program: Program) -> int:
    """Kill the kiosk without a warning; return its process id."""
    dead = program.process
    os.kill(dead, signal.SIGKILL)
    return dead


def back_after(program: Program, dead: int) -> None:
    """Wait until another process shows Welcome."""
    until(lambda: child_of(program.supervisor.pid) not in {None, dead}, "another process")
    program.wait_for(WELCOME)


@pytest.fixture
def school(tmp_path: Path) -> LiveSchool:
    """Return the data folder of a live school."""
    return LiveSchool(tmp_path / "data")


@pytest.fixture
def program(tmp_path: Path, school: LiveSchool) -> Iterator[Program]:
    """Yield its kiosk at Welcome; home, temporary files and caches are folders of their own."""
    with desktop() as screen:
        for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
            folder = tmp_path / "account" / name.lower()
            folder.mkdir(parents=True, mode=0o700)
            screen.environment[name] = str(folder)
        started = Program(screen, school.home.root)
        started.wait_for(WELCOME)
        yield started


def test_killed_while_a_child_tells_it_keeps_all_it_has_shown_as_saved(
    program: Program, school: LiveSchool
) -> None:
    child, before = Witness(program), 0
    assert len(LAST) == KILLS
    for kill, last in enumerate(LAST):
        child.sign_in()
        for step in PRESSES[: PRESSES.index(last)]:
            child.press(step)
            if step is YES:  # what the kill before had left is in the record by now
                before = len(school.cases()) - 1
        child.press(last, looks=kill % 3)
        back_after(program, killed(program))
        if child.told:
            also = [[*child.saved, last.tap]] if last.tap is not None else []
            expect_told(school, before, [child.saved, *also])
    assert child.told


def expect_told(school: LiveSchool, before: int, may: Sequence[Sequence[Tap]]) -> None:
    """See one Tell more than before, that says one of these; fail with what it says instead."""
    found: list[list[Tap]] = []

    def told() -> bool:
        cases = school.cases()
        found[:] = [list(one.taps) for one in cases[: len(cases) - before]]
        return len(found) == 1 and found[0] in may

    try:
        until(told, f"a Tell of {may}")
    except AssertionError as fault:
        raise AssertionError(f"{fault}; there is {found}") from None


def spellings(word: str) -> Iterator[bytes]:
    """Yield how a word may stand in a file."""
    for code in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = word.encode(code)
        yield plain
        yield plain.hex().encode()
        for shift in range(3):  # in the midst of base64 a word begins at one of three places
            whole = b64encode(b"\0" * shift + plain)
            yield whole[4 if shift else 0 : len(whole) // 4 * 4 - 4]


def holding(word: str, *folders: Path) -> list[Path]:
    """Return the files below these folders that hold a word, spelt in any of those ways."""
    ways = tuple(spellings(word))
    files = [one for folder in folders for one in folder.rglob("*") if one.is_file()]
    return [one for one in files if any(way in one.read_bytes() for way in ways)]


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("before", [b"", b"a", b"ab"])
@pytest.mark.parametrize("written", [bytes, lambda plain: plain.hex().encode(), b64encode])
def test_a_word_in_a_file_would_be_found(
    code: str, before: bytes, written: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "trace"
    file.write_bytes(written(before + f"{CANARY}!".encode(code)))
    assert holding(CANARY, tmp_path) == [file]


def limit_of_dumps(process: int) -> list[str]:
    """Return how large a core dump of a process may be, now and at most."""
    limits = Path(f"/proc/{process}/limits").read_text(encoding="utf-8").splitlines()
    return next(line for line in limits if line.startswith("Max core file size")).split()[4:6]


def test_a_childs_words_stand_in_no_file_whenever_it_is_killed(
    program: Program, school: LiveSchool, tmp_path: Path
) -> None:
    child, hand = Witness(program), Mouse(program)
    for kept in (False, True):
        assert limit_of_dumps(program.process) == ["0", "0"]
        child.sign_in()
        for step in PRESSES:
            child.press(step)
        hand.write("Your own words", CANARY)
        if kept:
            child.press(Press("Keep my words", "Thank you for telling", Words(CANARY)))
        dead = killed(program)
        assert holding(CANARY, tmp_path) == []
        back_after(program, dead)
        expect_told(school, int(kept), [child.saved])
        assert holding(CANARY, tmp_path) == []
    Teller(program, hand).tell()  # what is kept of a Tell goes on after all this
    assert holding(CANARY, tmp_path) == []
