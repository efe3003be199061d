"""What everything pressed has in common: touch, mouse, keys, one contact at a time, the ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.override import override
from app.kit import contact, steering

_KEYS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}

PRESSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
"""The keys that press what has the focus."""


class Pressable(QAbstractButton):
    """A button that paints itself. ``words`` is what it says and its accessible name.

    It looks pressed at once, acts (``clicked``) when let go inside, however long it was held;
    Space and Enter press it as well.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_words(words)

    @property
    def words(self) -> str:
        """What the button says."""
        return self.accessibleName()

    def set_words(self, words: str) -> None:
        """Change what the button says."""
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def ringed(self) -> bool:
        """Whether the focus ring shows: it does for keys and switches, not for a finger."""
        return self._ringed and self.hasFocus()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        others = event.buttons() & ~Qt.MouseButton.LeftButton
        if others or not contact.take(self, event.globalPosition().toPoint()):
            event.accept()
            return
        self._show_ring(shown=False)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick presses, unless its button has only just come there.

        A child who presses twice means one press: not the first, then what took its place.
        """
        if contact.strays(self, event.globalPosition().toPoint()):
            event.accept()
        else:
            self.mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        contact.let_go(self)
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_ring(shown=True)
        if event.key() in steering.ARROWS:
            self._steer(event)
        elif event.key() not in PRESSING:
            super().keyPressEvent(event)
        elif contact.repeats(event):
            event.accept()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            self.click()

    def _steer(self, event: QKeyEvent) -> None:
        """Go where the arrow points; where nothing stands there, on in the order of reading."""
        target = steering.ahead(self, event.key())
        if target is None:
            super().keyPressEvent(event)
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            contact.note_key_up(event)
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _KEYS:
            contact.use_keys(keys=True)
        self._ringed = contact.keys_lead()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stay pressed while held: another finger elsewhere takes the focus, not the press."""
        pressed = self.isDown() and contact.holds(self)
        super().focusOutEvent(event)
        if pressed:
            self.setDown(True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        contact.let_go(self)
        self.setDown(False)
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()
        if event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            # Who is disabled under the finger is never told of the release.
            contact.let_go(self)
        super().changeEvent(event)

    def restyle(self) -> None:
        """Take the style in force; overridden where something of it is kept."""
        self.updateGeometry()
        self.update()

    def _show_ring(self, *, shown: bool) -> None:
        contact.use_keys(keys=shown)
        self._ringed = shown
        self.update()
