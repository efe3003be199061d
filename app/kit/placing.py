"""The base of widgets that put their children in place themselves, without a layout of Qt's."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override

_ANEW = {
    QEvent.Type.StyleChange,
    QEvent.Type.LayoutDirectionChange,
    QEvent.Type.LayoutRequest,
}


class Placing(QWidget):
    """Calls ``arrange`` for another size, style or direction, or another wish of a child."""

    def arrange(self) -> None:
        """Put every child where it belongs."""
        raise NotImplementedError

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in _ANEW:
            self.arrange()
        return super().event(event)
