"""The bar at the foot of every page: always the same things in the same places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.flow.route import To
from app.kit import shapes, style
from app.kit.pill_button import Manner, PillButton


class BarItem(NamedTuple):
    """One button: its words, picture, where it leads (None: it covers the page), and whether it
    stands at the far end.

    The one in the ``corner`` stands in the same place whatever else is there, and never folds.
    """

    words: str
    picture: str
    to: To | None
    at_end: bool = False
    corner: bool = False


class Bar(QWidget):
    """Shows the items it is given; without any it takes no room at all.

    Where they do not fit side by side, every button folds its picture over its word; where that is
    not enough, they stand in two rows.
    """

    going = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Bar"))
        self._items: tuple[BarItem, ...] = ()
        self._buttons: list[PillButton] = []
        self._at_end: set[PillButton] = set()
        self._corner: PillButton | None = None

    @property
    def corner(self) -> QRect:
        """Where the button in the corner stands, in the bar's own coordinates."""
        return self._corner.geometry() if self._corner is not None else QRect()

    @property
    def corner_has_focus(self) -> bool:
        """Whether the keys stand on the button in the corner."""
        return self._corner is not None and self._corner.hasFocus()

    def show_items(self, items: Sequence[BarItem]) -> None:
        """Show these buttons, in this order."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        for button in self._all:
            button.hide()
            button.deleteLater()
        self._at_end.clear()
        self._corner = None
        made = [(self._button(item), item) for item in items]
        self._buttons = [button for button, item in made if not item.corner]
        self._corner = next((button for button, item in made if item.corner), None)
        self.lay_out()
        self.setVisible(bool(items))

    def height_for(self, width: int) -> int:
        """Return the height the bar needs in a window of this width, in logical pixels."""
        if not self._all:
            return 0
        rows = self._fold(width)
        tallest = max(button.sizeHint().height() for button in self._all)
        return len(rows) * tallest + style.current().space(2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self.lay_out()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        rect = QRectF(self._inside())
        shapes.card(painter, rect, min(rect.height() / 2, style.current().px(44)))
        painter.end()

    def _button(self, item: BarItem) -> PillButton:
        button = PillButton(item.words, item.picture, Manner.FLAT, self)
        if item.at_end:
            self._at_end.add(button)
        button.clicked.connect(partial(self._on_pressed, item.to))
        button.show()
        return button

    @property
    def _all(self) -> list[PillButton]:
        return [*self._buttons, *([self._corner] if self._corner is not None else [])]

    def _on_pressed(self, to: To | None) -> None:
        self.going.emit(to)

    def _inside(self) -> QRect:
        now = style.current()
        return self.rect().adjusted(now.space(2), now.space(0.5), -now.space(2), -now.space(1))

    def _fold(self, width: int) -> list[list[PillButton]]:
        """Fold the buttons as this width asks for, and return the buttons of each row."""
        room = width - style.current().space(8) - self._corner_room
        for folded in (False, True):
            for button in self._buttons:
                button.set_upright(folded)
            if self._needed() <= room:
                return [self._buttons]
        half = (len(self._buttons) + 1) // 2
        return [self._buttons[:half], self._buttons[half:]]

    @property
    def _corner_room(self) -> int:
        """The width that the corner takes from the others, with the space between."""
        gap = style.current().gap
        return self._corner.sizeHint().width() + gap if self._corner is not None else 0

    def _needed(self) -> int:
        gaps = style.current().gap * (len(self._buttons) - 1)
        return sum(button.sizeHint().width() for button in self._buttons) + gaps

    def lay_out(self) -> None:
        """Put the buttons in their places."""
        if not self._all:
            return
        rows = self._fold(self.width())
        inside = self._inside()
        self._lay_corner(inside)
        inside.setWidth(inside.width() - self._corner_room)
        height = inside.height() // len(rows)
        for number, row in enumerate(rows):
            place = QRect(inside.left(), inside.top() + number * height, inside.width(), height)
            self._lay_row(row, place)

    def _lay_corner(self, inside: QRect) -> None:
        """Put the corner's button where it always is: a thing to be found without looking."""
        if self._corner is not None:
            size = self._corner.sizeHint() + QSize(0, style.current().space(0.5))
            left = inside.right() + 1 - style.current().space(2) - size.width()
            box = QRect(QPoint(left, inside.bottom() + 1 - size.height()), size)
            self._corner.setGeometry(self._mirrored(box))

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right() - 1)
        return box

    def _lay_row(self, row: list[PillButton], place: QRect) -> None:
        now = style.current()
        near, far = place.left() + now.space(2), place.right() + 1 - now.space(2)
        boxes: list[tuple[PillButton, QRect]] = []
        for button in [one for one in row if one not in self._at_end]:
            width = button.sizeHint().width()
            boxes.append((button, QRect(near, place.top(), width, place.height())))
            near += width + now.gap
        for button in reversed([one for one in row if one in self._at_end]):
            width = button.sizeHint().width()
            far -= width
            boxes.append((button, QRect(far, place.top(), width, place.height())))
            far -= now.gap
        for button, box in boxes:
            button.setGeometry(self._mirrored(box))
