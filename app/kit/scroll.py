"""A page part that scrolls up and down where it must, by touch, wheel and keys; never sideways."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget
from typing_extensions import override


class Scroll(QScrollArea):
    """Shows one widget at its own width, and follows the focus."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def overflows(self) -> bool:
        """Whether there is more than what shows."""
        return self.verticalScrollBar().maximum() > 0

    @override
    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._inner.minimumSizeHint().width(), 40)
