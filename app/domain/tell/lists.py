"""Lists of recipients: how they are written down, and who must sign one before it is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.ids import ClassId
from app.domain.tell.people import READERS, Person, PersonId, Role, Roster
from app.domain.tell.records import Row, UnfitRecord, given

SIGNERS = 2
"""How many holders sign a list: nobody alone decides who reads what children tell."""
COVERERS = frozenset({Role.DSL, Role.DEPUTY, Role.HEAD})
"""Who alone may say that the deputies stand for the DSL: it must not wait for a second holder."""


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A PC that may write: its name, and the Ed25519 keys of its two chains (32 bytes each)."""

    name: str
    key: bytes
    desk: bytes


@dataclass(frozen=True, slots=True)
class Listing:
    """One version of the list. ``before`` is the hash of the one before (hexadecimal, "" at first).

    ``live``: two who get the first press have opened a drill, and children may rely on Tell.
    """

    roster: Roster
    kiosks: tuple[Kiosk, ...] = ()
    live: bool = False
    before: str = ""


def holders(roster: Roster) -> tuple[Person, ...]:
    """Return who may sign lists and erasures: whoever's office it is to read, once enrolled."""
    return tuple(one for one in roster.people if one.enrolled and one.roles & READERS)


def is_cover_only(old: Listing, new: Listing) -> bool:
    """Tell whether a list differs from the one before in nothing but who covers."""
    turned = replace(old.roster, version=new.roster.version, covering=new.roster.covering)
    return new == replace(old, roster=turned, before=new.before)


def may_sign(old: Listing | None, new: Listing) -> tuple[frozenset[PersonId], int]:
    """Return whose signatures count under a new list, and how many of them it needs.

    The first list is signed by those whom it names: whoever sets a school up is believed once, and
    the drill shows the others what they are part of.
    """
    ground = (old or new).roster
    if old is not None and is_cover_only(old, new):
        return _ids(one for one in holders(ground) if one.roles & COVERERS), 1
    return _ids(holders(ground)), SIGNERS


def row_of(listing: Listing) -> dict[str, object]:
    """Return a list as it is written down, without signatures."""
    roster = listing.roster
    return {
        "kind": "recipients",
        "version": roster.version,
        "before": listing.before,
        "people": [_row_of_person(one) for one in roster.people],
        "escrow": roster.escrow.hex(),
        "teacher_sees": roster.teacher_sees,
        "covering": roster.covering,
        "kiosks": [
            {"name": one.name, "key": one.key.hex(), "desk": one.desk.hex()}
            for one in listing.kiosks
        ],
        "live": listing.live,
    }


def listing_of(row: Row) -> Listing:
    """Return the list that was written down; raise ``UnfitRecord``."""
    try:
        return _listing(row)
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise UnfitRecord(f"a list that does not hold what it must: {fault!r}") from fault


def _listing(row: Row) -> Listing:
    roster = Roster(
        given(row, "version", int),
        tuple(_person(one) for one in given(row, "people", list)),
        bytes.fromhex(given(row, "escrow", str)),
        given(row, "teacher_sees", bool),
        given(row, "covering", bool),
    )
    kiosks = tuple(_kiosk(one) for one in given(row, "kiosks", list))
    return Listing(roster, kiosks, given(row, "live", bool), given(row, "before", str))


def _kiosk(row: Row) -> Kiosk:
    key, desk = bytes.fromhex(given(row, "key", str)), bytes.fromhex(given(row, "desk", str))
    return Kiosk(given(row, "name", str), key, desk)


def _row_of_person(person: Person) -> dict[str, object]:
    return {
        "id": person.id,
        "title": person.title,
        "face": person.face,
        "roles": sorted(person.roles),
        "classes": list(person.classes),
        "box": person.box_key.hex(),
        "sign": person.sign_key.hex(),
        "left": person.left,
    }


def _person(row: Row) -> Person:
    return Person(
        PersonId(given(row, "id", str)),
        given(row, "title", str),
        given(row, "face", str),
        frozenset(Role(one) for one in given(row, "roles", list)),
        tuple(ClassId(str(one)) for one in given(row, "classes", list)),
        bytes.fromhex(given(row, "box", str)),
        bytes.fromhex(given(row, "sign", str)),
        given(row, "left", bool),
    )


def _ids(people: Iterable[Person]) -> frozenset[PersonId]:
    return frozenset(one.id for one in people)
