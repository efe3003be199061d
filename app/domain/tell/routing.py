"""Who gets which record: the subject rule, in one place.

*Nobody sees that they are spoken of.* The first press goes to the ``first`` circle at once, before
anybody can have been spoken of. Everything said after it is sealed so that nobody but the escrow
key opens it, until the child's sitting ends; then the ``inner`` circle gets the keys. Whoever was
ever named, and everybody whom "a grown-up at school" may mean, is not in it. Who had the first
press and is not in the inner circle, and the grown-up whom the child would like to talk with, are
the ``outer`` circle: they get the same letter as after a Tell in which nothing more was said.

A correction does not lift the protection: a child who names somebody and then takes it back may
have been afraid to, and the record of the first tap is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.ids import ClassId
from app.domain.tell.people import READERS, Person, PersonId, Role, Roster
from app.domain.tell.taps import About, Tap, Wants, last, named, spoke_of_grown_up

People = frozenset[PersonId]
LAST_RESORT = (Role.CHAIR, Role.STAND_IN, Role.HEAD, Role.DSL, Role.DEPUTY)
"""Who is asked, in this order, where a route leaves nobody."""
LEADING = frozenset({Role.DSL, Role.DEPUTY, Role.HEAD})
AT_SCHOOL = LEADING | {Role.COMPUTING, Role.TEACHER}
"""The roles of grown-ups whom children meet at school; governors come from outside."""


class Route(StrEnum):
    """Whom a Tell speaks of, and so who reads on; each is a field of ``Routes``."""

    USUAL = "usual"
    UNNAMED = "unnamed"  # a grown-up at school, not named yet
    ABOUT_STAFF = "about_staff"
    ABOUT_DSL = "about_dsl"
    ABOUT_HEAD = "about_head"


@dataclass(frozen=True, slots=True)
class Routes:
    """Which roles read what, as ``policy.toml`` says. ``notices``: categories whose place and time

    (nothing else) go to the computing lead as well.
    """

    usual: tuple[Role, ...] = (Role.DSL, Role.HEAD)
    unnamed: tuple[Role, ...] = (Role.CHAIR, Role.STAND_IN)
    about_staff: tuple[Role, ...] = (Role.HEAD, Role.DSL)
    about_dsl: tuple[Role, ...] = (Role.HEAD, Role.CHAIR)
    about_head: tuple[Role, ...] = (Role.CHAIR, Role.STAND_IN)
    notices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circles:
    """Who gets what at the end of a sitting; the three have nobody in common.

    ``usual`` are those who would read on had nothing more been said.
    """

    inner: People
    outer: People
    notice: People
    usual: People


def first_circle(roster: Roster, routes: Routes, class_id: ClassId | None) -> People:
    """Return who gets the first press: two people at least, where there are two.

    ``class_id`` is the pupil's, None where nobody knows who told.
    """
    found = _inner(roster, routes, ())
    for role in (Role.DEPUTY, Role.CHAIR, Role.STAND_IN):
        if len(found) >= 2:
            break
        found |= _holding(roster, (role,))
    if roster.teacher_sees and class_id is not None:
        found |= _ids(roster.teachers_of(class_id))
    return found


def circles(
    roster: Roster, routes: Routes, class_id: ClassId | None, taps: Sequence[Tap]
) -> Circles:
    """Return who gets what of a sitting in which all this was said."""
    subjects = named(taps)
    inner = _inner(roster, routes, taps)
    outer = (first_circle(roster, routes, class_id) | _wanted(roster, taps, subjects)) - inner
    about = last(taps, About)
    tells = about is not None and about.category in routes.notices
    # A grown-up who has no name yet may be the computing lead as well.
    told = tells and (bool(subjects) or not spoke_of_grown_up(taps))
    notice = _holding(roster, (Role.COMPUTING,)) if told else frozenset()
    return Circles(inner, outer, notice - inner - outer - subjects, _inner(roster, routes, ()))


def might_read_on(roster: Roster) -> People:
    """Return all who read on by some route, or where it leaves nobody, whatever is said."""
    return _holding(roster, READERS)


def _inner(roster: Roster, routes: Routes, taps: Sequence[Tap]) -> People:
    """Return who reads on: by the route, or where that leaves nobody by the last resort."""
    subjects = named(taps)
    return (_routed(roster, routes, taps) - subjects) or _last_resort(roster, subjects)


def roles_of(routes: Routes, route: Route) -> tuple[Role, ...]:
    """Return the roles that read what goes one way."""
    return {
        Route.USUAL: routes.usual,
        Route.UNNAMED: routes.unnamed,
        Route.ABOUT_STAFF: routes.about_staff,
        Route.ABOUT_DSL: routes.about_dsl,
        Route.ABOUT_HEAD: routes.about_head,
    }[route]


def route_of(roster: Roster, taps: Sequence[Tap]) -> Route:
    """Return which way a Tell goes, by everything that was ever said in it."""
    subjects = [roster.person(one) for one in named(taps)]
    roles = frozenset(role for one in subjects if one is not None for role in one.roles)
    if not spoke_of_grown_up(taps):
        return Route.USUAL
    if not subjects:
        return Route.UNNAMED
    if Role.HEAD in roles:
        return Route.ABOUT_HEAD
    deputy_leads = Role.DEPUTY in roles and roster.covering
    return Route.ABOUT_DSL if Role.DSL in roles or deputy_leads else Route.ABOUT_STAFF


def _routed(roster: Roster, routes: Routes, taps: Sequence[Tap]) -> People:
    route = route_of(roster, taps)
    found = _holding(roster, roles_of(routes, route))
    return _from_outside(roster, found) if route is Route.UNNAMED else found


def _from_outside(roster: Roster, found: People) -> People:
    """Return those of them who cannot be meant by "a grown-up at school", if there are any.

    A stand-in who teaches may be meant, but is less likely to be than who leads the school.
    """
    holders = [one for one in roster.people if one.id in found]
    outside = _ids(one for one in holders if not one.roles & AT_SCHOOL)
    return outside or _ids(one for one in holders if not one.roles & LEADING) or found


def _last_resort(roster: Roster, subjects: People) -> People:
    for role in LAST_RESORT:
        found = _holding(roster, (role,)) - subjects
        if found:
            return found
    return frozenset()


def _wanted(roster: Roster, taps: Sequence[Tap], subjects: People) -> People:
    """Return the grown-up whom the child would like to talk with, unless it is about them."""
    wants = last(taps, Wants)
    person = roster.person(wants.person) if wants is not None else None
    return _ids([person] if person is not None and person.enrolled else []) - subjects


def _holding(roster: Roster, roles: Iterable[Role]) -> People:
    return _ids(one for role in roles for one in roster.holders(role))


def _ids(people: Iterable[Person]) -> People:
    return frozenset(one.id for one in people)


def may_read(person: Person) -> bool:
    """Tell whether somebody's roles let them read what children tell."""
    return bool(person.roles & READERS)
