"""The sheet: A4 with its margins, and pieces put on pages so that no heading ends one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

DOTS = 300
"""To the inch."""
WIDTH, HEIGHT = 2480, 3508
"""A4 (210 by 297 mm) in dots."""


def mm(length: float) -> float:
    """Return millimetres in dots."""
    return length * DOTS / 25.4


def pt(size: float) -> int:
    """Return the size of letters, in points of 1/72 inch, in dots."""
    return round(size * DOTS / 72)


MARGIN = round(mm(18))
"""Room for punched holes, and what no printer cuts."""
TEXT = QRectF(MARGIN, round(mm(26)), WIDTH - 2 * MARGIN, HEIGHT - round(mm(26)) - round(mm(24)))
HEAD = QRectF(MARGIN, round(mm(11)), WIDTH - 2 * MARGIN, round(mm(9)))
FOOT = QRectF(MARGIN, HEIGHT - round(mm(19)), WIDTH - 2 * MARGIN, round(mm(9)))


@dataclass(frozen=True)
class Piece:
    """What is not parted: its height, and how it is drawn with its upper left corner at a point.

    ``stays``: the next piece stands on the same page. ``space`` is left above it, but at the top of
    a page.
    """

    height: float
    draw: Callable[[QPainter, QPointF], None]
    space: float = 0
    stays: bool = False


@dataclass(frozen=True)
class Placed:
    """A piece at its place on a page."""

    piece: Piece
    top: float


Page = tuple[Placed, ...]


def pages(pieces: Iterable[Piece], room: QRectF = TEXT) -> tuple[Page, ...]:
    """Part pieces into pages; those that stay together are moved on together.

    More of them than a page can hold are parted where the page ends.
    """
    done: list[Page] = []
    page: list[Placed] = []
    down = room.top()
    for block in _blocks(pieces):
        if page and down + _height(block) > room.bottom():
            done.append(tuple(page))
            page, down = [], room.top()
        for piece in block:
            space = piece.space if page else 0
            if page and down + space + piece.height > room.bottom():
                done.append(tuple(page))
                page, down, space = [], room.top(), 0
            page.append(Placed(piece, round(down + space)))
            down += space + piece.height
    return (*done, tuple(page)) if page else tuple(done)


def _blocks(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    """Yield the pieces that stay together."""
    block: list[Piece] = []
    for piece in pieces:
        block.append(piece)
        if not piece.stays:
            yield block
            block = []
    if block:
        yield block


def _height(block: list[Piece]) -> float:
    return sum(piece.space + piece.height for piece in block)
