"""Hands at the Tell page of a kiosk that is shown: they press, type, cover, or keep still."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.ports import StoreFault
from app.kit.own_words import OwnWords
from tests.widgets.kiosks import Shown

FULL = StoreFault("tell/intake: no space is left on the disk")
CANARY = "the canary sings"
YES, NOT_NOW = "Yes please", "Not now"


def open_tell(shown: Shown) -> None:
    """Press the button in the corner, where it always stands."""
    at = shown.window.corner.center()
    QTest.mouseClick(shown.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    shown.settle()
    assert shown.page.name == "tell"


def by_mouse(shown: Shown, name: str) -> None:
    """Press by mouse."""
    shown.press(name)


def by_keys(shown: Shown, name: str) -> None:
    """Go there with the Tab key, and press Enter."""
    for _ in range(60):
        now = QApplication.focusWidget()
        if isinstance(now, QAbstractButton) and now.accessibleName() == name:
            shown.key(Qt.Key.Key_Return)
            return
        shown.key(Qt.Key.Key_Tab)
    raise AssertionError(f"'{name}' is not reached by the Tab key")


def be_quiet(shown: Shown) -> None:
    """Let twenty seconds pass in which nobody touches anything."""
    assert shown.kiosk._idle._soon.isActive()
    shown.kiosk._idle._soon.stop()
    shown.kiosk._idle._soon.timeout.emit()
    shown.settle()


def to_words(shown: Shown, words: str) -> None:
    """Press Yes, skip to one's own words and type some."""
    open_tell(shown)
    shown.press(YES)
    while not [one for one in shown.widgets() if isinstance(one, OwnWords)]:
        shown.press("Skip")
    QTest.keyClicks(own_words(shown), words)


def own_words(shown: Shown) -> OwnWords:
    """Return the field for one's own words."""
    (found,) = [one for one in shown.widgets() if isinstance(one, OwnWords)]
    return found
