"""What another list of recipients would change, so that whoever signs second knows what they sign.

And for which lists the Tells that are there are written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from app.domain.tell.lists import SIGNERS, Listing, holders
from app.domain.tell.people import Person, PersonId, Roster
from app.domain.tell.setup import Missing, missing

HARD = frozenset({Missing.NO_TITLE, Missing.SAME_TITLE, Missing.OUTSIDER})
"""What no list may bring; an office that nobody holds is only pointed out."""


class What(Enum):
    """One thing that a list changes."""

    JOINS = auto()
    LEAVES = auto()
    IS_NAMED = auto()  # on the list, but nothing is sealed to them yet
    ROLES = auto()
    CLASSES = auto()
    KEY = auto()
    TITLE = auto()
    TEACHER_SEES = auto()
    COVERING = auto()
    OTHER = auto()  # keys of the safe or of a PC, or whether Tell is live


class Unfit(Enum):
    """Why a list cannot be, besides what ``Missing`` says of its people."""

    FEW_HOLDERS = auto()
    NO_ROLE = auto()


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changes: with whom (as they will be), or whether it is switched ``on``."""

    what: What
    person: Person | None = None
    on: bool = True


def differences(old: Listing, new: Listing) -> tuple[Difference, ...]:
    """Return all that a list changes; nothing of it is left out."""
    before, after = old.roster, new.roster
    found = [one for person in after.people for one in _of(before.person(person.id), person)]
    if after.teacher_sees != before.teacher_sees:
        found.append(Difference(What.TEACHER_SEES, on=after.teacher_sees))
    if after.covering != before.covering:
        found.append(Difference(What.COVERING, on=after.covering))
    if _ground(old) != _ground(new) or _lost(before, after):
        found.append(Difference(What.OTHER))
    return tuple(found)


def _of(old: Person | None, new: Person) -> Iterator[Difference]:
    if old is None or old.enrolled != new.enrolled:
        yield Difference(_coming_or_going(old, new), new)
        if old is None:
            return
    elif (old.box_key, old.sign_key) != (new.box_key, new.sign_key):
        yield Difference(What.KEY, new)
    if old.roles != new.roles:
        yield Difference(What.ROLES, new)
    if old.classes != new.classes:
        yield Difference(What.CLASSES, new)
    if (old.title, old.face) != (new.title, new.face):
        yield Difference(What.TITLE, new)


def _coming_or_going(old: Person | None, new: Person) -> What:
    if new.enrolled:
        return What.JOINS
    return What.LEAVES if old is not None else What.IS_NAMED


def _ground(listing: Listing) -> tuple[object, ...]:
    roster = listing.roster
    return roster.escrow, roster.escrow_sign, listing.kiosks, listing.live


def _lost(old: Roster, new: Roster) -> bool:
    """Tell whether somebody's name was taken off: those who leave stay by name."""
    return bool({one.id for one in old.people} - {one.id for one in new.people})


def why_not(old: Roster, new: Roster) -> Missing | Unfit | None:
    """Return why a list cannot follow another, None where it can."""
    if len(holders(new)) < SIGNERS:
        return Unfit.FEW_HOLDERS
    if any(not one.roles for one in new.people if not one.left):
        return Unfit.NO_ROLE
    known = missing(old.people)
    return next((one for one in missing(new.people) if one in HARD and one not in known), None)


def with_person(roster: Roster, person: Person) -> Roster:
    """Return a list with somebody as they are now, at the same version."""
    known = any(one.id == person.id for one in roster.people)
    changed = tuple(person if one.id == person.id else one for one in roster.people)
    return replace(roster, people=changed if known else (*roster.people, person))


def written_for(history: Sequence[Listing], person: PersonId) -> int:
    """Return the last list for which somebody is to write Tells anew, 0 for none.

    That is the last one that lets somebody read more, or takes somebody out. Cover is none: one
    alone signs it, and so it must open nothing that is there already. Nor is the list by which they
    came themselves.
    """
    found = 0
    for old, new in pairwise(history):
        if _reads(old.roster) != _reads(new.roster):
            mine, before = new.roster.person(person), old.roster.person(person)
            came = mine is not None and (before is None or before.box_key != mine.box_key)
            found = 0 if came else new.roster.version
    return found


def _reads(roster: Roster) -> frozenset[tuple[object, ...]]:
    return frozenset((one.id, one.roles, one.box_key) for one in roster.people if one.enrolled)
