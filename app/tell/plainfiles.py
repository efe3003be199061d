"""The plain files that a desk's chain names: lists, tombstones, anchors; no key is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.domain.tell.lists import Listing, holders
from app.domain.tell.records import Row, UnfitRecord
from app.domain.tell.tombstones import KIND as TOMBSTONE
from app.domain.tell.tombstones import Tombstone, tombstone_of
from app.domain.tell.vault import Vault
from app.tell.entry import SIZE, BadEntry, Entry, Kind, unpacked
from app.tell.journal import body_file
from app.tell.plain import is_signed
from app.tell.plain import unpacked as plain_of
from app.tell.sealing import Unfit, body_id
from app.tell.writer import chain_file


class PlainFile(NamedTuple):
    """An entry whose body is a plain file, its place in the chain, and what the file says."""

    number: int
    entry: Entry
    row: Row


def plain_files(vault: Vault, chain: bytes, public: bytes) -> Iterator[PlainFile]:
    """Yield the sound plain files of a chain in order; ``verify`` speaks of the others."""
    for at in range(0, len(chain) - SIZE + 1, SIZE):
        # The kind is looked at first: of a long chain few entries are of plain files.
        if chain[at + 4] != Kind.PLAIN:
            continue
        try:
            entry = unpacked(chain[at : at + SIZE])
            data = vault.read(body_file(entry.body)) or b""
            if entry.chain == public and body_id(data) == entry.body.hex():
                yield PlainFile(at // SIZE, entry, plain_of(data))
        except (BadEntry, Unfit):
            continue


def lawful(row: Row, history: Sequence[Listing], version: int) -> Tombstone | None:
    """Return a tombstone that two holders of the list in force then have signed, else None."""
    if row.get("kind") != TOMBSTONE or not 0 < version <= len(history):
        return None
    try:
        found = tombstone_of(row)
    except UnfitRecord:
        return None
    people = {one.id: one for one in holders(history[version - 1].roster)}
    both = [people.get(one) for one in found.by]
    signed = all(one is not None and is_signed(row, one.id, one.sign_key) for one in both)
    return found if signed else None


def tombstones(vault: Vault, history: Sequence[Listing]) -> tuple[Tombstone, ...]:
    """Return all tombstones that two holders signed."""
    found: list[Tombstone] = []
    for kiosk in history[-1].kiosks if history else ():
        chain = vault.read(chain_file(kiosk.desk)) or b""
        for one in plain_files(vault, chain, kiosk.desk):
            stone = lawful(one.row, history, one.entry.roster)
            found += [stone] if stone is not None else []
    return tuple(found)


def erased(vault: Vault, history: Sequence[Listing]) -> frozenset[str]:
    """Return the names of all files that were lawfully erased, or are just about to be."""
    return names_of(tombstones(vault, history))


def names_of(stones: Iterable[Tombstone]) -> frozenset[str]:
    """Return the names of all files that tombstones name."""
    return frozenset(body for stone in stones for body in stone.bodies)
