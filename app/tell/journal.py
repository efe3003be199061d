"""The kiosk's journal: a press is durable after one write, then it finds its place in the chain."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import cached_property
from hashlib import blake2b

from app.domain.override import override
from app.domain.ports import Clock
from app.domain.tell import journal
from app.domain.tell.journal import Addressed
from app.domain.tell.records import Detail, First, TellId
from app.domain.tell.routing import People
from app.domain.tell.vault import Vault
from app.tell import intake
from app.tell.chain import Body, Chain, bodies
from app.tell.entry import SIZE, Kind
from app.tell.envelopes import Envelopes
from app.tell.intake import Frame, Part
from app.tell.sitting import Open, Parts, Secrets, begun, expected, said
from app.tell.writer import Writers, writers

ONE_APPEND = 5 * SIZE
"""The most bytes that are added to the chain at once: a power cut tears no more than that."""


class KioskJournal(journal.TellJournal):
    """Keeps what children tell on this PC."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self._open: dict[TellId, Open] = {}
        self._secrets: dict[TellId, Secrets] = {}
        self._envelopes = Envelopes()
        self._placed: frozenset[bytes] = frozenset()  # while what was left behind is put in place
        self._recovered: tuple[TellId, ...] = ()
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
        self._open.clear()
        data = self._chain.open()
        if self._read_intake():
            self._placed = bodies(data[: self._chain.tail.size])
        self._mend_tail(data)
        self.settle()
        self._placed = frozenset()
        self._is_ready = True

    @override
    def recovered(self) -> tuple[TellId, ...]:
        self.ready()
        return self._recovered

    @override
    def let_go(self) -> None:
        self._recovered = ()
        self.settle()

    @override
    def expect(self, circle: People, addressed: Addressed) -> None:
        self._envelopes.make(expected(circle, addressed))

    @override
    def first(self, first: First, circle: People, addressed: Addressed) -> None:
        self.ready()
        made, parts = begun(first, circle, addressed, self._envelopes.take)
        new = Open()
        self._keep(first.tell, new, parts)
        self._open[first.tell], self._secrets[first.tell] = new, made

    @override
    def add(self, detail: Detail, addressed: Addressed) -> None:
        one = self._open[detail.tell]
        made, parts = said(self._secrets[detail.tell], detail, addressed, one.blobs)
        self._keep(detail.tell, one, parts)
        self._secrets[detail.tell] = made

    @override
    def end(self, tell: TellId) -> None:
        if self._secrets.pop(tell, None) is not None:
            # Its keys are gone, so it has ended, also where the disk cannot take that: a start
            # takes every Tell in the intake for one that has.
            self._open[tell].ended = True
            self._keep(tell, self._open[tell], [(Part.END, b"")])

    @override
    def settle(self) -> None:
        for tell, one in tuple(self._open.items()):
            if not one.settled:
                self._place([one.first], one.roster)
                one.settled = True
            if one.ended:
                self._place(one.last_files(), one.roster)
                del self._open[tell]
        if not self._open and not self._recovered:
            self._vault.cut(intake.FILE, 0)

    def _keep(self, tell: TellId, one: Open, parts: Parts) -> None:
        frame = Frame(bytes.fromhex(tell), parts)
        self._vault.append(intake.FILE, intake.packed(frame, self.writers.kiosk))
        one.take(parts)

    def _place(self, files: Sequence[bytes], roster: int) -> None:
        """Put sealed files in their place, then name them in the chain, each once."""
        missing = [data for data in files if _hash(data) not in self._placed]
        if missing:
            self._vault.write({file_name(data): data for data in missing})
            added = [Body(Kind.SEALED, _hash(data), len(data)) for data in missing]
            self._chain.add(added, max(roster, self._chain.tail.roster))

    def _read_intake(self) -> bool:
        """Take what was acknowledged before the program ended in the middle of it."""
        data = self._vault.read(intake.FILE) or b""
        frames, good = intake.frames(data, self.writers.kiosk.public)
        for frame in frames:
            one = self._open.setdefault(TellId(frame.tell.hex()), Open())
            one.take(frame.parts)
            one.ended = True
        self._recovered = tuple(self._open)
        if good < len(data):
            self._set_aside(intake.FILE, data[good:])
            self._vault.cut(intake.FILE, good)
            logging.getLogger(__name__).warning(
                "The intake of Tells could not be read from byte %d on; %d bytes are set aside:"
                " an unfinished write, or somebody changed it",
                good,
                len(data) - good,
            )
        return bool(data)

    def _mend_tail(self, data: bytes) -> None:
        """Cut a torn end; what it was to name is in the intake, or somebody meddled with it."""
        tail = self._chain.tail
        if tail.torn and (tail.torn > ONE_APPEND or not self._open):
            self._set_aside(self.writers.kiosk.file, data[tail.size :])
            logging.getLogger(__name__).error(
                "The end of the record of Tells is damaged from entry %d on: %s", tail.seq, tail.why
            )
        self._chain.secure()

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
