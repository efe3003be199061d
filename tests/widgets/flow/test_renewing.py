"""A new key of one's own: what was told before is read all the time, while it is written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.tell.taps import Happens, Place, Tap, Words
from tests.readingroom import PHRASE, ReadingRoom, room_on
from tests.tells import id_of

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words("it is not nice at home"))
TELLS = 5

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def room(tmp_path: Path) -> ReadingRoom:
    """Return a live school in which some children have told, and the lead makes a new key."""
    made = room_on(tmp_path)
    for number in range(1, TELLS + 1):
        made.tell(number, *SAID)
    made.at_readers("dsl")
    made.desk.readers.renew_key(PHRASE)
    made.lanes.work()
    made.make(made.desk.readers.key)
    return made


def seen(room: ReadingRoom) -> list[tuple[Tap, ...]]:
    """Return what the list of Tells shows."""
    return [case.taps for case in room.desk.inbox.page.cases]


def test_as_soon_as_the_list_is_in_force_all_of_it_is_read(room: ReadingRoom) -> None:
    room.desk.readers.sign_for(id_of("headteacher"), PHRASE)
    while "force" not in room.desk.readers.page.said:
        room.lanes.step()
    room.desk.inbox.open()
    while not room.desk.inbox.page.cases:
        room.lanes.step()
    signed = room.desk.staffroom.signed
    assert signed is not None
    assert signed.former is not None  # nothing is written yet
    assert seen(room) == [SAID] * TELLS
    room.lanes.work()
    signed = room.desk.staffroom.signed
    assert signed is not None
    assert signed.former is None
    assert seen(room) == [SAID] * TELLS
    assert room.cases(id_of("dsl"))[0].taps == SAID


def test_so_it_is_where_it_comes_into_force_while_they_are_away(room: ReadingRoom) -> None:
    room.at_readers("headteacher")
    room.desk.readers.sign()
    room.lanes.work()
    room.desk.staffroom.lock()
    room.approach(id_of("dsl"))
    room.desk.staffroom.entered.connect(room.desk.inbox.open)
    room.lanes.work()
    assert seen(room) == [SAID] * TELLS


def test_what_is_told_meanwhile_is_read_once_all_is_written(room: ReadingRoom) -> None:
    room.desk.readers.sign_for(id_of("headteacher"), PHRASE)
    room.lanes.work()
    room.tell(TELLS + 1, *SAID)
    assert len(room.cases(id_of("dsl"))) == TELLS + 1
