"""Grounds of cards: drawn out from one small picture, and yet as if drawn whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.domain.looks import Looks, Theme
from app.kit import kept, shapes, style, stylesheet
from app.kit.shapes import Ground
from app.kit.style import Style

AROUND = 20
GROUNDS = [
    ((300, 200), Ground(24, "#ffffff")),
    ((60, 60), Ground(30, "#336699")),
    ((500, 60), Ground(30, "#123456")),
    ((45, 400), Ground(22.5, "#ffffff", "#99aabb", 4)),
    ((30, 20), Ground(6, "#ffffff", "#000000", 1.5)),
]
BARELY = 2
"""Steps of 255 that rounding may make between drawing on a picture and drawing on the page."""


def drawn(
    size: tuple[int, int], look: Ground, ratio: float, *, from_scratch: bool = False
) -> QImage:
    """Return a page with one ground on it."""
    wide, tall = (round((side + 2 * AROUND) * ratio) for side in size)
    page = QImage(wide, tall, QImage.Format.Format_ARGB32_Premultiplied)
    page.setDevicePixelRatio(ratio)
    page.fill(QColor("#d0e0f0"))
    painter = QPainter(page)
    shapes.smooth(painter)
    rect = QRectF(AROUND, AROUND, *size)
    if from_scratch:
        shapes.draw_whole(painter, rect, look, style.current())
    else:
        shapes.ground(painter, rect, look)
    painter.end()
    return page


def apart(one: QImage, other: QImage) -> int:
    """Return by how many steps of 255 two pictures differ where they differ most."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(mine - theirs) for mine, theirs in pairs)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize(("size", "look"), GROUNDS)
@pytest.mark.parametrize("theme", [Theme.PAPER, Theme.CONTRAST_DARK])
def test_drawn_out_it_is_as_if_drawn_whole(
    qapp: QApplication, theme: Theme, size: tuple[int, int], look: Ground, ratio: float
) -> None:
    stylesheet.apply(qapp, Style(Looks(theme=theme)))
    made = drawn(size, look, ratio)
    assert apart(made, drawn(size, look, ratio, from_scratch=True)) <= BARELY
    middle = made.pixelColor(made.width() // 2, made.height() // 2)
    assert middle == QColor(look.colour)


@pytest.mark.usefixtures("qapp")
def test_parts_of_a_pixel_leave_no_seam() -> None:
    page = drawn((300, 200), Ground(24, "#ffffff"), 1.25)
    across = range(round(40 * 1.25), round(300 * 1.25))
    assert {page.pixelColor(x, page.height() // 2).name() for x in across} == {"#ffffff"}


@pytest.mark.usefixtures("qapp")
def test_one_small_picture_serves_all_sizes() -> None:
    kept.drawn.clear()
    drawn((300, 200), Ground(24, "#ffffff"), 1)
    once = kept.drawn.size
    drawn((900, 600), Ground(24, "#ffffff"), 1)
    assert kept.drawn.size == once < 300 * 200
