"""The staff pages' signs are drawn in any colour, and named."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.kit.icons import Glyph, add_search_sign, icon


def drawn(glyph: Glyph, colour: str = "#123456") -> QImage:
    return icon(glyph, colour).pixmap(32, 32).toImage()


def colours(image: QImage) -> set[str]:
    """Return the colours of what is drawn, its soft edges left out."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    points = [image.pixelColor(x, y) for x, y in places]
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("glyph", Glyph)
def test_every_sign_can_be_drawn_in_any_colour(glyph: Glyph) -> None:
    assert colours(drawn(glyph)) == {"#123456"}


def test_a_field_to_find_with_has_a_named_sign_at_its_head(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setAccessibleName("Find a pupil")
    add_search_sign(field)
    assert [action.text() for action in field.actions()] == ["Find a pupil"]
