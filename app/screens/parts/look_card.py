"""A card that shows how the program would look: two letters in the looks it stands for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from app.domain.looks import Looks
from app.domain.override import override
from app.kit import shapes, style
from app.kit.card_button import CardButton
from app.kit.card_plan import Plan
from app.kit.fonts import Role, font
from app.kit.tokens import PALETTES

LETTERS = "Aa"
"""They tell the typefaces apart, and are the same in every language written in Latin letters."""
_LARGER = 1.15
"""The sample is a little larger than the text: it is looked at more than read."""


class LookCard(CardButton):
    """Words, and below them a sample of ``looks``.

    ``most`` is the text size whose letters the room is made for, so that samples of several sizes
    are equally tall.
    """

    def __init__(self, words: str, looks: Looks, most: int = 0) -> None:
        self._looks = looks
        self._most = most
        super().__init__(words)
        self.restyle()

    def show_sample(self, looks: Looks) -> None:
        """Show a sample of other looks."""
        if looks != self._looks:
            self._looks = looks
            self.restyle()

    @override
    def restyle(self) -> None:
        """Leave the room that the sample takes in the style in force."""
        foot = round(self._tall / style.current().unit) + 6
        self._face = replace(self.face, upright=True, pad=1, foot=foot)
        super().restyle()

    @override
    def paint_face(self, painter: QPainter, plan: Plan) -> None:
        super().paint_face(painter, plan)
        palette = PALETTES[self._looks.theme]
        letters = font(Role.BODY, _LARGER, self._looks)
        place = QRectF(0, 0, plan.inner.width() - style.current().space(2), self._tall)
        place.moveCenter(QRectF(self.rect()).center())
        place.moveBottom(self.height() - shapes.room() - style.current().space(1))
        radius = style.current().radius * 0.5
        shapes.fill(painter, place, radius, palette.paper)
        shapes.outline(painter, place, radius, QPen(QColor(palette.line), 2))
        painter.setFont(letters)
        painter.setPen(QColor(palette.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, LETTERS)

    @property
    def _tall(self) -> int:
        """The height of the sample in pixels."""
        size = max(self._most, self._looks.text_size)
        return QFontMetrics(font(Role.BODY, _LARGER, replace(self._looks, text_size=size))).height()
