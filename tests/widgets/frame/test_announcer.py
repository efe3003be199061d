"""A screen reader hears where one is and what is asked, and hears of it when that changes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessibleAnnouncementEvent, QAccessibleEvent

from app.domain.pin import PinRecord
from app.frame import announcer
from app.frame.announcer import words_of
from tests.widgets.desks import PARK, PARK_QUIZ, ZOE
from tests.widgets.kiosks import Shown


class Reader:
    """A screen reader that is there, or not; ``heard`` is what it was told to say."""

    heard: tuple[str, ...] = ()
    listens = True

    @classmethod
    def isActive(cls) -> bool:  # noqa: N802 - as Qt calls it
        return cls.listens

    @classmethod
    def updateAccessibility(cls, event: QAccessibleEvent) -> None:  # noqa: N802 - as Qt calls it
        assert isinstance(event, QAccessibleAnnouncementEvent)
        cls.heard = (*cls.heard, event.message())


@pytest.fixture
def reader(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Reader]]:
    """Yield a reader that has heard nothing yet, at Welcome."""
    assert shown.page.name == "welcome"
    monkeypatch.setattr(announcer, "QAccessible", Reader)
    yield Reader
    Reader.heard, Reader.listens = (), True


def test_every_page_says_its_name_on_arrival(shown: Shown, reader: type[Reader]) -> None:
    shown.go("who-are-you")
    assert reader.heard == ("Which is your class?",)
    shown.sign_in()
    assert reader.heard[-1].startswith("Hello Amina! Where next?\nSafe\n")


def test_what_is_asked_next_on_the_same_page_is_said(shown: Shown, reader: type[Reader]) -> None:
    shown.go("who-are-you")
    shown.press("Otter")
    assert reader.heard[-1] == "Who are you?\nPress your animal."
    shown.press(ZOE.first_name)
    assert reader.heard[-1] == "Press your three secret pictures\nLook for your first one."


def test_a_lesson_is_told_as_it_goes_on(shown: Shown, reader: type[Reader]) -> None:
    shown.sign_in()
    shown.go("lesson", PARK)
    title = shown.page.accessibleName()
    before = len(reader.heard)
    shown.press("Go on")
    shown.press("Stay")
    assert len(reader.heard) == before + 2
    assert all(said.startswith(f"{title}\n") for said in reader.heard[before:])
    assert "She stayed." in reader.heard[-1]


def test_a_question_of_a_quiz_is_said(shown: Shown, reader: type[Reader]) -> None:
    shown.sign_in()
    shown.go("quiz", PARK_QUIZ)
    assert reader.heard[-1].endswith("\nQuestion p0?")


def test_staff_hear_that_the_pin_was_wrong(shown: Shown, reader: type[Reader]) -> None:
    shown.back.pins.keep_pin(PinRecord("0714"))
    shown.go("pin")
    shown.desk.door.give("9071")
    shown.settle()
    assert reader.heard[-1].startswith("Staff PIN\n")
    assert reader.heard[-1].endswith("\nThat is not the PIN.")


def test_staff_hear_what_was_done(shown: Shown, reader: type[Reader]) -> None:
    shown.let_staff_in()
    shown.go("school")
    assert reader.heard[-1] == "School"
    shown.desk.office.rename_school("Hill Top")
    shown.settle()
    assert reader.heard[-1] == "School\nThe school has its new name."


def test_where_nobody_listens_nothing_is_said(shown: Shown, reader: type[Reader]) -> None:
    reader.listens = False
    shown.go("who-are-you")
    assert reader.heard == ()


def test_no_text_is_said_twice(shown: Shown) -> None:
    page = shown.go("who-are-you")
    assert page.accessibleName() in page.spoken()
    assert words_of(page) == ("Which is your class?",)
