"""Room for a few lines of writing: a note, a reason."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.override import override
from app.kit import stylesheet

_LINES = 3
"""Lines that are seen at least; more are scrolled to."""
_BORDER = 2


class Lines(QPlainTextEdit):
    """A few lines to type into; ``most`` letters fit. Tab leaves it."""

    def __init__(self, name: str, asks: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_changed)
        stylesheet.dress(self)

    @property
    def words(self) -> str:
        """What is typed so far, without the space around it."""
        return self.toPlainText().strip()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            stylesheet.dress(self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(_LINES * 2))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(_LINES))

    def _height(self, lines: int) -> int:
        around = self.contentsMargins().top() + self.contentsMargins().bottom() + 2 * _BORDER
        inner = round(2 * self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + inner + around

    def _on_changed(self) -> None:
        """Keep what fits; the rest is not taken."""
        text = self.toPlainText()
        if len(text) > self._most:
            cursor = self.textCursor()
            at = min(cursor.position(), self._most)
            self.setPlainText(text[: self._most])
            cursor.setPosition(at)
            self.setTextCursor(cursor)
