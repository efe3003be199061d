"""Tiles laid out to fill the room there is; in pages where they would be too small to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.override import override
from app.kit import shapes, style
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.placing import Placing
from app.kit.text import Text

_GROW = 1.45
"""Tiles grow at most this much over their usual size."""


@dataclass(frozen=True, slots=True)
class Grid:
    """``columns`` x ``rows`` of tiles of ``tile`` pixels."""

    columns: int
    rows: int
    tile: QSize

    @property
    def places(self) -> int:
        """How many tiles it holds."""
        return self.columns * self.rows


def largest_grid(count: int, room: QSize, tiles: tuple[QSize, QSize], gap: int) -> Grid | None:
    """Return the grid in which ``count`` tiles are largest; None where they are below the least.

    ``tiles`` are the least and the usual size of one, in pixels.
    """
    best: Grid | None = None
    for columns in range(1, max(1, count) + 1):
        rows = ceil(max(1, count) / columns)
        grid = _grid(columns, rows, room, tiles[1], gap)
        if grid.tile.width() < tiles[0].width() or grid.tile.height() < tiles[0].height():
            continue
        if best is None or _worth(grid, tiles[1]) > _worth(best, tiles[1]):
            best = grid
    return best


def fullest_grid(room: QSize, tiles: tuple[QSize, QSize], gap: int) -> Grid:
    """Return the grid of as many tiles as stand in ``room`` without being below the least size."""
    columns = max(1, (room.width() + gap) // (tiles[0].width() + gap))
    rows = max(1, (room.height() + gap) // (tiles[0].height() + gap))
    return _grid(columns, rows, room, tiles[1], gap)


def _grid(columns: int, rows: int, room: QSize, usual: QSize, gap: int) -> Grid:
    wide = (room.width() - gap * (columns - 1)) // columns
    tall = (room.height() - gap * (rows - 1)) // rows
    most = usual * _GROW
    return Grid(columns, rows, QSize(min(wide, most.width()), min(tall, most.height())))


def _worth(grid: Grid, usual: QSize) -> float:
    return min(grid.tile.width() / usual.width(), grid.tile.height() / usual.height())


class FlowGrid(Placing):
    """Shows tiles in order. Give it room to grow; ``page`` turns itself where all do not fit."""

    def __init__(self, tiles: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[QWidget] = []
        self._page = 0
        self._grid = Grid(1, 1, QSize(1, 1))
        self._paged = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._pager = QWidget(self)
        self._back = PillButton(self.tr("Back a page"), "art:arrow-left")
        self._more = PillButton(self.tr("More"), "art:arrow-right")
        self._where = Text("", Role.SMALL)
        self._where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build_pager()
        self.show_tiles(tiles)

    @property
    def page(self) -> int:
        """The page shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, ceil(len(self._tiles) / self._grid.places)) if self._paged else 1

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show other tiles; the former ones are deleted."""
        for old in self._tiles:
            old.hide()
            old.deleteLater()
        self._tiles = list(tiles)
        for tile in self._tiles:
            tile.setParent(self)
        for before, after in pairwise([*self._tiles, self._back]):
            QWidget.setTabOrder(before, after)
        self._page = 0
        self.arrange()

    def focus_first(self) -> None:
        """Give the focus to the first tile, so that keys and switches go on here."""
        if self._tiles:
            QTimer.singleShot(0, self._tiles[0], self._tiles[0].setFocus)

    def turn_to(self, page: int) -> None:
        """Show another page, from 0."""
        self._page = min(max(0, page), self.pages - 1)
        self.arrange()

    @override
    def sizeHint(self) -> QSize:
        usual = self._usual
        across = min(6, max(1, len(self._tiles)))
        down = ceil(len(self._tiles) / across) if self._tiles else 1
        gap = self._gap
        return QSize(
            across * usual.width() + (across - 1) * gap, down * usual.height() + (down - 1) * gap
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least + QSize(0, self._pager_height if len(self._tiles) > 1 else 0)

    def on_back(self) -> None:
        """Turn to the page before."""
        self.turn_to(self._page - 1)

    def on_more(self) -> None:
        """Turn to the next page."""
        self.turn_to(self._page + 1)

    def _build_pager(self) -> None:
        row = QHBoxLayout(self._pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._back)
        row.addWidget(self._where, 1)
        row.addWidget(self._more)
        self._back.clicked.connect(self.on_back)
        self._more.clicked.connect(self.on_more)

    @override
    def arrange(self) -> None:
        """Choose the grid, place the tiles of this page and hide the others."""
        if self.width() < 2 or self.height() < 2:
            return
        sizes = (self._least, self._usual)
        whole = largest_grid(len(self._tiles), self.size(), sizes, self._gap)
        room = self.size()
        if whole is None:
            room = room - QSize(0, self._pager_height + self._gap)
        self._paged = whole is None
        self._grid = whole or fullest_grid(room, sizes, self._gap)
        self._page = min(self._page, self.pages - 1)
        self._place_tiles(room)
        self._place_pager()

    def _place_tiles(self, room: QSize) -> None:
        first = self._page * self._grid.places if self._paged else 0
        shown = range(first, min(len(self._tiles), first + self._grid.places))
        rows = ceil(len(shown) / self._grid.columns)
        tall = rows * self._grid.tile.height() + (rows - 1) * self._gap
        top = max(0, (room.height() - tall) // 2)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, tile in enumerate(self._tiles):
            if at not in shown:
                tile.hide()
                continue
            place = self._place(at - first, len(shown), top)
            if rtl:
                place.moveLeft(self.width() - place.right() - 1)
            tile.setGeometry(place)
            tile.show()

    def _place(self, at: int, count: int, top: int) -> QRect:
        columns, tile, gap = self._grid.columns, self._grid.tile, self._gap
        row, column = divmod(at, columns)
        in_row = min(columns, count - row * columns) if count <= columns else columns
        wide = in_row * tile.width() + (in_row - 1) * gap
        left = (self.width() - wide) // 2 + column * (tile.width() + gap)
        return QRect(left, top + row * (tile.height() + gap), tile.width(), tile.height())

    def _place_pager(self) -> None:
        tall = self._pager_height
        self._pager.setGeometry(0, self.height() - tall, self.width(), tall)
        self._pager.setVisible(self._paged)
        self._back.setEnabled(self._page > 0)
        self._more.setEnabled(self._page < self.pages - 1)
        words = self.tr("Page {page} of {pages}")
        self._where.setText(words.format(page=self._page + 1, pages=self.pages))

    @property
    def _gap(self) -> int:
        """Space between tiles; each has the room for its shadow within itself."""
        return max(0, style.current().gap - 2 * shapes.room())

    @property
    def _least(self) -> QSize:
        sizes = [tile.minimumSizeHint() for tile in self._tiles] or [QSize(1, 1)]
        return QSize(max(one.width() for one in sizes), max(one.height() for one in sizes))

    @property
    def _usual(self) -> QSize:
        sizes = [tile.sizeHint() for tile in self._tiles] or [QSize(1, 1)]
        widest = QSize(max(one.width() for one in sizes), max(one.height() for one in sizes))
        return widest.expandedTo(self._least)

    @property
    def _pager_height(self) -> int:
        return self._more.sizeHint().height()
