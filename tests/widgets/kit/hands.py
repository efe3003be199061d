"""Hands for the tests of the kit: press, hold and let go as a finger or a mouse does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

LEFT = Qt.MouseButton.LeftButton


def press(widget: QWidget, at: QPoint | None = None) -> None:
    """Put the finger down, in the middle unless told where."""
    QTest.mousePress(widget, LEFT, pos=at or widget.rect().center())


def let_go(widget: QWidget, at: QPoint | None = None) -> None:
    """Lift the finger."""
    QTest.mouseRelease(widget, LEFT, pos=at or widget.rect().center())


def tap(widget: QWidget) -> None:
    """Press and let go."""
    press(widget)
    let_go(widget)


class Count:
    """Counts how often a button acted."""

    def __init__(self, button: QAbstractButton) -> None:
        self.acted = 0
        button.clicked.connect(self.on_clicked)

    def on_clicked(self) -> None:
        self.acted += 1
