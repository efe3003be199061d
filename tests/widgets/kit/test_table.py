"""Staff tables: rows stand as given until a heading is pressed, and numbers sort as numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.kit import wrapping
from app.kit.ruler import ruler
from app.kit.table import Table, pad

ROWS = [("10", "Ada"), ("2", "ben"), ("", "Cem"), ("1", "Year 10"), ("3", "Year 9")]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("Lines")
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show_rows(("Line", "Name"), ROWS)
    made.show()
    return made


def column(table: Table, number: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def press_heading(table: Table, number: int) -> None:
    header = table.horizontalHeader()
    place = header.rect().center()
    place.setX(header.sectionViewportPosition(number) + header.sectionSize(number) // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_rows_stand_as_given_and_no_heading_says_that_they_are_sorted(table: Table) -> None:
    assert column(table, 0) == [row[0] for row in ROWS]
    assert table.horizontalHeader().sortIndicatorSection() == -1


def test_numbers_sort_as_numbers_alone_and_in_words(table: Table) -> None:
    press_heading(table, 0)
    assert column(table, 0) == ["", "1", "2", "3", "10"]
    press_heading(table, 1)
    assert column(table, 1) == ["Ada", "ben", "Cem", "Year 9", "Year 10"]


def test_other_rows_take_the_mark_of_sorting_away(table: Table) -> None:
    press_heading(table, 0)
    assert table.horizontalHeader().sortIndicatorSection() == 0
    table.show_rows(("Line", "Name"), ROWS)
    assert column(table, 0) == [row[0] for row in ROWS]
    assert table.horizontalHeader().sortIndicatorSection() == -1


def test_a_picked_row_is_told_by_the_place_it_was_given(table: Table) -> None:
    picked: list[int] = []
    table.picked.connect(picked.append)
    press_heading(table, 0)
    table.selectRow(1)
    assert picked == [3]


LONG = "somebody who was told of it and has much to do before anything else can be seen to"
MIXED = [("1", "Ada"), ("2", LONG), ("3", "Cem")]


def heights(table: Table) -> dict[str, int]:
    """Return how high the row of each number stands."""
    return {number: table.rowHeight(row) for row, number in enumerate(column(table, 0))}


def needed(table: Table) -> int:
    """Return the height of the long words in the room that their cell has."""
    room = table.columnWidth(1) - 2 * pad()
    return wrapping.lines_height(LONG, ruler(table.font()), room)


@pytest.mark.parametrize("heading", [None, 0, 1])
def test_a_row_is_as_high_as_its_words_need_however_it_is_sorted(
    table: Table, heading: int | None
) -> None:
    table.resize(300, 400)
    table.show_rows(("Line", "Name"), MIXED)
    usual = table.verticalHeader().defaultSectionSize()
    if heading is not None:
        press_heading(table, heading)
        press_heading(table, heading)
    found = heights(table)
    assert found["2"] >= needed(table) > usual
    assert found["1"] == found["3"] == usual


def test_it_stays_so_where_rows_are_filtered_and_not_where_there_is_room(table: Table) -> None:
    table.resize(300, 400)
    table.show_rows(("Line", "Name"), MIXED)
    usual = table.verticalHeader().defaultSectionSize()
    table.filter("much")
    assert set(heights(table)) == {"2"}
    assert heights(table)["2"] >= needed(table) > usual
    table.filter("")
    assert heights(table)["2"] >= needed(table)
    assert heights(table)["1"] == usual
    table.resize(1800, 400)
    assert set(heights(table).values()) == {usual}
