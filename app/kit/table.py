"""A table for staff: it sorts by a press on a heading, filters by words, and picks a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScroller,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.domain.override import override
from app.kit import style, stylesheet, wrapping
from app.kit.fonts import Role, font
from app.kit.ruler import ruler

Row = tuple[str, ...]
_SHARES = (1.0, 0.9, 0.8, 0.7, 0.65, 0.6, 0.55)
"""Letters are set smaller by these shares where the longest words have no room."""
_ONE_LINE = 100_000
"""Pixels: as wide as no table is."""
_Index = QModelIndex | QPersistentModelIndex
_SORTED_BY = Qt.ItemDataRole.UserRole


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
        # No tool tips: they are windows of their own, and guess rich text in a pupil's name.
        if role not in {Qt.ItemDataRole.DisplayRole, _SORTED_BY} or not index.isValid():
            return None
        words = self._rows[index.row()][index.column()]
        return sort_key(words) if role == _SORTED_BY else words

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


class _Cells(QStyledItemDelegate):
    """Draws cells: their words wrapped, with space beside them."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        table = self.parent()
        if isinstance(table, QTableView):
            draws = QStyle.ControlElement.CE_ItemViewItem
            table.style().drawControl(draws, ground, painter, table)
            painter.setFont(table.font())
            painter.setPen(QColor(style.current().palette.ink))
            place = table.visualRect(index).adjusted(pad(), 0, -pad(), 0)
            align = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            seen = QStyle.visualAlignment(table.layoutDirection(), align)
            wrapping.draw(painter, QRectF(place), seen, str(index.data()))


def sort_key(words: str) -> str:
    """Return what a cell is sorted by: numbers in words as numbers, so that 2 is before 10."""
    return re.sub(r"\d+", lambda digits: digits[0].zfill(12), words)


def pad() -> int:
    """Return the space beside a cell's words in pixels."""
    return style.current().space(1)


def _line(text: str, metrics: QFontMetrics) -> int:
    """Return the width of a text that is not wrapped, as it is measured where it may wrap."""
    return wrapping.lines_size(text, metrics, _ONE_LINE).width()


class Table(QTableView):
    """``picked`` carries the number of a row as it was given, whatever the sorting."""

    picked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: Sequence[Row] = ()
        self._texts: list[set[str]] = []  # of each column, each text once: tables repeat themselves
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setSortRole(_SORTED_BY)
        self.setModel(self._proxy)
        self.setSortingEnabled(True)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Cells(self))
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        stylesheet.dress(self)
        self._set_letters()
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def show_rows(self, headings: Row, rows: Sequence[Row]) -> None:
        """Show other rows, in the order they are given; the last column takes what room is left."""
        self._rows = rows
        self._texts = [{row[column] for row in rows} for column in range(len(headings))]
        self._proxy.setSourceModel(_Rows(headings, rows))
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._proxy.sort(-1)
        self._arrange()

    def filter(self, words: str) -> None:
        """Show only the rows that hold these words."""
        self._proxy.setFilterFixedString(words)
        self._set_heights()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            stylesheet.dress(self)
            self._set_letters()
            self._arrange()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the headings and a row: the rest scrolls."""
        least = style.current().target
        return QSize(4 * least, 2 * least)

    def _set_letters(self, share: float = 1.0) -> None:
        small = font(Role.SMALL, share)
        self.setFont(small)
        self.horizontalHeader().setFont(small)
        rows = self.verticalHeader()
        least = max(style.current().target, QFontMetrics(small).height() + pad())
        rows.setMinimumSectionSize(least)
        rows.setDefaultSectionSize(least)

    def _arrange(self) -> None:
        """Share the width: each column what it needs; where that is too much, cells wrap."""
        room = self.viewport().width()
        if not self.model().columnCount() or room < 2:
            return
        least = self._widest_words(room)
        needed = [max(one, self._on_one_line(at)) for at, one in enumerate(least)]
        for column, width in enumerate(shared(needed, least, room)):
            self.horizontalHeader().resizeSection(column, width)
        self._set_heights()

    def _set_heights(self) -> None:
        """Make each row as high as its cells need at the widths of their columns."""
        usual = self.verticalHeader().defaultSectionSize()
        for shown in range(self.model().rowCount()):
            if self.rowHeight(shown) != usual:  # it wrapped at other widths
                self.setRowHeight(shown, usual)
        tall = [self._tall(column, usual) for column in range(len(self._texts))]
        source = self._proxy.sourceModel()
        for number, row in enumerate(self._rows) if any(tall) else ():
            height = max(tall[column].get(words, 0) for column, words in enumerate(row))
            place = self._proxy.mapFromSource(source.index(number, 0)) if height else QModelIndex()
            if place.isValid():
                self.setRowHeight(place.row(), height)

    def _tall(self, column: int, usual: int) -> dict[str, int]:
        """Return the heights of a column's texts that need more than the usual one."""
        room = self.columnWidth(column) - 2 * pad() - 1  # the line of the grid
        metrics = ruler(self.font())
        wide = [one for one in self._texts[column] if _line(one, metrics) > room]
        heights = {one: wrapping.lines_height(one, metrics, room) + pad() for one in wide}
        return {one: height for one, height in heights.items() if height > usual}

    def _on_one_line(self, column: int) -> int:
        """Return the width at which no cell of a column wraps."""
        metrics = ruler(self.font())
        wide = max((_line(one, metrics) for one in self._texts[column]), default=0)
        return wide + 2 * pad() + 2

    def _widest_words(self, room: int) -> list[int]:
        """Return the least width of each column, in the largest letters that ``room`` allows."""
        least: list[int] = []
        for share in _SHARES:
            self._set_letters(share)
            least = [self._least(column) for column in range(self.model().columnCount())]
            if sum(least) <= room:
                break
        return least

    def _least(self, column: int) -> int:
        """Return the width of a column's heading or longest word, whichever is wider."""
        metrics = ruler(self.font())
        widest = max(
            (wrapping.widest_word(text, metrics) for text in self._texts[column]), default=0
        )
        return max(self.horizontalHeader().sectionSizeHint(column), widest + 2 * pad() + 1)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(self._proxy.mapToSource(current).row())


def shared(needed: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns in ``room`` pixels: the widest give way, the last one fills.

    No column is narrower than its ``least``.
    """
    more = [want - have for want, have in zip(needed, least, strict=True)]
    left, widths = room - sum(least), list(least)
    for place, column in enumerate(sorted(range(len(needed)), key=lambda at: more[at])):
        added = max(0, min(more[column], left // (len(needed) - place)))
        widths[column] += added
        left -= added
    widths[-1] += max(0, left)
    return widths
