"""Children press twice, quickly: what has just come under the finger must not take it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.domain.attempt import Act
from tests.widgets.desks import AMINA, PARK
from tests.widgets.kiosks import Shown

LEFT = Qt.MouseButton.LeftButton


def double_click(shown: Shown, at: QPoint) -> None:
    """Press twice at one place, as fast as a double click."""
    QTest.mouseDClick(shown.window.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    shown.settle()


def test_a_double_press_opens_a_place_and_nothing_in_it(shown: Shown) -> None:
    shown.sign_in()
    double_click(shown, shown.point("Safe"))
    assert shown.page.name == "place"


def test_a_double_press_goes_on_by_one_scene(shown: Shown) -> None:
    shown.sign_in()
    shown.go("lesson", PARK)
    double_click(shown, shown.point("Go on"))
    assert [one.act for one in shown.back.progress.attempts(AMINA.id)] == [Act.START, Act.ON]


def test_a_double_press_on_a_face_signs_in_and_presses_nothing(shown: Shown) -> None:
    shown.go("who-are-you")
    shown.press("Owl")
    double_click(shown, shown.point("Amina"))
    assert shown.page.name == "my-path"


def test_a_double_press_goes_back_by_one_choice(shown: Shown) -> None:
    shown.sign_in()
    shown.go("lesson", PARK)
    for name in ("Go on", "Stay", "Go on", "Stay", "I am sure"):
        shown.press(name)
    double_click(shown, shown.point("Go back"))
    assert shown.says("And now?")


def test_what_is_pressed_twice_on_purpose_takes_both(shown: Shown) -> None:
    shown.go("pin")
    double_click(shown, shown.point("4"))
    double_click(shown, shown.point("7"))
    assert shown.button("Done").isEnabled()
