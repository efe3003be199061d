"""What a policy answers: which steps for which Tell, who is told, what a card says by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.tell.people import READERS, Person, PersonId, Role, Roster
from app.domain.tell.policy import (
    BARE,
    DANGER,
    LADDER,
    SOMETHING_ELSE,
    SUBJECTS,
    Category,
    Checklist,
    Deadline,
    Override,
    Policy,
    Step,
    may_attach,
)
from app.domain.tell.routing import Route, Routes, circles, roles_of
from app.domain.tell.taps import About, Happens, Place, spoke_of_grown_up

NOW = Deadline("now", "Now")


def step(name: str, leads_to: str = "") -> Step:
    """Return a step of anybody's."""
    return Step(name, f"Do {name}.", None, NOW, leads_to=leads_to)


def steps(name: str, *names: str, attachments: bool = False) -> Checklist:
    """Return a list that begins as all do."""
    return Checklist(name, name.title(), (step(DANGER), *map(step, names)), attachments)


UNKIND = Category("Unkind", "art:star", steps("unkind", "listen", "print", attachments=True))
ELSE = Category("Something else", "art:thought", steps(SOMETHING_ELSE, "listen"), notice=True)
STAFF_ONLINE = Category("A grown-up wrote", "art:star", steps("online"), grown_up=True)
STAFF = replace(
    steps("staff", "lado", attachments=True), routes=frozenset({Route.ABOUT_STAFF, Route.ABOUT_DSL})
)
HEAD = replace(steps("head", "chair"), routes=frozenset({Route.ABOUT_HEAD}))
NO_PRINTS = Override("no-prints", "Print.", "Do not.", "UKCIS", ("print", "other"))
POLICY = Policy(
    categories=(UNKIND, ELSE, STAFF_ONLINE),
    lists=(STAFF, HEAD, steps("account", "password")),
    overrides=(NO_PRINTS,),
)


def person(*roles: Role) -> Person:
    """Return an enrolled grown-up whose id tells the first of their roles."""
    return Person(PersonId(roles[0]), roles[0].title(), "art:star", frozenset(roles), (), b"key")


EVERYBODY = Roster(1, tuple(person(role) for role in Role))


@pytest.mark.parametrize(
    ("category", "route", "expected"),
    [
        ("unkind", Route.USUAL, ["unkind"]),
        ("unkind", Route.ABOUT_STAFF, ["staff", "unkind"]),
        ("online", Route.ABOUT_DSL, ["staff", "online"]),
        ("unkind", Route.ABOUT_HEAD, ["head", "unkind"]),
        ("unkind", Route.UNNAMED, ["unkind"]),
        ("", Route.USUAL, [SOMETHING_ELSE]),
        ("of-an-older-policy", Route.ABOUT_HEAD, ["head", SOMETHING_ELSE]),
    ],
)
def test_the_steps_of_the_route_come_before_those_of_the_category(
    category: str, route: Route, expected: list[str]
) -> None:
    assert [one.id for one in POLICY.checklists(category, route)] == expected


def test_every_list_is_found_by_its_id() -> None:
    names = ["unkind", SOMETHING_ELSE, "online", "staff", "head", "account"]
    assert [one.id for one in POLICY.every_list()] == names
    assert [one for one in map(POLICY.checklist, names) if one] == list(POLICY.every_list())
    assert POLICY.checklist("none") is None
    assert POLICY.category("unkind") is UNKIND
    assert POLICY.category("account") is None, "a list is no card"


def test_staff_are_shown_the_overrides_of_the_steps_they_see() -> None:
    assert POLICY.overrides_for(POLICY.checklists("unkind", Route.USUAL)) == (NO_PRINTS,)
    assert POLICY.overrides_for(POLICY.checklists("", Route.ABOUT_STAFF)) == ()
    assert POLICY.overrides_for([]) == ()


def test_evidence_may_be_added_only_where_every_list_shown_allows_it() -> None:
    assert may_attach([UNKIND.checklist, STAFF])
    assert not may_attach([UNKIND.checklist, HEAD])
    assert not may_attach([HEAD])
    assert not may_attach([])


def test_a_card_says_what_it_is_about() -> None:
    assert UNKIND.taps() == (About("unkind"),)
    assert not spoke_of_grown_up(UNKIND.taps())


def test_a_card_about_a_grown_up_at_school_says_so_by_itself() -> None:
    taps = STAFF_ONLINE.taps()
    assert taps == (About("online"), Happens(Place.GROWN_UP))
    assert spoke_of_grown_up(taps)
    reads_on = circles(EVERYBODY, POLICY.routes, None, taps).inner
    assert reads_on == {PersonId(Role.CHAIR), PersonId(Role.STAND_IN)}


@pytest.mark.parametrize("route", list(Route))
def test_a_route_is_a_field_of_the_routes(route: Route) -> None:
    assert roles_of(Routes(), route) == getattr(Routes(), route.value)
    assert roles_of(Routes((), (), (), (), ()), route) == ()


@pytest.mark.parametrize("route", list(Route))
def test_the_usual_routes_leave_out_whom_a_tell_may_be_about(route: Route) -> None:
    roles = frozenset(roles_of(Routes(), route))
    assert roles
    assert roles <= READERS
    assert roles.isdisjoint(SUBJECTS.get(route, frozenset()))


def test_the_bare_policy_lets_a_child_tell_and_staff_act() -> None:
    (shown,) = BARE.checklists("unkind", Route.ABOUT_HEAD)
    (first,) = shown.steps
    assert (first.id, first.who, first.deadline.words) == (DANGER, None, "At once")
    assert "police" in first.words
    assert not may_attach([shown])
    assert BARE.routes == Routes()
    assert BARE.ladder == LADDER
