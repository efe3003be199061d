"""Where a class list or another file may have been saved: looked through without a dialog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

ENDINGS = frozenset({".csv", ".txt", ".tsv"})
MOST = 24
"""Files listed, the newest first."""


def csv_files(folders: Iterable[Path], endings: frozenset[str] = ENDINGS) -> list[Path]:
    """Return the files in these folders that end so: class lists, if nothing else is said."""
    found = {path: changed for folder in folders for path, changed in _files(folder, endings)}
    return sorted(found, key=lambda path: -found[path])[:MOST]


def _files(folder: Path, endings: frozenset[str]) -> Iterator[tuple[Path, float]]:
    """Yield a folder's files that end so, each with when it was changed (seconds since 1970)."""
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in endings and path.is_file():
                yield path, path.stat().st_mtime
    except OSError:  # a stick that was pulled out, a folder that may not be read
        return
