"""Draws a small picture of a frame out to any size: its corners stay as they are."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap


class _Span(NamedTuple):
    """A part of one side: where it is in the picture, and where it goes, in logical pixels."""

    start: int
    length: int
    to: int
    out: int

    @property
    def drawn_out(self) -> bool:
        """Whether it is longer there than in the picture."""
        return self.out > self.length


class Frame(NamedTuple):
    """A ``picture``, its corners' side in logical pixels, and the colour between all four."""

    picture: QPixmap
    corner: int
    colour: str


def draw(painter: QPainter, place: QRect, frame: Frame) -> None:
    """Draw a frame into ``place``; only what lies between its corners is drawn out.

    A side of the place that is as long as the picture's is not drawn out at all; none is shorter.
    """
    picture = frame.picture
    ratio = round(picture.devicePixelRatio())
    # What is drawn out is the same all along, and is to stay sharp.
    smooth = QPainter.RenderHint.SmoothPixmapTransform
    was_smooth = painter.testRenderHint(smooth)
    painter.setRenderHint(smooth, False)
    sides = (picture.width() // ratio, picture.height() // ratio)
    for row in _spans(sides[1], place.height(), frame.corner):
        for column in _spans(sides[0], place.width(), frame.corner):
            to = QRect(place.left() + column.to, place.top() + row.to, column.out, row.out)
            if row.drawn_out and column.drawn_out:
                painter.fillRect(to, QColor(frame.colour))  # many times faster than a picture
            else:
                part = QRect(column.start, row.start, column.length, row.length)
                painter.drawPixmap(to, picture, _scaled(part, ratio))
    painter.setRenderHint(smooth, was_smooth)


def _spans(side: int, out: int, corner: int) -> tuple[_Span, ...]:
    if side == out:
        return (_Span(0, side, 0, out),)
    between = side - 2 * corner
    return (
        _Span(0, corner, 0, corner),
        _Span(corner, between, corner, out - 2 * corner),
        _Span(side - corner, corner, out - corner, corner),
    )


def _scaled(part: QRect, ratio: int) -> QRect:
    return QRect(part.topLeft() * ratio, part.size() * ratio)
