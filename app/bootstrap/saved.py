"""Where the office may have saved a class list: sticks, desktop, documents, downloads."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

_REMOVABLE = 2
"""What Windows calls a drive for sticks and cards."""


def folders() -> Iterator[Path]:
    """Yield the folders, as they are now: sticks come and go."""
    places = QStandardPaths.StandardLocation
    for place in (places.DesktopLocation, places.DocumentsLocation, places.DownloadLocation):
        yield from (Path(one) for one in QStandardPaths.standardLocations(place))
    yield from (path for path, _ in sticks())


def sticks() -> Iterator[tuple[Path, str]]:
    """Yield the removable drives that are in now, and what they are called."""
    for volume in QStorageInfo.mountedVolumes():
        # A share that does not answer is not even asked: only what stands where sticks do.
        if _is_stick(volume.rootPath()) and volume.isReady() and not volume.isRoot():
            yield Path(volume.rootPath()), volume.displayName()


def documents() -> Path:
    """Return where this account keeps its documents."""
    return _place(QStandardPaths.StandardLocation.DocumentsLocation)


def downloads() -> Path:
    """Return where this account's browser puts what it fetched."""
    return _place(QStandardPaths.StandardLocation.DownloadLocation)


def _place(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))


def _is_stick(root: str) -> bool:
    """Whether a volume stands where systems put memory sticks."""
    if sys.platform == "win32":
        from ctypes import windll

        return bool(windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(("/media/", "/run/media/", "/Volumes/", "/mnt/"))
