"""The power goes at any moment of two Tells: what was acknowledged is there, nothing is half."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.taps import Happens, Place, Tap, Words, Worry
from app.tell.journal import KioskJournal
from tests.power import Files, MemoryDisk, copy_of
from tests.tells import (
    CANARY,
    SAID,
    Broken,
    View,
    folder,
    kiosk,
    press,
    read_by,
    say,
    tell_id,
)

EVERY = 300
"""Of what was being written every so manieth prefix is tried."""
STATES = 14
"""So many states at random after each thing done to the disk, besides the two at the ends."""
TELLS: tuple[tuple[Tap, ...], ...] = (SAID, (Happens(Place.HOME), Worry(3), Words(CANARY)))
ESCROW, HEAD, DSL = "escrow", "headteacher", "dsl"


@dataclass
class Told:
    """What was acknowledged by now: for each Tell how many of its taps; and whether one is begun.

    ``begun`` is the tap that is just being kept: it may be found, or not.
    """

    taps: dict[int, int] = field(default_factory=dict)
    begun: tuple[int, int] | None = None

    def copy(self) -> Told:
        """Return it as it is now."""
        return Told(dict(self.taps), self.begun)

    def possible(self, number: int) -> set[int | None]:
        """Return how many taps of a Tell may be found; None: not even the first press."""
        found: set[int | None] = {self.taps.get(number)}
        if self.begun is not None and self.begun[0] == number:
            found.add(self.begun[1])
        return found


def tell_all(journal: KioskJournal, told: Told) -> None:
    """Tell both Tells, noting each acknowledgement."""

    for number, taps in enumerate(TELLS):
        for count in range(len(taps) + 1):
            told.begun = number, count
            if count:
                say(journal, number, taps[:count])
            else:
                press(journal, number)
            told.taps[number], told.begun = count, None
            if count % 2 == 0:
                journal.settle()
        journal.end(tell_id(number))
        journal.settle()


def states(disk: MemoryDisk, told: Told, act: Callable[[], None]) -> list[tuple[Files, Told]]:
    """Return states of the disk after a cut at each moment, with what was acknowledged by then."""
    seen: dict[frozenset[tuple[Path, bytes]], tuple[Files, Told]] = {}
    chance = Random(7)

    def look() -> None:
        for files in disk.some_after_a_cut(STATES, chance):
            seen[copy_of(files)] = files, told.copy()

    disk.watch = look
    act()
    disk.watch = lambda: None
    return list(seen.values())


def taps_found(views: dict[str, View], number: int) -> int | None:
    """Return how many taps of a Tell are there; all that is there must be readable as it should."""
    if not views:
        return None
    escrow = views[ESCROW]
    assert len(escrow.firsts) == 1
    assert len(escrow.letters) == 2
    assert len(escrow.notices) == 1
    said = [*escrow.taps]
    assert tuple(said) == TELLS[number][: len(said)]
    reads_on = {name for name in (HEAD, DSL) if views[name].taps}
    may = {0: (HEAD, DSL), 1: (HEAD, DSL), 2: (), 3: (HEAD,)}
    wanted = may.get(len(said), (HEAD,)) if number == 0 else (HEAD, DSL)
    assert reads_on == (set(wanted) if said else set())
    for name in (HEAD, DSL):
        assert len(views[name].firsts) == len(views[name].letters) == 1
        assert views[name].taps in ([], said)
    return len(said)


def examine(files: Files, told: Told) -> MemoryDisk:
    """Open what is left as the program does; look for all that was acknowledged."""
    disk = MemoryDisk(files, every=EVERY)
    mend(kiosk(folder(disk)))
    check(disk, told)
    return disk


def mend(journal: KioskJournal) -> None:
    """Put all in its place as a start does, and let it go as when staff are being told."""
    journal.ready()
    journal.let_go()


def check(disk: MemoryDisk, told: Told) -> None:
    """Look for all that was acknowledged; nothing is named twice, nothing is half."""
    vault = folder(disk)
    found = {name: read_by(vault, name) for name in (ESCROW, HEAD, DSL)}
    for number in range(len(TELLS)):
        views = {
            name: tells[tell_id(number)]
            for name, tells in found.items()
            if tell_id(number) in tells
        }
        assert taps_found(views, number) in told.possible(number)
    assert vault.read("intake") == b""
    assert CANARY.encode() not in b"".join(disk.files.values())


def all_states() -> list[tuple[Files, Told]]:
    """Return what may be left of two Tells at any moment."""
    disk, told = MemoryDisk(every=EVERY), Told()
    return states(disk, told, lambda: tell_all(kiosk(folder(disk)), told))


def test_all_that_was_acknowledged_is_there_after_a_cut_at_every_moment() -> None:
    found = all_states()
    assert len(found) > 600
    for files, told in found:
        examine(files, told)


def test_a_second_cut_while_the_first_is_mended_loses_nothing_either() -> None:
    chance = Random(11)
    for files, told in chance.sample(all_states(), 8):
        disk = MemoryDisk(files, every=EVERY)
        again = states(disk, told, partial(mend, kiosk(folder(disk))))
        assert again
        for left, _ in chance.sample(again, min(8, len(again))):
            examine(left, told)


def test_what_a_start_recovered_is_recovered_again_until_staff_are_told() -> None:
    chance, some = Random(17), 0
    for files, told in chance.sample(all_states(), 20):
        disk = MemoryDisk(files, every=EVERY)
        found = kiosk(folder(disk)).recovered()
        again = kiosk(folder(disk))
        assert again.recovered() == found
        press(again, 9)
        again.end(tell_id(9))
        again.settle()
        last = kiosk(folder(disk))
        assert set(found) <= set(last.recovered())
        last.let_go()
        assert kiosk(folder(disk)).recovered() == ()
        check(disk, told)
        some += bool(found)
    assert some > 10


def test_after_a_cut_it_goes_on_telling() -> None:
    chance = Random(13)
    for files, told in chance.sample(all_states(), 20):
        disk = MemoryDisk(files)
        journal = kiosk(folder(disk))
        mend(journal)
        press(journal, 9)
        journal.end(tell_id(9))
        journal.settle()
        check(disk, told)
        assert len(read_by(folder(disk), DSL)[tell_id(9)].firsts) == 1


def test_what_a_killed_program_had_not_synced_is_safe_before_the_intake_is_emptied() -> None:
    """Killed, started again, and only then the power goes: the chain was in the cache till then."""
    for number in range(0, 400, 3):
        disk, told = MemoryDisk(every=EVERY), Told()
        if not killed_at(number, disk, told):
            assert number > 100
            return
        mend(kiosk(folder(disk)))
        for files in disk.some_after_a_cut(2, Random(number)):
            examine(files, told)


class Killed(Exception):
    """The program was killed."""


def killed_at(number: int, disk: MemoryDisk, told: Told) -> bool:
    """Tell until the n-th thing is done to the disk; say whether there was an n-th."""
    left = [number]

    def count() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    disk.watch = count
    try:
        tell_all(kiosk(folder(disk)), told)
    except Killed:
        return True
    finally:
        disk.watch = lambda: None
    return False


class ForgetfulDisk(MemoryDisk):
    """Leaves out one step of the recipe, to show that this model would notice."""

    def __init__(self, left_out: str) -> None:
        super().__init__(every=EVERY)
        self._left_out = left_out

    @override
    def sync(self, file: int) -> None:
        if self._left_out != "sync":
            super().sync(file)

    @override
    def sync_folder(self, folder: Path) -> None:
        if self._left_out != "sync_folder":
            super().sync_folder(folder)


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
def test_the_model_catches_a_recipe_without_its_syncs(left_out: str) -> None:
    disk, told = ForgetfulDisk(left_out), Told()
    found = states(disk, told, lambda: tell_all(kiosk(folder(disk)), told))
    assert any(is_amiss(files, said) for files, said in found[-50:])


def is_amiss(files: Files, told: Told) -> bool:
    """Tell whether something that was acknowledged is not found."""
    try:
        examine(files, told)
    except (AssertionError, Broken, KeyError, StoreFault):
        return True
    return False
