"""How many of a secret's pictures were pressed: discs that fill, and never show which."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.kit import shapes, style

SIDE = 30
"""Diameter of a disc in design pixels."""


class PickRow(QWidget):
    """A row of ``whole`` discs."""

    def __init__(self, whole: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.show_picks(0)

    def show_picks(self, picks: int) -> None:
        """Fill the first ``picks`` discs."""
        self._picks = picks
        self.setAccessibleName(f"{picks} of {self._whole} pressed")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = style.current().px(SIDE)
        return QSize(self._whole * (side + style.current().space(1)), side + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = style.current().palette
        side = style.current().px(SIDE)
        painter = QPainter(self)
        shapes.smooth(painter)
        for number in range(self._whole):
            left = 3 + number * (side + style.current().space(1))
            painter.setPen(QPen(QColor(palette.ink), 3))
            painter.setBrush(QColor(palette.ink if number < self._picks else palette.surface))
            painter.drawEllipse(QRectF(left, 3, side - 6, side - 6))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
