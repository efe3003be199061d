"""A text on a ground of its own, so that it can be read over any scenery."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.kit import shapes, style
from app.kit.fonts import Role
from app.kit.text import Text


class Plaque(Text):
    """A text on a rounded ground; ``pad`` is the space around the words in steps."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        pad: tuple[float, float] = (1.5, 0.5),
        parent: QWidget | None = None,
    ) -> None:
        self._pad = pad
        super().__init__(text, role, parent)
        self._set_pad()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.text():
            painter = QPainter(self)
            shapes.smooth(painter)
            rect = QRectF(self.rect())
            radius = min(style.current().radius, rect.height() / 2)
            shapes.fill(painter, rect, radius, style.current().palette.surface)
            painter.end()
        super().paintEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_pad()
        super().changeEvent(event)

    def _set_pad(self) -> None:
        wide, tall = (style.current().space(steps) for steps in self._pad)
        self.setContentsMargins(wide, tall, wide, tall)
