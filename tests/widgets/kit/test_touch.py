"""Fingers on a real touch device: one finger presses, a second one never does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kit.card_button import CardButton
from tests.widgets.kit.hands import Count

SCREEN = QTest.createTouchDevice()


class Table:
    """Two cards side by side, and fingers on them."""

    def __init__(self, page: QWidget) -> None:
        self.page = page
        self.cards = (CardButton("First"), CardButton("Second"))
        row = QHBoxLayout(page)
        for card in self.cards:
            row.addWidget(card)
        self.counts = [Count(card) for card in self.cards]

    @property
    def acted(self) -> list[int]:
        return [count.acted for count in self.counts]

    def middle(self, number: int) -> QPoint:
        card = self.cards[number]
        return card.mapTo(self.page, card.rect().center())

    def down(self, *, finger: int, card: int, resting: tuple[int, ...] = ()) -> None:
        touch = QTest.touchEvent(self.page, SCREEN)
        for other in resting:
            touch.stationary(other)
        touch.press(finger, self.middle(card), self.page)
        touch.commit()

    def up(self, *, finger: int, card: int, resting: tuple[int, ...] = ()) -> None:
        touch = QTest.touchEvent(self.page, SCREEN)
        for other in resting:
            touch.stationary(other)
        touch.release(finger, self.middle(card), self.page)
        touch.commit()


@pytest.fixture
def table(qtbot: QtBot) -> Iterator[Table]:
    page = QWidget()
    qtbot.addWidget(page)
    made = Table(page)
    page.resize(700, 180)
    page.show()
    qtbot.waitExposed(page)
    yield made
    page.close()


def test_a_finger_presses_as_a_mouse_does(table: Table) -> None:
    table.down(finger=0, card=0)
    assert table.cards[0].isDown()
    table.up(finger=0, card=0)
    assert table.acted == [1, 0]


def test_a_second_finger_never_acts(table: Table) -> None:
    table.down(finger=0, card=0)
    table.down(finger=1, card=1, resting=(0,))
    table.up(finger=1, card=1, resting=(0,))
    assert table.acted == [0, 0]
    table.up(finger=0, card=0)
    assert table.acted == [1, 0]


def test_a_palm_before_the_finger_holds_nothing_up_for_long(table: Table) -> None:
    for _ in range(20):
        table.down(finger=0, card=0)
        table.down(finger=1, card=1, resting=(0,))
        table.up(finger=0, card=0, resting=(1,))
        table.up(finger=1, card=1)
    assert table.acted[1] == 0
    table.down(finger=0, card=1)
    table.up(finger=0, card=1)
    assert table.acted[1] == 1
