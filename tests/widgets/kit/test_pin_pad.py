"""The PIN goes in by fingers or keys, is handed up once, and is never shown or kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.kit.pin_pad import PinPad
from tests.widgets.kit.hands import tap


class Given:
    """What the pad handed up."""

    def __init__(self, pad: PinPad) -> None:
        self.pins: list[str] = []
        pad.entered.connect(self.on_entered)

    def on_entered(self, digits: str) -> None:
        self.pins.append(digits)


@pytest.fixture
def pad(qtbot: QtBot) -> PinPad:
    made = PinPad()
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show()
    qtbot.waitExposed(made)
    return made


def said(pad: PinPad) -> set[str]:
    """Return everything a screen reader or an onlooker could read from the pad."""
    names = {child.accessibleName() for child in pad.findChildren(QWidget)}
    return names | {label.text() for label in pad.findChildren(QLabel)}


def press_keys(pad: PinPad, digits: str) -> None:
    for digit in digits:
        tap(next(key for key in pad.keys if key.words == digit))


def test_fingers_give_the_pin(pad: PinPad) -> None:
    given = Given(pad)
    press_keys(pad, "2580")
    tap(pad.done)
    assert given.pins == ["2580"]


def test_keys_give_the_pin_too(pad: PinPad) -> None:
    given = Given(pad)
    QTest.keyClicks(pad, "1470")
    QTest.keyClick(pad, Qt.Key.Key_Enter)
    assert given.pins == ["1470"]


def test_keys_work_wherever_the_focus_is_in_the_pad(pad: PinPad) -> None:
    given = Given(pad)
    QTest.keyClicks(pad.keys[3], "1234")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert given.pins == ["1234"]


def test_a_digit_can_be_taken_back(pad: PinPad) -> None:
    given = Given(pad)
    press_keys(pad, "123")
    tap(pad.back)
    QTest.keyClicks(pad, "99")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    press_keys(pad, "4")
    pad.enter()
    assert given.pins == ["1294"]


def test_too_few_digits_are_not_given(pad: PinPad) -> None:
    given = Given(pad)
    press_keys(pad, "123")
    assert not pad.done.isEnabled()
    pad.enter()
    assert given.pins == []


def test_the_pin_is_forgotten_once_given(pad: PinPad) -> None:
    given = Given(pad)
    press_keys(pad, "12345")
    pad.enter()
    pad.enter()
    assert given.pins == ["12345"]
    assert "0 digits entered" in said(pad)


def test_how_many_is_said_and_never_which(pad: PinPad) -> None:
    press_keys(pad, "7777")
    assert "4 digits entered" in said(pad)
    assert not any("7777" in words for words in said(pad))


def test_a_pad_at_rest_takes_nothing(pad: PinPad) -> None:
    given = Given(pad)
    press_keys(pad, "1234")
    pad.setEnabled(False)
    pad.done.click()
    assert given.pins == []


def test_letters_and_endless_digits_do_no_harm(pad: PinPad) -> None:
    given = Given(pad)
    QTest.keyClicks(pad, "a1b2c3d4" + "5" * 40)
    pad.enter()
    assert given.pins == ["123455555555"]
