"""Room for a child's own words: what is typed stands here and nowhere else, and can be cleared."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.kit.lines import Lines

_BARRED = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
)


class OwnWords(Lines):
    """A few lines to type into, by keys alone: nothing is pasted, dropped or copied out.

    The clipboard outlives a child's sitting, a list of what can be undone outlives ``clear``, and
    a keyboard that learns words outlives both.
    """

    def __init__(self, name: str, asks: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(name, asks, most, parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhMultiLine | hints.ImhSensitiveData | hints.ImhNoPredictiveText
        )

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
