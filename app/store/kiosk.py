"""This kiosk's own file: its id, the numbers it gave, and the staff PIN's record."""

from __future__ import annotations

import logging
import secrets
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


class KioskFile(Numbers, PinStore):
    """The file ``kiosk.json``. Numbers are asked for by the screen's thread, the PIN by a lane.

    Numbers never fail: while the disk does, they are given under a new kiosk id that lives in
    memory only, so that nobody ever gives the same number under the same id.
    """

    def __init__(self, cabinet: Cabinet) -> None:
        self._file = AtomicFile(cabinet, cabinet.home.kiosk_file, KIOSK)
        self._lock = Lock()
        self._document: Document | None = None
        self._id = KioskId("")
        self._next = 1
        self._reserved = 1  # numbers below this one may be given
        self._lasts = True  # the id is the kept one, not one of this start only

    @override
    def ready(self) -> None:
        with self._lock:
            self._want(BLOCK // 2 if self._lasts else BLOCK + 1)

    @override
    def number(self) -> Number:
        with self._lock:
            self._want(1)
            self._next += 1
            return Number(self._id, self._next - 1)

    @override
    def attempt_id(self) -> AttemptId:
        return AttemptId(secrets.token_hex(8))

    @override
    def pin(self) -> PinRecord | None:
        with self._lock:
            row = self._load().get("pin")
            return None if row is None else _record(row)

    @override
    def keep_pin(self, record: PinRecord) -> None:
        row = {"hash": record.hash, "wrong": record.wrong, "wait": float(record.wait)}
        with self._lock:
            self._save(self._load() | {"pin": row})

    def _want(self, count: int) -> None:
        """See to it that so many numbers can be given from memory."""
        if self._reserved - self._next >= count:
            return
        try:
            self._reserve()
        except (StoreFault, UnfitRow) as fault:
            logging.getLogger(__name__).warning("Numbers are given from memory: %s", fault)
            self._id, self._lasts = KioskId(secrets.token_hex(4)), False
            self._reserved = self._next + BLOCK

    def _reserve(self) -> None:
        document = self._load()
        kiosk = document.get("kiosk", {})
        begin = field(kiosk, "next", int)
        self._save(document | {"kiosk": {**kiosk, "next": begin + BLOCK}})
        self._id, self._lasts = KioskId(field(kiosk, "id", str)), True
        self._next, self._reserved = begin, begin + BLOCK

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
