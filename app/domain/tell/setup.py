"""Setting Tell up in a school: who must be named, who goes first, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act
from app.domain.tell.desk import Lists
from app.domain.tell.lists import Listing
from app.domain.tell.people import Person, PersonId, Role, Roster

FIRST_READERS = 2
"""How many prove that a drill reaches them before children may rely on Tell."""
NEEDED = (Role.DSL, Role.HEAD, Role.CHAIR, Role.STAND_IN)
FROM_OUTSIDE = frozenset({Role.CHAIR, Role.STAND_IN})
AT_SCHOOL = frozenset({Role.DSL, Role.DEPUTY, Role.HEAD, Role.COMPUTING, Role.TEACHER})


class Stage(Enum):
    """How far a school has come."""

    PEOPLE = auto()  # who they are
    KEYS = auto()  # the first two make their passphrases
    ESCROW = auto()  # a key on paper, for the day when nobody can read any more
    SIGN = auto()  # the first two put the list in force
    DRILL = auto()  # one Tell to try it, which both open
    LIVE = auto()


class Missing(Enum):
    """What is still wrong with the people of a list."""

    DSL = Role.DSL
    HEAD = Role.HEAD
    CHAIR = Role.CHAIR
    STAND_IN = Role.STAND_IN
    SECOND_READER = "second"  # the DSL leads the school too: a deputy or the chair reads as well
    OUTSIDER = "outsider"  # chair and stand-in must be others than who works at the school
    SAME_TITLE = "title"  # two people whom a child could not tell apart
    NO_TITLE = "no title"


def missing(people: Sequence[Person]) -> tuple[Missing, ...]:
    """Return what keeps these people from being a school's list."""
    here = [one for one in people if not one.left]
    held = frozenset(role for one in here for role in one.roles)
    found = [Missing(role) for role in NEEDED if role not in held]
    if any(one.roles & FROM_OUTSIDE and one.roles & AT_SCHOOL for one in here):
        found.append(Missing.OUTSIDER)
    if not found and len(first_readers(here)) < FIRST_READERS:
        found.append(Missing.SECOND_READER)
    titles = [one.title.strip().casefold() for one in here]
    if not all(titles):
        found.append(Missing.NO_TITLE)
    if len(set(titles)) < len(titles):
        found.append(Missing.SAME_TITLE)
    return tuple(found)


def first_readers(people: Sequence[Person]) -> tuple[Person, ...]:
    """Return the two who get every first press: the DSL and the headteacher.

    Where one person is both, a deputy reads as well, or else the chair.
    """
    order = (Role.DSL, Role.HEAD, Role.DEPUTY, Role.CHAIR)
    ranked = [one for role in order for one in people if role in one.roles and not one.left]
    return tuple(dict.fromkeys(ranked))[:FIRST_READERS]


def stage(lists: Lists, draft: Listing | None) -> Stage:
    """Return how far a school has come."""
    if lists.in_force is not None:
        return Stage.LIVE if lists.in_force.live else Stage.DRILL
    if draft is None or missing(draft.roster.people):
        return Stage.PEOPLE
    if waiting_for_keys(draft.roster):
        return Stage.KEYS
    return Stage.SIGN if draft.roster.escrow else Stage.ESCROW


def waiting_for_keys(roster: Roster) -> tuple[Person, ...]:
    """Return who of the first two has made no passphrase yet."""
    return tuple(one for one in first_readers(roster.people) if not one.enrolled)


def with_keys(draft: Listing, person: PersonId, box_key: bytes, sign_key: bytes) -> Listing:
    """Return a draft in which somebody has enrolled."""
    people = tuple(
        replace(one, box_key=box_key, sign_key=sign_key) if one.id == person else one
        for one in draft.roster.people
    )
    return replace(draft, roster=replace(draft.roster, people=people))


def drill_of(cases: Sequence[Case]) -> Case | None:
    """Return the newest drill that somebody can open."""
    return next((case for case in cases if case.first is not None and case.first.drill), None)


def has_opened(case: Case, person: PersonId) -> bool:
    """Tell whether somebody has opened a Tell."""
    return any(deed.by == person for deed in case.of(Act.OPENED))
