"""One of the five places: its letter, its picture, its name and the stars earned there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.card_button import CardButton
from app.kit.card_plan import Plan
from app.kit.fonts import Role, font
from app.kit.stars import paint_stars

STARS, LETTER = 40, 52
"""Height of the row of stars, and diameter of the letter, in design pixels."""
WHOLE = 3


class PlaceCard(CardButton):
    """A card one presses to go to a place."""

    def __init__(self, rule: Rule, picture: str, parent: QWidget | None = None) -> None:
        self._stars: int | None = None
        self._is_next = False
        super().__init__(rule.label, picture, "", parent)
        self._letter = rule.letter
        self.set_face(replace(self.face, upright=True, role=Role.BUTTON))
        self.set_rule(rule)

    def show_standing(self, stars: int | None, *, is_next: bool) -> None:
        """Show the stars (None: there is nothing to earn here yet) and whether to go here next."""
        self._stars = stars
        self._is_next = is_next
        self.set_face(replace(self.face, foot=0 if stars is None else STARS))
        words = [] if stars is None else [f"{stars} of {WHOLE} stars"]
        self.setAccessibleDescription(". ".join([*words, *(["Next"] if is_next else [])]))

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        return QSize(now.px(236), now.px(276))

    @override
    def paint_face(self, painter: QPainter, plan: Plan) -> None:
        super().paint_face(painter, plan)
        room = shapes.room()
        self._paint_more(painter, QRectF(self.rect()).adjusted(room, room, -room, -room))

    def _paint_more(self, painter: QPainter, rect: QRectF) -> None:
        now = style.current()
        side = min(now.px(LETTER), rect.height() / 4)
        left = rect.left() + now.px(8)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = rect.right() - now.px(8) - side
        if self.hue is not None:
            place = QRectF(left, rect.top() + now.px(8), side, side)
            shapes.letter(painter, place, self._letter, self.hue)
        if self._stars is not None:
            tall = now.px(STARS)
            row = QRectF(rect.left(), rect.bottom() - tall - now.px(8), rect.width(), tall)
            paint_stars(painter, row.adjusted(now.px(20), 0, -now.px(20), 0), self._stars, WHOLE)
        if self._is_next:
            self._paint_next(painter, rect)

    def _paint_next(self, painter: QPainter, rect: QRectF) -> None:
        now = style.current()
        if self.hue is None:
            return
        painter.setFont(font(Role.SMALL))
        metrics = QFontMetrics(font(Role.SMALL))
        words = self.tr("Next")
        wide, tall = (
            metrics.horizontalAdvance(words) + now.space(4),
            metrics.height() + now.space(1),
        )
        chip = QRectF(rect.center().x() - wide / 2, rect.top() - now.px(4), wide, tall)
        edge = QPen(QColor(self.hue.colour), max(3, now.px(4)))
        shapes.outline(painter, rect, min(now.radius, rect.height() / 2), edge)
        shapes.fill(painter, chip, tall / 2, self.hue.colour)
        painter.setPen(QColor(self.hue.on))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
