"""Files of a Tell: added from a stick, saved elsewhere, taken out; never to private pictures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.tell.attachments import attachments
from app.domain.tell.deeds import Act
from app.domain.tell.taps import About, Happens, Names, Place, Tap
from app.tell.verify import verify
from tests.tells import id_of, tell_id
from tests.widgets.screens.holders import live_kiosk
from tests.widgets.screens.test_hand_over import TELL, Handed

pytestmark = pytest.mark.usefixtures("back")
CHAT = b"\x89PNG the chat"


@pytest.fixture
def handed(tmp_path: object) -> Iterator[Handed]:
    """Yield a live kiosk with a stick on which a picture of a chat is."""
    with live_kiosk() as live:
        made = Handed(live, tmp_path)  # type: ignore[arg-type]  # pytest's own path
        (made.stick / "chat.png").write_bytes(CHAT)
        yield made


def go(handed: Handed, name: str, *taps: Tap) -> None:
    """Let a child tell, and somebody stand at the files of it."""
    handed.live.tell(1, *taps)
    handed.live.sign_in(name)
    handed.shown.settle()
    handed.shown.go("tell-files", TELL)


def category(handed: Handed, *, attach: bool) -> str:
    """Return a category to which files may be added, or not."""
    policy = handed.shown.back.policy
    found = (one for one in policy.categories if one.checklist.attachments is attach)
    return next(found).id


def test_a_file_is_added_saved_elsewhere_and_taken_out(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    assert handed.shown.says("No file was added.")
    handed.shown.press("Add chat.png")
    (one,) = attachments(handed.live.room.case("headteacher"))
    assert one.name == "chat.png"
    (handed.stick / "chat.png").unlink()
    handed.shown.press("Save to STICK")
    assert (handed.stick / "chat.png").read_bytes() == CHAT
    assert handed.shown.says("Written, and noted in the record")
    assert "saved the file 'chat.png'" in handed.deeds("dsl", Act.ACTION)[0].words
    handed.shown.press("Take out")
    assert handed.shown.says("No file was added.")
    assert len(handed.deeds("dsl", Act.DETACHED)) == 1
    assert verify(handed.live.room.vault).sound


def test_to_private_pictures_nothing_can_be_added_and_the_steps_stand_there(
    handed: Handed,
) -> None:
    go(handed, "dsl", About("private-pictures"))
    assert not handed.shown.has("Add chat.png")
    assert handed.shown.says("do not look, copy, print, share or save")
    steps = handed.shown.back.policy.checklist("private-pictures")
    assert steps is not None
    assert handed.shown.says(steps.steps[0].words)
    handed.shown.desk.exhibit_desk.add(handed.stick / "chat.png")
    handed.shown.settle()
    assert handed.deeds("dsl", Act.ATTACHED) == ()


def test_who_is_spoken_of_sees_no_file_of_those_who_read_on(handed: Handed) -> None:
    about = About(category(handed, attach=True))
    go(handed, "headteacher", about, Happens(Place.GROWN_UP), Names(id_of("dsl")))
    if handed.shown.has("Add chat.png"):
        handed.shown.press("Add chat.png")
    handed.live.lock()
    handed.live.sign_in("dsl")
    handed.shown.settle()
    handed.shown.go("tell-files", TELL)
    assert handed.shown.says("No file was added.")
    assert not handed.shown.has("Take out")


def test_a_file_that_is_gone_is_said(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    (handed.stick / "chat.png").unlink()
    handed.shown.press("Add chat.png")
    assert handed.shown.says("Chat.png cannot be read") or handed.shown.says("cannot be read")
    handed.shown.press("Look again")
    assert handed.shown.says("No file was found")


def test_the_way_back_leads_to_the_tell(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.press("Back to the Tell")
    assert handed.shown.page.name == "tell-case"


def test_who_locks_while_a_file_is_saved_leaves_none_that_is_not_noted(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.press("Add chat.png")
    (one,) = attachments(handed.live.room.case("headteacher"))
    (handed.stick / "chat.png").unlink()
    desk, lanes = handed.shown.desk, handed.shown.back.lanes
    desk.exhibit_desk.save(one, desk.exhibit_desk.page.drives[0])
    desk.staffroom.lock()
    lanes.work()
    assert not (handed.stick / "chat.png").exists()
    assert handed.deeds("dsl", Act.ACTION) == ()


def test_a_saved_file_that_cannot_be_noted_is_taken_back(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.press("Add chat.png")
    (handed.stick / "chat.png").unlink()
    handed.fill_the_disk()
    handed.shown.press("Save to STICK")
    assert not (handed.stick / "chat.png").exists()
    assert handed.shown.says("the disk is full")
    assert not handed.shown.says("Written")


def test_a_file_of_the_same_name_on_the_stick_is_left_alone(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.press("Add chat.png")
    own = handed.stick / "chat.png"
    own.write_bytes(b"somebody's own")
    handed.shown.press("Save to STICK")
    assert own.read_bytes() == b"somebody's own"
    assert (handed.stick / "chat (2).png").read_bytes() == CHAT
    assert handed.shown.says("chat (2).png")
    handed.fill_the_disk()
    handed.shown.press("Save to STICK")
    assert own.read_bytes() == b"somebody's own"
    assert not (handed.stick / "chat (3).png").exists()


def test_a_file_goes_to_the_tell_it_was_added_to_whatever_is_looked_at_meanwhile(
    handed: Handed,
) -> None:
    handed.live.tell(2)
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.desk.exhibit_desk.add(handed.stick / "chat.png")
    handed.shown.desk.inbox.look_at(tell_id(2))
    handed.shown.back.lanes.work()
    found = {one.tell: attachments(one) for one in handed.live.room.cases("headteacher")}
    assert [one.name for one in found[TELL]] == ["chat.png"]
    assert found[tell_id(2)] == ()


def test_a_file_that_is_added_while_somebody_else_signs_in_is_nobodys(handed: Handed) -> None:
    go(handed, "dsl", About(category(handed, attach=True)))
    handed.shown.desk.exhibit_desk.add(handed.stick / "chat.png")
    late = handed.shown.back.lanes.hold_back()
    handed.go_as("headteacher")
    late()
    handed.shown.back.lanes.work()
    assert attachments(handed.live.room.case("headteacher")) == ()
