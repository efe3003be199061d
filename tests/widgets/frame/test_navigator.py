"""Changing pages: one at a time, only those that may be seen, and the old one is really gone."""

from __future__ import annotations

import gc
from weakref import ref

import pytest
from PySide6.QtCore import Qt

from app.domain.pin import PinRecord
from app.domain.smart import Rule
from app.flow.route import To
from app.screens.registry import Audience, Screen, names, screen_class
from tests.widgets.desks import PARK, PARK_QUIZ, Back, Heard
from tests.widgets.kiosks import Shown, shown_kiosk

PUPIL = [name for name in names() if screen_class(name).audience is Audience.PUPIL]
STAFF = [name for name in names() if screen_class(name).audience is Audience.STAFF]
GIVEN: dict[str, tuple[object, ...]] = {
    "lesson": (PARK,),
    "quiz": (PARK_QUIZ,),
    "place": (Rule.SAFE,),
    "tell": ("Welcome",),
}


def test_it_begins_at_welcome(shown: Shown) -> None:
    assert shown.page.name == "welcome"
    assert shown.kiosk.navigator.here == To("welcome")


def test_arriving_is_told_with_the_page(shown: Shown) -> None:
    arrived = Heard(shown.kiosk.navigator.arrived)
    page = shown.go("who-are-you")
    assert arrived.all == [page]


def test_the_old_page_is_deleted(shown: Shown) -> None:
    old = ref(shown.go("who-are-you"))
    shown.go("welcome")
    gc.collect()
    assert old() is None
    assert shown.window.host.findChildren(Screen) == [shown.page]


def test_a_page_that_there_is_not_is_a_fault(shown: Shown) -> None:
    with pytest.raises(LookupError, match="there is no page 'nowhere'"):
        shown.kiosk.navigator.go(To("nowhere"))
    assert shown.page.name == "welcome"


@pytest.mark.parametrize("name", PUPIL)
def test_a_pupils_page_is_for_one_who_is_signed_in(shown: Shown, name: str) -> None:
    given = GIVEN.get(name, ())
    assert shown.go(name, *given).name == "welcome"
    shown.sign_in()
    assert shown.go(name, *given).name == name


@pytest.mark.parametrize("name", STAFF)
def test_a_staff_page_is_behind_the_door(shown: Shown, name: str) -> None:
    assert shown.go(name).name == "welcome"
    shown.sign_in()
    assert shown.go(name).name == "welcome"
    shown.let_staff_in()
    assert shown.go(name).name == name


def test_at_welcome_nobody_is_signed_in_and_the_door_is_shut(shown: Shown) -> None:
    shown.sign_in()
    shown.let_staff_in()
    shown.go("welcome")
    assert shown.desk.session.sitting is None
    assert not shown.desk.staff_inside


class TestBeforeThePinIsMade:
    def test_no_way_leads_past_its_making(self, back: Back) -> None:
        with shown_kiosk(back, needs_pin=True) as shown:
            for name in set(names()) - {"tell"}:
                assert shown.go(name, *GIVEN.get(name, ())).name == "pin"
            shown.key(Qt.Key.Key_Escape)
            assert shown.page.name == "pin"
            assert not shown.kiosk._idle._quiet.isActive()

    def test_tell_is_there_all_the_same_and_leads_back(self, back: Back) -> None:
        with shown_kiosk(back, needs_pin=True) as shown:
            shown.press("Tell")
            assert shown.page.name == "tell"
            shown.press("Not now")
            assert shown.page.name == "pin"

    def test_with_it_the_kiosk_begins(self, back: Back) -> None:
        with shown_kiosk(back, needs_pin=True) as shown:
            for _ in range(2):
                shown.desk.door.give("4170")
                shown.settle()
            assert shown.page.name == "school"
            assert shown.go("welcome").name == "welcome"
            assert shown.go("who-are-you").name == "who-are-you"


class TestEscape:
    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("welcome", "welcome"),
            ("who-are-you", "welcome"),
            ("my-path", "my-path"),
            ("place", "my-path"),
            ("lesson", "place"),
            ("quiz", "place"),
            ("my-stars", "my-path"),
            ("looks", "my-path"),
            ("pin", "welcome"),
        ],
    )
    def test_it_goes_one_step_back_and_never_out(self, shown: Shown, start: str, end: str) -> None:
        shown.back.pins.keep_pin(PinRecord("0714"))
        if screen_class(start).audience is Audience.PUPIL:
            shown.sign_in()
        shown.go(start, *GIVEN.get(start, ()))
        shown.key(Qt.Key.Key_Escape)
        assert shown.page.name == end
        assert shown.window.isVisible()

    @pytest.mark.parametrize("name", STAFF)
    def test_staff_stay_inside(self, shown: Shown, name: str) -> None:
        shown.let_staff_in()
        shown.go(name)
        shown.key(Qt.Key.Key_Escape)
        assert shown.page.name == name
        assert shown.desk.staff_inside

    def test_from_the_looks_it_returns_to_the_lesson_that_was_left(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("lesson", PARK)
        shown.press("Go on")
        shown.press("How it looks")
        shown.key(Qt.Key.Key_Escape)
        assert shown.page.name == "lesson"
        assert shown.says("Where shall Amina go?")

    def test_many_of_them_lead_a_child_to_my_path(self, shown: Shown) -> None:
        shown.sign_in()
        shown.go("lesson", PARK)
        for _ in range(6):
            shown.key(Qt.Key.Key_Escape)
        assert shown.page.name == "my-path"
        assert shown.desk.session.sitting is not None
