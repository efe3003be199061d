"""The port to the staff's side of the record: keys, lists that two sign, deeds, and reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NewType, Protocol

from app.domain.problem import Problem
from app.domain.tell.audit import Erasure, Visit, Way
from app.domain.tell.cases import Files
from app.domain.tell.deeds import Deed
from app.domain.tell.lists import Listing
from app.domain.tell.people import PersonId
from app.domain.tell.routing import People, Routes

Seed = NewType("Seed", bytes)
"""32 bytes from which all private keys of one grown-up are made; in memory while signed in."""


class WrongWords(ValueError):
    """Words that were typed are no key; the text says what is wrong with them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A list that waits for more signatures: which list, and who has signed it."""

    listing: Listing
    signed: People


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists as they stand: the one in force (None before the first), and the one that waits."""

    in_force: Listing | None = None
    waiting: Change | None = None


class Reader(Protocol):
    """Reads what one grown-up's key opens, newest first."""

    files: Files
    visits: list[Visit]
    problems: list[Problem]
    total: int
    read: int

    @property
    def erasures(self) -> tuple[Erasure, ...]:
        """What was erased of the Tells that they knew, as far as it is read."""

    def step(self, entries: int) -> bool:
        """Read so many entries on; return whether there are more. Raises ``StoreFault``."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Whoever writes: who they are, and their seed.

    ``former`` is the seed by which they read, where their key is new and the Tells are not written
    for it yet. For ``ESCROW`` the seed is the words in the safe.
    """

    person: PersonId
    seed: Seed
    former: Seed | None = None


class Rewriting(Protocol):
    """Writes what somebody can read anew for the list in force; kept as done once it is.

    Begun anew after a power cut it only writes some letters twice.
    """

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""

    def step(self, pieces: int) -> bool:
        """Read or write so many pieces on; return whether there are more. Raises ``StoreFault``."""


class StaffDesk(Protocol):
    """Raises ``StoreFault`` where the disk fails. All calls come on the lane "tell", but those that

    take a passphrase: they take about 0.7 s, touch no chain, and come on the lane "cpu".
    """

    def lists(self) -> Lists:
        """Return the lists as they stand."""

    def draft(self) -> Listing | None:
        """Return the list that is being made before there is a first one."""

    def keep_draft(self, draft: Listing) -> None:
        """Keep the list that is being made, so that a set-up can be gone on with."""

    def new_seed(self) -> Seed:
        """Return a new seed; nothing is kept."""

    def words_of(self, seed: Seed) -> tuple[str, ...]:
        """Return a seed as 24 words for paper."""

    def seed_of(self, words: Sequence[str]) -> Seed:
        """Return the seed that words stand for; raise ``WrongWords``."""

    def public_keys(self, seed: Seed) -> tuple[bytes, bytes]:
        """Return the X25519 and Ed25519 keys that go with a seed."""

    def escrow_keys(self, seed: Seed) -> tuple[bytes, bytes]:
        """Return the X25519 and Ed25519 keys of the words in the safe; they are no holder's."""

    def suggestion(self) -> str:
        """Return a passphrase made of words chosen by chance."""

    def weakness(self, passphrase: str, known: Sequence[str]) -> str:
        """Return in words why a passphrase is not to be used, "" for a good one."""

    def keep_key(self, person: PersonId, seed: Seed, passphrase: str) -> None:
        """Keep somebody's seed under a passphrase, in place of the one before."""

    def unlock(self, person: PersonId, passphrase: str) -> Seed | None:
        """Return somebody's seed, None where the passphrase is not right."""

    def keep_next_key(self, person: PersonId, seed: Seed, passphrase: str) -> None:
        """Keep the seed that is somebody's once a list says so, beside the one they have."""

    def unlock_next(self, person: PersonId, passphrase: str) -> Seed | None:
        """Return the seed that was kept beside somebody's own, None where there is none."""

    def change_passphrase(self, person: PersonId, old: str, new: str) -> bool:
        """Keep all that stood under one passphrase under another; False where it was not right."""

    def rewriting(self, hand: Hand, routes: Routes) -> Rewriting | None:
        """Return what writes Tells anew for the list in force, None where it is done."""

    def finish_erasing(self) -> int:
        """End what a power cut left of an erasure; return how many files went."""

    def sign(self, listing: Listing, seeds: Mapping[PersonId, Seed]) -> Lists:
        """Sign a list; it is in force once enough have. Another that waited is dropped.

        Return the lists as they stand then. What ``listing`` says of the list before it and of this
        PC is filled in here.
        """

    def drop(self) -> Lists:
        """Take back the list that waits."""

    def add(self, deed: Deed, seed: Seed, people: People) -> None:
        """Add what somebody did, signed with their seed, for people whose office it is to read."""

    def note_visit(self, person: PersonId, *, right: bool, way: Way = Way.PASSPHRASE) -> None:
        """Keep, for them alone, that somebody's passphrase or words were given, right or wrong."""

    def reader(self, seed: Seed) -> Reader:
        """Return what reads the record with somebody's key."""

    def anchor(self) -> None:
        """Note in the desk's chain how far the chains have come; once a day is enough."""

    def heads(self) -> Mapping[str, str]:
        """Return the last entries of the chains, by their files: an anchor for paper."""
