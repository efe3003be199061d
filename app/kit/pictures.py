"""Art by name, drawn sharp at any size: one cache of drawn pictures for the whole program."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.kit import kept
from app.kit.folder import assets

ART = "art:"
"""Marks the name of a bundled picture, as lessons write it."""


@cache
def _index() -> dict[str, str]:
    """Return the files of the bundled pictures by name.

    The first paint waits for this, and ``glob`` takes three times as long for the 800 of them.
    """
    return {
        file.removesuffix(".svg"): f"{folder}/{file}"
        for folder, _, files in os.walk(assets() / "art")
        for file in files
        if file.endswith(".svg")
    }


def known(name: str) -> bool:
    """Tell whether a picture of that name ("shield") is bundled."""
    return name.removeprefix(ART) in _index()


def names() -> list[str]:
    """Return the names of all bundled pictures, in order."""
    return sorted(_index())


def key(name: str, folder: Path | None = None) -> str:
    """Return what the widgets take for an author's picture: "art:x", or a file of ``folder``."""
    if not name or name.startswith(ART) or folder is None:
        return name
    return str(folder / name)


def source(picture: str) -> Path | None:
    """Return the file behind a key ("art:shield", "shield" or a path), None where there is none."""
    found = _index().get(picture.removeprefix(ART))
    if found is not None:
        return Path(found)
    path = Path(picture)
    return path if path.is_absolute() and path.is_file() else None


def draws(file: Path) -> bool:
    """Tell whether a file can really be drawn: an SVG that QtSvg knows, or a picture of pixels."""
    if file.suffix.lower() == ".svg":
        return _is_whole(file) and QSvgRenderer(str(file)).isValid()
    return not QImageReader(str(file)).read().isNull()


def _is_whole(file: Path) -> bool:
    """Tell whether a file is well-formed XML: QtSvg complains aloud of one that is not."""
    from xml.parsers import expat  # the check of lessons needs it, the first paint does not

    try:
        expat.ParserCreate().Parse(file.read_bytes(), True)
    except (expat.ExpatError, OSError, LookupError):
        return False
    return True


def _draw(file: Path | None, size: QSize) -> QPixmap:
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    if file is None:
        return drawn
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if file.suffix.lower() == ".svg":
        renderer = QSvgRenderer(str(file))
        renderer.render(painter, _centred(renderer.defaultSize(), size))
    else:
        image = QImageReader(str(file)).read()
        painter.drawImage(_centred(image.size(), size), image)
    painter.end()
    return drawn


def _centred(picture: QSize, room: QSize) -> QRectF:
    fitted = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (room.width() - fitted.width()) / 2, (room.height() - fitted.height()) / 2
    return QRectF(left, top, fitted.width(), fitted.height())


def shape(picture: str) -> float:
    """Return a picture's width over its height, 1.0 where it cannot be read."""
    file = source(picture)
    if file is None:
        return 1.0
    svg = file.suffix.lower() == ".svg"
    size = QSvgRenderer(str(file)).defaultSize() if svg else QImageReader(str(file)).size()
    return size.width() / size.height() if size.height() > 0 else 1.0


def pixmap(picture: str, size: QSize, ratio: float = 1.0) -> QPixmap:
    """Return a picture drawn to fit ``size`` logical pixels at a device pixel ``ratio``."""
    device = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    key = (picture, device.width(), device.height())
    drawn = QPixmap(kept.drawn.get(key, lambda: _draw(source(picture), device)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


def paint(painter: QPainter, picture: str, rect: QRectF) -> None:
    """Draw a picture into ``rect``, whole and centred."""
    device = painter.device()
    drawn = pixmap(picture, rect.toAlignedRect().size(), device.devicePixelRatioF())
    painter.drawPixmap(rect.toAlignedRect().topLeft(), drawn)
