"""What is handed over, as the controllers want it: pages, JSON, seals and drives together."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from app.domain.override import override
from app.domain.ports import Papers
from app.domain.tell import takeaway
from app.domain.tell.attachments import KINDS, LARGEST, NotAttached
from app.domain.tell.handover import Handover
from app.domain.tell.takeaway import Drive, Lock, NotSaved, Shape, file_name
from app.staff.saved import csv_files
from app.store.fault import FULL, FULL_ON_WINDOWS

LOCKED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ESTALE})
MOST_OF_A_NAME = 1000


class FileTakeaway(takeaway.Takeaway):
    """Makes files, and saves them on the drives that are found."""

    def __init__(
        self,
        papers: Papers,
        sticks: Callable[[], Iterable[tuple[Path, str]]],
        documents: Callable[[], Path],
        downloads: Callable[[], Path],
    ) -> None:
        """``sticks`` tells which removable drives are in now, and their names."""
        self._downloads = downloads
        self._papers = papers
        self._sticks = sticks
        self._documents = documents

    @override
    def drives(self) -> tuple[Drive, ...]:
        found = tuple(Drive(path, name, removable=True) for path, name in self._sticks())
        here = self._documents()
        return (*found, Drive(here, here.name, removable=False))

    @override
    def made(self, handover: Handover, shape: Shape, lock: Lock) -> bytes:
        text = json.dumps(handover.document(), ensure_ascii=False, indent=2).encode()
        if shape is Shape.JSON:
            return text
        # Imported here: none of it is needed before somebody hands a Tell over.
        from app.kit.paper import pdf

        if shape is Shape.PDF:
            return pdf.of_handover(handover)
        name = file_name(handover.case.tell, handover.making.at, Shape.JSON)
        return _sealed(pdf.of_handover(handover, {name: text}), lock)

    @override
    def free(self, drive: Drive, name: str) -> Path:
        self._want(drive)
        first = drive.path / name
        more = (f"{first.stem} ({number}){first.suffix}" for number in range(2, MOST_OF_A_NAME))
        for path in (first, *map(first.with_name, more)):
            # A link that leads nowhere is somebody's, too.
            if not os.path.lexists(path):
                return path
        raise NotSaved(f"'{drive.name}' has too many files of this name. Take another drive.")

    @override
    def save(self, drive: Drive, path: Path, data: bytes) -> None:
        self._want(drive)
        try:
            self._papers.write_new(path, data)
        except OSError as error:
            raise NotSaved(_reason(drive, error)) from error

    def _want(self, drive: Drive) -> None:
        # Its folder would else be made anew on this PC's own disk, where nobody looks for it.
        if drive.removable and drive.path not in [path for path, _ in self._sticks()]:
            raise NotSaved(_gone(drive))

    @override
    def found(self) -> tuple[Path, ...]:
        places = (*(path for path, _ in self._sticks()), self._downloads())
        return tuple(csv_files(places, KINDS))

    @override
    def read(self, path: Path) -> bytes:
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            raise NotAttached(f"{path.name} cannot be read; look again") from error
        if len(data) > LARGEST:
            raise NotAttached(f"{path.name} is larger than 10 MB; keep it elsewhere, and note that")
        return data

    @override
    def take_back(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink()


def _sealed(data: bytes, lock: Lock) -> bytes:
    from app.tell.sealed_export import sealed_for_key, sealed_for_passphrase

    if lock.key:
        return sealed_for_key(data, lock.key)
    return sealed_for_passphrase(data, lock.passphrase)


def _reason(drive: Drive, error: OSError) -> str:
    if error.errno in FULL or getattr(error, "winerror", None) in FULL_ON_WINDOWS:
        return f"'{drive.name}' is full. Free some space on it, or take another drive."
    if isinstance(error, FileExistsError):
        return f"'{drive.name}' has got a file of this name meanwhile. Please try again."
    if error.errno in LOCKED:
        return f"'{drive.name}' cannot be written to. Unlock it, or take another drive."
    if error.errno in GONE:
        return _gone(drive)
    detail = error.strerror or "it does not say why"
    return f"'{drive.name}' did not take the file ({detail}). Take another drive."


def _gone(drive: Drive) -> str:
    return f"'{drive.name}' is gone. Plug it in again, and look again."
