"""Where a class list may have been saved: looked through without a system dialog."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

ENDINGS = {".csv", ".txt", ".tsv"}
MOST = 24
"""Files listed, the newest first."""


def csv_files(folders: Iterable[Path]) -> list[Path]:
    """Return the class-list files in these folders."""
    found = {path: changed for folder in folders for path, changed in _files(folder)}
    return sorted(found, key=lambda path: -found[path])[:MOST]


def _files(folder: Path) -> Iterator[tuple[Path, float]]:
    """Yield a folder's class-list files, each with when it was changed (seconds since 1970)."""
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in ENDINGS and path.is_file():
                yield path, path.stat().st_mtime
    except OSError:  # a stick that was pulled out, a folder that may not be read
        return
