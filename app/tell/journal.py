"""The kiosk's journal: a press is durable after one write, then it finds its place in the chain."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import blake2b

from app.domain.override import override
from app.domain.ports import Clock
from app.domain.tell import journal
from app.domain.tell.journal import Addressed
from app.domain.tell.people import Person, Roster
from app.domain.tell.records import Detail, First, Letter, Notice, TellId, row_of
from app.domain.tell.routing import People, may_read
from app.domain.tell.vault import Vault
from app.tell import intake
from app.tell.chain import Body, Chain, bodies
from app.tell.entry import Kind
from app.tell.intake import Frame, Part
from app.tell.sealing import SLOTS, Group, Readers, Sealed, begin_group, blob, group_file, seal
from app.tell.writer import Writers, writers

LAST = (Part.INNER, Part.OUTER, Part.NOTICE)
"""The letters, each the last of its kind."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is known of a Tell only while its sitting lasts, and only in memory."""

    first: First
    sealed: Sealed
    group: Group


@dataclass(slots=True)
class Open:
    """A Tell whose files are not all in their place yet."""

    seed: bytes = b""
    head: bytes = b""
    first: bytes = b""
    blobs: list[bytes] = field(default_factory=list)
    letters: dict[Part, bytes] = field(default_factory=dict)
    settled: bool = False  # the first press is in its place
    ended: bool = False

    def take(self, parts: Sequence[tuple[Part, bytes]]) -> None:
        """Take what one frame brought."""
        for part, data in parts:
            match part:
                case Part.FIRST:
                    self.first = data
                case Part.GROUP:
                    self.head = data
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


class KioskJournal(journal.TellJournal):
    """Keeps what children tell on this PC."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._open: dict[TellId, Open] = {}
        self._secrets: dict[TellId, Secrets] = {}
        self._placed: frozenset[bytes] = frozenset()  # while what was left behind is put in place
        self._roster = 0
        self._is_ready = False

    @cached_property
    def writers(self) -> Writers:
        """This PC's keys for signing."""
        return writers(self._vault)

    @cached_property
    def _chain(self) -> Chain:
        return Chain(self._vault, self.writers.kiosk, self._clock)

    @override
    def ready(self) -> None:
        if self._is_ready:
            return
        data = self._chain.open()
        if self._read_intake():
            self._placed = bodies(data[: self._chain.tail.size])
        if self._chain.tail.torn:
            self._mend_tail(data)
        self._roster = self._chain.tail.roster
        self.settle()
        self._placed = frozenset()
        self._is_ready = True

    @override
    def first(self, first: First, circle: People, addressed: Addressed) -> None:
        self.ready()
        readers = _readers(addressed.roster, circle)
        made = Secrets(first, seal(row_of(first), readers), begin_group(readers.escrow))
        new = Open(seed=blake2b(made.group.key, digest_size=32, person=b"noise").digest())
        parts = [
            (Part.FIRST, made.sealed.data),
            (Part.GROUP, made.group.head),
            (Part.SEED, new.seed),
            *_letters(made, addressed, said=False),
        ]
        self._keep(first.tell, new, parts)
        self._open[first.tell], self._secrets[first.tell] = new, made
        self._roster = addressed.roster.version

    @override
    def add(self, detail: Detail, addressed: Addressed) -> None:
        made = self._secrets[detail.tell]
        said = blob(row_of(detail), made.group.key)
        parts = [(Part.BLOB, said), *_letters(made, addressed, said=True)]
        self._keep(detail.tell, self._open[detail.tell], parts)

    @override
    def end(self, tell: TellId) -> None:
        if self._secrets.pop(tell, None) is not None:
            self._keep(tell, self._open[tell], [(Part.END, b"")])

    @override
    def settle(self) -> None:
        for tell, one in tuple(self._open.items()):
            if not one.settled:
                self._place([one.first])
                one.settled = True
            if one.ended:
                self._place(one.last_files())
                del self._open[tell]
        if not self._open:
            self._vault.cut(intake.FILE, 0)

    def _keep(self, tell: TellId, one: Open, parts: Sequence[tuple[Part, bytes]]) -> None:
        frame = Frame(bytes.fromhex(tell), parts)
        self._vault.append(intake.FILE, intake.packed(frame, self.writers.kiosk))
        one.take(parts)

    def _place(self, files: Sequence[bytes]) -> None:
        """Put sealed files in their place, then name them in the chain, each once."""
        missing = [data for data in files if _hash(data) not in self._placed]
        if missing:
            self._vault.write({file_name(data): data for data in missing})
            added = [Body(Kind.SEALED, _hash(data), len(data)) for data in missing]
            self._chain.add(added, self._roster)

    def _read_intake(self) -> bool:
        """Take what was acknowledged before the program ended in the middle of it."""
        data = self._vault.read(intake.FILE) or b""
        frames, good = intake.frames(data, self.writers.kiosk.public)
        for frame in frames:
            one = self._open.setdefault(TellId(frame.tell.hex()), Open(ended=True))
            one.take(frame.parts)
        if good < len(data):
            self._set_aside(intake.FILE, data[good:])
            self._vault.cut(intake.FILE, good)
        return bool(data)

    def _mend_tail(self, data: bytes) -> None:
        """Cut a torn end; what it was to name is in the intake, or somebody meddled with it."""
        tail = self._chain.tail
        if not self._open:
            self._set_aside(self.writers.kiosk.file, data[tail.size :])
            logging.getLogger(__name__).error(
                "The end of the record of Tells is damaged from entry %d on: %s", tail.seq, tail.why
            )
        self._chain.drop_torn()

    def _set_aside(self, name: str, data: bytes) -> None:
        last = name.rpartition("/")[2]
        self._vault.write({f"aside/{last}.{_hash(data).hex()[:16]}": data})


def file_name(data: bytes) -> str:
    """Return the name of a side file: its hash, in a folder of the first two digits."""
    return body_file(_hash(data))


def body_file(body: bytes) -> str:
    """Return the name of the side file with a hash."""
    name = body.hex()
    return f"bodies/{name[:2]}/{name}"


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=32).digest()


def _letters(made: Secrets, addressed: Addressed, *, said: bool) -> list[tuple[Part, bytes]]:
    """Return the letters as they are if nothing more is said.

    There are always three of one size: nobody who looks at the files sees whether more was said,
    or that somebody is left out.
    """
    roster, circles = addressed
    first, group = made.first, made.group
    usual = Letter(first.tell, circles.usual, made.sealed.id, made.sealed.key, group.tag, b"")
    inner = replace(usual, circle=circles.inner, group_key=group.key) if said else usual
    notice = Notice(first.tell, first.at, first.kiosk, first.page)
    sent = (inner, circles.inner), (usual, circles.outer), (notice, circles.notice)
    sealed = [seal(row_of(what), _readers(roster, whom)).data for what, whom in sent]
    return list(zip(LAST, sealed, strict=True))


def _readers(roster: Roster, people: People) -> Readers:
    """Return the keys of people; of more than eight those whose office it is come first."""
    found = [one for one in roster.people if one.id in people and one.enrolled]
    first = sorted(found, key=_not_their_office)[:SLOTS]
    return Readers([one.box_key for one in first], roster.escrow)


def _not_their_office(person: Person) -> bool:
    return not may_read(person)
