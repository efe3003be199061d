"""Lists of recipients: how they are written down, and who must sign one before it is in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.ids import ClassId
from app.domain.tell.people import ESCROW, READERS, Person, PersonId, Role, Roster
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
    ``recovery``: it is signed with the escrow words alone, because no two holders were left; it is
    shown to everybody on it, for nobody else could say no.
    """

    roster: Roster
    kiosks: tuple[Kiosk, ...] = ()
    live: bool = False
    before: str = ""
    recovery: bool = False


def holders(roster: Roster) -> tuple[Person, ...]:
    """Return who may sign lists and erasures: whoever's office it is to read, once enrolled."""
    return tuple(one for one in roster.people if one.enrolled and one.roles & READERS)


def is_cover_only(old: Listing, new: Listing) -> bool:
    """Tell whether a list differs from the one before in nothing but who covers.

    After a list by the escrow words none does: the next one is signed by two, whatever it says.
    """
    if old.recovery:
        return False
    turned = replace(old.roster, version=new.roster.version, covering=new.roster.covering)
    return new == replace(old, roster=turned, before=new.before)


def is_recovery(old: Listing | None, new: Listing) -> bool:
    """Tell whether a list is one that the escrow words may sign alone.

    It changes people and nothing else: no kiosk, no escrow key, not whether Tell is live.
    """
    if old is None or not new.recovery or not old.roster.escrow_sign:
        return False
    ground = replace(old.roster, version=new.roster.version, people=new.roster.people)
    return new == replace(old, roster=ground, before=new.before, recovery=True)


def why_not_people(old: Listing | None, new: Listing) -> str:
    """Return why the people of a list cannot be, "" where they can."""
    if new.recovery and not is_recovery(old, new):
        return "the escrow words can change who reads, and nothing else"
    if len(holders(new.roster)) < SIGNERS:
        return f"{SIGNERS} holders must be left, for {SIGNERS} sign the next list"
    return ""


def enrolled(roster: Roster, person: Person) -> Roster:
    """Return the next list, with somebody new or with new keys or roles of somebody known."""
    known = any(one.id == person.id for one in roster.people)
    changed = tuple(person if one.id == person.id else one for one in roster.people)
    people = changed if known else (*roster.people, person)
    return replace(roster, version=roster.version + 1, people=people)


def without(roster: Roster, person: PersonId) -> Roster:
    """Return the next list, in which somebody has left: nothing is sealed to them any more.

    Their name and key for signing stay, for what they did stays.
    """
    people = tuple(replace(one, left=one.left or one.id == person) for one in roster.people)
    return replace(roster, version=roster.version + 1, people=people)


def may_sign(old: Listing | None, new: Listing) -> tuple[frozenset[PersonId], int]:
    """Return whose signatures count under a new list, and how many of them it needs.

    The first list is signed by those whom it names: whoever sets a school up is believed once, and
    the drill shows the others what they are part of.
    """
    ground = (old or new).roster
    if is_recovery(old, new):
        return frozenset({ESCROW}), 1
    if old is not None and is_cover_only(old, new):
        return _ids(one for one in holders(ground) if one.roles & COVERERS), 1
    return _ids(holders(ground)), SIGNERS


def row_of(listing: Listing) -> dict[str, object]:
    """Return a list as it is written down, without signatures."""
    roster = listing.roster
    escrow = {"escrow_sign": roster.escrow_sign.hex()} if roster.escrow_sign else {}
    recovery = {"recovery": True} if listing.recovery else {}
    return {
        **escrow,
        **recovery,
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
        bytes.fromhex(given({"escrow_sign": "", **row}, "escrow_sign", str)),
    )
    recovery = given({"recovery": False, **row}, "recovery", bool)
    kiosks = tuple(_kiosk(one) for one in given(row, "kiosks", list))
    live, before = given(row, "live", bool), given(row, "before", str)
    return Listing(roster, kiosks, live, before, recovery)


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
