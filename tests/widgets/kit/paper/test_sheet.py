"""Pieces on pages: what stays together is moved on together, and nothing is lost."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.kit.paper.sheet import Piece, pages

ROOM = QRectF(0, 10, 100, 100)


def piece(height: float, space: float = 0, *, stays: bool = False) -> Piece:
    """Return a piece that draws nothing."""
    return Piece(height, _draw, space, stays)


def tops(*pieces: Piece) -> list[list[float]]:
    """Return where the pieces stand, by page."""
    return [[placed.top for placed in page] for page in pages(pieces, ROOM)]


def test_they_stand_below_each_other_with_their_space_but_at_the_head_of_a_page() -> None:
    assert tops(piece(40, 8), piece(30, 5), piece(40, 9)) == [[10, 55], [10]]


def test_what_stays_with_the_next_is_moved_on_with_it() -> None:
    assert tops(piece(70), piece(20, stays=True), piece(30)) == [[10], [10, 30]]


def test_what_is_higher_than_a_page_is_parted_all_the_same() -> None:
    many = [piece(30, stays=True) for _ in range(5)]
    assert tops(*many) == [[10, 40, 70], [10, 40]]


def test_nothing_makes_no_page() -> None:
    assert pages([], ROOM) == ()


def _draw(painter: QPainter, at: QPointF) -> None:
    """Draw nothing."""
