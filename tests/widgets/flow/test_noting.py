"""A file that leaves the record is noted before it does, and again once it stands."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.override import override
from app.domain.tell.attachments import attachments
from app.domain.tell.deeds import Act
from app.domain.tell.erasing import was_exported
from app.domain.tell.taps import About
from app.screens.parts.tell_words import deed_words
from app.store.papers import Papers
from tests import staffroom as records
from tests.tells import id_of
from tests.widgets.screens.holders import live_kiosk
from tests.widgets.screens.test_hand_over import Handed
from tests.widgets.screens.test_tell_files import CHAT, category, go

pytestmark = pytest.mark.usefixtures("qapp")


class NoRoom(Papers):
    """A stick that is full."""

    @override
    def write_new(self, path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def handed(tmp_path: Path) -> Iterator[Handed]:
    """Yield a live kiosk with a stick."""
    with live_kiosk() as live:
        yield Handed(live, tmp_path)


def with_chat(handed: Handed) -> None:
    """Let a file be added to a Tell, whose name is free on the stick."""
    (handed.stick / "chat.png").write_bytes(CHAT)
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.press("Add chat.png")
    (handed.stick / "chat.png").unlink()


def save(handed: Handed) -> None:
    """Begin to save the one file that was added."""
    (one,) = attachments(handed.live.room.case("headteacher"))
    desk = handed.shown.desk.exhibit_desk
    desk.save(one, desk.page.drives[0])


def test_who_locks_before_it_is_noted_that_it_begins_leaves_no_file(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.desk.handing.hand_over()
    lanes = handed.shown.back.lanes
    while Act.EXPORTING.value not in str(handed.shown.desk.handing._noting._note):
        lanes.step()
    handed.shown.desk.staffroom.lock()
    lanes.work()
    assert handed.files == []
    assert len(handed.deeds("dsl", Act.EXPORTING)) == 1


def test_a_power_cut_after_the_file_leaves_what_began_in_the_record(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.desk.handing.hand_over()
    while not handed.files:
        handed.shown.back.lanes.step()
    (path,) = handed.files
    case = handed.live.room.case("headteacher")  # the power goes here
    (deed,) = case.of(Act.EXPORTING)
    assert (deed.about, deed.words, deed.by) == ("pdf", str(path), id_of("dsl"))
    assert not was_exported(case.deeds, id_of("dsl"))


def test_a_stick_that_takes_nothing_is_said_here_and_in_the_record(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.back.takeaway._papers = NoRoom()  # type: ignore[attr-defined]  # a full stick
    handed.shown.press("Write the file")
    assert handed.shown.says("'STICK' is full.")
    case = handed.live.room.case("headteacher")
    assert [len(case.of(act)) for act in (Act.EXPORTING, Act.EXPORTED)] == [1, 0]
    (deed,) = case.of(Act.UNEXPORTED)
    words = deed_words(deed, records.STAFF, handed.shown.back.policy)
    assert "dsl wrote no file: 'STICK' is full." in words


def test_what_failed_after_a_hand_over_takes_nothing_from_it(handed: Handed) -> None:
    handed.begin("dsl")
    handed.shown.press("Write the file")
    handed.shown.back.takeaway._papers = NoRoom()  # type: ignore[attr-defined]  # a full stick
    handed.shown.press("Write the file")
    assert len(handed.deeds("dsl", Act.UNEXPORTED)) == 1
    handed.hold("Hold to ask: headteacher")
    handed.shown.press("Write the file")
    handed.go_as("headteacher")
    handed.hold("Hold to agree and erase")
    assert handed.live.room.cases("dsl") == ()


def test_it_is_noted_before_a_file_is_saved_elsewhere(handed: Handed) -> None:
    with_chat(handed)
    save(handed)
    while not handed.files:
        handed.shown.back.lanes.step()
    (deed,) = handed.deeds("headteacher", Act.EXPORTING)  # the power goes here
    assert deed.words == f"the file 'chat.png' to {handed.stick / 'chat.png'}"


def test_a_second_save_does_not_count_as_noted_by_the_first(handed: Handed) -> None:
    with_chat(handed)
    handed.shown.press("Save to STICK")
    (handed.stick / "chat.png").unlink()
    save(handed)
    handed.step_until_begun()
    handed.fill_the_disk()
    handed.shown.settle()
    assert handed.files == []
    assert handed.shown.says("the disk is full")
    assert handed.shown.desk.exhibit_desk.page.path is None
    assert len(handed.deeds("dsl", Act.ACTION)) == 1
