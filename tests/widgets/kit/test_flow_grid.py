"""Tiles fill the room there is, and turn to pages rather than become too small to press."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks
from app.domain.pictures import ANIMALS
from app.kit import shapes, stylesheet
from app.kit.flow_grid import FlowGrid, fullest_grid, largest_grid
from app.kit.pill_button import PillButton
from app.kit.style import Style
from app.kit.tiles import FaceTile
from tests.widgets.kit.hands import tap

LEAST, USUAL = QSize(90, 90), QSize(180, 170)
ROOMS = [QSize(960, 520), QSize(700, 1100), QSize(1300, 560), QSize(1850, 850)]


def tiles(count: int) -> list[QWidget]:
    return [FaceTile(f"Child {number}", ANIMALS[number]) for number in range(count)]


def shown(grid: FlowGrid) -> list[QWidget]:
    return [tile for tile in grid.findChildren(FaceTile) if not tile.isHidden()]


def button(grid: FlowGrid, words: str) -> PillButton:
    return next(one for one in grid.findChildren(PillButton) if one.accessibleName() == words)


@pytest.fixture
def grid(qtbot: QtBot) -> FlowGrid:
    made = FlowGrid(tiles(40))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("count", [1, 2, 5, 12, 30, 40])
@pytest.mark.parametrize("room", ROOMS)
def test_a_grid_holds_all_and_stays_inside(count: int, room: QSize) -> None:
    found = largest_grid(count, room, (LEAST, USUAL), 8)
    assert found is not None
    assert found.places >= count
    wide = found.columns * found.tile.width() + (found.columns - 1) * 8
    tall = found.rows * found.tile.height() + (found.rows - 1) * 8
    assert wide <= room.width()
    assert tall <= room.height()


def test_no_grid_has_tiles_below_the_least() -> None:
    assert largest_grid(40, QSize(300, 300), (LEAST, USUAL), 8) is None
    assert fullest_grid(QSize(300, 300), (LEAST, USUAL), 8).places == 9


def test_few_tiles_do_not_grow_without_end() -> None:
    found = largest_grid(2, QSize(3000, 2000), (LEAST, USUAL), 8)
    assert found is not None
    assert found.tile.width() <= USUAL.width() * 1.5


@pytest.mark.parametrize("room", ROOMS)
def test_tiles_never_overlap_nor_leave_the_room(grid: FlowGrid, room: QSize) -> None:
    grid.resize(room)
    places = [tile.geometry() for tile in shown(grid)]
    assert all(QRect(0, 0, room.width(), room.height()).contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("size", [100, 150])
def test_tiles_are_always_large_enough_to_press(
    grid: FlowGrid, qapp: QApplication, room: QSize, size: int
) -> None:
    style = Style(Looks(text_size=size))
    stylesheet.apply(qapp, style)
    grid.resize(room)
    for tile in shown(grid):
        assert min(tile.width(), tile.height()) - 2 * shapes.room() >= style.target


def test_a_class_of_forty_stands_on_one_page_of_a_usual_screen(grid: FlowGrid) -> None:
    grid.resize(1300, 540)
    assert (grid.pages, len(shown(grid))) == (1, 40)


def test_every_tile_is_on_exactly_one_page(grid: FlowGrid) -> None:
    grid.resize(500, 400)
    assert grid.pages > 1
    seen: list[QWidget] = []
    for page in range(grid.pages):
        grid.turn_to(page)
        seen += shown(grid)
    assert [tile.accessibleName() for tile in seen] == [f"Child {number}" for number in range(40)]


def test_pages_are_turned_by_buttons(grid: FlowGrid) -> None:
    grid.resize(500, 400)
    back, more = (button(grid, words) for words in ("Back a page", "More"))
    assert (back.isEnabled(), more.isEnabled()) == (False, True)
    tap(more)
    assert grid.page == 1
    tap(back)
    assert grid.page == 0
    grid.turn_to(99)
    assert grid.page == grid.pages - 1
    assert not more.isEnabled()


def test_turning_the_screen_lays_out_anew(grid: FlowGrid) -> None:
    grid.resize(500, 400)
    grid.turn_to(2)
    grid.resize(1300, 560)
    assert (grid.pages, grid.page, len(shown(grid))) == (1, 0, 40)


def test_right_to_left_begins_at_the_right(grid: FlowGrid) -> None:
    grid.resize(1300, 560)
    first, second = grid.findChildren(FaceTile)[:2]
    assert first.x() < second.x()
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert first.x() > second.x()


def test_other_tiles_take_the_place_of_the_former(grid: FlowGrid) -> None:
    grid.resize(1300, 560)
    grid.show_tiles(tiles(3))
    assert [tile.accessibleName() for tile in shown(grid)] == ["Child 0", "Child 1", "Child 2"]


def test_the_order_of_focus_is_the_order_of_reading(grid: FlowGrid) -> None:
    grid.resize(1300, 560)
    tile: QWidget | None = grid.findChildren(FaceTile)[0]
    order: list[str] = []
    while tile is not None and len(order) < 40:
        order.append(tile.accessibleName())
        tile = tile.nextInFocusChain()
    assert order == [f"Child {number}" for number in range(40)]


def test_an_empty_grid_is_no_trouble(qtbot: QtBot) -> None:
    empty = FlowGrid()
    qtbot.addWidget(empty)
    empty.resize(300, 300)
    assert (empty.pages, shown(empty)) == (1, [])
