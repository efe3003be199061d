"""Stars earned, in a row; those still to come are outlined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.kit import shapes, style


class StarRow(QWidget):
    """``earned`` of ``whole`` stars; ``words`` say it ("2 of 3 stars")."""

    def __init__(
        self, earned: int, whole: int = 3, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = 34
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_stars(earned, whole, words)

    def show_stars(self, earned: int, whole: int = 3, words: str = "") -> None:
        """Show other stars."""
        self._earned, self._whole = earned, whole
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_size(self, size: int) -> None:
        """Change the design size of one star, in pixels."""
        self._size = size
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        side = now.px(self._size)
        return QSize(self._whole * side + (self._whole - 1) * now.space(0.5) + 4, side + 4)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        paint_stars(painter, QRectF(self.rect()), self._earned, self._whole)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)


def paint_stars(painter: QPainter, rect: QRectF, earned: int, whole: int) -> None:
    """Draw ``earned`` of ``whole`` stars, as large as fits, in the middle of ``rect``."""
    palette = style.current().palette
    gap = style.current().space(0.5)
    side = min(rect.height() - 4, (rect.width() - 4 - gap * (whole - 1)) / max(1, whole))
    wide = whole * side + gap * (whole - 1)
    left = rect.center().x() - wide / 2
    for at in range(whole):
        place = QRectF(left + at * (side + gap), rect.center().y() - side / 2, side, side)
        _paint_star(painter, place, palette.star if at < earned else palette.surface)


def _paint_star(painter: QPainter, place: QRectF, colour: str) -> None:
    """Draw one star with soft points: a thick round line in its colour over a thicker outline."""
    inset = place.width() * 0.1
    path = shapes.star_path(place.adjusted(inset, inset, -inset, -inset))
    line = max(1.5, place.width() * 0.055)
    for tone, wide in ((style.current().palette.star_edge, inset + 2 * line), (colour, inset)):
        pen = QPen(QColor(tone), wide)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(QColor(tone))
        painter.drawPath(path)
