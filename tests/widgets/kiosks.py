"""A whole kiosk in a window without a screen, over ports in memory: found by names, pressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.domain.school import Pupil
from app.flow.desk import Desk
from app.flow.route import To
from app.frame.kiosk import Kiosk
from app.kit.contact import use_keys
from app.screens.screen import Screen
from tests.widgets.desks import AMINA, Back, desk_over

SIZE = (1366, 768)


class Shown:
    """One kiosk as it stands in its window."""

    def __init__(self, back: Back) -> None:
        self.back = back
        self.desk: Desk = desk_over(back)
        self.kiosk = Kiosk(self.desk, idle_seconds=180)
        self.window = self.kiosk.window

    @property
    def page(self) -> Screen:
        """The page shown now."""
        screen = self.kiosk.navigator.screen
        assert screen is not None
        return screen

    def settle(self) -> None:
        """Let all that was asked for be done and laid out; pages that were left are gone."""
        for _ in range(3):
            self.back.lanes.work()
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def go(self, name: str, *given: object) -> Screen:
        """Go to a page."""
        self.kiosk.navigator.go(To(name, *given))
        self.settle()
        return self.page

    def sign_in(self, pupil: Pupil = AMINA) -> Screen:
        """Sign a pupil in, and stand at My path."""
        self.desk.session.sign_in(pupil)
        self.settle()
        return self.page

    def let_staff_in(self) -> None:
        """Open the door as the right PIN does."""
        self.desk.door.is_open = True

    def widgets(self) -> Iterator[QWidget]:
        """Yield every widget that shows."""
        return (one for one in self.window.findChildren(QWidget) if one.isVisible())

    def texts(self) -> list[str]:
        """Return all texts that show, of labels and of buttons."""
        found = []
        for one in self.widgets():
            if isinstance(one, QLabel) and one.text():
                found.append(one.text())
            elif isinstance(one, QAbstractButton) and one.accessibleName():
                found.append(one.accessibleName())
        return found

    def says(self, part: str) -> bool:
        """Tell whether a text that shows holds these words."""
        return any(part in text for text in self.texts())

    def button(self, name: str) -> QAbstractButton:
        """Return the button of this name that shows."""
        found = [
            one
            for one in self.widgets()
            if isinstance(one, QAbstractButton) and one.accessibleName() == name
        ]
        assert found, f"no button '{name}' in {self.texts()}"
        return found[0]

    def has(self, name: str) -> bool:
        """Tell whether a button of this name shows."""
        return name in [
            one.accessibleName() for one in self.widgets() if isinstance(one, QAbstractButton)
        ]

    def press(self, name: str) -> None:
        """Press a button where its middle is, through the window as a mouse does."""
        button = self.button(name)
        assert button.isEnabled(), f"'{name}' cannot be pressed"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def point(self, name: str) -> QPoint:
        """Return the middle of a button, in the window."""
        button = self.button(name)
        return button.mapTo(self.window, button.rect().center())

    def field(self, name: str) -> QLineEdit:
        """Return the field of this accessible name."""
        (found,) = [
            one
            for one in self.widgets()
            if isinstance(one, QLineEdit) and one.accessibleName() == name
        ]
        return found

    def key(self, key: Qt.Key) -> None:
        """Press a key in the window, as long after the last one that it is no repeat of it."""
        QTest.qWait(2)
        QTest.keyClick(self.window.windowHandle(), key)
        self.settle()


@contextmanager
def shown_kiosk(back: Back, *, needs_pin: bool = False) -> Iterator[Shown]:
    """Yield a kiosk that stands at its first page; close it afterwards."""
    use_keys(keys=False)
    shown = Shown(back)
    shown.window.take_place(SIZE)
    shown.kiosk.start(needs_pin=needs_pin)
    shown.window.appear()
    assert QTest.qWaitForWindowExposed(shown.window)
    shown.settle()
    try:
        yield shown
    finally:
        shown.kiosk.close()
        shown.window.deleteLater()
        shown.kiosk.deleteLater()
        use_keys(keys=False)
