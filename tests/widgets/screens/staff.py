"""What the tests of the staff pages share: fields, tables, and the school as it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.school import School
from app.kit.table import Table
from tests.widgets.kiosks import Shown


def on_disk(shown: Shown) -> School:
    """Return the school as it is kept."""
    school = shown.back.schools.load()
    assert school is not None
    return school


def write(shown: Shown, name: str, text: str) -> None:
    """Put a text into a field and leave it, as Enter does."""
    field = shown.field(name)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown.settle()


def rows(shown: Shown, name: str) -> list[list[str]]:
    """Return the cells of a table as they stand there."""
    (table,) = [one for one in shown.page.findChildren(Table) if one.accessibleName() == name]
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def pick(shown: Shown, name: str, row: int) -> None:
    """Pick a row of a table."""
    (table,) = [one for one in shown.page.findChildren(Table) if one.accessibleName() == name]
    table.selectRow(row)
    shown.settle()
