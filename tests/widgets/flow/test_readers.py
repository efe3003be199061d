"""Who reads: joining, leaving, cover, and the two signatures without which nothing changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.tell.changes import Difference, Unfit, What
from app.domain.tell.people import Person, PersonId, Role
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.flow.readers_page import Task
from app.flow.rewriter import Rewriter
from tests.readingroom import OTHER, PHRASE, ReadingRoom, room_on
from tests.tells import id_of

NEW = Person(PersonId("0000beef"), "Mr New", "man-dark-calm", frozenset({Role.DSL}))
SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words("it is not nice at home"))

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def room(tmp_path: Path) -> ReadingRoom:
    """Return a live school of seven, of whom four have a passphrase on this PC."""
    return room_on(tmp_path)


def join(room: ReadingRoom, person: Person = NEW) -> None:
    """Let the safeguarding lead, who is signed in, name somebody new, who makes their key."""
    room.desk.readers.begin(Task.PERSON)
    room.desk.readers.name(person)
    room.make(room.desk.readers.key, OTHER)


def test_a_newcomer_reads_what_was_told_before_once_two_have_signed(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    room.at_readers("dsl")
    join(room)
    page = room.desk.readers.page
    (change,) = page.waits
    assert change.what is What.JOINS
    assert [one.id for one in page.signed] == [id_of("dsl")]
    assert page.roster.person(NEW.id) is None
    room.second("headteacher")
    assert room.desk.readers.page.lists.waiting is None
    (case,) = room.cases(NEW.id, OTHER)
    assert case.taps == SAID


def test_a_newcomer_of_whom_a_tell_speaks_has_it_as_if_nothing_more_was_said(
    room: ReadingRoom,
) -> None:
    room.tell(1, Happens(Place.GROWN_UP), Names(NEW.id), *SAID)
    room.tell(2, *SAID)
    room.at_readers("dsl")
    join(room)
    room.second("headteacher")
    newer, older = room.cases(NEW.id, OTHER)
    assert newer.taps == SAID
    assert older.taps == ()
    assert older.first is not None


def test_a_power_cut_in_the_middle_is_made_good_at_the_next_sign_in(room: ReadingRoom) -> None:
    for number in (1, 2, 3):
        room.tell(number, *SAID)
    room.at_readers("dsl")
    join(room)
    room.desk.readers.sign_for(id_of("headteacher"), PHRASE)
    while room.desk.rewriter.share is None or room.desk.rewriter.share < 0.6:
        room.lanes.step()
    assert room.desk.rewriter.share < 1
    room = room.power_cut()
    assert len(room.cases(NEW.id, OTHER)) < 3
    room.desk.staffroom.lock()
    assert room.sign_in(id_of("dsl"))
    assert [one.taps for one in room.cases(NEW.id, OTHER)] == [SAID] * 3


def test_what_was_written_anew_is_not_written_twice(
    room: ReadingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.tell(1, *SAID)
    room.at_readers("dsl")
    join(room)
    room.second("headteacher")
    room = room.power_cut()
    shares: list[float | None] = []
    told = Rewriter._on_written

    def heard(own: Rewriter, *given: object) -> None:
        shares.append(own.share)
        told(own, *given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Rewriter, "_on_written", heard)
    assert room.sign_in(id_of("dsl"))
    assert shares == []


def test_who_asks_cannot_be_the_second_too(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    join(room)
    room.desk.readers.sign()
    room.lanes.work()
    room.second("dsl")
    page = room.desk.readers.page
    assert [one.id for one in page.signed] == [id_of("dsl")]
    assert page.roster.person(NEW.id) is None


def test_the_second_may_sign_another_day_or_take_it_back(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    join(room)
    room = room.power_cut()
    room.at_readers("chair")
    room.desk.readers.drop()
    room.lanes.work()
    assert room.desk.readers.page.waits == ()
    join(room)
    room = room.power_cut()
    room.at_readers("headteacher")
    room.desk.readers.sign()
    room.lanes.work()
    assert room.desk.readers.page.roster.person(NEW.id) is not None


def test_who_does_not_read_changes_nothing(room: ReadingRoom) -> None:
    room.at_readers("computing-lead")
    readers = room.desk.readers
    assert not readers.page.may_sign
    readers.leave(id_of("dsl"))
    readers.cover(on=True)
    readers.let_teachers_see(on=True)
    room.lanes.work()
    assert "Only those who read" in readers.page.fault
    assert readers.page.lists.waiting is None
    room.desk.staffroom.lock()
    room.at_readers("dsl")
    readers.leave(id_of("chair"))
    room.lanes.work()
    room.second("computing-lead")
    assert len(readers.page.signed) == 1


def test_a_wrong_passphrase_signs_nothing_and_costs_what_it_costs_at_the_door(
    room: ReadingRoom,
) -> None:
    room.at_readers("dsl")
    join(room)
    for _ in range(5):
        room.second("headteacher", "wrong")
        assert "not the passphrase" in room.desk.readers.page.fault
    room.second("headteacher")
    assert "Please wait" in room.desk.readers.page.fault
    assert room.desk.readers.page.lists.waiting is not None


def test_who_has_left_gets_no_new_tells_and_no_way_in(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    room.at_readers("dsl")
    room.desk.readers.leave(id_of("headteacher"))
    room.lanes.work()
    assert [one.what for one in room.desk.readers.page.waits] == [What.LEAVES]
    room.second("chair")
    room.tell(2, *SAID)
    assert len(room.records.cases("headteacher")) == 1
    assert len(room.records.cases("dsl")) == 2
    room.desk.staffroom.lock()
    assert not room.sign_in(id_of("headteacher"))


def test_who_leaves_while_signed_in_is_signed_out(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    room.desk.readers.leave(id_of("dsl"))
    room.lanes.work()
    room.second("headteacher")
    assert room.desk.staffroom.signed is None


def test_two_who_may_read_must_be_left(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    readers = room.desk.readers
    people = readers.page.roster.people
    kept = {id_of("dsl"), id_of("headteacher")}
    few = tuple(replace(one, left=one.id not in kept) for one in people)
    listing = readers.page.lists.in_force
    assert listing is not None
    readers._propose(replace(readers.page.roster, people=few))
    room.lanes.work()
    room.second("headteacher")
    readers.leave(id_of("headteacher"))
    room.lanes.work()
    assert readers.page.unfit is Unfit.FEW_HOLDERS
    assert readers.page.lists.waiting is None


def test_one_alone_lets_the_deputies_stand_in(room: ReadingRoom) -> None:
    room.at_readers("headteacher")
    room.desk.readers.cover(on=True)
    room.lanes.work()
    assert room.desk.readers.page.roster.covering
    room.desk.staffroom.lock()
    room.at_readers("chair")
    room.desk.readers.cover(on=False)
    room.lanes.work()
    assert room.desk.readers.page.roster.covering


def test_other_offices_and_what_teachers_see_take_two(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    readers = room.desk.readers
    deputy = readers.page.roster.person(id_of("deputy"))
    assert deputy is not None
    readers.name(replace(deputy, roles=frozenset({Role.DEPUTY, Role.TEACHER}), classes=()))
    room.lanes.work()
    assert [one.what for one in readers.page.waits] == [What.ROLES]
    room.second("headteacher")
    readers.let_teachers_see(on=True)
    room.lanes.work()
    assert readers.page.waits == (Difference(What.TEACHER_SEES, on=True),)
    assert not readers.page.roster.teacher_sees
    room.second("headteacher")
    assert readers.page.roster.teacher_sees


def test_one_change_waits_at_a_time(room: ReadingRoom) -> None:
    room.at_readers("dsl")
    room.desk.readers.let_teachers_see(on=True)
    room.lanes.work()
    room.desk.readers.leave(id_of("chair"))
    room.lanes.work()
    assert "waits already" in room.desk.readers.page.fault
    assert [one.what for one in room.desk.readers.page.waits] == [What.TEACHER_SEES]
