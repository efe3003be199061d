"""Tell is covered at once and put away by itself; nothing that was typed is lost by it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.tell.taps import Words
from app.kit.own_words import OwnWords
from tests.widgets.kiosks import Shown
from tests.widgets.tellers import CANARY, NOT_NOW, YES, be_quiet, open_tell, own_words, to_words


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
