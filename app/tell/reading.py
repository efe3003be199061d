"""Reading the record with one grown-up's key: newest first, a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from app.domain.problem import Problem
from app.domain.tell.attachments import attachment_of
from app.domain.tell.audit import VISIT, Erasure, Visit, erasures, visit_of
from app.domain.tell.cases import Files
from app.domain.tell.deeds import Deed, deed_of
from app.domain.tell.lists import Listing
from app.domain.tell.people import Roster
from app.domain.tell.records import (
    Detail,
    First,
    Letter,
    Notice,
    Row,
    TellId,
    UnfitRecord,
    given,
    record_of,
)
from app.domain.tell.vault import Vault
from app.tell.chaincheck import KEEP, NOBODYS, keys_of
from app.tell.deeds import RESEALED, opened
from app.tell.entry import SIZE, BadEntry, Entry, Kind, hash_of, unpacked
from app.tell.journal import body_file
from app.tell.plainfiles import names_of, tombstones
from app.tell.sealing import (
    GROUP,
    Unfit,
    body_id,
    open_group,
    open_sealed,
    open_with,
    tag_of,
)
from app.tell.writer import chain_file

_LOOSE = "it does not follow from the entry before it: entries are gone, doubled or exchanged"


class _Found(NamedTuple):
    """An entry, and whether it stands in a desk's chain."""

    entry: Entry
    desk: bool


class Made(NamedTuple):
    """A deed as it was signed, and the version of the list that was in force then."""

    row: Row
    version: int


class Reading:
    """What one holder's key opens: ``step`` reads on, ``files`` has what was read so far.

    Entries are taken by their times, the newest first, so that the newest Tells are whole first:
    what was done with a Tell is newer than the Tell. ``problems`` says, without any content, what
    is not as it was written.
    """

    def __init__(self, vault: Vault, history: Sequence[Listing], secret: bytes) -> None:
        """``history`` are all lists, ``secret`` is the holder's private X25519 key."""
        self._vault = vault
        self._history = history
        self._secret = secret
        self._groups: dict[str, str] = {}
        self._unread: list[Letter] = []
        self._stones = tombstones(vault, history)  # known before: clocks are set back at times
        self._erased = names_of(self._stones)
        self._found, self.total = self._newest_first()
        self.files = Files()
        self.opened: dict[TellId, dict[str, bytes]] = {}  # by Tell: files that open, their keys
        self.deeds: dict[TellId, dict[str, Made]] = {}  # by Tell and id: as they were signed
        self.visits: list[Visit] = []
        self.problems: list[Problem] = []
        self.read = 0
        self.ended = False
        self._refuse_strangers()

    @property
    def erasures(self) -> tuple[Erasure, ...]:
        """What was erased of the Tells that this key knew, as far as they are read."""
        return erasures(self.files.letters.values(), self._stones)

    def step(self, entries: int) -> bool:
        """Read so many entries on; return whether there are more. Raise ``StoreFault``."""
        for _ in range(entries):
            found = next(self._found, None)
            if found is None:
                self.ended = True
                break
            self.read += 1
            self._take(found)
        self._unread = [one for one in self._unread if not self._follow(one)]
        return not self.ended

    def _newest_first(self) -> tuple[Iterator[_Found], int]:
        chains = []
        total = 0
        for kiosk in self._history[-1].kiosks if self._history else ():
            for public, desk in ((kiosk.key, False), (kiosk.desk, True)):
                data = self._vault.read(chain_file(public)) or b""
                total += len(data) // SIZE
                chains.append(self._backwards(data, public, desk=desk))
        return merge(*chains, key=lambda found: found.entry.utc, reverse=True), total

    def _refuse_strangers(self) -> None:
        """Say of each chain that no list names that it is there; nothing of it is read."""
        known = {chain_file(key) for key, _ in keys_of(self._history)}
        for name in self._vault.names("chains") if known else ():
            if f"chains/{name}" not in known:
                self._note(f"chains/{name}", "all of it", f"{NOBODYS}; {KEEP}")

    def _backwards(self, data: bytes, public: bytes, *, desk: bool) -> Iterator[_Found]:
        file, before = chain_file(public), b""
        for number in range(len(data) // SIZE - 1, -1, -1):
            piece = data[number * SIZE : (number + 1) * SIZE]
            if before and before != hash_of(piece):
                self._note(file, f"entry {number + 1}", f"{_LOOSE}; {KEEP}")
            before = b""
            try:
                entry = unpacked(piece)
            except BadEntry as bad:
                self._note(file, f"entry {number}", f"{bad}; {KEEP}")
                continue
            if entry.chain == public:
                before = entry.before
                yield _Found(entry, desk)
            else:
                self._note(file, f"entry {number}", f"another key signed it: it is forged; {KEEP}")

    def _take(self, found: _Found) -> None:
        entry = found.entry
        if entry.kind is Kind.GENESIS:
            return
        data = self._vault.read(body_file(entry.body))
        name = body_file(entry.body)
        if data is None:
            if entry.body.hex() not in self._erased:
                self._note(name, f"entry {entry.seq}", "the file is gone, and nobody erased it")
        elif body_id(data) != entry.body.hex():
            self._note(name, "the whole file", "it is not what was written")
        elif entry.kind is Kind.PLAIN:
            return
        elif data.startswith(GROUP):
            self._groups[tag_of(data)] = name
        else:
            self._take_sealed(found, name, data)

    def _take_sealed(self, found: _Found, name: str, data: bytes) -> None:
        try:
            pair = open_sealed(data, self._secret)
            if pair is not None:
                if self._is_visit(found, pair[0]):
                    return
                self._keep(found, pair[0])
                self._remember(TellId(str(pair[0].get("tell"))), body_id(data), pair[1])
        except (Unfit, UnfitRecord) as fault:
            self._note(name, "the record", str(fault))

    def _is_visit(self, found: _Found, row: Row) -> bool:
        """Take a visit: the PC itself says so, and its chain is signed; nobody signs inside."""
        if found.desk and row.get("kind") == VISIT:
            self.visits.append(visit_of(row))
            return True
        return False

    def _remember(self, tell: TellId, body: str, key: bytes) -> None:
        self.opened.setdefault(tell, {})[body] = key

    def _keep(self, found: _Found, row: Row) -> None:
        made = Made(row, found.entry.roster)
        if found.desk:
            row = opened(row, self._roster(made.version))
            if row.get("kind") == RESEALED:
                made = Made(given(row, "row", dict), given(row, "version", int))
                row = opened(made.row, self._roster(made.version))
            if row.get("kind") == "deed":
                self._keep_deed(deed_of(row), made)
                return
        match record_of(row):
            case First() as first:
                self.files.firsts[first.tell] = first
            case Notice() as notice:
                self.files.notices[notice.tell] = notice
            case Letter() as letter:
                self.files.add_letter(letter)
                self._unread.append(letter)
            case Detail():
                raise UnfitRecord("a detail outside a group")

    def _keep_deed(self, deed: Deed, made: Made) -> None:
        self.files.add_deed(deed)
        self.deeds.setdefault(deed.tell, {})[deed.id] = made
        added = attachment_of(deed)
        if added is not None:  # what opened by itself is known better
            self.opened.setdefault(deed.tell, {}).setdefault(added.body, added.key)

    def _follow(self, letter: Letter) -> bool:
        """Read what a letter leads to; return False while its group's file has not come yet."""
        if letter.tell not in self.files.firsts:
            self._open_first(letter)
        if not letter.group_key:
            return True
        name = self._groups.get(letter.group)
        if name is None:
            return False
        data = self._vault.read(name)
        rows = open_group(data, letter.group_key) if data is not None else []
        details = [one for one in map(record_of, rows) if isinstance(one, Detail)]
        if details:
            self.files.details[letter.tell] = tuple(details)
            self._remember(letter.tell, name.rpartition("/")[2], letter.group_key)
        return True

    def _open_first(self, letter: Letter) -> None:
        name = body_file(bytes.fromhex(letter.first))
        data = self._vault.read(name)
        if data is None or body_id(data) != letter.first:
            return  # erased, or said where its entry is read
        first = record_of(open_with(data, letter.first_key))
        if isinstance(first, First) and first.tell == letter.tell:
            self.files.firsts[first.tell] = first
            self._remember(first.tell, letter.first, letter.first_key)

    def _roster(self, version: int) -> Roster:
        if not 0 < version <= len(self._history):
            raise UnfitRecord(f"it was made under list {version}, which there is not")
        return self._history[version - 1].roster

    def _note(self, file: str, where: str, fault: str) -> None:
        self.problems.append(Problem(file, where, fault))


def read_all(vault: Vault, history: Sequence[Listing], secret: bytes) -> Reading:
    """Return a reading that has come to its end."""
    reading = Reading(vault, history, secret)
    while reading.step(500):
        pass
    return reading
