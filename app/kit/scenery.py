"""Backdrops: hand-made scenery that covers a page, and the soft tint of a rule."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.domain.smart import Rule
from app.kit import style
from app.kit.folder import assets

_KEPT = 2
"""Backdrops kept drawn: the page one is on, and the one before. Each is as large as the window."""
_drawn: dict[tuple[str, int, int, str], QPixmap] = {}


@cache
def _index() -> dict[str, Path]:
    return {file.stem: file for file in (assets() / "scenery").glob("*.svg")}


def known(name: str) -> bool:
    """Tell whether there is a backdrop of that name ("bedroom")."""
    return name in _index()


def names() -> list[str]:
    """Return the names of all backdrops, in order."""
    return sorted(_index())


def source(name: str) -> Path | None:
    """Return the file of a backdrop, or of an author's own picture given as a whole path."""
    path = _index().get(name)
    if path is None and name and Path(name).is_absolute():
        path = Path(name)
    return path


def paint(painter: QPainter, name: str, size: QSize) -> None:
    """Cover ``size`` logical pixels with a backdrop; plain themes and "" leave the bare paper."""
    palette = style.current().palette
    whole = QRectF(0, 0, size.width(), size.height())
    file = None if palette.plain else source(name)
    if file is None:
        painter.fillRect(whole, QColor(palette.paper))
        return
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(0, 0, _covering(file, name, size, ratio))


def paint_tint(painter: QPainter, rule: Rule | None, size: QSize) -> None:
    """Fill ``size`` logical pixels with a rule's tint going over into paper."""
    palette = style.current().palette
    whole = QRectF(0, 0, size.width(), size.height())
    if palette.plain or rule is None:
        painter.fillRect(whole, QColor(palette.paper))
        return
    # Imported here: Welcome has no tint, and need not wait for what gradients bring along.
    from PySide6.QtGui import QLinearGradient

    shade = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
    shade.setColorAt(0, QColor(palette.hues[rule].tint))
    shade.setColorAt(1, QColor(palette.paper))
    painter.fillRect(whole, shade)


def _covering(file: Path, name: str, size: QSize, ratio: float) -> QPixmap:
    theme = style.current().looks.theme.value
    device = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    at = (name, device.width(), device.height(), theme)
    if at not in _drawn:
        while len(_drawn) >= _KEPT:
            _drawn.pop(next(iter(_drawn)))
        _drawn[at] = _draw(file, device)
        _drawn[at].setDevicePixelRatio(ratio)
    return _drawn[at]


def _draw(file: Path, size: QSize) -> QPixmap:
    drawn = QPixmap(size)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    if file.suffix.lower() == ".svg":
        renderer = QSvgRenderer(str(file))
        renderer.render(painter, _cover(QSizeF(renderer.defaultSize()), size))
    else:
        image = QPixmap(str(file))
        painter.drawPixmap(_cover(QSizeF(image.size()), size).toRect(), image)
    _calm(painter, size)
    painter.end()
    return drawn


def _calm(painter: QPainter, size: QSize) -> None:
    """Take the colours back for the calm theme."""
    now = style.current()
    if now.looks.theme.value == "grey":
        veil = QColor(now.palette.paper)
        veil.setAlphaF(0.62)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), veil)


def _cover(picture: QSizeF, size: QSize) -> QRectF:
    """Return the rectangle that covers ``size``: cut evenly at the sides, or at the top."""
    grown = picture.scaled(QSizeF(size), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    left, top = (size.width() - grown.width()) / 2, size.height() - grown.height()
    return QRectF(left, top, grown.width(), grown.height())
