"""Checks all of the record that can be checked without any passphrase, and changes nothing.

Of both chains every entry: its signature, its number, its link to the one before, that the list of
recipients in force names its key as a kiosk's, and that the lists follow from each other, signed by
two. Of every side file: that it is there, or was erased by two, its hash, its length, its kind.
Then what no chain names, what the intake holds, and every anchor, kept here or given from paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.domain.problem import Problem
from app.domain.tell.lists import Listing, listing_of
from app.domain.tell.records import UnfitRecord
from app.domain.tell.vault import Vault
from app.tell import intake
from app.tell.chaincheck import KEEP, NOBODYS, Chain, body_fault, keys_of, walk
from app.tell.entry import NOTHING, SIZE, Entry, Kind
from app.tell.evidence import evidence
from app.tell.journal import body_file
from app.tell.plainfiles import PlainFile, lawful
from app.tell.rosterfile import RECIPIENTS, why_not
from app.tell.writer import chain_file

LEAST_ANCHOR = 16
"""So many digits of an anchor are enough: nobody must type all 64 from paper."""


@dataclass
class Report:
    """What was found. ``breaks`` are alarms, in the order of each chain; ``notes`` are none.

    ``heads`` are the last entries of the chains, to be compared with paper.
    """

    breaks: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    heads: dict[str, str] = field(default_factory=dict)
    entries: int = 0
    files: int = 0

    @property
    def sound(self) -> bool:
        """Whether nothing was changed, taken out or put in."""
        return not self.breaks

    def firsts(self) -> tuple[Problem, ...]:
        """Return the first break of each chain or file: what comes after may follow from it."""
        found: dict[str, Problem] = {}
        for one in self.breaks:
            found.setdefault(one.file, one)
        return tuple(found.values())

    def rest(self) -> tuple[Problem, ...]:
        """Return the other breaks."""
        firsts = self.firsts()
        return tuple(one for one in self.breaks if not any(one is first for first in firsts))


class Verification:
    """Checks a record step by step; ``report`` has what was found so far."""

    def __init__(self, vault: Vault, anchors: Sequence[str] = ()) -> None:
        """``anchors`` are hashes from paper, or their first 16 digits or more."""
        self.report = Report()
        self._anchors = anchors
        self._seen = evidence(vault)
        self._refused: dict[tuple[str, int], str] = {}
        self._plain, self._history = self._ground()
        stones = (lawful(row, self._history, entry.roster) for _, entry, row in self._plain)
        self._erased = {body for stone in stones if stone is not None for body in stone.bodies}
        self._named: set[str] = set()
        self._hashes: dict[str, set[str]] = {}
        self._waiting = self._look_at_intake()
        self._chains = list(self._known_chains())
        self.total = sum(one.size // SIZE for one in self._chains)
        self._work = self._walk_all()

    def step(self, entries: int) -> bool:
        """Check so many entries more; return whether there are more. Raise ``StoreFault``."""
        return sum(1 for _ in islice(self._work, entries)) == entries

    def _break(self, file: str, where: str, fault: str) -> None:
        self.report.breaks.append(Problem(file, where, fault))

    def _note(self, file: str, where: str, fault: str) -> None:
        self.report.notes.append(Problem(file, where, fault))

    def _ground(self) -> tuple[list[PlainFile], list[Listing]]:
        """Read the lists of recipients: they say whose entries count."""
        desk = self._seen.desk()
        plain = self._seen.plain(desk) if desk is not None else []
        file = chain_file(desk) if desk is not None else "chains"
        history: list[Listing] = []
        for one in plain:
            fault = _list_fault(one, history)
            if fault:
                self._refused[file, one.number] = f"the list of recipients is refused: {fault}"
        if self._seen.chains and not history:
            self._break(file, "the lists", f"no sound list of recipients says who writes; {KEEP}")
        return plain, history

    def _look_at_intake(self) -> frozenset[str]:
        seen = self._seen
        public = seen.kiosk(self._history)
        if public is None or not seen.intake:
            return frozenset()
        waiting, good = seen.waiting(public)
        if good < len(seen.intake):
            self._break(
                intake.FILE,
                f"from byte {good} on",
                "this PC did not sign it so: a power cut tore it, or somebody changed it; start Be"
                " SMART, which puts it aside, and check again",
            )
        return waiting

    def _known_chains(self) -> Iterator[Chain]:
        """Yield the chains that a list names; speak of the others, and of those that are gone."""
        known = {chain_file(key): (key, desk) for key, desk in keys_of(self._history)}
        for file, data in self._seen.chains.items():
            self._hashes[file] = set()
            if file in known:
                yield self._chain(data, *known[file])
            elif self._history:
                count = len(data) // SIZE
                self._break(file, f"all {count} entries", f"{NOBODYS}; {KEEP}")
        own = self._seen.own
        if own is not None and own.desk.file not in self._seen.chains and self._seen.chains:
            self._break(own.desk.file, "the whole chain", f"it is gone; {KEEP}")

    def _chain(self, data: bytes, public: bytes, desk: bool) -> Chain:
        torn = 0 if desk else self._seen.torn(public, self._waiting)
        chain = Chain(data, public, desk, len(data) - torn)
        if torn:
            told = f"a power cut tore its last {torn} bytes; the next start of Be SMART mends it"
            self._note(chain.file, "the end", told)
        return chain

    def _walk_all(self) -> Iterator[None]:
        for chain in self._chains:
            yield from self._walk(chain)
        self._look_at_anchors()
        self._look_at_strays()
        self._look_aside()

    def _walk(self, chain: Chain) -> Iterator[None]:
        for step in walk(chain, self._history):
            self.report.entries += 1
            self.report.heads[chain.file] = step.hash
            self._hashes[chain.file].add(step.hash)
            fault = self._refused.get((chain.file, step.number), step.fault)
            if fault:
                self._break(chain.file, f"entry {step.number}", f"{fault}; {KEEP}")
            if step.entry is not None:
                self._body(chain, step.entry, step.number)
            yield
        over = chain.size % SIZE
        if over:
            told = "they are no whole entry: a power cut tore them, or somebody cut the chain"
            self._break(
                chain.file, f"the last {over} bytes", f"{told}; start Be SMART, check again"
            )

    def _body(self, chain: Chain, entry: Entry, number: int) -> None:
        if entry.kind is Kind.GENESIS:
            return
        body = entry.body.hex()
        name = body_file(entry.body)
        data = self._seen.vault.read(name)
        if body in self._named:
            fault = "another entry names it too: it was doubled"
        elif data is None:
            fault = "" if body in self._erased else "it is gone, and no two holders erased it"
        else:
            self.report.files += 1
            fault = body_fault(entry, data)
        if fault:
            self._break(chain.file, f"entry {number}, its file {name}", f"{fault}; {KEEP}")
        elif data is not None and body in self._erased:
            told = "two holders erased it, and it is still here; the next start of Be SMART ends it"
            self._note(name, "the file", told)
        self._named.add(body)

    def _look_at_anchors(self) -> None:
        for number, _, row in self._plain:
            heads = row.get("heads")
            for file, head in heads.items() if isinstance(heads, dict) else ():
                if head != NOTHING.hex() and head not in self._hashes.get(file, ()):
                    told = f"the anchor in entry {number} of the desk's chain names its end then"
                    fault = f"{told}, and that is gone: the end was cut off, or all was exchanged"
                    self._break(file, "the end", f"{fault}; {KEEP}")
        every = [one for hashes in self._hashes.values() for one in hashes]
        for anchor in self._anchors:
            if not any(one.startswith(anchor) for one in every):
                fault = "no entry has this hash: an end was cut off, or all was exchanged"
                self._break(f"anchor {anchor}", "all chains", f"{fault}; {KEEP}")

    def _look_at_strays(self) -> None:
        for name in sorted(self._seen.names - self._named - self._waiting - self._erased):
            told = (
                "no chain names it: a power cut left it over, or an end was cut off; compare the"
                " heads below with the last printed page or digest (--anchor)"
            )
            self._note(f"bodies/{name[:2]}/{name}", "the file", told)

    def _look_aside(self) -> None:
        for name in self._seen.aside:
            file = f"aside/{name}"
            if name.partition(".chain.")[1] and self._is_kiosks(name):
                told = "a start of Be SMART took out the end of this chain, which was damaged"
                self._break(file, "all of it", f"{told}, not torn; {KEEP}")
            else:
                told = "a start of Be SMART put it away: a power cut tore it, or it was changed"
                self._note(file, "all of it", told)

    def _is_kiosks(self, name: str) -> bool:
        files = {chain_file(key) for key, desk in keys_of(self._history) if not desk}
        return f"chains/{name.partition('.chain.')[0]}.chain" in files


def verify(vault: Vault, anchors: Sequence[str] = ()) -> Report:
    """Check a whole record; raise ``StoreFault`` where the disk cannot be read."""
    verification = Verification(vault, anchors)
    while verification.step(500):
        pass
    return verification.report


def _list_fault(one: PlainFile, history: list[Listing]) -> str:
    """Return why a plain file that is a list does not count; keep it in ``history`` if it does."""
    if one.row.get("kind") != RECIPIENTS:
        return ""
    try:
        listing = listing_of(one.row)
    except UnfitRecord as unfit:
        return str(unfit)
    if one.entry.roster != listing.roster.version:
        return "its entry speaks of another list"
    fault = why_not(history[-1] if history else None, listing, one.row)
    if not fault:
        history.append(listing)
    return fault
