"""A button that acts only when it is held for a while: grown-ups' ways that a tap must not open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent

from app.domain.override import override
from app.kit.pill_button import Manner, PillButton

HOLD_MS = 1000
"""Longer than a child's tap, shorter than a grown-up's patience."""
_REPEAT_MS = 100
"""A key that comes back within this time has been held: see ``contact.repeats``."""


class HoldButton(PillButton):
    """``held`` says that it was pressed for a second, by finger, mouse or key."""

    held = Signal()

    def __init__(self, words: str, picture: str, manner: Manner = Manner.FLAT) -> None:
        super().__init__(words, picture, manner)
        self._second = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._second.timeout.connect(self._on_second)
        self._key_up = QTimer(self, singleShot=True, interval=_REPEAT_MS)
        self._key_up.timeout.connect(self._second.stop)
        self.pressed.connect(self._second.start)
        self.released.connect(self._on_released)
        self._by_key = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._key_up.stop()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Elsewhere Enter acts at once; here it is held as Space is.
            event = _as_space(event)
        super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event = _as_space(event)
        super().keyReleaseEvent(event)
        self._by_key = False
        if not event.isAutoRepeat():
            self._key_up.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def _on_released(self) -> None:
        if not self._by_key:
            self._second.stop()

    def _on_second(self) -> None:
        self._key_up.stop()
        self.setDown(False)
        self.held.emit()


def _as_space(event: QKeyEvent) -> QKeyEvent:
    """Return the same with the key that Qt's buttons know."""
    space = QKeyEvent(
        event.type(), Qt.Key.Key_Space, event.modifiers(), event.text(), event.isAutoRepeat()
    )
    space.setTimestamp(event.timestamp())
    return space
