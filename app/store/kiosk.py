"""This kiosk's own file: its id, the numbers it gave, and the staff PIN's record."""

from __future__ import annotations

import logging
import secrets
from dataclasses import dataclass
from threading import Lock

from app.domain.ids import AttemptId, KioskId, Number
from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.ports import Numbers, PinStore, StoreFault
from app.store.atomic import AtomicFile, Source
from app.store.cabinet import Cabinet
from app.store.migrations import KIOSK, Document
from app.store.rows import Row, UnfitRow, field

BLOCK = 1_000
"""How many numbers are reserved with one write; a restart leaves the rest of them unused."""


@dataclass(slots=True)
class _Block:
    """Numbers that are given from memory: ``next`` and those after it, up to ``end``."""

    kiosk: KioskId
    next: int
    end: int
    lasts: bool = True  # the id is the kept one, not one of this start only

    @property
    def left(self) -> int:
        return self.end - self.next

    def take(self) -> Number:
        self.next += 1
        return Number(self.kiosk, self.next - 1)


class KioskFile(Numbers, PinStore):
    """The file ``kiosk.json``. Numbers are asked for by the screen's thread, the PIN by a lane.

    Numbers never fail: while the disk does, they are given under a new kiosk id that lives in
    memory only, so that nobody ever gives the same number under the same id. Nor do they wait for
    a write, as long as there are any: a block is on the disk as given before it is in memory.
    """

    def __init__(self, cabinet: Cabinet) -> None:
        self._file = AtomicFile(cabinet, cabinet.home.kiosk_file, KIOSK)
        self._writing = Lock()  # for the file and what was read of it; taken first
        self._counting = Lock()  # for the block; never held while the disk works
        self._document: Document | None = None
        self._block = _Block(KioskId(""), 1, 1)

    @override
    def ready(self) -> None:
        self._want(BLOCK // 2 if self._block.lasts else BLOCK + 1)

    @override
    def number(self) -> Number:
        while True:
            with self._counting:
                if self._block.left:
                    return self._block.take()
            self._want(1)

    @override
    def attempt_id(self) -> AttemptId:
        return AttemptId(secrets.token_hex(8))

    @override
    def pin(self) -> PinRecord | None:
        with self._writing:
            row = self._load().get("pin")
            return None if row is None else _record(row)

    @override
    def keep_pin(self, record: PinRecord) -> None:
        row = {"hash": record.hash, "wrong": record.wrong, "wait": float(record.wait)}
        with self._writing:
            self._save(self._load() | {"pin": row})

    def _want(self, count: int) -> None:
        """See to it that so many numbers can be given from memory."""
        with self._writing:
            if self._block.left >= count:
                return
            try:
                block = self._reserved()
            except (StoreFault, UnfitRow) as fault:
                logging.getLogger(__name__).warning("Numbers are given from memory: %s", fault)
                block = _Block(KioskId(secrets.token_hex(4)), 1, 1 + BLOCK, lasts=False)
            with self._counting:
                self._block = block

    def _reserved(self) -> _Block:
        """Return a new block, which is on the disk as given."""
        document = self._load()
        kiosk = document.get("kiosk", {})
        begin = field(kiosk, "next", int)
        self._save(document | {"kiosk": {**kiosk, "next": begin + BLOCK}})
        return _Block(KioskId(field(kiosk, "id", str)), begin, begin + BLOCK)

    def _save(self, document: Document) -> None:
        self._document = None
        self._file.save(document)
        self._document = document

    def _load(self) -> Document:
        if self._document is None or not self._file.fresh:
            self._document = self._known(self._file.load() or {})
        return self._document

    def _known(self, document: Document) -> Document:
        """Return the document to go on with.

        The numbers of the last good copy may be older than those given since, so that only a new
        kiosk id keeps its numbers rising. A PIN that was lost is not one that was never made:
        nobody may make a new one on the screen.
        """
        if self._file.source is Source.MAIN:
            return document
        fresh: Document = {"kiosk": {"id": secrets.token_hex(4), "next": 1}}
        if self._file.source is Source.LOST:
            return fresh | {"pin": {"hash": "", "wrong": 0, "wait": 0.0}}
        return document | fresh


def _record(row: Row) -> PinRecord:
    try:
        return PinRecord(
            field(row, "hash", str), field(row, "wrong", int), field(row, "wait", float)
        )
    except UnfitRow as fault:
        raise StoreFault(f"the PIN's record is unfit: {fault}; run 'pin reset'") from None
