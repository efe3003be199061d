"""Welcome: one thing to press, the demo named as one, and the badge for grown-ups who hold it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from app.domain.tell.journal import Reach
from app.kit.hold_button import HOLD_MS
from tests.widgets.desks import GROWN_UPS, HILLSIDE
from tests.widgets.kiosks import Shown

BADGE = "Staff: hold"
LEFT = Qt.MouseButton.LeftButton


def hold_of(shown: Shown) -> QTimer:
    """Return the timer of the badge."""
    (timer,) = [one for one in shown.page.findChildren(QTimer) if one.interval() == HOLD_MS]
    return timer


def pass_second(shown: Shown) -> None:
    """Let the second of holding be over now, if the badge is held."""
    timer = hold_of(shown)
    if timer.isActive():
        timer.stop()
        timer.timeout.emit()
    shown.settle()


def test_it_names_the_program_and_the_school(shown: Shown) -> None:
    assert {"Be SMART", "Hillside", "Touch to start"} <= set(shown.texts())
    assert not shown.says("made-up school")


def test_a_demo_is_marked_as_one(shown: Shown) -> None:
    shown.desk.session.use_school(replace(HILLSIDE, demo=True))
    shown.go("welcome")
    assert shown.says("This is a made-up school")


def test_a_touch_starts(shown: Shown) -> None:
    shown.press("Touch to start")
    assert shown.page.name == "who-are-you"


def test_a_key_starts(shown: Shown) -> None:
    shown.button("Touch to start").setFocus()
    shown.key(Qt.Key.Key_Return)
    assert shown.page.name == "who-are-you"


def test_it_can_be_spoken(shown: Shown) -> None:
    assert shown.page.spoken() == ("Be SMART", "Touch to start")


class TestTheBadge:
    def test_a_tap_does_nothing(self, shown: Shown) -> None:
        shown.press(BADGE)
        pass_second(shown)
        assert shown.page.name == "welcome"

    def test_held_for_a_second_it_leads_to_the_pin(self, shown: Shown) -> None:
        QTest.mousePress(shown.button(BADGE), LEFT)
        assert hold_of(shown).interval() == 1000
        pass_second(shown)
        assert shown.page.name == "pin"

    def test_let_go_too_early_it_does_not(self, shown: Shown) -> None:
        QTest.mousePress(shown.button(BADGE), LEFT)
        QTest.mouseRelease(shown.button(BADGE), LEFT)
        assert not hold_of(shown).isActive()

    def test_space_held_is_as_good(self, shown: Shown) -> None:
        badge = shown.button(BADGE)
        badge.setFocus()
        QTest.keyPress(badge, Qt.Key.Key_Space)
        pass_second(shown)
        assert shown.page.name == "pin"

    def test_who_hears_it_is_told_how(self, shown: Shown) -> None:
        assert "hold this down for one second" in shown.button(BADGE).accessibleDescription()


class TestTheNoteForStaff:
    NOTE = "Staff: Tell is not set up yet."

    def test_until_it_is_known_nothing_is_said(self, shown: Shown) -> None:
        shown.go("welcome")
        assert not shown.says(self.NOTE)

    def test_it_stands_there_until_tell_is_live(self, shown: Shown) -> None:
        shown.back.recipients.reached = Reach(GROWN_UPS)
        shown.desk.post_office.begin()
        shown.desk.telling.prepare()
        shown.settle()
        assert shown.says(self.NOTE)
        shown.back.recipients.reached = Reach(GROWN_UPS, live=True)
        shown.desk.telling.prepare()
        shown.settle()
        assert not shown.says(self.NOTE)

    def test_nothing_that_waits_changes_the_page(self, shown: Shown) -> None:
        shown.desk.post_office.begin()
        shown.desk.telling.prepare()
        shown.settle()
        before = shown.texts()
        shown.desk.telling.yes()
        shown.desk.telling.end()
        shown.settle()
        shown.back.clock.let_pass(3_600)
        shown.go("welcome")
        assert shown.texts() == before
