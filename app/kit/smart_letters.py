"""The five letters S-M-A-R-T, each in its rule's colour, with the rules' names."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.fonts import Role, font

DISC = 84
"""Diameter of a letter's disc in design pixels."""


class SmartLetters(QWidget):
    """A row of five discs; it decorates and teaches, and is not pressed."""

    RULES = tuple(Rule)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(rule.label for rule in self.RULES))

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._cell * len(self.RULES), self._disc + self._metrics.height() + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        for number, rule in enumerate(self.RULES):
            left = number * self._cell
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                left = self.width() - left - self._cell
            self._paint_rule(painter, rule, left)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _paint_rule(self, painter: QPainter, rule: Rule, left: int) -> None:
        hue = style.current().hue(rule)
        middle = left + self._cell / 2
        disc = QRectF(middle - self._disc / 2, 0, self._disc, self._disc)
        shapes.letter(painter, disc, rule.letter, hue)
        painter.setFont(font(Role.BODY))
        painter.setPen(QColor(style.current().palette.ink))
        below = QRectF(left, self._disc + 2, self._cell, self._metrics.height() + 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, rule.label)

    @property
    def _disc(self) -> int:
        return style.current().px(DISC)

    @property
    def _cell(self) -> int:
        widest = max(self._metrics.horizontalAdvance(rule.label) for rule in self.RULES)
        return max(self._disc, widest) + style.current().space(3)

    @property
    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(Role.BODY))
