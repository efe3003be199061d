"""Hand over: a file on a stick, noted before it is said; then two erase, here or one later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import pyrage
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.bootstrap.takeaway import FileTakeaway
from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.desk import Seed
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.kit.hold_button import HoldButton
from app.store.papers import Papers
from app.tell.verify import verify
from tests.tells import CANARY, id_of, tell_id
from tests.widgets.screens.holders import Live, live_kiosk

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))
ABOUT_DSL: tuple[Tap, ...] = (Words(CANARY), Happens(Place.GROWN_UP), Names(id_of("dsl")))
PHRASE = "kite moon cake owl rain"
TELL = tell_id(1)


@dataclass
class Handed:
    """A live kiosk with a stick."""

    live: Live
    folder: Path
    within: bool = True

    def __post_init__(self) -> None:
        self.stick = self.folder / "STICK"
        self.stick.mkdir()
        self.shown = self.live.shown
        documents = self.folder / "Documents"
        self.shown.back.takeaway = FileTakeaway(
            Papers(), self.sticks, lambda: documents, lambda: documents
        )
        self.shown.desk.door.tries.take(None)

    def sticks(self) -> Iterator[tuple[Path, str]]:
        """Yield the stick while it is in."""
        if self.within:
            yield self.stick, "STICK"

    def begin(self, name: str, *taps: Tap) -> None:
        """Let a child tell, and somebody stand at the hand-over of it."""
        self.live.tell(1, *(taps or SAID))
        self.go_as(name)

    def go_as(self, name: str) -> None:
        """Let somebody stand at the hand-over."""
        self.live.lock()
        self.live.sign_in(name)
        self.shown.settle()
        self.shown.go("tell-hand-over", TELL)

    @property
    def files(self) -> list[Path]:
        """What stands on the stick."""
        return sorted(self.stick.iterdir())

    def deeds(self, name: str, act: Act) -> tuple[Deed, ...]:
        """Return what the record holds of one kind for somebody."""
        return self.live.room.case(name).of(act)

    def fill_the_disk(self) -> None:
        """Let the record keep no deed any more."""

        class Full:
            @override
            def __getattribute__(self, name: str) -> object:
                if name == "add":
                    raise StoreFault("tell/chains: the disk is full")
                return getattr(whole, name)

        whole = self.shown.back.staff_desk
        self.shown.back.staff_desk = Full()  # type: ignore[assignment]  # adds nothing

    def step_until_begun(self) -> None:
        """Go on until the record says that a file is about to be written; it is not yet."""
        begun = len(self.deeds("dsl", Act.EXPORTING))
        while len(self.deeds("dsl", Act.EXPORTING)) == begun:
            self.shown.back.lanes.step()
        assert self.files == []

    def hold(self, name: str) -> None:
        """Hold a button until it acts."""
        button = self.shown.button(name)
        assert isinstance(button, HoldButton)
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        button._second.timeout.emit()
        self.shown.settle()

    def type_in(self, name: str, words: str) -> None:
        """Type into a field."""
        field = self.shown.field(name)
        field.setFocus()
        QTest.keyClicks(field, words)

    def give(self, phrase: str) -> None:
        """Give the passphrase of who is asked."""
        self.type_in("Passphrase", phrase)
        self.shown.press("Agree: headteacher")


pytestmark = pytest.mark.usefixtures("back")


@pytest.fixture
def handed(tmp_path: Path) -> Iterator[Handed]:
    """Yield a live kiosk with a stick."""
    with live_kiosk() as live:
        yield Handed(live, tmp_path)


def test_a_pdf_goes_to_the_stick_and_the_record_says_where_before_the_page_does(
    handed: Handed,
) -> None:
    handed.begin("dsl")
    assert handed.shown.button("STICK").isChecked()
    handed.shown.press("Write the file")
    (path,) = handed.files
    assert path.read_bytes().startswith(b"%PDF")
    (deed,) = handed.deeds("headteacher", Act.EXPORTED)
    assert (deed.about, deed.words, deed.by) == ("pdf", str(path), id_of("dsl"))
    assert handed.shown.says(f"Written, and noted in the record: {path}")


def test_json_is_written_with_keys_alone(handed: Handed) -> None:
    handed.begin("dsl")
    for name in ("JSON", "Write the file"):
        for _ in range(60):
            now = QApplication.focusWidget()
            if isinstance(now, QAbstractButton) and now.accessibleName() == name:
                break
            handed.shown.key(Qt.Key.Key_Tab)
        handed.shown.key(Qt.Key.Key_Space)
    (path,) = handed.files
    assert CANARY in path.read_text(encoding="utf-8")
    assert handed.deeds("dsl", Act.EXPORTED)[0].about == "json"


def test_a_sealed_file_wants_the_passphrase_twice(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.press("Sealed")
    handed.type_in("Passphrase for the file", PHRASE)
    handed.shown.press("Seal and write the file")
    assert handed.shown.says("The two passphrases are not the same.")
    assert handed.files == []
    handed.type_in("The same once more", PHRASE)
    handed.shown.press("Seal and write the file")
    (path,) = handed.files
    assert pyrage.passphrase.decrypt(path.read_bytes(), PHRASE).startswith(b"%PDF")
    assert handed.deeds("dsl", Act.EXPORTED)[0].about == "sealed"


def test_a_public_key_that_is_none_is_said_and_the_right_one_taken(handed: Handed) -> None:
    own = pyrage.x25519.Identity.generate()
    handed.begin("dsl")
    handed.shown.press("Sealed")
    handed.type_in("Or their public key (age1 ...)", "age1x")
    handed.shown.press("Seal and write the file")
    assert handed.shown.says("This is no public key of age")
    handed.shown.press("PDF")
    handed.shown.press("Sealed")
    handed.type_in("Or their public key (age1 ...)", str(own.to_public()))
    handed.shown.press("Seal and write the file")
    assert pyrage.decrypt(handed.files[0].read_bytes(), [own]).startswith(b"%PDF")


def test_a_stick_that_was_pulled_out_is_said_and_nothing_is_noted(handed: Handed) -> None:
    handed.begin("dsl")
    handed.within = False
    handed.shown.press("Write the file")
    assert handed.shown.says("'STICK' is gone. Plug it in again")
    assert handed.deeds("dsl", Act.EXPORTED) == ()
    handed.shown.press("Look again")
    assert not handed.shown.has("STICK")
    assert handed.shown.says("No removable drive is in.")


def test_this_pcs_own_disk_is_marked_and_chosen_by_hand_only(handed: Handed) -> None:
    handed.within = False
    handed.begin("dsl")
    handed.shown.press("Write the file")
    assert handed.shown.says("Please choose a place for the file first.")
    note = handed.shown.button("Documents").accessibleDescription()
    assert "move it away soon" in note
    handed.shown.press("Documents")
    handed.shown.press("Write the file")
    assert len(list((handed.folder / "Documents").iterdir())) == 1


def test_a_file_that_cannot_be_noted_is_taken_back(handed: Handed) -> None:
    handed.begin("dsl")

    handed.fill_the_disk()
    handed.shown.press("Write the file")
    assert handed.files == []
    assert handed.shown.says("the disk is full")
    assert not handed.shown.says("Written")


def test_who_locks_while_the_file_is_written_leaves_none_that_is_not_noted(
    handed: Handed,
) -> None:
    handed.begin("dsl")
    handed.shown.desk.handing.hand_over()
    handed.step_until_begun()
    handed.shown.desk.staffroom.lock()
    handed.shown.back.lanes.work()
    assert handed.files == []
    assert handed.deeds("dsl", Act.EXPORTED) == ()


def test_without_a_file_nothing_is_erased(handed: Handed) -> None:
    handed.begin("dsl")
    assert handed.shown.says("First hand it over")
    assert not handed.shown.has("Hold to ask: headteacher")


def test_the_other_agrees_at_the_next_sign_in_and_the_tell_is_gone(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.hold("Hold to ask: headteacher")
    assert handed.shown.says("headteacher is asked, and sees it here at the next sign-in.")
    handed.go_as("headteacher")
    assert [one.tell for one in handed.shown.desk.erasures.page.waiting] == [TELL]
    assert handed.shown.says("dsl asks you to agree to erase this Tell.")
    assert handed.shown.says("What goes, for good: the press, what was said")
    handed.hold("Hold to agree and erase")
    assert handed.shown.page.name == "tells"
    assert handed.shown.desk.inbox.page.cases == ()
    assert handed.live.room.cases("dsl") == handed.live.room.cases("headteacher") == ()
    assert verify(handed.live.room.vault).sound
    assert len(handed.files) == 1


def test_who_reads_on_hears_that_what_was_said_stays_when_one_asks_who_does_not(
    handed: Handed,
) -> None:
    handed.begin("dsl", *ABOUT_DSL)
    handed.shown.press("Write the file")
    assert not handed.shown.says("stays with those who read on")
    handed.hold("Hold to ask: headteacher")
    assert not handed.shown.says("stays with those who read on")
    handed.go_as("headteacher")
    assert handed.shown.says("What was said after the press stays with those who read on.")
    handed.hold("Hold to agree and erase")
    assert handed.live.room.cases("dsl") == ()
    assert handed.live.room.case("headteacher").taps == ABOUT_DSL


def test_a_tap_alone_asks_nobody(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.shown.press("Hold to ask: headteacher")
    assert handed.deeds("dsl", Act.ERASING) == ()


def test_the_other_agrees_on_the_spot_with_their_passphrase(handed: Handed) -> None:
    seed = Seed(blake2b(b"headteacher", digest_size=32, person=b"seeds").digest())
    handed.shown.back.staff_desk.keep_key(id_of("headteacher"), seed, PHRASE)
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.hold("Hold to ask: headteacher")
    handed.give("wrong")
    assert handed.shown.says("That is not the passphrase.")
    assert not handed.shown.has("Hold to erase it now")
    handed.give(PHRASE)
    assert handed.shown.says("headteacher is here and agrees."), (
        handed.shown.texts(),
        handed.shown.desk.erasures.page,
    )
    handed.hold("Hold to erase it now")
    assert handed.shown.page.name == "tells"
    assert handed.live.room.cases("dsl") == ()
    assert verify(handed.live.room.vault).sound


def test_leaving_the_page_forgets_the_key_of_the_other(handed: Handed) -> None:
    seed = Seed(blake2b(b"headteacher", digest_size=32, person=b"seeds").digest())
    handed.shown.back.staff_desk.keep_key(id_of("headteacher"), seed, PHRASE)
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.hold("Hold to ask: headteacher")
    handed.give(PHRASE)
    handed.shown.press("Back to the Tell")
    handed.shown.go("tell-hand-over", TELL)
    assert not handed.shown.has("Hold to erase it now")
    assert handed.shown.desk.erasures._other is None


def test_leaving_while_it_is_tried_forgets_it_too(handed: Handed) -> None:
    seed = Seed(blake2b(b"headteacher", digest_size=32, person=b"seeds").digest())
    handed.shown.back.staff_desk.keep_key(id_of("headteacher"), seed, PHRASE)
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.hold("Hold to ask: headteacher")
    erasures, lanes = handed.shown.desk.erasures, handed.shown.back.lanes
    head = handed.live.room.lists.reach().roster.person(id_of("headteacher"))
    assert head is not None
    erasures.unlock(head, PHRASE)
    erasures.leave()
    lanes.work()
    assert (erasures._other, erasures.page.here, erasures.page.busy) == (None, None, False)


def test_what_two_erase_who_read_on_leaves_the_press_and_says_so(handed: Handed) -> None:
    handed.begin("headteacher", *ABOUT_DSL)
    handed.shown.press("Write the file")
    assert handed.shown.says("The first press itself stays with those who got it.")
    handed.hold("Hold to ask: chair")
    handed.go_as("chair")
    handed.hold("Hold to agree and erase")
    assert handed.live.room.cases("chair") == ()
    (left,) = handed.live.room.cases("dsl")
    assert left.taps == ()
    assert verify(handed.live.room.vault).sound
    handed.go_as("headteacher")
    assert handed.shown.desk.erasures.page.asked == ()


def test_who_is_spoken_of_is_offered_what_they_would_be_had_the_child_stopped(
    handed: Handed,
) -> None:
    handed.begin("dsl", *ABOUT_DSL)
    handed.shown.press("Write the file")
    assert CANARY.encode() not in handed.files[0].read_bytes()
    assert handed.shown.has("Hold to ask: headteacher")
    assert not handed.shown.says("chair")
