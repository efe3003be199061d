"""A rule's letter in its disc, as it stands at the head of a lesson."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style

SIDE = 56
"""Diameter in design pixels."""


class LetterBadge(QWidget):
    """Shows which rule a page is about."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self.setAccessibleName(rule.label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = style.current().px(SIDE)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        hue = style.current().hue(self._rule)
        shapes.letter(painter, QRectF(self.rect()), self._rule.letter, hue)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
