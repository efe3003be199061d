"""What ``verify`` looks at: the record's files as they stand at one moment, read and not touched.

The program may run beside it. So the names of the side files are read first, then the intake, then
the chains: a file that stood there is then named by one of the two, unless nothing names it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.ports import StoreFault
from app.domain.tell.lists import Kiosk, Listing
from app.domain.tell.vault import Vault
from app.tell import intake
from app.tell.chain import bodies, read_tail
from app.tell.entry import SIZE, BadEntry, parsed
from app.tell.plainfiles import PlainFile, plain_files
from app.tell.rosterfile import RECIPIENTS
from app.tell.sealing import body_id
from app.tell.sitting import Open
from app.tell.writer import Writers, chain_file, kept_writers

LOOKS = 3
"""So often a file that grows is read, if its end is not whole: it may just be written."""


@dataclass(frozen=True)
class Evidence:
    """One moment's files. ``names`` are those in bodies/, ``own`` this PC's keys if they are here.

    ``chains`` are by their file names; ``aside`` is what a start of the program put away.
    """

    vault: Vault
    names: frozenset[str]
    intake: bytes
    chains: dict[str, bytes]
    own: Writers | None
    aside: tuple[str, ...]

    def desk(self) -> bytes | None:
        """Return the key of the chain that holds the lists of recipients."""
        if self.own is not None and self.own.desk.file in self.chains:
            return self.own.desk.public
        keys = (key_of(data) for data in self.chains.values())
        return next((key for key in keys if key is not None and self._lists(key)), None)

    def plain(self, public: bytes) -> list[PlainFile]:
        """Return the sound plain files of a chain."""
        return list(plain_files(self.vault, self.chains.get(chain_file(public), b""), public))

    def _lists(self, public: bytes) -> bool:
        return any(one.row.get("kind") == RECIPIENTS for one in self.plain(public))

    def kiosk(self, history: list[Listing]) -> bytes | None:
        """Return the key by which the intake is signed."""
        if self.own is not None:
            return self.own.kiosk.public
        known: list[Kiosk] = [one for listing in history for one in listing.kiosks]
        here = (one.key for one in reversed(known) if chain_file(one.desk) in self.chains)
        return next(here, None)

    def waiting(self, public: bytes) -> tuple[frozenset[str], int]:
        """Return the files that the intake will put in their place, and how much of it is sound."""
        frames, good = intake.frames(self.intake, public)
        found: dict[bytes, Open] = {}
        for frame in frames:
            found.setdefault(frame.tell, Open()).take(frame.parts)
        files = (data for one in found.values() for data in (one.first, *one.last_files()))
        return frozenset(map(body_id, files)), good

    def torn(self, public: bytes, waiting: frozenset[str]) -> int:
        """Return how many bytes at a chain's end the intake makes good at the next start.

        A power cut left them; no more can be excused than entries of what the intake holds.
        """
        data = self.chains[chain_file(public)]
        tail = read_tail(data, public)
        named = {body.hex() for body in bodies(data[: tail.size])}
        missing = len(waiting - named)
        genesis = 1 if tail.seq == 0 else 0
        return tail.torn if missing and tail.torn <= (missing + genesis) * SIZE else 0


def evidence(vault: Vault) -> Evidence:
    """Read all that is to be looked at; raise ``StoreFault``."""
    folders = vault.names("bodies")
    names = frozenset(name for one in folders for name in vault.names(f"bodies/{one}"))
    kept = _own(vault)
    public = kept.kiosk.public if kept is not None else b""

    def whole(data: bytes) -> bool:
        return not public or intake.frames(data, public)[1] == len(data)

    waiting = _settled(vault, intake.FILE, whole)
    files = [f"chains/{name}" for name in vault.names("chains")]
    chains = {name: _settled(vault, name, lambda data: not len(data) % SIZE) for name in files}
    return Evidence(vault, names, waiting, chains, kept, vault.names("aside"))


def key_of(data: bytes) -> bytes | None:
    """Return the key that a chain's first entry names, whoever signed it."""
    try:
        return parsed(data[:SIZE]).chain
    except BadEntry:
        return None


def _own(vault: Vault) -> Writers | None:
    """Return this PC's keys; a copy of the record may be without them."""
    try:
        return kept_writers(vault)
    except StoreFault:
        return None


def _settled(vault: Vault, name: str, whole: Callable[[bytes], bool]) -> bytes:
    data = b""
    for _ in range(LOOKS):
        data = vault.read(name) or b""
        if whole(data):
            break
    return data
