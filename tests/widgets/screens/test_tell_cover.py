"""Tell is covered at once and put away by itself; nothing that was typed is lost by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.ports import StoreFault
from app.domain.tell.taps import Words
from app.kit.own_words import OwnWords
from tests.widgets.kiosks import Shown

FULL = StoreFault("tell/intake: no space is left on the disk")
CANARY = "the canary sings"
YES, NOT_NOW = "Yes please", "Not now"


def open_tell(shown: Shown) -> None:
    """Press the button in the corner, where it always stands."""
    at = shown.window.corner.center()
    QTest.mouseClick(shown.window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    shown.settle()
    assert shown.page.name == "tell"


def by_mouse(shown: Shown, name: str) -> None:
    """Press by mouse."""
    shown.press(name)


def by_keys(shown: Shown, name: str) -> None:
    """Go there with the Tab key, and press Enter."""
    for _ in range(60):
        now = QApplication.focusWidget()
        if isinstance(now, QAbstractButton) and now.accessibleName() == name:
            shown.key(Qt.Key.Key_Return)
            return
        shown.key(Qt.Key.Key_Tab)
    raise AssertionError(f"'{name}' is not reached by the Tab key")


def be_quiet(shown: Shown) -> None:
    """Let twenty seconds pass in which nobody touches anything."""
    assert shown.kiosk._idle._soon.isActive()
    shown.kiosk._idle._soon.stop()
    shown.kiosk._idle._soon.timeout.emit()
    shown.settle()


def to_words(shown: Shown, words: str) -> None:
    """Press Yes, skip to one's own words and type some."""
    open_tell(shown)
    shown.press(YES)
    while not [one for one in shown.widgets() if isinstance(one, OwnWords)]:
        shown.press("Skip")
    QTest.keyClicks(own_words(shown), words)


def own_words(shown: Shown) -> OwnWords:
    """Return the field for one's own words."""
    (found,) = [one for one in shown.widgets() if isinstance(one, OwnWords)]
    return found


class TestCover:
    def test_it_hides_everything_at_once_and_brings_it_back(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        shown.press("Cover this")
        assert set(shown.texts()) == {"Go on", "Home", "Tell"}
        assert not own_words_show(shown)
        assert shown.page.spoken() == ()
        shown.press("Go on")
        assert own_words(shown).words == CANARY

    def test_what_comes_meanwhile_stays_covered(self, shown: Shown) -> None:
        open_tell(shown)
        shown.press("Cover this")
        shown.desk.telling.prepare()
        shown.settle()
        assert set(shown.texts()) == {"Go on", "Tell", "Home"}

    def test_escape_uncovers_and_the_keys_begin_where_one_can_go_on(self, shown: Shown) -> None:
        open_tell(shown)
        shown.press("Cover this")
        assert shown.button("Go on").hasFocus()
        shown.key(Qt.Key.Key_Escape)
        assert shown.has(YES)


def own_words_show(shown: Shown) -> bool:
    """Tell whether the field for one's own words can be seen."""
    return any(isinstance(one, OwnWords) for one in shown.widgets())


class TestPutAway:
    """After twenty seconds the page goes back to where the child was, from any step of it."""

    def test_only_this_page_is_put_away(self, shown: Shown) -> None:
        shown.go("who-are-you")
        assert not shown.kiosk._idle._soon.isActive()
        open_tell(shown)
        assert shown.kiosk._idle._soon.interval() == 20_000
        shown.press(NOT_NOW)
        assert not shown.kiosk._idle._soon.isActive()

    def test_every_touch_begins_the_twenty_seconds_anew(self, shown: Shown) -> None:
        open_tell(shown)
        before = shown.kiosk._idle._soon.timerId()
        shown.key(Qt.Key.Key_Tab)
        assert shown.kiosk._idle._soon.timerId() != before

    @pytest.mark.parametrize("presses", [(), (YES,), (YES, "Someone is unkind", "Online")])
    def test_from_any_question(self, shown: Shown, presses: tuple[str, ...]) -> None:
        shown.sign_in()
        open_tell(shown)
        for name in presses:
            shown.press(name)
        be_quiet(shown)
        assert shown.page.name == "my-path"

    def test_covered_too(self, shown: Shown) -> None:
        shown.sign_in()
        open_tell(shown)
        shown.press(YES)
        shown.press("Cover this")
        be_quiet(shown)
        assert shown.page.name == "my-path"

    def test_what_was_typed_so_far_is_kept(self, shown: Shown) -> None:
        shown.sign_in()
        to_words(shown, CANARY)
        be_quiet(shown)
        assert shown.page.name == "my-path"
        (first,) = shown.back.tells.firsts
        assert shown.back.tells.said(first.tell) == [Words(CANARY)]

    def test_on_welcome_it_is_kept_in_the_tell_that_ends(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        be_quiet(shown)
        assert shown.page.name == "welcome"
        (first,) = shown.back.tells.firsts
        assert shown.back.tells.said(first.tell) == [Words(CANARY)]
        assert shown.back.tells.ended == [first.tell]
