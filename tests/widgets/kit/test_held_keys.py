"""A key held down on X11: releases and presses of one and the same time, some taken for real."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.kit.card_button import CardButton
from app.kit.hold_button import HOLD_MS, HoldButton
from tests.widgets.kit.hands import Count

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def send(to: QWidget, kind: QEvent.Type, key: Qt.Key, time: int) -> None:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
    event.setTimestamp(time)
    QApplication.sendEvent(to, event)


def down(to: QWidget, key: Qt.Key, time: int) -> None:
    send(to, QEvent.Type.KeyPress, key, time)


def up(to: QWidget, key: Qt.Key, time: int) -> None:
    send(to, QEvent.Type.KeyRelease, key, time)


def second_of(button: HoldButton) -> QTimer:
    """Return the timer of a second's holding."""
    (timer,) = [one for one in button.findChildren(QTimer) if one.interval() == HOLD_MS]
    return timer


@pytest.fixture
def card(qtbot: QtBot) -> CardButton:
    made = CardButton("Go on")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def badge(qtbot: QtBot) -> HoldButton:
    made = HoldButton("Staff: hold", "art:identity-card")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_a_held_key_presses_once(card: CardButton, key: Qt.Key) -> None:
    count = Count(card)
    down(card, key, 1_000)
    for time in (1_660, 1_700, 1_740):
        up(card, key, time)
        down(card, key, time)
    up(card, key, 1_800)
    assert count.acted == 1


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_it_does_not_press_what_has_the_focus_next(
    card: CardButton, qtbot: QtBot, key: Qt.Key
) -> None:
    other = CardButton("Go back")
    qtbot.addWidget(other)
    count = Count(other)
    down(card, key, 1_000)
    up(card, key, 1_660)
    down(other, key, 1_660)
    up(other, key, 1_700)
    assert count.acted == 0


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_two_presses_are_two(card: CardButton, key: Qt.Key) -> None:
    count = Count(card)
    for time in (1_000, 1_100):
        down(card, key, time)
        up(card, key, time + 30)
    assert count.acted == 2


@pytest.mark.parametrize("key", [SPACE, ENTER])
def test_the_badge_stays_held(badge: HoldButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(badge.held) as held:
        down(badge, key, 1_000)
        up(badge, key, 1_660)
        down(badge, key, 1_660)
    assert held.signal_triggered


def test_the_badge_let_go_is_no_longer_held(badge: HoldButton, qtbot: QtBot) -> None:
    down(badge, SPACE, 1_000)
    assert second_of(badge).isActive()
    up(badge, SPACE, 1_200)
    qtbot.waitUntil(lambda: not second_of(badge).isActive(), timeout=HOLD_MS // 2)
    assert not badge.isDown()


def test_the_badge_let_go_after_repeats_is_no_longer_held(badge: HoldButton, qtbot: QtBot) -> None:
    down(badge, SPACE, 1_000)
    up(badge, SPACE, 1_660)
    down(badge, SPACE, 1_660)
    up(badge, SPACE, 1_700)
    qtbot.waitUntil(lambda: not second_of(badge).isActive(), timeout=HOLD_MS // 2)
    assert not badge.isDown()


def test_a_badge_that_goes_away_is_no_longer_held(badge: HoldButton) -> None:
    badge.show()
    down(badge, SPACE, 1_000)
    badge.hide()
    assert not second_of(badge).isActive()
