"""Where the office may have saved a class list: sticks, desktop, documents, downloads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo


def folders() -> Iterator[Path]:
    """Yield the folders, as they are now: sticks come and go."""
    places = QStandardPaths.StandardLocation
    for place in (places.DesktopLocation, places.DocumentsLocation, places.DownloadLocation):
        yield from (Path(one) for one in QStandardPaths.standardLocations(place))
    for volume in QStorageInfo.mountedVolumes():
        if volume.isReady() and not volume.isRoot() and _is_stick(volume.rootPath()):
            yield Path(volume.rootPath())


def _is_stick(root: str) -> bool:
    """Whether a volume stands where systems put memory sticks."""
    return root.startswith(("/media/", "/run/media/", "/Volumes/", "/mnt/")) or root[1:2] == ":"
