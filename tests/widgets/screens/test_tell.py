"""The Tell page: two presses, one question at a time, covered or put away at once, nothing left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.tell.journal import Reach
from app.domain.tell.people import Roster
from app.domain.tell.taps import About, Called, Comes, Happens, Place, Wants, When, Words, Worry
from app.kit.own_words import OwnWords
from tests.widgets.desks import AMINA, CARDS, GROWN_UPS, LEAD, PARK
from tests.widgets.kiosks import Shown
from tests.widgets.tellers import CANARY, FULL, NOT_NOW, YES, by_keys, by_mouse, open_tell, to_words


class TestTwoPresses:
    @pytest.mark.parametrize("press", [by_mouse, by_keys])
    def test_everything_can_be_said_in_one_way_only(
        self, shown: Shown, press: Callable[[Shown, str], None]
    ) -> None:
        shown.sign_in()
        shown.go("looks")
        open_tell(shown)
        for name in (YES, "Someone is unkind", "Online", "Headteacher", "A little"):
            press(shown, name)
        press(shown, "Wait until the lesson ends")
        press(shown, "I have finished")
        assert shown.says("A grown-up reads it, and comes to talk with you")
        press(shown, "I have finished")
        assert shown.page.name == "looks"
        (first,) = shown.back.tells.firsts
        assert first.page == "How it looks"
        assert shown.back.tells.said(first.tell) == [
            About("unkind"),
            Happens(Place.ONLINE),
            Wants(GROWN_UPS.people[1].id),
            Worry(1),
            Comes(When.LATER),
        ]

    def test_the_first_page_says_who_will_see_it(self, shown: Shown) -> None:
        open_tell(shown)
        assert shown.says("will see it: Mrs Reed, safeguarding lead, Headteacher")
        assert shown.says("Childline is free to ring: 0800 1111")

    def test_not_now_goes_back_and_records_nothing(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("lesson", PARK)
        open_tell(shown)
        shown.press(NOT_NOW)
        assert shown.page.name == "lesson"
        assert shown.back.tells.calls == 0

    def test_a_quick_second_press_is_no_answer_to_what_comes_next(self, shown: Shown) -> None:
        shown.sign_in()
        open_tell(shown)
        at = shown.point(YES)
        window = shown.window.windowHandle()
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(window, Qt.MouseButton.LeftButton, pos=at)
        shown.settle()
        assert len(shown.back.tells.firsts) == 1

    def test_without_signing_in_a_name_is_asked_for_and_never_needed(self, shown: Shown) -> None:
        shown.go("who-are-you")
        open_tell(shown)
        shown.press(YES)
        assert shown.says("Shall we know your name?")
        shown.press("Skip")
        assert shown.says("What is it about?")
        (first,) = shown.back.tells.firsts
        assert first.who is None

    def test_and_can_be_given_by_two_presses(self, shown: Shown) -> None:
        shown.go("who-are-you")
        open_tell(shown)
        shown.press(YES)
        shown.press("Owl")
        shown.press("Amina")
        (first,) = shown.back.tells.firsts
        called = Called(AMINA.id, AMINA.full_name, "Owl")
        assert shown.back.tells.said(first.tell) == [called]

    def test_one_may_go_back_to_the_question_before(self, shown: Shown) -> None:
        shown.sign_in()
        open_tell(shown)
        shown.press(YES)
        assert not shown.has("Go back")
        shown.press("Someone is unkind")
        shown.press("Go back")
        assert shown.says("What is it about?")
        shown.key(Qt.Key.Key_Escape)
        assert shown.page.name == "my-path"

    def test_pressed_again_in_the_sitting_it_goes_on(self, shown: Shown) -> None:
        shown.sign_in()
        open_tell(shown)
        shown.press(YES)
        shown.press("Home")
        open_tell(shown)
        assert shown.says("Thank you for telling")
        shown.press("Say more")
        shown.press("Something on a screen")
        (first,) = shown.back.tells.firsts
        assert shown.back.tells.said(first.tell) == [About("screen")]


class TestWhatIsTrue:
    def test_it_is_called_saved_once_it_is(self, shown: Shown) -> None:
        open_tell(shown)
        assert not shown.says("Saved")
        QTest.mouseClick(shown.button(YES), Qt.MouseButton.LeftButton)
        assert shown.says("Saving ...")
        assert not shown.says("Saved")
        shown.settle()
        assert shown.says("Saved on this computer.")

    def test_where_the_disk_fails_it_says_so_at_once_and_whose_fault_it_is_not(
        self, shown: Shown
    ) -> None:
        shown.back.tells.broken = FULL
        open_tell(shown)
        shown.press(YES)
        assert shown.says("Please tell a grown-up near you now")
        assert shown.says("It is not your fault.")
        assert not shown.says("Saved")
        shown.back.tells.broken = None
        shown.press("Say more")
        shown.press("Skip")
        shown.press("Something else")
        assert shown.says("Saved on this computer.")

    def test_where_the_record_cannot_be_opened_it_says_so_before_any_press(
        self, shown: Shown
    ) -> None:
        shown.back.tells.unreadable = FULL
        open_tell(shown)
        assert shown.says("This computer can't save just now.")
        assert shown.has(YES)

    @pytest.mark.parametrize("roster", [Roster(), GROWN_UPS])
    def test_before_it_is_live_it_says_go_to_a_grown_up(self, shown: Shown, roster: Roster) -> None:
        shown.back.recipients.reached = Reach(roster, live=False)
        open_tell(shown)
        assert shown.says("Tell is only being tried out here.")
        shown.press(YES)
        while not shown.has("Say more"):
            shown.press("Skip")
        assert shown.says("Please go to a grown-up now")
        assert shown.says("nobody comes because of it")
        assert [one.drill for one in shown.back.tells.firsts] == [True] * bool(roster.version)

    def test_who_sees_more_is_said_anew_where_a_grown_up_is_spoken_of(self, shown: Shown) -> None:
        shown.sign_in()
        open_tell(shown)
        shown.press(YES)
        shown.press("Skip")
        shown.press("A grown-up at school")
        assert shown.says("Chair of governors, Stand-in")
        assert shown.says("Which grown-up is it about?")
        assert not shown.says(f"see what you say: {LEAD.title}")


class TestOwnWords:
    def test_they_are_kept_by_the_button(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        shown.press("Keep my words")
        assert shown.back.tells.said(shown.back.tells.firsts[0].tell) == [Words(CANARY)]
        assert shown.says("Thank you for telling")

    def test_skip_drops_them(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        shown.press("Skip")
        assert shown.back.tells.details == []

    @pytest.mark.parametrize("way", ["Home", "Go back", "I have finished"])
    def test_leaving_keeps_them(self, shown: Shown, way: str) -> None:
        to_words(shown, CANARY)
        shown.press(way)
        assert shown.back.tells.said(shown.back.tells.firsts[0].tell) == [Words(CANARY)]

    def test_a_failed_write_meanwhile_takes_none_of_them(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        shown.back.tells.broken = FULL
        shown.desk.telling.keep(Worry(2))
        shown.settle()
        assert shown.says("Please tell a grown-up near you now")
        shown.back.tells.broken = None
        shown.desk.telling._keeper._queue._retry.timeout.emit()
        shown.settle()
        said = shown.back.tells.said(shown.back.tells.firsts[0].tell)
        assert said == [Worry(2), Words(CANARY)]

    def test_nothing_of_them_is_left_after_the_sitting(self, shown: Shown) -> None:
        to_words(shown, CANARY)
        shown.press("Keep my words")
        shown.press("Home")
        shown.settle()
        shown.back.tells.details.clear()
        assert CANARY not in repr(shown.desk.telling.page)
        assert CANARY not in shown.texts()
        assert not shown.window.findChildren(OwnWords)
        clipboard = QApplication.clipboard()
        assert CANARY not in clipboard.text() + clipboard.text(clipboard.Mode.Selection)


def test_it_is_quiet_about_names(shown: Shown) -> None:
    shown.sign_in()
    open_tell(shown)
    assert not any("Amina" in text for text in page_texts(shown))


def page_texts(shown: Shown) -> list[str]:
    """Return what stands on the page itself, the bar apart."""
    return [text for text in shown.texts() if text not in bar_texts(shown.window.bar)]


def bar_texts(bar: QWidget) -> list[str]:
    """Return the words of the bar's buttons."""
    return [one.accessibleName() for one in bar.findChildren(QAbstractButton)]


def test_the_cards_of_the_policy_are_those_that_show(shown: Shown) -> None:
    shown.sign_in()
    open_tell(shown)
    shown.press(YES)
    assert [one.words for one in CARDS.categories if not shown.has(one.words)] == []
