"""A soft card that other things stand in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.kit import shapes, style


class Card(QWidget):
    """A rounded card with its shadow. Put things into ``body``; ``pad`` is in steps of space."""

    def __init__(self, pad: float = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pad = pad
        self._colour: str | None = None
        self.body = QVBoxLayout(self)
        self._set_margins()

    def set_colour(self, colour: str | None) -> None:
        """Fill the card with "#rrggbb", with the theme's surface for None."""
        self._colour = colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = min(style.current().radius, rect.height() / 2)
        shapes.card(painter, rect, radius, self._colour)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _set_margins(self) -> None:
        now = style.current()
        margin = shapes.room() + now.space(self._pad)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(now.space(2))
