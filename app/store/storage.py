"""TinyDB's storage over a file that is replaced whole, so that a cut write loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tinydb.storages import Storage

from app.domain.override import override
from app.store.atomic import AtomicFile
from app.store.migrations import Document


class AtomicStorage(Storage):
    """Keeps the document in memory and replaces the file with every write.

    After a write that failed the document is read from the disk again, so that memory never says
    anything that the disk does not.
    """

    def __init__(self, file: AtomicFile) -> None:
        self.file = file
        self._document: Document | None = None
        self._waits = False

    @override
    def read(self) -> dict[str, dict[str, Any]]:
        if self._document is None or not self.file.fresh:
            self._document = self.file.load() or {}
        # TinyDB puts changed tables into what it is given: that must not be the kept document.
        return dict(self._document)

    @override
    def write(self, data: dict[str, dict[str, Any]]) -> None:
        # Forgotten until the disk has it, whatever happens on the way.
        self._document = None
        if not self._waits:
            self.file.save(data)
        self._document = data

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let all that is written within reach the disk as one: all of it or nothing."""
        self.read()
        self._waits = True
        try:
            yield
        except BaseException:
            self._document = None
            raise
        finally:
            self._waits = False
        self.write(self.read())
