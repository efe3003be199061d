"""Two quick presses at one place: the second acts only on what had the first."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.kit.card_button import CardButton
from tests.widgets.kit.hands import Count


class Turning:
    """A page on which the first press puts another button in the place of the first."""

    def __init__(self, page: QWidget) -> None:
        self.page = page
        self.first, self.second = (
            CardButton("First", parent=page),
            CardButton("Second", parent=page),
        )
        for button in (self.first, self.second):
            button.setGeometry(page.rect())
        self.second.hide()
        self.counts = [Count(self.first), Count(self.second)]

    @property
    def acted(self) -> list[int]:
        """How often each has acted."""
        return [count.acted for count in self.counts]

    def turn(self) -> None:
        """Put the second in the place of the first."""
        self.first.hide()
        self.second.show()

    def double_click(self) -> None:
        """Press twice, as fast as a double click."""
        middle = self.page.rect().center()
        window = self.page.windowHandle()
        QTest.mouseDClick(window, Qt.MouseButton.LeftButton, pos=middle)

    def click(self) -> None:
        """Press once, slowly."""
        middle = self.page.rect().center()
        QTest.mouseClick(self.page.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)


@pytest.fixture
def turning(qtbot: QtBot) -> Iterator[Turning]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 160)
    made = Turning(page)
    page.show()
    qtbot.waitExposed(page)
    yield made
    page.close()


def test_what_came_under_the_finger_does_not_act(turning: Turning) -> None:
    turning.first.clicked.connect(turning.turn)
    turning.double_click()
    assert turning.acted == [1, 0]
    assert not turning.second.isDown()


def test_a_press_of_its_own_acts(turning: Turning) -> None:
    turning.first.clicked.connect(turning.turn)
    turning.double_click()
    turning.click()
    assert turning.acted == [1, 1]


def test_what_stays_takes_both(turning: Turning) -> None:
    turning.double_click()
    assert turning.acted == [2, 0]
