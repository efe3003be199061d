"""A disk in memory whose power can be cut between any two calls, and in the middle of a write.

What a disk may keep after a power cut, as pessimistically as file systems allow:
- of bytes that were not synced any prefix, or zeros or rubbish in their place;
- of a file that was cut and not synced the old length or the new;
- of names changed since their folder was synced any subset, whatever their order;
- of folders made since the one above was synced any, with all that is in them.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

from app.domain.override import override
from app.store.cabinet import Cabinet
from app.store.disk import Disk

Files = dict[Path, bytes]


@dataclass
class _Content:
    """A file's bytes: those that are safe, and all."""

    safe: bytes
    data: bytes

    def remains(self, every: int) -> list[bytes]:
        """Return what a power cut may leave of it; of long tails every n-th prefix."""
        if self.safe == self.data:
            return [self.data]
        if not self.data.startswith(self.safe):  # it was cut: the old length or the new
            return [self.safe, self.data]
        safe, size = len(self.safe), len(self.data)
        cuts = [*range(safe, size, every), size]
        lost = [self.safe + bytes(size - safe), self.safe + b"\xa5" * (size - safe)]
        return [*(self.data[:cut] for cut in cuts), *lost]


@dataclass(frozen=True)
class _Rename:
    """A name that changed: it appeared (no source), moved, or went (no target)."""

    content: int
    source: Path | None
    target: Path | None

    def done_to(self, names: dict[Path, int]) -> None:
        """Do it, if its source still is what it was."""
        if self.source is not None and names.get(self.source) == self.content:
            del names[self.source]
        if self.target is not None:
            names[self.target] = self.content

    def in_folder(self, folder: Path) -> bool:
        """Tell whether syncing the folder makes it safe."""
        end = self.target or self.source
        return end is not None and end.parent == folder


class MemoryDisk(Disk):
    """The disk; ``watch`` is called after every single thing done to it."""

    def __init__(self, files: Mapping[Path, bytes] | None = None, every: int = 1) -> None:
        self.watch: Callable[[], None] = lambda: None
        self._every = every
        self._contents = [_Content(data, data) for data in (files or {}).values()]
        self._safe_names = {path: number for number, path in enumerate(files or {})}
        self._names = dict(self._safe_names)
        self._pending: list[_Rename] = []
        self._safe_folders = {folder for path in self._names for folder in path.parents}
        self._new_folders: set[Path] = set()

    @property
    def files(self) -> Files:
        """What stands on it while the power is on."""
        return {path: self._contents[number].data for path, number in self._names.items()}

    def after_a_cut(self) -> Iterator[Files]:
        """Yield every state in which the disk may be found if the power goes now."""
        for lost, kept in product(self._lost_folders(), self._kept_renames()):
            names = self._left(lost, kept)
            remains = [self._contents[number].remains(self._every) for number in names.values()]
            for contents in product(*remains):
                yield dict(zip(names, contents, strict=True))

    def all_names_after_a_cut(self) -> Iterator[Files]:
        """Yield a state for every legal set of names, with unsynced bytes all there or all gone."""
        for lost, kept in product(self._lost_folders(), self._kept_renames()):
            yield self._state(lost, kept, lambda found: found[0])
            yield self._state(lost, kept, _whole)

    def all_contents_after_a_cut(self) -> Iterator[Files]:
        """Yield, for each file in turn, every state of its bytes, the others being as they are."""
        whole = self.files
        for path, number in self._names.items():
            for data in self._contents[number].remains(self._every):
                yield {**whole, path: data}

    def some_after_a_cut(self, most: int, chance: Random) -> Iterator[Files]:
        """Yield states as ``after_a_cut`` does, where there may be too many some at random.

        The two in which nothing and everything was kept are always among them.
        """
        yield self._state(set(), (True,) * len(self._pending), lambda found: found[-1])
        yield self._state(
            set(self._new_folders), (False,) * len(self._pending), lambda found: found[0]
        )
        for _ in range(most):
            lost = {one for one in sorted(self._new_folders) if chance.random() < 0.2}
            kept = tuple(chance.random() < 0.5 for _ in self._pending)
            yield self._state(lost, kept, chance.choice)

    def _state(
        self, lost: set[Path], kept: Sequence[bool], choose: Callable[[list[bytes]], bytes]
    ) -> Files:
        names = self._left(lost, kept).items()
        return {path: choose(self._contents[one].remains(self._every)) for path, one in names}

    def _left(self, lost: set[Path], kept: Sequence[bool]) -> dict[Path, int]:
        """Return the names that are left where these folders are lost and these changes kept."""
        names = dict(self._safe_names)
        for rename in (one for one, done in zip(self._pending, kept, strict=True) if done):
            rename.done_to(names)
        return {path: one for path, one in names.items() if lost.isdisjoint(path.parents)}

    def _lost_folders(self) -> list[set[Path]]:
        new = sorted(self._new_folders)
        kept = product((True, False), repeat=len(new))
        return [{one for one, lost in zip(new, mask, strict=True) if lost} for mask in kept]

    def _kept_renames(self) -> Iterator[tuple[bool, ...]]:
        return product((True, False), repeat=len(self._pending))

    @override
    def read(self, path: Path) -> bytes:
        return self._contents[self._find(path)].data

    @override
    def end(self, path: Path, size: int) -> tuple[int, bytes]:
        data = self.read(path)
        return len(data), data[-size:]

    @override
    def create(self, path: Path) -> int:
        if path.parent not in self._safe_folders | self._new_folders:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        self._contents.append(_Content(b"", b""))
        self._rename(_Rename(len(self._contents) - 1, None, path))
        return len(self._contents) - 1

    @override
    def open_growing(self, path: Path) -> int:
        return self._find(path)

    @override
    def cut(self, file: int, size: int) -> None:
        if len(self._contents[file].data) < size:
            raise OSError(errno.EIO, "shorter than it was")
        if len(self._contents[file].data) > size:
            self._contents[file].data = self._contents[file].data[:size]
            self.watch()

    @override
    def write(self, file: int, data: memoryview) -> int:
        # A disk may take less than it was given.
        taken = bytes(data[: max(200, len(data) * 2 // 3)])
        self._contents[file].data += taken
        self.watch()
        return len(taken)

    @override
    def sync(self, file: int) -> None:
        self._contents[file].safe = self._contents[file].data
        self.watch()

    @override
    def close(self, file: int) -> None:
        self.watch()

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._rename(_Rename(self._find(source), source, target))

    @override
    def remove(self, path: Path) -> None:
        self._rename(_Rename(self._find(path), path, None))

    @override
    def sync_folder(self, folder: Path) -> None:
        for rename in [one for one in self._pending if one.in_folder(folder)]:
            rename.done_to(self._safe_names)
            self._pending.remove(rename)
        made = {one for one in self._new_folders if one.parent == folder}
        self._safe_folders |= made
        self._new_folders -= made
        self.watch()

    @override
    def make_folder(self, folder: Path) -> None:
        self._new_folders |= {folder} - self._safe_folders
        self.watch()

    @override
    def is_folder(self, path: Path) -> bool:
        return True

    @override
    def names(self, folder: Path) -> tuple[str, ...]:
        inside = {path.relative_to(folder) for path in self._names if folder in path.parents}
        return tuple(sorted({path.parts[0] for path in inside}))

    def _rename(self, rename: _Rename) -> None:
        rename.done_to(self._names)
        self._pending.append(rename)
        self.watch()

    def _find(self, path: Path) -> int:
        if path not in self._names:
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return self._names[path]


def _whole(found: list[bytes]) -> bytes:
    """Return the state in which all that was written is there: the longest that is no rubbish."""
    return found[-3] if len(found) > 2 else found[-1]


class OwnCabinet(Cabinet):
    """A data folder nobody else can have, because it is in memory."""

    @property
    @override
    def held(self) -> bool:
        return True


def copy_of(files: Files) -> frozenset[tuple[Path, bytes]]:
    """Return a state as a value to be remembered."""
    return frozenset(files.items())
