"""The few things done to a disk, one by one, so that a test can cut the power between any two."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

BUSY_ON_WINDOWS = frozenset({5, 32, 33})
"""WinError codes that a virus scanner or indexer causes for moments: no access, shared, locked."""
NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EISDIR})
"""What a file system answers that has no sync of folders."""


class Disk:
    """The real disk. Everything raises ``OSError``."""

    def read(self, path: Path) -> bytes:
        """Return a file's bytes."""
        return path.read_bytes()

    def end(self, path: Path, size: int) -> tuple[int, bytes]:
        """Return how many bytes a file has, and its last ``size``, without reading the rest."""
        with path.open("rb") as file:
            whole = file.seek(0, os.SEEK_END)
            file.seek(max(0, whole - size))
            return whole, file.read(size)

    def create(self, path: Path) -> int:
        """Open a new, empty file for writing; an old one of that name is emptied."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
        # Pupils' data are no business of other accounts on the PC.
        return os.open(path, flags | getattr(os, "O_CLOEXEC", 0), 0o660)

    def create_new(self, path: Path) -> None:
        """Make an empty file where there is none; raise ``FileExistsError`` where there is one."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0)
        os.close(os.open(path, flags, 0o660))

    def open_growing(self, path: Path) -> int:
        """Open a file that is there for writing at its end."""
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
        return os.open(path, flags | getattr(os, "O_CLOEXEC", 0))

    def cut(self, file: int, size: int) -> None:
        """Shorten a file to ``size`` bytes; one of that size is left alone, a shorter one a fault.

        The system would fill it up with zeros, and what is added after them could not be read.
        """
        found = os.fstat(file).st_size
        if found < size:
            raise OSError(errno.EIO, f"only {found} of {size} bytes are there")
        if found > size:
            os.ftruncate(file, size)

    def write(self, file: int, data: memoryview) -> int:
        """Write some of the data; return how many bytes were taken."""
        return os.write(file, data)

    def sync(self, file: int) -> None:
        """Return when the file's bytes are on the medium."""
        if sys.platform == "darwin":
            import fcntl

            # There fsync leaves the bytes in the drive's own memory; some file systems can no more.
            with suppress(OSError):
                fcntl.fcntl(file, fcntl.F_FULLFSYNC)
                return
        os.fsync(file)

    def close(self, file: int) -> None:
        """Close a file."""
        os.close(file)

    def change_rights(self, path: Path, rights: int) -> None:
        """Say what accounts may do with a file (0o600: its owner alone)."""
        path.chmod(rights)

    def replace(self, source: Path, target: Path) -> None:
        """Rename a file, over another one where there is one."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's names are on the medium, where the system can do that."""
        if sys.platform == "win32":
            return  # its standard library has no such thing
        file = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(file)
        except OSError as error:
            if error.errno not in NO_FOLDER_SYNC:
                raise
        finally:
            os.close(file)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, where they are missing."""
        folder.mkdir(mode=0o770, parents=True, exist_ok=True)

    def is_folder(self, path: Path) -> bool:
        """Tell whether there is a folder of that name."""
        return path.is_dir()

    def names(self, folder: Path) -> tuple[str, ...]:
        """Return the names in a folder, () where there is none."""
        try:
            return tuple(sorted(path.name for path in folder.iterdir()))
        except FileNotFoundError:
            return ()


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits out, for ``limit`` seconds at most, what Windows refuses for a moment only."""

    limit: float = 2.5
    moment: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] = time.sleep

    def __call__(self, action: Callable[[], T]) -> T:
        """Do the action and return its result; raise its ``OSError`` once patience is out."""
        begun, rest = self.moment(), 0.005
        while True:
            try:
                return action()
            except OSError as error:
                busy = getattr(error, "winerror", None) in BUSY_ON_WINDOWS
                if not busy or self.moment() - begun + rest > self.limit:
                    raise
            self.pause(rest)
            rest = min(rest * 2, 0.25)
