"""How far one is: pills, filled for what is done, then dots if nobody knows how many come."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style


class ProgressPills(QWidget):
    """Steps done, of all there are or of nobody knows how many; they share the width there is."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = rule
        self._done, self._steps, self._goes_on = 0, 1, False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_progress(
        self, done: int, steps: int, words: str = "", *, goes_on: bool = False
    ) -> None:
        """Show ``done`` of ``steps``, and dots where it ``goes_on`` behind them.

        ``words`` say it ("Step 3 of 8").
        """
        self._done, self._steps, self._goes_on = done, max(1, steps), goes_on
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def set_rule(self, rule: Rule) -> None:
        """Take another rule's colour."""
        self._rule = rule
        self.update()

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        return QSize(self._places * now.px(34) + (self._places - 1) * now.px(8), now.px(20))

    @override
    def minimumSizeHint(self) -> QSize:
        now = style.current()
        return QSize(self._places * now.px(10) + (self._places - 1) * now.px(4), now.px(20))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        now = style.current()
        gap = now.px(8) if self.width() >= self.sizeHint().width() else now.px(4)
        wide = min(now.px(34), (self.width() - gap * (self._places - 1)) / self._places)
        tall = min(now.px(16), self.height())
        rtl = self.layoutDirection().name == "RightToLeft"
        for step in range(self._places):
            left = step * (wide + gap)
            left = self.width() - left - wide if rtl else left
            place = QRectF(left, (self.height() - tall) / 2, wide, tall)
            if step < self._steps:
                self._paint_step(painter, place, done=step < self._done)
            else:
                self._paint_dots(painter, place)
        painter.end()

    @property
    def _places(self) -> int:
        """How many pills wide the row is: the dots take the place of one."""
        return self._steps + self._goes_on

    def _paint_dots(self, painter: QPainter, place: QRectF) -> None:
        side = place.width() / 5
        middle = place.center().y() - side / 2
        for number in range(3):
            dot = QRectF(place.left() + 2 * number * side, middle, side, side)
            shapes.fill(painter, dot, side / 2, style.current().palette.muted)

    def _paint_step(self, painter: QPainter, place: QRectF, *, done: bool) -> None:
        palette = style.current().palette
        radius = place.height() / 2
        if done:
            shapes.fill(painter, place, radius, palette.hues[self._rule].colour)
        else:
            shapes.fill(painter, place, radius, palette.surface)
            shapes.outline(painter, place, radius, QPen(QColor(palette.line), 2))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
