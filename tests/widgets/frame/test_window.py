"""The one window: it covers the screen, closes for nobody, and passes the focus on in order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.frame.window import KioskWindow
from app.kit.contact import use_keys
from app.kit.pill_button import PillButton
from tests.widgets.desks import Heard
from tests.widgets.kiosks import SIZE, Shown

FLAGS = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint


@pytest.fixture
def window(qtbot: QtBot) -> KioskWindow:
    made = KioskWindow()
    qtbot.addWidget(made, before_close_func=KioskWindow.release)
    return made


def test_it_covers_the_screen_without_a_frame_on_top(window: KioskWindow) -> None:
    window.take_place(None)
    window.appear()
    assert window.isFullScreen()
    assert window.windowFlags() & FLAGS == FLAGS
    assert window.size() == window.screen().size()


def test_for_trying_out_it_is_a_plain_window(window: KioskWindow) -> None:
    window.take_place((1024, 768))
    window.appear()
    assert not window.isFullScreen()
    assert window.size() == QSize(1024, 768)


def test_it_has_its_size_before_it_shows(window: KioskWindow) -> None:
    window.take_place(None)
    assert not window.isVisible()
    assert window.size() == window.screen().size()


def test_it_refuses_to_be_closed_until_staff_leave(window: KioskWindow) -> None:
    window.take_place(SIZE)
    window.appear()
    assert not window.close()
    assert window.isVisible()
    window.release()
    assert not window.isVisible()


def test_the_first_paint_is_told_once(window: KioskWindow, qtbot: QtBot) -> None:
    painted = Heard(window.painted)
    window.take_place(SIZE)
    window.appear()
    qtbot.waitUntil(lambda: len(painted) == 1)
    window.repaint()
    assert len(painted) == 1


def test_escape_is_a_step_back_and_no_other_key_is(window: KioskWindow) -> None:
    back = Heard(window.stepping_back)
    window.take_place(SIZE)
    window.appear()
    QTest.keyClick(window, Qt.Key.Key_A)
    assert len(back) == 0
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(back) == 1


def test_the_page_ends_above_the_bar(shown: Shown) -> None:
    shown.sign_in()
    bar, page = shown.window.bar, shown.page
    assert page.geometry() == shown.window.rect()
    assert page.contentsMargins().bottom() == bar.height()
    assert bar.geometry().bottom() == shown.window.rect().bottom()


def test_on_welcome_the_bar_has_tell_and_nothing_else(shown: Shown) -> None:
    assert shown.page.contentsMargins().bottom() == shown.window.bar.height()
    pressed = [one for one in shown.window.bar.findChildren(PillButton) if one.isVisible()]
    assert [one.words for one in pressed] == ["Tell"]


def test_everything_follows_the_size_of_the_window(shown: Shown) -> None:
    shown.sign_in()
    shown.window.resize(1024, 768)
    shown.settle()
    assert shown.page.size() == QSize(1024, 768)
    assert shown.window.bar.width() == 1024


class TestFocus:
    def test_tab_reaches_all_that_can_be_pressed_and_comes_round(self, shown: Shown) -> None:
        shown.sign_in()
        order = [self.tab(shown) for _ in range(10)]
        buttons = [text for text in shown.texts() if shown.has(text)]
        assert sorted(order) == sorted(buttons)
        assert self.tab(shown) == order[0]

    def test_the_page_comes_before_the_bar(self, shown: Shown) -> None:
        shown.sign_in()
        order = [self.tab(shown) for _ in range(10)]
        first = order.index("Home")
        assert order[first : first + 4] == ["Home", "How it looks", "Amina", "Tell"]

    def test_back_tab_goes_the_other_way(self, shown: Shown) -> None:
        shown.sign_in()
        here = self.tab(shown)
        self.tab(shown)
        QTest.keyClick(shown.window.windowHandle(), Qt.Key.Key_Backtab)
        assert self.focused() == here

    def test_the_first_tab_shows_where_the_keys_begin(self, shown: Shown) -> None:
        begins = self.focused()
        assert not getattr(QApplication.focusWidget(), "ringed", True)
        assert self.tab(shown) == begins == "Touch to start"
        assert getattr(QApplication.focusWidget(), "ringed", False)
        assert self.tab(shown) != begins

    def test_from_a_field_that_was_typed_in_the_first_tab_goes_on(self, shown: Shown) -> None:
        shown.let_staff_in()
        shown.go("school")
        field = shown.field("Name of the school")
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
        QTest.keyClicks(field, "Hill")
        assert self.tab(shown) == "Set up Tell"

    def test_where_a_finger_hid_what_had_it_no_ring_appears(self, shown: Shown) -> None:
        shown.sign_in()
        shown.press("Safe")
        use_keys(keys=False)
        assert not [one for one in shown.widgets() if getattr(one, "ringed", False)]

    def test_keys_see_where_they_are_on_every_new_page(self, shown: Shown) -> None:
        shown.sign_in()
        self.tab(shown)
        shown.button("Safe").setFocus()
        shown.key(Qt.Key.Key_Space)
        assert shown.page.name == "place"
        ringed = [one for one in shown.widgets() if getattr(one, "ringed", False)]
        assert [one.accessibleName() for one in ringed] == ["At the park"]

    @staticmethod
    def focused() -> str:
        """Return the name of what has the focus."""
        now = QApplication.focusWidget()
        return now.accessibleName() if now is not None else ""

    def tab(self, shown: Shown) -> str:
        """Press Tab; return where the focus is then."""
        QTest.keyClick(shown.window.windowHandle(), Qt.Key.Key_Tab)
        return self.focused()
