"""How much room a text needs, and how it is broken into lines: nothing is ever cut off."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from app.kit.ruler import Ruler, ruler

_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.TextFlag.TextDontClip.value
_PIECE = re.compile(r"[^\s/\\-]+[/\\-]*|[/\\-]+")
"""What is never broken unless it must be: a word, or a part of one up to its hyphen or slash."""
_SLASH = re.compile(r"[/\\]+(?=\S)")
_TALL = 100_000
_BREAK = "\u200b"
"""A place to break that shows nothing: Qt breaks between words only, or else anywhere."""
LEAST_SHARE = 0.62
"""Letters are never set smaller than this share of their role's size to make a text fit."""


def widest_word(text: str, metrics: QFontMetrics) -> int:
    """Return the width of the widest word, in pixels; a hyphen ends a word."""
    if isinstance(metrics, Ruler):
        return metrics.widest_of(text, lambda: _widest(text, metrics))
    return _widest(text, metrics)


def _widest(text: str, metrics: QFontMetrics) -> int:
    return max((_width(piece, metrics) for piece in _PIECE.findall(text)), default=0)


def _width(text: str, metrics: QFontMetrics) -> int:
    if isinstance(metrics, Ruler):
        return metrics.width_of(text)
    return metrics.horizontalAdvance(text)


def breakable(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return ``text`` with places to break after slashes (a folder's path has no others).

    Words that are wider than ``width`` may be broken anywhere.
    """
    if widest_word(text, metrics) <= width:
        return _SLASH.sub(rf"\g<0>{_BREAK}", text)

    def broken(found: re.Match[str]) -> str:
        piece = found[0]
        return piece if _width(piece, metrics) <= width else _BREAK.join(piece)

    return _SLASH.sub(rf"\g<0>{_BREAK}", _PIECE.sub(broken, text))


def lines_size(text: str, metrics: QFontMetrics, width: int) -> QSize:
    """Return the size that ``text`` takes when wrapped at ``width``; empty text takes none."""
    if not text:
        return QSize(0, 0)
    wide = max(1, width)
    if isinstance(metrics, Ruler):
        return metrics.box_of(text, wide, lambda: _box(text, metrics, wide))
    return _box(text, metrics, wide)


def _box(text: str, metrics: QFontMetrics, width: int) -> QSize:
    broken = breakable(text, metrics, width)
    return metrics.boundingRect(QRect(0, 0, width, _TALL), _WRAP, broken).size()


def lines_height(text: str, metrics: QFontMetrics, width: int) -> int:
    """Return the height that ``text`` needs when wrapped at ``width``, in pixels."""
    return lines_size(text, metrics, width).height()


def fitted(text: str, font: QFont, room: QSize) -> QFont:
    """Return ``font``, made smaller only as far as ``text`` needs to stand in ``room``.

    It is never smaller than ``LEAST_SHARE`` of itself; a text that long is found by the check of
    its lesson, and runs over here rather than being cut.
    """
    made = QFont(font)
    made.setPixelSize(_fitted_size(text, font.key(), (room.width(), room.height())))
    return made


@lru_cache(maxsize=1024)
def _fitted_size(text: str, key: str, room: tuple[int, int]) -> int:
    """Return the size in pixels at which ``text`` fits, found once for each font, by its key."""
    tried = QFont()
    tried.fromString(key)
    size = tried.pixelSize()
    least = max(1, round(size * LEAST_SHARE))
    for pixels in range(size, least, -1):
        tried.setPixelSize(pixels)
        if fits(text, QFontMetrics(tried), QSize(*room)):
            return pixels
    return least


def fits(text: str, metrics: QFontMetrics, room: QSize) -> bool:
    """Tell whether ``text`` stands in ``room`` with no word broken."""
    if widest_word(text, metrics) > room.width():
        return False
    return lines_height(text, metrics, room.width()) <= room.height()


def draw(painter: QPainter, rect: QRectF, align: Qt.AlignmentFlag, text: str) -> None:
    """Draw ``text`` wrapped into ``rect`` with the painter's font and pen.

    ``align`` is as seen; the text itself runs as its own letters do, whichever way the page does.
    """
    broken = breakable(text, ruler(painter.font()), int(rect.width()))
    page = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(rect, _WRAP | align.value | Qt.AlignmentFlag.AlignAbsolute.value, broken)
    painter.setLayoutDirection(page)
