"""Class lists as the controllers want them, from the adapters that read and hash."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from app.domain.classlist import ClassList
from app.staff import classlist, pupilkey, saved


class CsvLists:
    """The port ``ClassLists`` over ``app.staff``."""

    def __init__(self, folders: Callable[[], Iterable[Path]]) -> None:
        """``folders`` tells where lists may have been saved."""
        self._folders = folders

    def found(self) -> tuple[Path, ...]:
        """Look where a list may have been saved."""
        return tuple(saved.csv_files(self._folders()))

    def read(self, path: Path) -> ClassList:
        """Read a file."""
        return classlist.read_file(path, path.name)

    def keyed(self, hash_key: str) -> Callable[[str], str]:
        """Return what turns a school's own pupil id into its keyed hash."""
        return pupilkey.keyed(hash_key)
