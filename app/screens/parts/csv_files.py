"""Where a class list may have been saved: looked through without a system dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

ENDINGS = {".csv", ".txt", ".tsv"}
MOST = 24
"""Files listed, the newest first."""


def csv_files() -> list[Path]:
    """Return class-list files on memory sticks, the desktop, in documents and downloads."""
    found = {path: changed for folder in _folders() for path, changed in _files(folder)}
    return sorted(found, key=lambda path: -found[path])[:MOST]


def _folders() -> Iterator[Path]:
    places = QStandardPaths.StandardLocation
    for place in (places.DesktopLocation, places.DocumentsLocation, places.DownloadLocation):
        yield from (Path(one) for one in QStandardPaths.standardLocations(place))
    for volume in QStorageInfo.mountedVolumes():
        if volume.isReady() and not volume.isRoot() and _is_stick(volume.rootPath()):
            yield Path(volume.rootPath())


def _is_stick(root: str) -> bool:
    """Whether a volume stands where systems put memory sticks."""
    return root.startswith(("/media/", "/run/media/", "/Volumes/", "/mnt/")) or root[1:2] == ":"


def _files(folder: Path) -> Iterator[tuple[Path, float]]:
    """Yield a folder's class-list files, each with when it was changed (seconds since 1970)."""
    try:
        for path in folder.iterdir():
            if path.suffix.lower() in ENDINGS and path.is_file():
                yield path, path.stat().st_mtime
    except OSError:  # a stick that was pulled out, a folder that may not be read
        return
