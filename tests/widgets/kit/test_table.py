"""Staff tables: rows stand as given until a heading is pressed, and numbers sort as numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.kit.table import Table

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
