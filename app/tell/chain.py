"""One writer's chain on the disk: read once, then only added to."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from app.domain.ports import Clock
from app.domain.tell.vault import Vault
from app.tell.entry import (
    NOTHING,
    SIZE,
    BadEntry,
    Entry,
    Kind,
    body_of,
    hash_of,
    packed,
    parsed,
    unpacked,
)
from app.tell.writer import Writer

LOOKED_AT = 16
"""Entries at the end of a chain that a start looks at: more than are ever added at once."""


class Body(NamedTuple):
    """What an entry speaks of: the kind of file, its hash and its length in bytes."""

    kind: Kind
    id: bytes
    length: int


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a chain stands: its sound bytes, the next number, the last entry's hash.

    ``torn`` is how many bytes at its end are no entries; ``why`` says what is wrong with them.
    """

    size: int = 0
    seq: int = 0
    last: bytes = NOTHING
    roster: int = 0
    torn: int = 0
    why: str = ""


def read_tail(data: bytes, public: bytes) -> Tail:
    """Return where a chain stands: the last entry that follows from those before it.

    Of a long chain only the end is looked at, where a power cut can have hurt it: a start must not
    take longer with every Tell, nor give up all that follows an entry that was damaged years ago.
    ``verify`` looks at every one.
    """
    for number in range(len(data) // SIZE - LOOKED_AT, 0, -1):
        begun = _sound(data, number, public)
        if begun is not None:
            return _followed(begun, data, public)
    return _followed(Tail(), data, public)


def _sound(data: bytes, number: int, public: bytes) -> Tail | None:
    """Return where the chain stands after an entry, if it is signed and in its own place."""
    piece = data[number * SIZE : (number + 1) * SIZE]
    try:
        entry = unpacked(piece)
    except BadEntry:
        return None
    if (entry.chain, entry.seq) != (public, number):
        return None
    return Tail((number + 1) * SIZE, number + 1, hash_of(piece), entry.roster)


def _followed(begun: Tail, data: bytes, public: bytes) -> Tail:
    """Return how far the entries follow from each other; the last signature stands for them all."""
    tails = [begun]
    for at in range(begun.size, len(data), SIZE):
        try:
            tails = [tails[-1], _after(tails[-1], data[at : at + SIZE], public)]
        except BadEntry as bad:
            why = str(bad)
            break
    else:
        why = ""
    if len(tails) > 1:
        try:
            unpacked(data[tails[0].size : tails[1].size])
        except BadEntry as bad:
            return _torn(tails[0], data, str(bad))
    return _torn(tails[-1], data, why)


def _after(tail: Tail, piece: bytes, public: bytes) -> Tail:
    entry = parsed(piece)
    if entry.chain != public or entry.seq != tail.seq or entry.before != tail.last:
        raise BadEntry("it does not follow from the entry before it")
    return Tail(tail.size + SIZE, entry.seq + 1, hash_of(piece), entry.roster)


def _torn(tail: Tail, data: bytes, why: str) -> Tail:
    return replace(tail, torn=len(data) - tail.size, why=why)


def bodies(data: bytes) -> frozenset[bytes]:
    """Return the hashes of all files that a chain names."""
    return frozenset(body_of(data, at) for at in range(0, len(data) - SIZE + 1, SIZE))


class Chain:
    """Adds signed entries to one chain. ``open`` comes first."""

    def __init__(self, vault: Vault, writer: Writer, clock: Clock) -> None:
        self._vault = vault
        self._writer = writer
        self._clock = clock
        self._run = secrets.token_bytes(16)
        self.tail = Tail()

    @property
    def head(self) -> bytes:
        """The hash of the last entry."""
        return self.tail.last

    def open(self) -> bytes:
        """Read where it stands and return its bytes; raise ``StoreFault``."""
        data = self._vault.read(self._writer.file) or b""
        self.tail = read_tail(data, self._writer.public)
        return data

    def secure(self) -> None:
        """Cut what a power cut left at the end, and see to it that the rest is on the medium.

        It may have been added by a program that was killed before it could do so.
        """
        if self.tail.size or self.tail.torn:
            self._vault.cut(self._writer.file, self.tail.size)
            self.tail = replace(self.tail, torn=0, why="")

    def add(self, bodies: Sequence[Body], roster: int) -> None:
        """Add an entry for each body, all in one write, and before the first of all a genesis."""
        genesis = [] if self.tail.seq else [Body(Kind.GENESIS, NOTHING, 0)]
        seq, last, pieces = self.tail.seq, self.tail.last, []
        for body in (*genesis, *bodies):
            pieces.append(self._packed(body, seq, last, roster))
            seq, last = seq + 1, hash_of(pieces[-1])
        data = b"".join(pieces)
        self._vault.append(self._writer.file, data)
        self.tail = Tail(self.tail.size + len(data), seq, last, roster)

    def _packed(self, body: Body, seq: int, before: bytes, roster: int) -> bytes:
        utc = int(self._clock.now().timestamp() * 1000)
        mono = int(self._clock.monotonic() * 1000)
        chain = self._writer.public
        entry = Entry(
            body.kind, seq, utc, mono, self._run, chain, before, body.id, body.length, roster
        )
        return packed(entry, self._writer.secret)
