"""Whether a chain's entries are as they were signed, follow from each other, and are a kiosk's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.tell.lists import Listing
from app.tell.entry import NOTHING, SIZE, BadEntry, Entry, Kind, hash_of, unpacked
from app.tell.plain import unpacked as plain_of
from app.tell.sealing import GROUP, Unfit, body_id, check, check_group
from app.tell.writer import chain_file

KEEP = "keep this folder as it is, tell the other holders, and compare it with the last copy"
NOBODYS = "no list of recipients names its key as a kiosk's: it is forged, and nobody reads it"


class Chain(NamedTuple):
    """A chain to be walked through. ``size``: its bytes but for an end that the intake mends."""

    data: bytes
    public: bytes
    desk: bool
    size: int

    @property
    def file(self) -> str:
        """The name of its file."""
        return chain_file(self.public)


class Step(NamedTuple):
    """One entry: its place, its hash, what it says (None: it is nobody's) and what is wrong."""

    number: int
    hash: str
    entry: Entry | None
    fault: str


@dataclass
class _Place:
    """Where a walk stands: what the next entry must follow from."""

    seq: int = 0
    before: bytes = NOTHING
    roster: int = 0


def walk(chain: Chain, history: Sequence[Listing]) -> Iterator[Step]:
    """Yield each entry of a chain; one after a break is measured by where that one stands."""
    place = _Place()
    for at in range(0, chain.size - SIZE + 1, SIZE):
        piece = chain.data[at : at + SIZE]
        entry, fault = _entry(chain, place, piece, history)
        place.before = hash_of(piece)
        place.seq = (entry.seq if entry is not None else place.seq) + 1
        place.roster = max(place.roster, entry.roster if entry is not None else 0)
        yield Step(at // SIZE, place.before.hex(), entry, fault)


def keys_of(lists: Iterable[Listing]) -> set[tuple[bytes, bool]]:
    """Return the keys of all chains that lists name, and whether each is a desk's."""
    kiosks = [one for listing in lists for one in listing.kiosks]
    return {pair for one in kiosks for pair in ((one.key, False), (one.desk, True))}


def body_fault(entry: Entry, data: bytes) -> str:
    """Return what is wrong with the file that an entry names, "" for nothing."""
    if len(data) != entry.length:
        return f"it has {len(data)} bytes, and had {entry.length}"
    if body_id(data) != entry.body.hex():
        return "it is not what was written"
    try:
        if entry.kind is Kind.PLAIN:
            plain_of(data)
        elif data.startswith(GROUP):
            check_group(data)
        else:
            check(data)
    except Unfit as fault:
        return str(fault)
    return ""


def _entry(
    chain: Chain, place: _Place, piece: bytes, history: Sequence[Listing]
) -> tuple[Entry | None, str]:
    try:
        entry = unpacked(piece)
    except BadEntry as bad:
        return None, f"{bad}: it was changed, or another program wrote it"
    if entry.chain != chain.public:
        return None, "another key signed it: it is forged, or comes from another chain"
    return entry, _out_of_place(place, entry) or _list_of(chain, place, entry, history)


def _out_of_place(place: _Place, entry: Entry) -> str:
    if entry.seq > place.seq:
        return f"it is number {entry.seq}, and {place.seq} should stand here: entries are gone"
    if entry.seq < place.seq:
        return f"it is number {entry.seq} and stands as {place.seq}: doubled or out of place"
    if entry.before != place.before:
        return "it does not follow from the entry before it, which was changed or exchanged"
    if (entry.kind is Kind.GENESIS) != (entry.seq == 0):
        return "a chain begins here and nowhere else, or does not begin as it must"
    return ""


def _list_of(chain: Chain, place: _Place, entry: Entry, history: Sequence[Listing]) -> str:
    """Return what is wrong with the list under which an entry was written."""
    if entry.roster < place.roster:
        return f"it was written under list {entry.roster}, an older one than those before it"
    if not 0 < entry.roster <= len(history):
        return (
            f"it was written under list {entry.roster}, but the last one here is"
            f" {len(history)}: an older list was put back, or a list is gone"
        )
    if (chain.public, chain.desk) not in keys_of([history[entry.roster - 1]]):
        return f"list {entry.roster} does not name this PC as a kiosk: it is forged"
    return ""
