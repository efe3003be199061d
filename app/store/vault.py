"""The folder that Tells are kept in: sealed files that are written once, and files that grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell import vault
from app.store.cabinet import Cabinet
from app.store.fault import store_fault


class FolderVault(vault.Vault):
    """Files below one folder of the data folder, which must be held for writing.

    A growing file that was there and is gone is a fault, never begun anew: a folder that vanishes
    (a disk that was unmounted) must not be taken for an empty one.
    """

    def __init__(self, cabinet: Cabinet, root: Path) -> None:
        self._cabinet = cabinet
        self._disk = cabinet.disk
        self._root = root
        self._sizes: dict[str, int] = {}  # of the growing files, as far as they are known good
        self._safe: set[Path] = set()  # folders whose own names are known to be on the medium

    @override
    def read(self, name: str) -> bytes | None:
        path = self._path(name)
        with self._faults(path):
            try:
                return self._cabinet.patience(lambda: self._disk.read(path))
            except FileNotFoundError:
                return None

    @override
    def end(self, name: str, size: int) -> tuple[int, bytes]:
        path = self._path(name)
        with self._faults(path):
            try:
                return self._cabinet.patience(lambda: self._disk.end(path, size))
            except FileNotFoundError:
                return 0, b""

    @override
    def write(self, files: Mapping[str, bytes]) -> None:
        self._cabinet.want_held()
        folders = dict.fromkeys(self._path(name).parent for name in files)
        for name, data in files.items():
            path = self._path(name)
            with self._faults(path):
                self._put(path, data)
        for folder in folders:
            with self._faults(folder):
                self._sync_names(folder)

    @override
    def append(self, name: str, data: bytes) -> None:
        self._cabinet.want_held()
        path = self._path(name)
        with self._faults(path):
            with self._growing(name, path) as file:
                size = self._sizes[name]
                try:
                    self._disk.cut(file, size)  # what a failed write left at its end
                    self._fill(file, data)
                except OSError:
                    with suppress(OSError):
                        self._disk.cut(file, size)
                    raise
            self._sizes[name] = size + len(data)

    @override
    def cut(self, name: str, size: int) -> None:
        self._cabinet.want_held()
        path = self._path(name)
        with self._faults(path), self._growing(name, path) as file:
            self._disk.cut(file, size)
            # It is that long now, whatever becomes of the sync.
            self._sizes[name] = size
            self._disk.sync(file)

    @override
    def remove(self, names: tuple[str, ...]) -> None:
        self._cabinet.want_held()
        folders = dict.fromkeys(self._path(name).parent for name in names)
        for name in names:
            path = self._path(name)
            with self._faults(path), suppress(FileNotFoundError):
                self._remove(path)
            self._sizes.pop(name, None)
        for folder in folders:
            with self._faults(folder), suppress(FileNotFoundError):
                self._disk.sync_folder(folder)

    @override
    def names(self, folder: str) -> tuple[str, ...]:
        path = self._path(folder)
        with self._faults(path):
            return self._disk.names(path)

    def _path(self, name: str) -> Path:
        return self._root / name

    @contextmanager
    def _growing(self, name: str, path: Path) -> Iterator[int]:
        """Open a file at its end; the first time it is made if need be, and its size found out."""
        file = self._open_growing(name, path)
        try:
            if name not in self._sizes:
                # Also if it was there: its maker may have been killed before its name was safe.
                self._sync_names(path.parent)
                self._sizes[name] = len(self._disk.read(path))
            yield file
        finally:
            self._disk.close(file)

    def _open_growing(self, name: str, path: Path) -> int:
        try:
            return self._cabinet.patience(lambda: self._disk.open_growing(path))
        except FileNotFoundError:
            if name in self._sizes:
                raise
            return self._create(path)

    def _put(self, path: Path, data: bytes) -> None:
        new = path.with_name(f"{path.name}.tmp")
        try:
            file = self._create(new)
            try:
                self._fill(file, data)
            finally:
                self._disk.close(file)
            self._cabinet.patience(lambda: self._disk.replace(new, path))
        except OSError:
            with suppress(OSError):
                self._disk.remove(new)
            raise

    def _fill(self, file: int, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._disk.write(file, rest) :]
        self._disk.sync(file)

    def _remove(self, path: Path) -> None:
        self._cabinet.patience(lambda: self._disk.remove(path))

    def _create(self, path: Path) -> int:
        """Open a new file; make its folder where the data folder itself has not vanished."""
        try:
            return self._cabinet.patience(lambda: self._disk.create(path))
        except FileNotFoundError:
            if not self._disk.is_folder(self._cabinet.home.root):
                raise
            self._make_folder(path.parent)
            return self._cabinet.patience(lambda: self._disk.create(path))

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those above it up to the vault's; ``_sync_names`` makes them safe."""
        for one in self._folders_to(folder):
            self._disk.make_folder(one)
            self._safe.discard(one)

    def _sync_names(self, folder: Path) -> None:
        """Return when the names in a folder are safe, and the folder itself in those above it."""
        self._disk.sync_folder(folder)
        for one in self._folders_to(folder):
            if one not in self._safe:
                self._disk.sync_folder(one.parent)
                self._safe.add(one)

    def _folders_to(self, folder: Path) -> list[Path]:
        """Return the vault's folder and those on the way from it, the outermost first."""
        way = [one for one in (folder, *folder.parents) if one.is_relative_to(self._root)]
        return way[::-1]

    @contextmanager
    def _faults(self, path: Path) -> Iterator[None]:
        try:
            yield
        except StoreFault:
            raise
        except OSError as error:
            raise store_fault(path, error) from error
