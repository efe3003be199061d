"""Every pupil's attempts and looks: one TinyDB document file a pupil."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from tinydb.table import Document as TableRow
from tinydb.table import Table

from app.domain.attempt import Attempt, in_order
from app.domain.ids import AttemptId, PupilId
from app.domain.looks import Looks
from app.domain.override import override
from app.domain.ports import ProgressStore, StoreFault
from app.domain.problem import Problem
from app.store.atomic import AtomicFile
from app.store.cabinet import Cabinet
from app.store.migrations import PROGRESS
from app.store.records import attempt_of, attempt_row, looks_of, looks_row
from app.store.rows import UnfitRow
from app.store.storage import AtomicStorage

KEPT_OPEN = 2
"""Documents kept in memory: that of the pupil who is signed in, and of the one before."""
LOOKS_ROW = 1
"""The one row of the table of looks."""


class AttemptTable(Table):
    """Attempts under their own ids, so that histories of several PCs can be joined row by row."""

    document_id_class = str  # type: ignore[assignment]  # meant to be set, but typed as int only

    def has(self, attempt: AttemptId) -> bool:
        """Tell whether an attempt is in it."""
        return attempt in self._read_table()

    def put(self, attempts: Iterable[Attempt]) -> None:
        """Add attempts that are not in it, with one write."""
        self.insert_multiple(
            TableRow(attempt_row(one), one.id)  # type: ignore[arg-type]  # see document_id_class
            for one in attempts
        )


@dataclass(frozen=True, slots=True)
class _Open:
    """A pupil's document in memory."""

    storage: AtomicStorage
    attempts: AttemptTable
    looks: Table


class ProgressFiles(ProgressStore):
    """The pupils' documents in the folder ``progress``."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._cabinet = cabinet
        self._open: OrderedDict[PupilId, _Open] = OrderedDict()

    @override
    def attempts(self, pupil: PupilId) -> tuple[Attempt, ...]:
        found = []
        for row in self._document(pupil).attempts:
            try:
                found.append(attempt_of(str(row.doc_id), row))
            except UnfitRow as fault:
                self._note(pupil, str(row.doc_id), str(fault))
        return in_order(tuple(found))

    @override
    def add(self, pupil: PupilId, attempt: Attempt) -> None:
        document = self._document(pupil)
        try:
            if document.attempts.has(attempt.id):
                # An earlier try failed at its very end: the disk may have it, but only in passing.
                document.storage.write(document.storage.read())
            else:
                document.attempts.put([attempt])
        except StoreFault:
            self._forget(pupil)
            raise

    def add_all(self, pupil: PupilId, attempts: Iterable[Attempt]) -> None:
        """Keep those of many attempts that are not kept yet, with one write: all or none."""
        document = self._document(pupil)
        new = {one.id: one for one in attempts if not document.attempts.has(one.id)}
        try:
            document.attempts.put(new.values())
        except StoreFault:
            self._forget(pupil)
            raise

    @override
    def looks(self, pupil: PupilId) -> Looks:
        row = self._document(pupil).looks.get(doc_id=LOOKS_ROW)
        return looks_of(row) if isinstance(row, TableRow) else Looks()

    @override
    def keep_looks(self, pupil: PupilId, looks: Looks) -> None:
        try:
            self._document(pupil).looks.upsert(TableRow(looks_row(looks), LOOKS_ROW))
        except StoreFault:
            self._forget(pupil)
            raise

    @override
    def erase(self, pupil: PupilId) -> None:
        self._forget(pupil)
        self._file(pupil).erase()

    @override
    def problems(self) -> tuple[Problem, ...]:
        return self._cabinet.problems

    def _document(self, pupil: PupilId) -> _Open:
        """Return a pupil's document, read only where it is not in memory."""
        found = self._open.pop(pupil, None) or self._read(pupil)
        self._open[pupil] = found
        if len(self._open) > KEPT_OPEN:
            self._open.popitem(last=False)
        return found

    def _read(self, pupil: PupilId) -> _Open:
        storage = AtomicStorage(self._file(pupil))
        storage.read()
        # Queries are not cached: every attempt kept would empty the cache again.
        attempts = AttemptTable(storage, "attempts", cache_size=0)
        return _Open(storage, attempts, Table(storage, "looks", cache_size=0))

    def _file(self, pupil: PupilId) -> AtomicFile:
        if not re.fullmatch(r"[0-9A-Za-z_-]+", pupil):
            raise ValueError(f"'{pupil}' is no pupil's id")
        path = self._cabinet.home.progress / f"{pupil}.json"
        return AtomicFile(self._cabinet, path, PROGRESS)

    def _forget(self, pupil: PupilId) -> None:
        self._open.pop(pupil, None)

    def _note(self, pupil: PupilId, row: str, fault: str) -> None:
        self._cabinet.note(
            f"progress/{pupil}.json",
            f"attempt {row}",
            f"{fault}; it is left out and stays in the file; tell whoever looks after Be SMART",
        )
