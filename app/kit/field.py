"""One line to type into, wide enough for what it asks for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

from app.domain.override import override
from app.kit import stylesheet

_CARET = 8
"""Pixels that Qt keeps beside the words for itself."""


class Field(QLineEdit):
    """``name`` is for screen readers; ``asks`` stands in it while it is empty."""

    def __init__(self, name: str, asks: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)
        stylesheet.dress(self)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            stylesheet.dress(self)

    @override
    def sizeHint(self) -> QSize:
        words = max(self.placeholderText(), self.text(), key=len)
        inner = QSize(self.fontMetrics().horizontalAdvance(words) + _CARET, 1)
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        kind = QStyle.ContentsType.CT_LineEdit
        wide = self.style().sizeFromContents(kind, option, inner, self).width()
        return super().sizeHint().expandedTo(QSize(wide, 0))
