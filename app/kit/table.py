"""A table for staff: it sorts by a press on a heading, filters by words, and picks a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView, QWidget
from typing_extensions import override

from app.kit import style
from app.kit.fonts import Role, font

Row = tuple[str, ...]
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    """Plain texts in rows and columns."""

    def __init__(self, headings: Row, rows: Sequence[Row]) -> None:
        super().__init__()
        self._headings = headings
        self._rows = rows

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        shown = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        if role not in shown or not index.isValid():
            return None
        return self._rows[index.row()][index.column()]

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None


class Table(QTableView):
    """``picked`` carries the number of a row as it was given, whatever the sorting."""

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self.setModel(self._proxy)
        self.setSortingEnabled(True)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._set_letters()
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_rows(self, headings: Row, rows: Sequence[Row]) -> None:
        """Show other rows, in the order they are given; the last column takes what room is left."""
        self._proxy.setSourceModel(_Rows(headings, rows))
        self._proxy.sort(-1)
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only the rows that hold these words."""
        self._proxy.setFilterFixedString(words)
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._set_letters()
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the headings and two rows: the rest scrolls."""
        least = style.current().target
        return QSize(4 * least, 3 * least)

    def _set_letters(self) -> None:
        small = font(Role.SMALL)
        self.setFont(small)
        self.horizontalHeader().setFont(small)
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(style.current().target)
        rows.setDefaultSectionSize(style.current().target)

    def _arrange(self) -> None:
        """Share the width: each column what it needs; where that is too much, cells wrap."""
        header = self.horizontalHeader()
        room = self.viewport().width()
        needed = [
            max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in range(header.count())
        ]
        if not needed or room < 2:
            return
        widths = shared(needed, room)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)
        if sum(needed) > room:
            self.resizeRowsToContents()

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._proxy.mapToSource(current).row())


def shared(needed: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns in ``room`` pixels: the widest give way, the last one fills."""
    left, widths = room, list(needed)
    for place, column in enumerate(sorted(range(len(needed)), key=lambda at: needed[at])):
        widths[column] = min(needed[column], left // (len(needed) - place))
        left -= widths[column]
    widths[-1] += left
    return widths
