"""Who gets which record: by the routes, and for every list and everything a child may say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ClassId
from app.domain.tell.people import READERS, Person, PersonId, Role, Roster
from app.domain.tell.routing import Routes, circles, first_circle, may_read
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Wants, Worry, named
from tests.tells import ROSTER, ROUTES, id_of, person, roster

OAKS = ClassId("c1")
GROWN_UP = Happens(Place.GROWN_UP)
BAD_CONTENT = About("bad-content")
IDS = [PersonId(f"{number:08x}") for number in range(8)]
GOVERNORS = {Role.CHAIR, Role.STAND_IN}
PEOPLE = st.builds(
    Person,
    st.sampled_from(IDS),
    st.just("title"),
    st.just("face"),
    st.frozensets(st.sampled_from(Role), max_size=3),
    classes=st.sampled_from([(), (OAKS,)]),
    box_key=st.sampled_from([b"", b"k" * 32]),
    left=st.booleans(),
)
ROSTERS = st.builds(
    Roster,
    st.just(1),
    st.lists(PEOPLE, max_size=8, unique_by=lambda one: one.id).map(tuple),
    teacher_sees=st.booleans(),
    covering=st.booleans(),
)
TAPS: st.SearchStrategy[list[Tap]] = st.lists(
    st.one_of(
        st.builds(Names, st.sampled_from(IDS)),
        st.builds(Wants, st.sampled_from(IDS)),
        st.builds(Happens, st.sampled_from(Place)),
        st.sampled_from([About("unkind"), BAD_CONTENT]),
        st.just(Worry(2)),
    ),
    max_size=6,
)
Routed = tuple[Routes, ClassId | None]
READING = st.lists(st.sampled_from(sorted(READERS)), max_size=3).map(tuple)
ROUTED: st.SearchStrategy[Routed] = st.tuples(
    st.just(ROUTES) | st.builds(Routes, *[READING] * 5, st.just(ROUTES.notices)),
    st.none() | st.just(OAKS),
)


def roles_of(people: Roster, found: frozenset[PersonId]) -> set[str]:
    """Return the titles of those who are in a circle."""
    return {one.title for one in people.people if one.id in found}


def inner(taps: Sequence[Tap], people: Roster = ROSTER) -> set[str]:
    """Return who reads on, by title."""
    return roles_of(people, circles(people, ROUTES, None, taps).inner)


@pytest.mark.parametrize(
    ("taps", "readers"),
    [
        ([], {"dsl", "headteacher"}),
        ([Happens(Place.HOME), Worry(4)], {"dsl", "headteacher"}),
        ([GROWN_UP], {"chair", "stand-in"}),
        ([GROWN_UP, Happens(Place.HOME)], {"chair", "stand-in"}),
        ([GROWN_UP, Names(id_of("teacher"))], {"dsl", "headteacher"}),
        ([Names(id_of("somebody who is on no list"))], {"dsl", "headteacher"}),
        ([Names(id_of("dsl"))], {"headteacher", "chair"}),
        ([Names(id_of("headteacher"))], {"chair", "stand-in"}),
        ([Names(id_of("headteacher")), Names(id_of("dsl"))], {"chair", "stand-in"}),
        ([Names(id_of("headteacher")), Names(id_of("chair"))], {"stand-in"}),
        ([Names(id_of("dsl")), Names(id_of("teacher"))], {"headteacher", "chair"}),
    ],
)
def test_each_route(taps: list[Tap], readers: set[str]) -> None:
    everybody = roster(*(person(name, role) for name, role in NAMED.items()))
    assert inner(taps, everybody) == readers


NAMED = {
    "dsl": Role.DSL,
    "deputy": Role.DEPUTY,
    "headteacher": Role.HEAD,
    "chair": Role.CHAIR,
    "stand-in": Role.STAND_IN,
    "computing": Role.COMPUTING,
    "teacher": Role.TEACHER,
}


def test_a_deputy_who_covers_reads_and_is_spoken_of_as_a_dsl() -> None:
    covering = replace(ROSTER, covering=True)
    assert inner([], covering) == {"dsl", "deputy", "headteacher"}
    assert inner([Names(id_of("deputy"))], covering) == {"headteacher", "chair"}
    assert inner([Names(id_of("deputy"))]) == {"dsl", "headteacher"}


def test_bad_content_is_noticed_by_the_computing_lead_without_more() -> None:
    found = circles(ROSTER, ROUTES, None, [BAD_CONTENT])
    assert found.notice == {id_of("computing-lead")}
    assert found.inner == {id_of("dsl"), id_of("headteacher")}
    assert circles(ROSTER, ROUTES, None, [BAD_CONTENT, About("unkind")]).notice == frozenset()


def test_a_computing_lead_who_may_be_meant_notices_nothing() -> None:
    lead = id_of("computing-lead")
    unnamed: list[Tap] = [BAD_CONTENT, GROWN_UP]
    about_them: list[Tap] = [BAD_CONTENT, Names(lead)]
    assert not circles(ROSTER, ROUTES, None, unnamed).notice
    assert not circles(ROSTER, ROUTES, None, about_them).notice
    named_another: list[Tap] = [BAD_CONTENT, GROWN_UP, Names(id_of("teacher"))]
    assert circles(ROSTER, ROUTES, None, named_another).notice == {lead}


def test_whom_the_child_would_like_gets_the_first_press_and_no_more() -> None:
    found = circles(ROSTER, ROUTES, None, [Wants(id_of("teacher"))])
    assert found.outer == {id_of("teacher")}
    both: list[Tap] = [Wants(id_of("teacher")), Names(id_of("teacher"))]
    assert id_of("teacher") not in circles(ROSTER, ROUTES, None, both).outer


@pytest.mark.parametrize(
    ("roles", "readers"),
    [
        ({"a": [Role.CHAIR, Role.HEAD], "b": [Role.STAND_IN]}, {"b"}),
        ({"a": [Role.CHAIR], "b": [Role.STAND_IN, Role.TEACHER]}, {"a"}),
        ({"a": [Role.CHAIR, Role.HEAD], "b": [Role.STAND_IN, Role.TEACHER]}, {"b"}),
        ({"a": [Role.CHAIR, Role.STAND_IN], "b": [Role.DSL]}, {"a"}),
        ({"a": [Role.CHAIR, Role.DSL], "b": [Role.STAND_IN, Role.HEAD]}, {"a", "b"}),
        ({"a": [Role.DSL], "b": [Role.TEACHER]}, {"a"}),
        ({"b": [Role.TEACHER]}, set()),
    ],
)
def test_who_may_be_the_unnamed_grown_up_does_not_read_unless_nobody_else_is_there(
    roles: dict[str, list[Role]], readers: set[str]
) -> None:
    people = roster(*(person(name, *held) for name, held in roles.items()))
    assert inner([GROWN_UP], people) == readers


def test_the_first_press_finds_two_where_there_are_two() -> None:
    usual = [person("dsl", Role.DSL), person("headteacher", Role.HEAD)]
    deputy, chair = person("deputy", Role.DEPUTY), person("chair", Role.CHAIR)

    def found(*people: Person) -> set[str]:
        return roles_of(roster(*people), first_circle(roster(*people), ROUTES, None))

    assert found(*usual, deputy, chair) == {"dsl", "headteacher"}
    assert found(usual[0], deputy, chair) == {"dsl", "deputy"}
    assert found(person("both", Role.DSL, Role.HEAD), chair) == {"both", "chair"}
    assert found(person("dsl", Role.DSL, left=True), chair) == {"chair"}
    assert found(person("dsl", Role.DSL, enrolled=False)) == set()


def test_class_teachers_get_the_first_press_if_the_school_says_so() -> None:
    teacher = replace(person("teacher", Role.TEACHER), classes=(OAKS,))
    people = roster(person("dsl", Role.DSL), person("headteacher", Role.HEAD), teacher)
    sees = replace(people, teacher_sees=True)
    assert teacher.id in first_circle(sees, ROUTES, OAKS)
    assert teacher.id in circles(sees, ROUTES, OAKS, [Worry(1)]).outer
    for other, class_id in ((people, OAKS), (sees, None), (sees, ClassId("c2"))):
        assert teacher.id not in first_circle(other, ROUTES, class_id)


def test_the_usual_circle_is_that_of_a_tell_with_nothing_more() -> None:
    alone = roster(person("chair", Role.CHAIR))
    found = circles(alone, ROUTES, None, [])
    assert found.usual == found.inner == {id_of("chair")}


@given(ROSTERS, TAPS, ROUTED)
def test_who_was_ever_named_neither_reads_nor_notices(
    people: Roster, taps: list[Tap], routed: Routed
) -> None:
    found = circles(people, *routed, taps)
    assert named(taps).isdisjoint(found.inner | found.notice)


@given(ROSTERS, TAPS, ROUTED)
def test_somebody_reads_wherever_anybody_can(
    people: Roster, taps: list[Tap], routed: Routed
) -> None:
    can = {one.id for one in people.people if one.enrolled and may_read(one)} - named(taps)
    inner = circles(people, *routed, taps).inner
    assert bool(inner) is bool(can)
    assert inner <= can


@given(ROSTERS, TAPS, ROUTED)
def test_circles_are_disjoint_and_hold_only_who_can_open_something(
    people: Roster, taps: list[Tap], routed: Routed
) -> None:
    found = circles(people, *routed, taps)
    parts = (found.inner, found.outer, found.notice)
    assert len(frozenset().union(*parts)) == sum(len(part) for part in parts)
    enrolled = {one.id for one in people.people if one.enrolled}
    assert frozenset().union(*parts) | found.usual <= enrolled
    assert first_circle(people, *routed) <= found.inner | found.outer
    assert found.usual == circles(people, *routed, []).inner


@given(ROSTERS, TAPS, ROUTED)
def test_a_subject_stands_where_they_would_had_nothing_more_been_said(
    people: Roster, taps: list[Tap], routed: Routed
) -> None:
    after, bare = (circles(people, *routed, said) for said in (taps, []))
    for subject in named(taps):
        letter = subject in first_circle(people, *routed)
        assert (subject in after.outer) is letter
        assert (subject in bare.inner | bare.outer) is letter


@given(ROSTERS)
def test_an_unnamed_grown_up_is_read_by_who_leads_the_school_only_where_nobody_else_could(
    people: Roster,
) -> None:
    found = circles(people, ROUTES, None, [GROWN_UP, BAD_CONTENT])
    held = {one.id: one.roles for one in people.people}
    others = {
        one.id
        for one in people.people
        if one.enrolled and one.roles & GOVERNORS and one.roles <= GOVERNORS
    }
    if others:
        assert found.inner == others
    assert all(held[one] & READERS for one in found.inner)
    assert not found.notice


def test_routes_are_what_the_policy_says() -> None:
    routes = Routes(usual=(Role.DEPUTY,), unnamed=(Role.STAND_IN,), about_staff=(Role.CHAIR,))

    def reads(*taps: Tap) -> set[str]:
        return roles_of(ROSTER, circles(ROSTER, routes, None, taps).inner)

    assert reads() == {"deputy"}
    assert reads(GROWN_UP) == {"stand-in"}
    assert reads(Names(id_of("teacher"))) == {"chair"}
