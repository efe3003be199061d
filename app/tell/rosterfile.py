"""The list of recipients in force: the last one that follows, signed, from those before it."""

from __future__ import annotations

from functools import cached_property

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell import journal
from app.domain.tell.journal import Reach
from app.domain.tell.lists import Listing, listing_of, may_sign, row_of, why_not_people
from app.domain.tell.people import ESCROW, PersonId, Roster
from app.domain.tell.records import Row, UnfitRecord
from app.domain.tell.vault import Vault
from app.tell.chain import read_tail
from app.tell.entry import SIZE
from app.tell.journal import body_file
from app.tell.plain import is_signed, packed
from app.tell.plainfiles import plain_files
from app.tell.sealing import Unfit, body_id
from app.tell.writer import Writer, Writers, writers

RECIPIENTS = "recipients"
REMEDY = (
    "no Tell is sealed by it; put the folder 'tell' back from a copy, or let two holders of the"
    " last good list sign a new one"
)


class RosterFile(journal.Recipients):
    """Reads the lists that the desk's chain names; again only when a chain has changed.

    Whether one has is seen by its size and its last entry, which stands for all before it.
    """

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._seen: tuple[tuple[int, bytes], ...] = ()
        self._history: tuple[Listing, ...] = ()

    @override
    def reach(self) -> Reach:
        listing = self.listing()
        return Reach(listing.roster, listing.live) if listing is not None else Reach(Roster())

    def listing(self) -> Listing | None:
        """Return the list in force, None where there was never one; raise ``StoreFault``."""
        return next(reversed(self.history()), None)

    def history(self) -> tuple[Listing, ...]:
        """Return all lists in their order, version 1 first; raise ``StoreFault``."""
        # Asked before the chains are read: what is added meanwhile is then read once more.
        own = self._writers
        seen = tuple(self._vault.end(one.file, SIZE) for one in (own.desk, own.kiosk))
        if self._seen != seen:
            desk, kiosk = self._chain(own.desk), self._chain(own.kiosk)
            newest = max(_named(desk, own.desk), _named(kiosk, own.kiosk))
            self._history = self._read(desk, newest)
            self._seen = seen
        return self._history

    @cached_property
    def _writers(self) -> Writers:
        return writers(self._vault)

    def _chain(self, writer: Writer) -> bytes:
        return self._vault.read(writer.file) or b""

    def _read(self, desk: bytes, newest: int) -> tuple[Listing, ...]:
        """Return the lists; raise ``StoreFault`` where the last is older than ``newest``."""
        history: list[Listing] = []
        for _, entry, row in plain_files(self._vault, desk, self._writers.desk.public):
            if row.get("kind") != RECIPIENTS:
                continue
            found = _checked(row)
            fault = why_not(history[-1] if history else None, found, row)
            if fault:
                raise StoreFault(f"{body_file(entry.body)}: {fault}; {REMEDY}")
            history.append(found)
        if len(history) < newest:
            raise StoreFault(
                f"the list of recipients is version {len(history)}, but Tells were sealed by"
                f" {newest}; {REMEDY}"
            )
        return tuple(history)


def _checked(row: Row) -> Listing:
    try:
        return listing_of(row)
    except (UnfitRecord, Unfit) as fault:
        raise StoreFault(f"the list of recipients: {fault}; {REMEDY}") from fault


def why_not(old: Listing | None, new: Listing, row: Row) -> str:
    """Return why a list cannot follow another, "" where it can."""
    if new.roster.version != (old.roster.version if old is not None else 0) + 1:
        return "it does not follow from the list before it"
    if old is not None and new.before != hash_of_list(old):
        return "it was made from another list"
    fault = why_not_people(old, new)
    needed = may_sign(old, new)[1]
    missing = (
        "" if len(signers(old, new, row)) >= needed else f"{needed} holders must have signed it"
    )
    return fault or missing


def signers(old: Listing | None, new: Listing, row: Row) -> frozenset[PersonId]:
    """Return whose sound signatures a list carries, of those that count."""
    ground = (old or new).roster
    keys = {one.id: one.sign_key for one in ground.people} | {ESCROW: ground.escrow_sign}
    may, _ = may_sign(old, new)
    return frozenset(one for one in may if is_signed(row, one, keys[one]))


def hash_of_list(listing: Listing) -> str:
    """Return the hash by which the next list names this one: of its file without signatures."""
    return body_id(packed(row_of(listing)))


def _named(chain: bytes, writer: Writer) -> int:
    """Return the version of the list that the last entry of a chain names."""
    return read_tail(chain, writer.public).roster
