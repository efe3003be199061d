"""Room for a child's own words: what is typed stands here and nowhere else, and can be cleared."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.override import override
from app.kit import stylesheet

_BARRED = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)
_LINES = 3
"""Lines that are seen at least; more are scrolled to."""
_BORDER = 2


class OwnWords(QPlainTextEdit):
    """A few lines to type into, by keys alone: nothing is pasted, dropped or copied out.

    The clipboard outlives a child's sitting, a list of what can be undone outlives ``clear``, and
    a keyboard that learns words outlives both. ``most`` letters fit.
    """

    def __init__(self, name: str, asks: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhMultiLine | hints.ImhSensitiveData | hints.ImhNoPredictiveText
        )
        self.textChanged.connect(self._on_changed)
        stylesheet.dress(self)

    @property
    def words(self) -> str:
        """What is typed so far, without the space around it."""
        return self.toPlainText().strip()

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return False

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing, from the clipboard or from anywhere else."""

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand nothing out."""
        return QMimeData()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(barred) for barred in _BARRED):
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()  # what is selected could be dragged away
        self.setTextCursor(cursor)
        super().mousePressEvent(event)

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
