"""A line of a list that one ticks off: a box, words, and a quieter note below them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.kit import shapes, style
from app.kit.card_button import CardButton, Mark
from app.kit.card_plan import Plan
from app.kit.fonts import Role

BOX = 34
"""Side of the box in design pixels."""


class TickRow(CardButton):
    """Checked where it is done; a press asks for the other."""

    def __init__(
        self, words: str, note: str = "", *, done: bool = False, parent: QWidget | None = None
    ) -> None:
        # The picture keeps the room in which the box is drawn.
        super().__init__(words, "box", note, parent)
        self.set_face(replace(self.face, size=BOX, role=Role.SMALL, pad=1.0))
        self.setCheckable(True)
        self.show_done(done)

    def show_done(self, done: bool) -> None:
        """Show whether it is done."""
        self.set_mark(Mark.CHOSEN if done else Mark.NONE)

    @override
    def paint_face(self, painter: QPainter, plan: Plan) -> None:
        place = QRectF(self._turned(plan.picture))
        palette = style.current().palette
        if self.mark is Mark.NONE:
            wide = style.current().px(3)
            painter.setPen(QPen(QColor(palette.edge), wide))
            inset = wide / 2
            corner = style.current().px(8)
            painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), corner, corner)
        else:
            shapes.tick(painter, place, self._mark_hue)
        self._paint_text(painter, plan)

    @override
    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        """Draw no second sign: the box says it."""
