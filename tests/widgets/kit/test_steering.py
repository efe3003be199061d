"""Arrow keys go by the eye: below is below, also in a grid."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.kit.card_button import CardButton

UP, DOWN, LEFT, RIGHT = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)
PLACES = {
    "ant": (0, 0), "bee": (100, 0), "cat": (200, 0),
    "dog": (0, 100), "eel": (100, 100), "fox": (200, 100),
    "home": (0, 300),
}  # fmt: skip
"""A grid of two rows of three, and one button far below its first column."""


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[dict[str, CardButton]]:
    """Yield the buttons by name; the window is shown."""
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(300, 400)
    made = {}
    for name, (left, top) in PLACES.items():
        made[name] = CardButton(name, parent=page)
        made[name].setGeometry(left, top, 90, 90)
    page.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    yield made
    page.close()  # it is alive until now


def reached(grid: dict[str, CardButton], start: str, *keys: Qt.Key) -> str:
    """Return where keys lead from a button."""
    grid[start].setFocus()
    for key in keys:
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClick(now, key)
    return next(name for name, one in grid.items() if one.hasFocus())


@pytest.mark.parametrize(
    ("start", "keys", "end"),
    [
        ("bee", [DOWN], "eel"),
        ("eel", [UP], "bee"),
        ("ant", [RIGHT, DOWN], "eel"),
        ("fox", [LEFT, LEFT], "dog"),
        ("dog", [DOWN], "home"),
        ("fox", [DOWN], "home"),
        ("home", [UP], "dog"),
    ],
)
def test_an_arrow_leads_to_what_it_points_at(
    grid: dict[str, CardButton], start: str, keys: list[Qt.Key], end: str
) -> None:
    assert reached(grid, start, *keys) == end
    assert grid[end].ringed


def test_at_the_end_of_a_row_it_goes_on_as_one_reads(grid: dict[str, CardButton]) -> None:
    assert reached(grid, "cat", RIGHT) == "dog"


def test_it_passes_by_what_cannot_be_pressed_or_seen(grid: dict[str, CardButton]) -> None:
    grid["eel"].setEnabled(False)
    grid["bee"].hide()
    assert reached(grid, "ant", RIGHT) == "cat"
    assert reached(grid, "dog", RIGHT) == "fox"


def test_a_basket_is_not_ahead_of_its_own_cards(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(200, 400)
    basket, below = CardButton("basket", parent=page), CardButton("below", parent=page)
    basket.setGeometry(0, 0, 200, 200)
    below.setGeometry(0, 300, 200, 90)
    inside = CardButton("inside", parent=basket)
    inside.setGeometry(10, 100, 90, 90)
    page.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is page)
    assert reached({"inside": inside, "basket": basket, "below": below}, "inside", DOWN) == "below"
