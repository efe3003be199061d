"""The audit log as one grown-up sees it: sign-ins, what was done with Tells, and what was erased.

It is built of nothing but what their own key opens, so the subject rule holds for it as for the
Tells. Sign-ins, wrong passphrases and words from paper are sealed to whoever's they are: that
somebody came may say that a Tell brought them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Deed
from app.domain.tell.people import PersonId
from app.domain.tell.records import Letter, Row, TellId, UnfitRecord, given, moment
from app.domain.tell.tombstones import Tombstone

VISIT = "visit"


class Way(StrEnum):
    """What was given for somebody's key."""

    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a way, and none itself
    PAPER = "paper"  # their words on paper; right ones make a new passphrase


@dataclass(frozen=True, slots=True)
class Visit:
    """Something was given for somebody's key at a PC, and it was ``right`` or not."""

    at: datetime
    person: PersonId
    right: bool
    kiosk: str
    way: Way = Way.PASSPHRASE


@dataclass(frozen=True, slots=True)
class Erasure:
    """A Tell was erased by two."""

    at: datetime
    by: tuple[PersonId, PersonId]
    tell: TellId


Line = Deed | Visit | Erasure


def row_of(visit: Visit) -> dict[str, object]:
    """Return a visit as it is written down."""
    return {
        "kind": VISIT,
        "at": visit.at.isoformat(),
        "person": visit.person,
        "right": visit.right,
        "kiosk": visit.kiosk,
        "way": visit.way.value,
    }


def visit_of(row: Row) -> Visit:
    """Return the visit that was written down; raise ``UnfitRecord``."""
    try:
        person = PersonId(given(row, "person", str))
        right, kiosk = given(row, "right", bool), given(row, "kiosk", str)
        # Those of before knew of no other way.
        way = Way(given({"way": Way.PASSPHRASE.value, **row}, "way", str))
        return Visit(moment(row), person, right, kiosk, way)
    except ValueError as fault:
        raise UnfitRecord(f"a visit that does not hold what it must: {fault}") from fault


def erasures(letters: Iterable[Letter], stones: Iterable[Tombstone]) -> tuple[Erasure, ...]:
    """Return the erasures that whoever got these letters may know of.

    That a first press went they see in any case. That only what was said later went is for those
    alone who could read it.
    """
    erased = {body: stone for stone in stones for body in stone.bodies}
    found = []
    for letter in letters:
        stone = erased.get(letter.first)
        if stone is not None:
            found.append(Erasure(stone.at, stone.by, letter.tell))
    return tuple(found)


def lines(
    cases: Iterable[Case], visits: Iterable[Visit], gone: Iterable[Erasure]
) -> tuple[Line, ...]:
    """Return all that the log holds for a viewer, the newest first."""
    deeds = (deed for case in cases for deed in case.deeds)
    every: list[Line] = [*deeds, *visits, *gone]
    return tuple(sorted(every, key=lambda one: one.at, reverse=True))


def last_visit(visits: Iterable[Visit], now: datetime) -> datetime | None:
    """Return when somebody was last signed in before ``now``, None where they never were."""
    came = (one for one in visits if one.right and one.way is Way.PASSPHRASE)
    return max((one.at for one in came if one.at < now), default=None)
