"""The bar: the same things in the same places, folded where they would not fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks
from app.flow.route import To
from app.frame.bar import Bar, BarItem
from app.kit import style, stylesheet
from app.kit.pill_button import PillButton
from app.kit.style import Style
from tests.widgets.desks import Heard

ITEMS = (
    BarItem("Home", "art:house", To("my-path")),
    BarItem("How it looks", "art:eyes", To("looks")),
    BarItem("Maximilian", "art:animal-fox", To("my-stars"), at_end=True),
    BarItem("Tell", "art:speech", To("welcome"), corner=True),
)
WIDE, FOLDED, NARROW = 1366, 640, 380


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[Bar]:
    """Yield a bar with four things in it."""
    window = QWidget()
    qtbot.addWidget(window)
    made = Bar(window)
    made.show_items(ITEMS)
    window.resize(WIDE, 300)
    window.show()
    yield made
    window.close()


def buttons(bar: Bar) -> list[PillButton]:
    """Return the buttons, in the order of the items."""
    return bar.findChildren(PillButton)


def give_width(bar: Bar, width: int) -> None:
    """Give it a width, and the height it asks for there."""
    bar.setGeometry(0, 0, width, bar.height_for(width))


def tops(bar: Bar) -> set[int]:
    """Return where the rows begin; the corner stands apart from them."""
    return {button.y() for button in buttons(bar) if button.geometry() != bar.corner}


def test_it_shows_its_items_in_order(bar: Bar) -> None:
    assert [button.words for button in buttons(bar)] == [item.words for item in ITEMS]


def test_without_items_it_takes_no_room(bar: Bar) -> None:
    bar.show_items(())
    assert bar.height_for(WIDE) == 0
    assert not bar.isVisible()


def test_a_press_says_where_to_go(bar: Bar) -> None:
    going = Heard(bar.going)
    give_width(bar, WIDE)
    for button in buttons(bar):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert going.all == [item.to for item in ITEMS]


def test_the_same_items_again_keep_their_buttons(bar: Bar) -> None:
    before = buttons(bar)
    bar.show_items(list(ITEMS))
    assert buttons(bar) == before


def test_wide_it_is_one_row_with_the_ends_apart(bar: Bar) -> None:
    give_width(bar, WIDE)
    home, looks, name, tell = buttons(bar)
    assert len(tops(bar)) == 1
    assert home.x() < looks.x() < name.x() < tell.x()
    assert name.x() - looks.geometry().right() > 200


@pytest.mark.parametrize("width", [WIDE, 1024, 768, FOLDED, 500, NARROW])
@pytest.mark.parametrize("text_size", [100, 150])
def test_at_every_width_nothing_is_cut_or_covered(
    bar: Bar, qapp: QApplication, width: int, text_size: int
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=text_size)))
    give_width(bar, width)
    for button in buttons(bar):
        assert bar.rect().contains(button.geometry()), (width, button.words)
        assert button.height() >= style.current().target
    for one, other in combinations(buttons(bar), 2):
        assert not one.geometry().intersects(other.geometry())


def test_narrower_it_folds_the_picture_over_the_word(bar: Bar) -> None:
    give_width(bar, WIDE)
    flat = buttons(bar)[1].width()
    give_width(bar, FOLDED)
    assert len(tops(bar)) == 1
    assert buttons(bar)[1].width() < flat


def test_narrower_still_it_takes_two_rows(bar: Bar) -> None:
    give_width(bar, FOLDED)
    one_row = bar.height()
    give_width(bar, NARROW)
    assert len(tops(bar)) == 2
    assert bar.height() > one_row


def test_wide_again_it_unfolds(bar: Bar) -> None:
    give_width(bar, WIDE)
    before = [button.geometry() for button in buttons(bar)]
    give_width(bar, NARROW)
    give_width(bar, WIDE)
    assert [button.geometry() for button in buttons(bar)] == before


def test_right_to_left_it_is_mirrored(bar: Bar) -> None:
    give_width(bar, WIDE)
    before = [button.geometry() for button in buttons(bar)]
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = [button.geometry() for button in buttons(bar)]
    assert [one.width() for one in after] == [one.width() for one in before]
    assert [one.left() for one in after] == [WIDE - 1 - one.right() for one in before]
