"""A lesson and a quiz on the screen: what is told, asked, answered, undone, and truly kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.ports import StoreFault
from app.kit.card_button import CardButton, Mark
from app.kit.progress import ProgressPills
from tests.stories import SmallLibrary, choice, quiz
from tests.widgets.desks import AMINA, BEN, PARK, PARK_QUIZ
from tests.widgets.kiosks import Shown

FULL = StoreFault("progress/amina.json: no space is left on the disk")
TRY, BACK = "Try another way", "Go back"


@pytest.fixture
def lesson(shown: Shown) -> Shown:
    """Return a kiosk in which Amina has just opened the lesson."""
    shown.sign_in()
    shown.go("lesson", PARK)
    return shown


@pytest.fixture
def asked(shown: Shown) -> Shown:
    """Return a kiosk in which Amina has just opened the quiz."""
    shown.sign_in()
    shown.go("quiz", PARK_QUIZ)
    return shown


def progress(shown: Shown) -> str:
    """Return how far one is, as it is told to those who cannot see it."""
    (pills,) = shown.page.findChildren(ProgressPills)
    return pills.accessibleName()


def mark_of(shown: Shown, name: str) -> Mark:
    """Return the mark on a card."""
    card = shown.button(name)
    assert isinstance(card, CardButton)
    return card.mark


def to_later(shown: Shown) -> None:
    """Go to the last scene by the right choice."""
    for name in ("Go on", "Stay", "Go on"):
        shown.press(name)


class TestALesson:
    def test_a_story_without_a_task_has_the_page_and_one_button(self, lesson: Shown) -> None:
        assert {"At the park", "Hello!", "Go on"} <= set(lesson.texts())
        assert lesson.button("Go on").hasFocus()
        assert not lesson.has(BACK)

    def test_a_task_is_asked_beside_the_story(self, lesson: Shown) -> None:
        lesson.press("Go on")
        assert {"Somebody asks.", "Where shall Amina go?", "Go", "Stay"} <= set(lesson.texts())
        assert not lesson.has("Go on")

    def test_a_line_whose_condition_does_not_hold_is_not_told(self, lesson: Shown) -> None:
        lesson.press("Go on")
        assert not lesson.says("Again.")

    def test_an_answer_leads_to_what_follows(self, lesson: Shown) -> None:
        lesson.press("Go on")
        lesson.press("Go")
        assert lesson.says("Off she went.")
        assert mark_of(lesson, "Go") is Mark.OTHER
        assert lesson.has(TRY)
        assert lesson.has("Go on")

    def test_a_right_one_is_marked_and_goes_on(self, lesson: Shown) -> None:
        lesson.press("Go on")
        lesson.press("Stay")
        assert mark_of(lesson, "Stay") is Mark.GOOD
        assert not lesson.has(TRY)
        assert lesson.button("Go on").hasFocus()

    @pytest.mark.parametrize("way", [TRY, BACK])
    def test_a_choice_can_be_undone(self, lesson: Shown, way: str) -> None:
        lesson.press("Go on")
        lesson.press("Go")
        lesson.press(way)
        assert lesson.says("Somebody asks.")
        assert lesson.button("Stay").isEnabled()
        assert mark_of(lesson, "Go") is Mark.NONE

    def test_from_later_on_too(self, lesson: Shown) -> None:
        to_later(lesson)
        assert lesson.says("And now?")
        lesson.press(BACK)
        assert lesson.says("Where shall Amina go?")

    def test_how_sure_is_asked_before_anything_follows(self, lesson: Shown) -> None:
        to_later(lesson)
        lesson.press("Stay")
        assert lesson.says("How sure are you?")
        assert not lesson.says("Saved"), "nothing is kept of it before the answer is whole"
        assert not lesson.says("She stayed.")
        lesson.press("I am not sure")
        assert lesson.says("She stayed.")

    def test_an_ending_says_what_happened_and_where_to_go(self, lesson: Shown) -> None:
        to_later(lesson)
        for name in ("Stay", "I am sure", "Go on"):
            lesson.press(name)
        assert {"Dry", "It went well.", "You can always Tell."} <= set(lesson.texts())
        lesson.press("Back to Safe")
        assert lesson.page.name == "place"

    def test_from_an_ending_one_can_try_another_way(self, lesson: Shown) -> None:
        to_later(lesson)
        for name in ("Stay", "I am sure", "Go on", "Go back and try another way"):
            lesson.press(name)
        assert lesson.says("And now?")

    def test_how_far_one_is_grows_and_promises_no_end(self, lesson: Shown) -> None:
        """How many scenes are to come depends on what is chosen."""
        told = [progress(lesson)]
        for name in ("Go on", "Stay", "Go on", "Stay", "I am sure", "Go on"):
            lesson.press(name)
            told.append(progress(lesson))
        assert told == ["Step 1", *["Step 2"] * 2, *["Step 3"] * 3, "The end"]

    def test_all_of_it_can_be_played_by_keys(self, lesson: Shown) -> None:
        lesson.key(Qt.Key.Key_Space)
        lesson.button("Stay").setFocus()
        for _ in range(2):
            lesson.key(Qt.Key.Key_Space)
        assert lesson.says("And now?")

    def test_what_is_shown_can_be_spoken(self, lesson: Shown) -> None:
        assert lesson.page.spoken() == ("Amina: Hello!",)
        lesson.press("Go on")
        assert lesson.page.spoken() == ("Somebody asks.", "Where shall Amina go?")
        lesson.press("Go")
        assert lesson.page.spoken() == ("Off she went.",)

    def test_leaving_it_forgets_it_and_coming_back_resumes(self, lesson: Shown) -> None:
        lesson.press("Go on")
        lesson.press("Go")
        lesson.press("Home")
        assert lesson.desk.lessons.page is None
        lesson.go("lesson", PARK)
        assert lesson.says("Off she went.")
        assert lesson.has(TRY)


class TestWhatIsKept:
    def test_saved_is_said_when_it_is_on_the_disk(self, lesson: Shown) -> None:
        assert lesson.says("Saved")
        lesson.desk.lessons.go_on()
        assert lesson.says("Saving ...")
        lesson.settle()
        assert lesson.says("Saved")

    def test_a_full_disk_is_told_and_the_child_plays_on(self, lesson: Shown) -> None:
        lesson.back.progress.broken = FULL
        lesson.press("Go on")
        assert lesson.says("Not saved yet. Please tell your teacher.")
        assert not lesson.says("amina.json")
        lesson.press("Stay")
        assert lesson.says("She stayed.")

    def test_what_waits_is_told_too_while_how_sure_is_asked(self, lesson: Shown) -> None:
        to_later(lesson)
        lesson.press("Stay")
        assert lesson.says("How sure are you?")
        assert not lesson.says("Saved")
        lesson.press("I am sure")
        lesson.press("Go on")
        lesson.press("Go back and try another way")
        lesson.back.progress.broken = FULL
        lesson.press("Go")
        assert lesson.says("How sure are you?")
        assert not lesson.says("Not saved yet.")
        lesson.press("I am sure")
        lesson.press(TRY)
        lesson.press("Go")
        assert lesson.says("How sure are you?")
        assert lesson.says("Not saved yet.")

    def test_once_there_is_room_all_of_it_is_kept(self, lesson: Shown) -> None:
        lesson.back.progress.broken = FULL
        lesson.press("Go on")
        lesson.press("Go")
        lesson.back.progress.broken = None
        lesson.press("Go on")
        assert lesson.says("Saved")
        assert len(lesson.back.progress.attempts(AMINA.id)) == 4

    def test_a_new_page_says_the_same_truth(self, lesson: Shown) -> None:
        lesson.back.progress.broken = FULL
        lesson.press("Go on")
        lesson.go("quiz", PARK_QUIZ)
        assert lesson.says("Not saved yet.")

    def test_what_is_stuck_of_another_child_is_not_told_here(self, lesson: Shown) -> None:
        lesson.back.progress.broken, lesson.back.progress.stuck = FULL, AMINA.id
        lesson.press("Go on")
        assert lesson.says("Not saved yet.")
        lesson.kiosk.go_home()
        lesson.sign_in(BEN)
        lesson.go("quiz", PARK_QUIZ)
        assert lesson.says("Saved")
        lesson.press("Go")
        assert lesson.says("Saved")
        assert not lesson.says("Not saved yet.")


class TestAQuiz:
    def test_it_asks_one_question_at_a_time(self, asked: Shown) -> None:
        assert asked.says("Question 1 of 6. Take your time.")
        assert asked.says("Question p0?")
        assert progress(asked) == "Step 1 of 6"

    def test_what_follows_is_told_and_there_is_no_second_try(self, asked: Shown) -> None:
        asked.press("Go")
        assert asked.says("Off she went.")
        assert not asked.has(TRY)
        assert not asked.has(BACK)
        asked.press("Go on")
        assert asked.says("Question p1?")

    def test_it_ends_kindly_with_a_sign_for_each_answer(self, asked: Shown) -> None:
        asked.press("Go")
        asked.press("Go on")
        for _ in range(5):
            asked.press("Stay")
            asked.press("Go on")
        assert asked.says("You did the whole quiz!")
        signs = [one.accessibleName() for one in asked.widgets()]
        assert signs.count("Good idea") == 5
        assert signs.count("There is another way") == 1

    def test_from_the_end_there_are_more_questions_or_the_path(self, asked: Shown) -> None:
        for _ in range(6):
            asked.press("Stay")
            asked.press("Go on")
        asked.press("More questions")
        assert asked.says("Question p6?")
        for _ in range(6):
            asked.press("Stay")
            asked.press("Go on")
        asked.press("Back to Safe")
        assert asked.page.name == "place"

    def test_how_sure_is_asked_where_the_item_wants_it(self, shown: Shown) -> None:
        bank = quiz()
        items = tuple(replace(one, task=choice("Sure?", asks_sure=True)) for one in bank.items)
        shown.back.library = SmallLibrary(banks=(replace(bank, items=items),))
        shown.sign_in()
        shown.go("quiz", PARK_QUIZ)
        shown.press("Stay")
        assert shown.says("How sure are you?")
        shown.press("I think so")
        assert shown.says("She stayed.")

    def test_a_left_quiz_is_resumed_at_its_question(self, asked: Shown) -> None:
        asked.press("Stay")
        asked.press("Go on")
        asked.press("Home")
        asked.go("quiz", PARK_QUIZ)
        assert asked.says("Question 2 of 6.")
