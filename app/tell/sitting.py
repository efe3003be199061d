"""A Tell whose sitting lasts: its parts as the intake keeps them, and the keys in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b

from app.domain.tell.journal import Addressed
from app.domain.tell.people import Person, Roster
from app.domain.tell.records import Detail, First, Letter, Notice, row_of
from app.domain.tell.routing import Circles, People, may_read
from app.tell.intake import Part
from app.tell.sealing import (
    SLOTS,
    Envelope,
    Group,
    Readers,
    Sealed,
    begin_group,
    blob,
    envelope,
    group_file,
    open_blob,
    seal_in,
)

LAST = (Part.INNER, Part.OUTER, Part.NOTICE)
"""The letters, each the last of its kind."""
Parts = Sequence[tuple[Part, bytes]]
Take = Callable[[Readers], Envelope]


@dataclass(slots=True)
class Open:
    """A Tell whose files are not all in their place yet."""

    roster: int = 0
    seed: bytes = b""
    head: bytes = b""
    first: bytes = b""
    blobs: list[bytes] = field(default_factory=list)
    letters: dict[Part, bytes] = field(default_factory=dict)
    settled: bool = False  # the first press is in its place
    ended: bool = False

    def take(self, parts: Parts) -> None:
        """Take what one frame brought."""
        for part, data in parts:
            match part:
                case Part.ROSTER:
                    self.roster = int.from_bytes(data, "big")
                case Part.FIRST:
                    self.first = data
                case Part.GROUP:
                    self.head, self.blobs = data, []
                case Part.SEED:
                    self.seed = data
                case Part.BLOB:
                    self.blobs.append(data)
                case Part.END:
                    self.ended = True
                case _:
                    self.letters[part] = data

    def last_files(self) -> tuple[bytes, ...]:
        """Return the group and the letters, in an order that tells nothing of which is which."""
        files = (group_file(self.head, self.blobs, self.seed), *self.letters.values())
        return tuple(sorted(files, key=lambda data: blake2b(data, key=self.seed).digest()))


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is known of a Tell only while its sitting lasts, and only in memory.

    ``knowing`` got the first press at once; ``keyed`` are those to whom the group's key was sealed
    by now.
    """

    first: First
    sealed: Sealed
    group: Group
    knowing: People
    keyed: People = frozenset()


def expected(circle: People, addressed: Addressed) -> tuple[Readers, ...]:
    """Return for whom the files of a first press will be."""
    roster, circles = addressed
    whom = (circle, circles.inner, circles.outer, circles.notice)
    return tuple(readers_of(roster, one) for one in whom)


def begun(
    first: First, circle: People, addressed: Addressed, take: Take = envelope
) -> tuple[Secrets, Parts]:
    """Return what the first press brings; ``take`` gives the envelopes."""
    readers = readers_of(addressed.roster, circle)
    sealed = seal_in(row_of(first), take(readers))
    made = Secrets(first, sealed, begin_group(readers.escrow), circle)
    letters = _letters(made, addressed, take, said=False)
    return made, [(Part.FIRST, sealed.data), *_head(made), *letters]


def said(
    made: Secrets, detail: Detail, addressed: Addressed, blobs: Sequence[bytes]
) -> tuple[Secrets, Parts]:
    """Return what one more tap brings; ``blobs`` are those of the taps before it.

    Where somebody may read on no more, all of it gets a new key: a copy of the intake that they
    made in time opens nothing that is added from now on.
    """
    parts: list[tuple[Part, bytes]] = []
    inner = addressed.circles.inner
    if made.keyed - inner:
        rows = [row for row in (open_blob(one, made.group.key) for one in blobs) if row]
        made = replace(made, group=begin_group(addressed.roster.escrow))
        parts = [*_head(made), *((Part.BLOB, blob(row, made.group.key)) for row in rows)]
    parts.append((Part.BLOB, blob(row_of(detail), made.group.key)))
    letters = _letters(made, addressed, envelope, said=True)
    return replace(made, keyed=inner), [*parts, *letters]


def _head(made: Secrets) -> Parts:
    """Return the head of a group, and the seed of the noise that will fill its file."""
    seed = blake2b(made.group.key, digest_size=32, person=b"noise").digest()
    return (Part.GROUP, made.group.head), (Part.SEED, seed)


def _letters(made: Secrets, addressed: Addressed, take: Take, *, said: bool) -> Parts:
    """Return the letters as they are if nothing more is said.

    There are always three of one size: nobody who looks at the files sees whether more was said,
    or that somebody is left out. Their version of the list goes with them.
    """
    roster, circles = addressed
    first = made.first
    notice = Notice(first.tell, first.at, first.kiosk, first.page)
    usual, inner = _both(made, roster, circles)
    mine = inner if said else usual
    sent = (mine, circles.inner), (usual, circles.outer), (notice, circles.notice)
    sealed = [seal_in(row_of(what), take(readers_of(roster, whom))).data for what, whom in sent]
    version = roster.version.to_bytes(4, "big")
    return [(Part.ROSTER, version), *zip(LAST, sealed, strict=True)]


def _both(made: Secrets, roster: Roster, circles: Circles) -> tuple[Letter, Letter]:
    """Return the letter of a Tell in which nothing more was said, and of this one."""
    first, group = made.first, made.group
    circle = _fitting(roster, circles.usual)
    id_, key, knowing = made.sealed.id, made.sealed.key, _fitting(roster, made.knowing)
    usual = Letter(first.tell, circle, id_, key, group.tag, b"", knowing)
    inner = _fitting(roster, circles.inner)
    return usual, replace(usual, circle=inner, group_key=group.key)


def readers_of(roster: Roster, people: People) -> Readers:
    """Return the keys of people, of at most eight."""
    return Readers([one.box_key for one in _first_eight(roster, people)], roster.escrow)


def _fitting(roster: Roster, people: People) -> People:
    return frozenset(one.id for one in _first_eight(roster, people))


def _first_eight(roster: Roster, people: People) -> list[Person]:
    """Return those who get a slot; of more than eight those whose office it is come first."""
    found = [one for one in roster.people if one.id in people and one.enrolled]
    return sorted(found, key=_not_their_office)[:SLOTS]


def _not_their_office(person: Person) -> bool:
    return not may_read(person)
