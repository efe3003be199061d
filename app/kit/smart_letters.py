"""The five letters S-M-A-R-T, each in its rule's colour, with the rules' names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.fonts import Role, font

DISC = 100
"""Diameter of a letter's disc in design pixels."""
_SHARES = (1.0, 0.9, 0.8, 0.7)
"""The names are set smaller by these shares where they would not stand beside each other."""


class SmartLetters(QWidget):
    """A row of five discs; it decorates and teaches, and is not pressed."""

    RULES = tuple(Rule)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(rule.label for rule in self.RULES))

    @override
    def sizeHint(self) -> QSize:
        return self._size(font(Role.BODY))

    @override
    def minimumSizeHint(self) -> QSize:
        return self._size(font(Role.BODY, _SHARES[-1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        letters = self._letters()
        cell = self._cell(letters)
        spare = (self.width() - cell * len(self.RULES)) // 2
        painter.setFont(letters)
        for number, rule in enumerate(self.RULES):
            left = spare + number * cell
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - cell
            self._paint_rule(painter, rule, QRectF(left, 0, cell, self.height()))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _paint_rule(self, painter: QPainter, rule: Rule, place: QRectF) -> None:
        hue = style.current().hue(rule)
        disc = QRectF(place.center().x() - self._disc / 2, 0, self._disc, self._disc)
        letters = painter.font()
        shapes.letter(painter, disc, rule.letter, hue)
        painter.setFont(letters)
        painter.setPen(QColor(style.current().palette.ink))
        below = place.adjusted(0, self._disc + 2, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, rule.label)

    def _letters(self) -> QFont:
        """Return the largest letters in which all names stand whole, beside each other."""
        fonts = [font(Role.BODY, share) for share in _SHARES]
        room = self.size()
        fitting = (one for one in fonts if self._size(one).boundedTo(room) == self._size(one))
        return next(fitting, fonts[-1])

    def _size(self, letters: QFont) -> QSize:
        tall = self._disc + QFontMetrics(letters).height() + 4
        return QSize(self._cell(letters) * len(self.RULES), tall)

    def _cell(self, letters: QFont) -> int:
        metrics = QFontMetrics(letters)
        widest = max(metrics.horizontalAdvance(rule.label) for rule in self.RULES)
        return max(self._disc, widest) + style.current().space(2)

    @property
    def _disc(self) -> int:
        return style.current().px(DISC)
