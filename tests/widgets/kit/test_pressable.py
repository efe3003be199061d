"""Pressing: by finger, mouse and keys; at once to see, one contact at a time, never by accident."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kit.card_button import CardButton
from app.kit.pill_button import PillButton
from app.kit.pressable import Pressable
from app.kit.tiles import FaceTile, PictureTile
from tests.widgets.kit.hands import Count, let_go, press, tap

OUTSIDE = QPoint(-50, -50)


MAKERS: dict[str, Callable[[], Pressable]] = {
    "card": lambda: CardButton("Play", "art:football", "Now"),
    "pill": lambda: PillButton("Go on", "art:arrow-right"),
    "face": lambda: FaceTile("Ada", "fox"),
    "picture": lambda: PictureTile("A boat", "art:secret-boat"),
}


@pytest.fixture(params=MAKERS)
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> Pressable:
    one = MAKERS[request.param]()
    qtbot.addWidget(one)
    one.resize(one.sizeHint())
    one.show()
    qtbot.waitExposed(one)
    return one


@pytest.fixture
def pair(qtbot: QtBot) -> Iterator[tuple[CardButton, CardButton]]:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    first, second = CardButton("First"), CardButton("Second")
    row.addWidget(first)
    row.addWidget(second)
    page.resize(700, 160)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    yield first, second
    page.close()


def test_a_tap_acts_once(button: Pressable) -> None:
    count = Count(button)
    tap(button)
    assert count.acted == 1


def test_it_looks_pressed_at_once_and_acts_when_let_go(button: Pressable) -> None:
    count = Count(button)
    before = button.grab().toImage()
    press(button)
    assert button.isDown()
    assert button.grab().toImage() != before
    assert count.acted == 0
    let_go(button)
    assert (button.isDown(), count.acted) == (False, 1)


def test_two_quick_taps_are_two_taps(button: Pressable) -> None:
    count = Count(button)
    tap(button)
    tap(button)
    assert count.acted == 2


def test_a_finger_that_slides_away_does_nothing(button: Pressable) -> None:
    count = Count(button)
    press(button)
    QTest.mouseMove(button, OUTSIDE)
    let_go(button, OUTSIDE)
    assert count.acted == 0
    tap(button)
    assert count.acted == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press_it(button: Pressable, key: Qt.Key) -> None:
    count = Count(button)
    button.setFocus()
    QTest.keyClick(button, key)
    assert count.acted == 1


def test_it_can_be_reached_and_is_named(button: Pressable) -> None:
    assert button.accessibleName()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_disabled_one_does_nothing(button: Pressable) -> None:
    count = Count(button)
    button.setEnabled(False)
    button.click()
    assert count.acted == 0


def test_another_mouse_button_does_nothing(button: Pressable) -> None:
    count = Count(button)
    QTest.mouseClick(button, Qt.MouseButton.RightButton)
    QTest.mouseClick(button, Qt.MouseButton.MiddleButton)
    assert count.acted == 0


def test_a_second_contact_does_nothing(pair: tuple[CardButton, CardButton]) -> None:
    first, second = pair
    counts = Count(first), Count(second)
    press(first)
    tap(second)
    assert (counts[0].acted, counts[1].acted) == (0, 0)
    let_go(first)
    tap(second)
    assert (counts[0].acted, counts[1].acted) == (1, 1)


def test_one_that_goes_away_while_held_holds_nothing_up(
    pair: tuple[CardButton, CardButton],
) -> None:
    first, second = pair
    count = Count(second)
    press(first)
    first.hide()
    tap(second)
    assert count.acted == 1


def test_the_ring_shows_for_keys_and_not_for_a_finger(
    pair: tuple[CardButton, CardButton], qtbot: QtBot, qapp: QApplication
) -> None:
    first, second = pair
    qtbot.waitUntil(lambda: qapp.activeWindow() is first.window())
    second.setFocus(Qt.FocusReason.TabFocusReason)
    first.setFocus(Qt.FocusReason.BacktabFocusReason)
    ringed = first.grab().toImage()
    shown = [first.ringed]
    tap(first)
    shown.append(first.ringed)
    assert shown == [True, False]
    assert first.grab().toImage() != ringed
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()


def test_a_page_arrived_at_shows_the_ring_only_if_keys_lead(
    pair: tuple[CardButton, CardButton], qtbot: QtBot, qapp: QApplication
) -> None:
    first, second = pair
    qtbot.waitUntil(lambda: qapp.activeWindow() is first.window())
    tap(second)
    first.setFocus()
    shown = [first.ringed]
    QTest.keyClick(first, Qt.Key.Key_Right)
    first.setFocus()
    shown.append(first.ringed)
    assert shown == [False, True]


def test_a_storm_of_contacts_never_acts_for_the_second_finger(
    pair: tuple[CardButton, CardButton],
) -> None:
    first, second = pair
    counts = Count(first), Count(second)
    dice = random.Random(7)
    held: CardButton | None = None
    wanted = 0
    for _ in range(1500):
        one = dice.choice(pair)
        if dice.random() < 0.5:
            press(one)
            held = held or one
        else:
            wanted += int(held is one)
            let_go(one)
            held = None if held is one else held
    assert counts[0].acted + counts[1].acted == wanted


def test_what_is_disabled_under_a_finger_holds_nothing_up(
    pair: tuple[CardButton, CardButton],
) -> None:
    first, second = pair
    count = Count(second)
    press(first)
    first.setEnabled(False)
    let_go(first)
    tap(second)
    assert count.acted == 1
