"""The ladder: rung by rung, until one who can opens it; and two ladders that never touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tell.ladder import (
    Alarm,
    Kind,
    Step,
    broken_off_alarm,
    due,
    first_alarm,
    in_order,
    inner_alarm,
    is_over,
    wanted_alarm,
)
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.policy import LADDER, Rung
from app.domain.tell.records import TellId
from app.domain.tell.routing import Routes, circles, first_circle
from app.domain.tell.schooltime import Hours, SchoolTime
from app.domain.tell.taps import Happens, Names, Place, Tap, Wants
from tests.fakes import MORNING

TELL = TellId("7e11" * 4)
A, B, C, D, E = (PersonId(letter * 8) for letter in "abcde")
ALL = frozenset((A, B, C, D, E))
MINUTES = (0, 15, 30, 60)
EVERY_MINUTE = SchoolTime()
WEEK = SchoolTime((Hours(time(8, 30), time(15, 30)),) * 5)


def alarm(*groups: Sequence[PersonId], since: datetime = MORNING) -> Alarm:
    """Return the alarm of a first press, on a Monday at nine; the first group can open it."""
    steps = tuple(Step(m, tuple(people)) for m, people in zip(MINUTES, groups, strict=False))
    return Alarm(TELL, Kind.FIRST, steps, frozenset(groups[0]), since)


def after(minutes: float) -> datetime:
    """Return a moment after the press."""
    return MORNING + timedelta(minutes=minutes)


def told(one: Alarm, *people: PersonId) -> Alarm:
    """Return the alarm after people were told."""
    return replace(one, told=people)


def person(id_: PersonId, *roles: Role, box_key: bytes = b"k") -> Person:
    """Return somebody who is enrolled."""
    return Person(id_, id_, "", frozenset(roles), box_key=box_key)


ROSTER = Roster(
    1,
    (
        person(A, Role.DEPUTY),
        person(B, Role.HEAD),
        person(C, Role.DSL),
        person(D, Role.CHAIR),
        person(E, Role.STAND_IN),
    ),
)
FOUR = alarm((A, B), (C,), (D,), (E,))


def test_the_first_rung_is_told_at_once_all_of_it() -> None:
    assert due(FOUR, EVERY_MINUTE, ALL, MORNING) == (A, B)


@pytest.mark.parametrize(
    ("minutes", "so_far", "now"),
    [
        (14, (A, B), ()),
        (15, (A, B), (C,)),
        (30, (A, B, C), (D,)),
        (60, (A, B, C, D), (E,)),
        (9_000, (A, B, C, D, E), ()),
    ],
)
def test_each_step_tells_the_next_rung(
    minutes: int, so_far: tuple[PersonId, ...], now: tuple[PersonId, ...]
) -> None:
    assert due(told(FOUR, *so_far), EVERY_MINUTE, ALL, after(minutes)) == now
    assert is_over(told(FOUR, *so_far), ALL) is (minutes == 9_000)


def test_steps_that_passed_while_the_pc_was_off_come_together() -> None:
    assert due(FOUR, EVERY_MINUTE, ALL, after(31)) == (A, B, C, D)
    assert due(told(FOUR, A, B), EVERY_MINUTE, ALL, after(31)) == (C, D)


def test_where_nobody_of_a_rung_can_be_reached_the_next_comes_in_its_place() -> None:
    assert due(FOUR, EVERY_MINUTE, {C, D}, MORNING) == (C,)
    assert due(told(FOUR, C), EVERY_MINUTE, {C, D}, after(15)) == (D,)
    assert due(FOUR, EVERY_MINUTE, {B, C}, MORNING) == (B,)
    assert due(FOUR, EVERY_MINUTE, frozenset(), after(60)) == ()


def test_one_who_gets_an_address_later_is_told_with_their_own_rung() -> None:
    assert due(told(FOUR, A), EVERY_MINUTE, ALL, after(3)) == (B,)
    assert due(told(FOUR, C), EVERY_MINUTE, ALL, after(3)) == ()
    assert due(told(FOUR, C), EVERY_MINUTE, ALL, after(15)) == (A, B)


def test_the_first_step_comes_at_night_too_and_the_others_in_school_time() -> None:
    night = MORNING + timedelta(hours=14)
    one = alarm((A,), (B,), (C,), since=night)
    assert due(one, WEEK, ALL, night) == (A,)
    one = told(one, A)
    opens = MORNING.replace(hour=8, minute=30) + timedelta(days=1)
    assert due(one, WEEK, ALL, opens + timedelta(minutes=14)) == ()
    assert due(one, WEEK, ALL, opens + timedelta(minutes=15)) == (B,)
    assert due(told(one, A, B), WEEK, ALL, opens + timedelta(minutes=30)) == (C,)


def test_over_a_weekend_nobody_further_is_told() -> None:
    friday = MORNING + timedelta(days=4, hours=7)
    one = told(alarm((A,), (B,), since=friday), A)
    assert due(one, WEEK, ALL, friday + timedelta(days=2)) == ()
    assert due(one, WEEK, ALL, friday + timedelta(days=3)) == (B,)


def test_a_clock_that_was_set_back_tells_the_first_nevertheless() -> None:
    assert due(FOUR, EVERY_MINUTE, ALL, after(-600)) == (A, B)


def test_it_stops_when_one_who_can_opens_it() -> None:
    opened = told(FOUR, A, B).opened(B, after(3))
    assert opened.opened_at == after(3)
    assert due(opened, EVERY_MINUTE, ALL, after(100)) == ()
    assert opened.opened(A, after(9)) is opened, "the first open is what counts"


@pytest.mark.parametrize("by", [C, D, E])
def test_nobody_else_stops_it_though_they_stand_on_it(by: PersonId) -> None:
    assert told(FOUR, A, B).opened(by, after(3)) == told(FOUR, A, B)


def test_people_of_one_rung_stand_in_the_order_of_their_roles() -> None:
    assert in_order(ROSTER, ALL) == (C, A, B, D, E)
    assert in_order(ROSTER, (A, B)) == (A, B)
    assert in_order(Roster(1, (person(A), person(B, Role.COMPUTING))), (A, B)) == (B, A)


def first_of(roster: Roster, rungs: Sequence[Rung] = LADDER) -> Alarm:
    """Return the alarm of a first press in a school."""
    return first_alarm(TELL, roster, rungs, first_circle(roster, Routes(), None), MORNING)


def test_the_first_ladder_is_the_policys() -> None:
    one = first_of(ROSTER)
    assert one.steps == (Step(0, (C, B)), Step(15, (A,)), Step(30, (D,)), Step(60, (E,)))
    assert one.openers == {B, C}
    assert one.offices == (Role.DSL, Role.HEAD)


def test_where_a_rung_holds_nobody_the_next_comes_in_its_place() -> None:
    roster = Roster(1, tuple(one for one in ROSTER.people if one.id != A))
    assert first_of(roster).steps == (Step(0, (C, B)), Step(15, (D,)), Step(30, (E,)))
    alone = Roster(1, (person(D, Role.CHAIR), person(E, Role.STAND_IN)))
    assert first_of(alone).steps == (Step(0, (D,)), Step(15, (E,)))


def test_who_has_not_enrolled_yet_stands_on_no_rung() -> None:
    people = tuple(replace(one, box_key=b"") if one.id == C else one for one in ROSTER.people)
    one = first_of(Roster(1, people))
    assert C not in one.people
    assert one.steps[0] == Step(0, (B,))


def test_a_class_teacher_who_has_the_first_press_is_told_with_the_first_rung() -> None:
    first = frozenset((B, C, E))
    teaching = Roster(1, (*ROSTER.people[:4], person(E, Role.TEACHER)))
    one = first_alarm(TELL, teaching, LADDER, first, MORNING)
    assert one.steps[0] == Step(0, (C, B, E))
    assert one.offices == (Role.DSL, Role.HEAD), "which class it is stays unsaid"


def test_without_any_rung_the_first_circle_is_told_all_the_same() -> None:
    assert first_of(ROSTER, ()).steps == (Step(0, (C, B)),)


def test_the_inner_ladder_is_one_step_for_those_who_had_no_first_press() -> None:
    first = first_circle(ROSTER, Routes(), None)
    inner = circles(ROSTER, Routes(), None, (Names(B),)).inner
    chair = inner_alarm(TELL, ROSTER, inner, first, MORNING)
    assert chair is not None
    assert (chair.kind, chair.steps) == (Kind.INNER, (Step(0, (D, E)),))
    assert chair.openers == {D, E}
    assert is_over(told(chair, D, E), ALL), "nobody is told twice"


def test_where_all_of_the_inner_circle_had_the_first_press_there_is_no_second_ladder() -> None:
    assert inner_alarm(TELL, ROSTER, frozenset((B, C)), frozenset((A, B, C)), MORNING) is None


def test_who_was_wished_for_is_told_at_once_and_their_opening_ends_it() -> None:
    one = wanted_alarm(TELL, ROSTER, frozenset((E,)), MORNING)
    assert one is not None
    assert (one.kind, one.steps, one.openers) == (Kind.WANTED, (Step(0, (E,)),), frozenset((E,)))
    assert wanted_alarm(TELL, ROSTER, frozenset(), MORNING) is None


def test_of_a_tell_that_was_broken_off_all_are_told_who_ever_might_read_on() -> None:
    one = broken_off_alarm(TELL, ROSTER, frozenset((B, C)), MORNING)
    assert one is not None
    assert (one.kind, one.steps) == (Kind.BROKEN_OFF, (Step(0, (A, D, E)),))
    for by in ALL:
        assert one.opened(by, MORNING) == one, "who can open it hangs on what was said"
    assert broken_off_alarm(TELL, ROSTER, ALL, MORNING) is None


def test_two_kinds_of_one_tell_are_two_alarms() -> None:
    inner = inner_alarm(TELL, ROSTER, frozenset((D,)), frozenset((C,)), MORNING)
    assert inner is not None
    assert first_of(ROSTER).key != inner.key


ROLES = st.sets(st.sampled_from(list(Role)), max_size=2)
SCHOOLS = st.tuples(ROLES, ROLES, ROLES, ROLES, ROLES).map(
    lambda all_roles: Roster(
        1, tuple(person(id_, *roles) for id_, roles in zip((A, B, C, D, E), all_roles, strict=True))
    )
)
RUNGS = st.lists(
    st.tuples(st.integers(1, 30), st.lists(st.sampled_from(list(Role)), min_size=1, max_size=3)),
    max_size=5,
).map(
    lambda gaps: tuple(
        Rung(sum(gap for gap, _ in gaps[1 : at + 1]), tuple(roles))
        for at, (_, roles) in enumerate(gaps)
    )
)
TAPS = st.lists(
    st.one_of(
        st.builds(Names, st.sampled_from((A, B, C, D, E))),
        st.builds(Wants, st.sampled_from((A, B, C, D, E))),
        st.builds(Happens, st.sampled_from(list(Place))),
    ),
    max_size=5,
)
PAUSES = st.lists(st.integers(0, 40), max_size=12)


@given(SCHOOLS, RUNGS)
def test_all_of_a_rungs_roles_and_of_the_first_circle_stand_on_it_once(
    roster: Roster, rungs: tuple[Rung, ...]
) -> None:
    one = first_of(roster, rungs)
    held = {p.id for rung in rungs for role in rung.roles for p in roster.holders(role)}
    assert len(one.people) == len(set(one.people))
    assert set(one.people) == held | first_circle(roster, Routes(), None)
    minutes = [step.minutes for step in one.steps]
    assert minutes == [rung.minutes for rung in rungs][: len(minutes)] or minutes == [0]
    assert all(step.people for step in one.steps)


@given(SCHOOLS, RUNGS, TAPS)
def test_nothing_said_after_yes_changes_the_first_ladder_nor_stands_on_it(
    roster: Roster, rungs: tuple[Rung, ...], taps: list[Tap]
) -> None:
    first, inner = first_circle(roster, Routes(), None), circles(roster, Routes(), None, taps).inner
    one, other = first_of(roster, rungs), inner_alarm(TELL, roster, inner, first, MORNING)
    assert one == first_alarm(TELL, roster, rungs, first, MORNING)
    for by in inner - first:
        assert one.opened(by, MORNING) == one
    if other is not None:
        assert not other.openers & first
        assert all(other.opened(by, MORNING) == other for by in first)


@given(SCHOOLS, TAPS)
def test_whoever_reads_on_of_a_broken_off_tell_is_told(roster: Roster, taps: list[Tap]) -> None:
    first = first_circle(roster, Routes(), None)
    one = broken_off_alarm(TELL, roster, first, MORNING)
    people = set(one.people) if one is not None else set()
    assert circles(roster, Routes(), None, taps).inner <= people | first


@given(SCHOOLS, RUNGS, st.sets(st.sampled_from((A, B, C, D, E))), PAUSES)
def test_nobody_is_told_twice_nor_too_early_and_rungs_come_in_order(
    roster: Roster, rungs: tuple[Rung, ...], reachable: set[PersonId], pauses: list[int]
) -> None:
    one, passed = first_of(roster, rungs), 0
    can = [set(step.people) & reachable for step in one.steps]
    can = [people for people in can if people]
    for pause in (0, *pauses):
        passed += pause
        one = told(one, *one.told, *due(one, EVERY_MINUTE, reachable, after(passed)))
        steps = sum(passed >= step.minutes for step in one.steps)
        assert len(one.told) == len(set(one.told))
        assert set(one.told) == {person for people in can[:steps] for person in people}
