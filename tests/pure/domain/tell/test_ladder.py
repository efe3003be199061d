"""The ladder: one person at a time, until one of them opens it; and two that never touch."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tell.ladder import (
    STEPS,
    Alarm,
    Kind,
    Ladder,
    due,
    first_alarm,
    in_order,
    inner_alarm,
    is_over,
)
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.records import TellId
from app.domain.tell.routing import Routes, circles, first_circle
from app.domain.tell.schooltime import Hours, SchoolTime
from app.domain.tell.taps import Names
from tests.fakes import MORNING

TELL = TellId("7e11" * 4)
A, B, C, D, E = (PersonId(letter * 8) for letter in "abcde")
ALL = frozenset((A, B, C, D, E))
EVERY_MINUTE = Ladder()
WEEK = Ladder(school=SchoolTime((Hours(time(8, 30), time(15, 30)),) * 5))


def alarm(*people: PersonId, since: datetime = MORNING) -> Alarm:
    """Return the alarm of a first press, on a Monday at nine."""
    return Alarm(TELL, Kind.FIRST, people, since)


def after(minutes: float) -> datetime:
    """Return a moment after the press."""
    return MORNING + timedelta(minutes=minutes)


def told(one: Alarm, *people: PersonId) -> Alarm:
    """Return the alarm after people were told."""
    return Alarm(one.tell, one.kind, one.people, one.since, people, one.opened_at)


def person(id_: PersonId, *roles: Role, box_key: bytes = b"k") -> Person:
    """Return somebody who is enrolled."""
    return Person(id_, id_, "", frozenset(roles), box_key=box_key)


ROSTER = Roster(
    1,
    (
        person(A, Role.TEACHER),
        person(B, Role.HEAD),
        person(C, Role.DSL),
        person(D, Role.CHAIR),
        person(E, Role.STAND_IN),
    ),
)


def test_the_first_is_told_at_once() -> None:
    assert due(alarm(A, B), EVERY_MINUTE, ALL, MORNING) == (A,)


@pytest.mark.parametrize(
    ("minutes", "so_far", "now"),
    [(0, (), (A,)), (14, (A,), ()), (15, (A,), (B,)), (30, (A, B), (C,)), (60, (A, B, C), (D,))],
)
def test_each_step_tells_the_next_person(
    minutes: int, so_far: tuple[PersonId, ...], now: tuple[PersonId, ...]
) -> None:
    one = told(alarm(A, B, C, D, E), *so_far)
    assert due(one, EVERY_MINUTE, ALL, after(minutes)) == now


def test_after_the_last_step_nobody_is_told_again() -> None:
    done = told(alarm(A, B, C, D, E), A, B, C, D)
    assert due(done, EVERY_MINUTE, ALL, after(100_000)) == ()
    assert is_over(done, EVERY_MINUTE, ALL)
    assert due(told(alarm(A, B), A, B), EVERY_MINUTE, ALL, after(100_000)) == ()


def test_steps_that_passed_while_the_pc_was_off_come_together() -> None:
    assert due(alarm(A, B, C, D), EVERY_MINUTE, ALL, after(31)) == (A, B, C)
    assert due(told(alarm(A, B, C, D), A), EVERY_MINUTE, ALL, after(31)) == (B, C)


def test_whoever_has_no_address_is_passed_over() -> None:
    assert due(alarm(A, B, C), EVERY_MINUTE, {B, C}, MORNING) == (B,)
    assert due(told(alarm(A, B, C), B), EVERY_MINUTE, {B, C}, after(15)) == (C,)
    assert due(alarm(A, B), EVERY_MINUTE, frozenset(), after(60)) == ()


def test_one_who_gets_an_address_later_is_told_in_their_turn() -> None:
    assert due(told(alarm(A, B, C), B), EVERY_MINUTE, ALL, after(15)) == (A,)


def test_the_first_step_comes_at_night_too_and_the_others_in_school_time() -> None:
    night = MORNING + timedelta(hours=14)
    one = alarm(A, B, C, since=night)
    assert due(one, WEEK, ALL, night) == (A,)
    one = told(one, A)
    opens = MORNING.replace(hour=8, minute=30) + timedelta(days=1)
    assert due(one, WEEK, ALL, opens + timedelta(minutes=14)) == ()
    assert due(one, WEEK, ALL, opens + timedelta(minutes=15)) == (B,)
    assert due(told(one, A, B), WEEK, ALL, opens + timedelta(minutes=30)) == (C,)


def test_over_a_weekend_nobody_further_is_told() -> None:
    friday = MORNING + timedelta(days=4, hours=7)
    one = told(alarm(A, B, since=friday), A)
    assert due(one, WEEK, ALL, friday + timedelta(days=2)) == ()
    assert due(one, WEEK, ALL, friday + timedelta(days=3)) == (B,)


def test_a_clock_that_was_set_back_tells_the_first_nevertheless() -> None:
    assert due(alarm(A, B), EVERY_MINUTE, ALL, after(-600)) == (A,)


def test_it_stops_when_one_of_its_people_opens_it() -> None:
    opened = told(alarm(A, B, C), A).opened(C, after(3))
    assert opened.opened_at == after(3)
    assert due(opened, EVERY_MINUTE, ALL, after(100)) == ()
    assert opened.opened(B, after(9)) is opened, "the first open is what counts"


def test_somebody_else_who_opens_it_does_not_stop_it() -> None:
    one = told(alarm(A, B), A)
    assert one.opened(D, after(3)) is one


def test_people_stand_in_the_order_of_their_roles() -> None:
    assert in_order(ROSTER, ALL) == (C, B, D, E, A)
    assert in_order(ROSTER, (A, B)) == (B, A)
    assert in_order(Roster(1, (person(A), person(B, Role.COMPUTING))), (A, B)) == (B, A)


def test_the_first_ladder_is_the_first_circle_and_the_inner_one_the_rest() -> None:
    first = first_circle(ROSTER, Routes(), None)
    inner = circles(ROSTER, Routes(), None, (Names(B),)).inner
    assert first_alarm(TELL, ROSTER, first, MORNING).people == (C, B)
    chair = inner_alarm(TELL, ROSTER, inner, first, MORNING)
    assert chair is not None
    assert (chair.kind, chair.people) == (Kind.INNER, (D, E))


def test_where_all_of_the_inner_circle_had_the_first_press_there_is_no_second_ladder() -> None:
    assert inner_alarm(TELL, ROSTER, frozenset((B, C)), frozenset((A, B, C)), MORNING) is None


def test_two_kinds_of_one_tell_are_two_alarms() -> None:
    first = first_alarm(TELL, ROSTER, frozenset((C,)), MORNING)
    inner = inner_alarm(TELL, ROSTER, frozenset((D,)), frozenset((C,)), MORNING)
    assert inner is not None
    assert first.key != inner.key


PEOPLE = st.lists(st.sampled_from((A, B, C, D, E)), unique=True)
PAUSES = st.lists(st.integers(0, 40), max_size=12)


@given(PEOPLE, st.sets(st.sampled_from((A, B, C, D, E))), PAUSES)
def test_nobody_is_told_twice_nor_too_early_and_all_in_order(
    people: list[PersonId], reachable: set[PersonId], pauses: list[int]
) -> None:
    one, passed = alarm(*people), 0
    for pause in (0, *pauses):
        passed += pause
        one = told(one, *one.told, *due(one, EVERY_MINUTE, reachable, after(passed)))
        assert len(one.told) <= sum(passed >= step for step in STEPS)
    can = [each for each in people if each in reachable]
    assert list(one.told) == can[: len(one.told)]
    assert len(one.told) == min(len(can), sum(passed >= step for step in STEPS))
