"""A calm picture over a staff page, at once: somebody has come up who must not read along."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.override import override
from app.kit.backdrop import Backdrop
from app.kit.fonts import Role
from app.kit.text import Text


class Blank(Backdrop):
    """Covers the whole window, keeps what is typed below it, and goes with any press or key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("park", parent)
        self.hide()
        self._had_focus: QWidget | None = None
        self._begin_anew: Callable[[], None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        words = self.tr("Press anywhere, or any key, to go on.")
        self.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.addStretch(1)
        text = Text(words, Role.SMALL)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)

    def cover(self, begin_anew: Callable[[], None]) -> None:
        """Cover the window; the keys go nowhere else.

        ``begin_anew`` gives them to the page, where it was shown anew under the cover and what had
        them is there no more.
        """
        self._begin_anew = begin_anew
        self._had_focus = QApplication.focusWidget()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self.setFocus()

    def uncover(self) -> None:
        """Show the page again, as it was left."""
        self.hide()
        had, self._had_focus = self._had_focus, None
        begin_anew, self._begin_anew = self._begin_anew, None
        if had is not None and shiboken6.isValid(had) and had.isVisible():
            had.setFocus()
        elif begin_anew is not None:
            begin_anew()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.uncover()
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.uncover()
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TouchBegin:
            self.uncover()
            return True
        return super().event(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus: Tab uncovers as any key does."""
        return False
