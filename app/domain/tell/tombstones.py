"""Tombstones: what two holders agreed to erase, by the names of its files and nothing else.

A tombstone says neither of which Tell the files were nor what stood in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.tell.people import PersonId
from app.domain.tell.records import BodyId, Row, UnfitRecord, given, moment

KIND = "tombstone"
DIGITS = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Tombstone:
    """Two holders' agreement to destroy these files; who asked is named first."""

    at: datetime
    by: tuple[PersonId, PersonId]
    bodies: tuple[BodyId, ...]


def row_of(tombstone: Tombstone) -> dict[str, object]:
    """Return a tombstone as it is written down, without signatures."""
    return {
        "kind": KIND,
        "at": tombstone.at.isoformat(),
        "by": list(tombstone.by),
        "bodies": list(tombstone.bodies),
    }


def tombstone_of(row: Row) -> Tombstone:
    """Return the tombstone that was written down; raise ``UnfitRecord``."""
    by, bodies = given(row, "by", list), given(row, "bodies", list)
    if row.get("kind") != KIND or len(by) != 2 or by[0] == by[1]:
        raise UnfitRecord("a tombstone that does not name two people")
    if not all(isinstance(one, str) and len(one) == 64 and set(one) <= DIGITS for one in bodies):
        raise UnfitRecord("a tombstone that names something else than files")
    try:
        at = moment(row)
    except ValueError as fault:
        raise UnfitRecord(f"a tombstone without its time: {fault}") from fault
    return Tombstone(at, (PersonId(str(by[0])), PersonId(str(by[1]))), tuple(map(BodyId, bodies)))
