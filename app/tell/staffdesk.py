"""The staff's side of the record on this PC: implements the port ``StaffDesk``."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from app.domain.override import override
from app.domain.ports import Clock, StoreFault
from app.domain.tell import desk as port
from app.domain.tell.audit import Visit, Way
from app.domain.tell.deeds import Deed
from app.domain.tell.deeds import row_of as row_of_deed
from app.domain.tell.desk import Change, Hand, Lists, Reader, Seed
from app.domain.tell.lists import Kiosk, Listing, listing_of, may_sign, row_of
from app.domain.tell.people import ESCROW, PersonId, Roster
from app.domain.tell.records import Row, UnfitRecord
from app.domain.tell.routing import People, Routes
from app.domain.tell.vault import Vault
from app.tell import keys
from app.tell.desk import Desk
from app.tell.erasing import Eraser
from app.tell.exhibits import ExhibitFiles
from app.tell.plain import packed, signed, unpacked
from app.tell.reading import Reading
from app.tell.rewriting import Rewriting, rewriting
from app.tell.rosterfile import RosterFile, hash_of_list, signers
from app.tell.sealing import Unfit, body_id

DRAFT = "draft.list"
WAITING = "waiting.list"
"""The list that waits for a second signature; it says nothing that the next list will not."""


class StaffDesk(port.StaffDesk):
    """Everything that staff do, for one PC."""

    def __init__(self, vault: Vault, clock: Clock, lists: RosterFile, name: str) -> None:
        """``name`` is what staff call this PC."""
        self._vault = vault
        self._clock = clock
        self._lists = lists
        self._desk = Desk(vault, clock, lists)
        self._name = name

    @override
    def lists(self) -> Lists:
        return Lists(self._lists.listing(), self._change(self._waiting()))

    @override
    def draft(self) -> Listing | None:
        row = _sound(self._vault, DRAFT)
        return listing_of(row) if row is not None else None

    @override
    def keep_draft(self, draft: Listing) -> None:
        self._vault.write({DRAFT: packed(row_of(draft))})

    @override
    def new_seed(self) -> Seed:
        return Seed(keys.new_seed())

    @override
    def words_of(self, seed: Seed) -> tuple[str, ...]:
        return keys.words_of(seed)

    @override
    def seed_of(self, words: Sequence[str]) -> Seed:
        return Seed(keys.key_of(words))

    @override
    def public_keys(self, seed: Seed) -> tuple[bytes, bytes]:
        own = keys.holder(seed)
        return own.box_key, own.sign_key

    @override
    def escrow_keys(self, seed: Seed) -> tuple[bytes, bytes]:
        own = keys.escrow(seed)
        return own.box_key, own.sign_key

    @override
    def suggestion(self) -> str:
        return keys.suggestion()

    @override
    def weakness(self, passphrase: str, known: Sequence[str]) -> str:
        return keys.weakness(passphrase, known)

    @override
    def keep_key(self, person: PersonId, seed: Seed, passphrase: str) -> None:
        self._desk.keep_key(person, seed, passphrase)

    @override
    def unlock(self, person: PersonId, passphrase: str) -> Seed | None:
        seed = self._desk.unlock(person, passphrase)
        return None if seed is None else Seed(seed)

    @override
    def keep_next_key(self, person: PersonId, seed: Seed, passphrase: str) -> None:
        self._desk.keep_next_key(person, seed, passphrase)

    @override
    def unlock_next(self, person: PersonId, passphrase: str) -> Seed | None:
        seed = self._desk.unlock_next(person, passphrase)
        return None if seed is None else Seed(seed)

    @override
    def change_passphrase(self, person: PersonId, old: str, new: str) -> bool:
        return self._desk.change_passphrase(person, old, new)

    @override
    def rewriting(self, hand: Hand, routes: Routes) -> Rewriting | None:
        return rewriting(self._vault, self._desk, self._lists.history(), hand, routes)

    @override
    def finish_erasing(self) -> int:
        if self._lists.listing() is None:
            return 0
        return self.eraser.finish()

    @property
    def exhibits(self) -> ExhibitFiles:
        """What keeps files that staff add, in the same chain."""
        return ExhibitFiles(self._vault, self._desk)

    @property
    def eraser(self) -> Eraser:
        """What erases by two, in the same chain as everything that staff do."""
        return Eraser(self._vault, self._clock, self._lists, self._desk)

    @override
    def sign(self, listing: Listing, seeds: Mapping[PersonId, Seed]) -> Lists:
        own = replace(self._following(listing), recovery=ESCROW in seeds)
        waiting = self._waiting()
        row: Row = row_of(own)
        if waiting is not None and listing_of(waiting) == own:
            row = waiting
        for person, seed in seeds.items():
            own_keys = keys.escrow(seed) if person == ESCROW else keys.holder(seed)
            row = signed(row, person, own_keys.sign_secret)
        before = self._lists.listing()
        if len(signers(before, own, row)) >= may_sign(before, own)[1]:
            self._desk.publish(own, row)
            self._vault.remove((WAITING, DRAFT))
        else:
            self._vault.write({WAITING: packed(row)})
        return self.lists()

    @override
    def drop(self) -> Lists:
        self._vault.remove((WAITING,))
        return self.lists()

    @override
    def add(self, deed: Deed, seed: Seed, people: People) -> None:
        self._desk.add(row_of_deed(deed), deed.by, keys.holder(seed), people)

    @override
    def note_visit(self, person: PersonId, *, right: bool, way: Way = Way.PASSPHRASE) -> None:
        self._desk.note_visit(Visit(self._clock.now(), person, right, self._name, way))

    @override
    def reader(self, seed: Seed) -> Reader:
        return Reading(self._vault, self._lists.history(), keys.holder(seed).box_secret)

    @override
    def anchor(self) -> None:
        self._desk.anchor()

    @override
    def heads(self) -> Mapping[str, str]:
        return self._desk.heads

    def _following(self, listing: Listing) -> Listing:
        """Return a list as the next one, with this PC among the kiosks."""
        before = self._lists.listing()
        own = self._desk.writers
        here = Kiosk(self._name, own.kiosk.public, own.desk.public)
        known = before.kiosks if before is not None else ()
        others = tuple(one for one in known if one.key != here.key)
        mine = next((one for one in known if one.key == here.key), here)
        version = (before.roster.version if before is not None else 0) + 1
        roster = replace(listing.roster, version=version)
        hashed = hash_of_list(before) if before is not None else ""
        return replace(listing, roster=roster, kiosks=(*others, mine), before=hashed)

    def _waiting(self) -> Row | None:
        try:
            return _sound(self._vault, WAITING)
        except StoreFault:
            # It can be signed anew; nobody may be kept out of the Tells by it.
            _log().warning("The list that waits for a signature cannot be read; it is left out")
            return None

    def _change(self, row: Row | None) -> Change | None:
        """Return the list that waits, unless another has come into force meanwhile."""
        before = self._lists.listing()
        if row is None:
            return None
        listing = listing_of(row)
        follows = before.roster if before is not None else Roster()
        if listing.roster.version != follows.version + 1:
            return None
        return Change(listing, signers(before, listing, row))


def _sound(vault: Vault, name: str) -> Row | None:
    """Return a list that is in no chain yet; one that is damaged is set aside and is none.

    Raises ``StoreFault`` where it cannot be read.
    """
    data = vault.read(name)
    if data is None:
        return None
    try:
        row = unpacked(data)
        listing_of(row)
    except (Unfit, UnfitRecord):
        _set_aside(vault, name, data)
        return None
    return row


def _set_aside(vault: Vault, name: str, data: bytes) -> None:
    """Put a damaged list away; where the disk cannot, it stays, and is no list all the same."""
    _log().warning("%s was damaged; it is set aside, and what it held must be done anew", name)
    with suppress(StoreFault):
        vault.write({f"aside/{name}.{body_id(data)[:16]}": data})
        vault.remove((name,))


def _log() -> logging.Logger:
    return logging.getLogger(__name__)
