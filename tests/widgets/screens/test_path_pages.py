"""My path, a place on it, and My stars: what is next, what is done, and one's own answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.kind import Answer, Sure
from app.domain.quizrun import LENGTH
from app.domain.smart import Rule
from app.kit.stars import StarRow
from app.screens.pupil.my_stars import A_PAGE
from tests.stories import GO, STAY
from tests.widgets.desks import BEN, PARK, PARK_QUIZ
from tests.widgets.kiosks import Shown


@pytest.fixture
def here(shown: Shown) -> Shown:
    """Return a kiosk with Amina at My path."""
    shown.sign_in()
    return shown


def finish_lesson(here: Shown, answer: Answer = STAY) -> None:
    """Play the lesson to an ending, through its controller."""
    here.desk.lessons.open(PARK)
    here.desk.lessons.go_on()
    here.desk.lessons.answer(answer)
    here.desk.lessons.go_on()
    here.desk.lessons.answer(replace(answer, sure=Sure.SURE))
    here.desk.lessons.go_on()
    here.desk.lessons.close()
    here.settle()


def finish_quiz(here: Shown, times: int = 1) -> None:
    """Do the quiz rightly, through its controller."""
    for _ in range(times):
        here.desk.quizzes.open(PARK_QUIZ)
        while here.desk.quizzes.page is not None and here.desk.quizzes.page.item is not None:
            here.desk.quizzes.answer(STAY)
            here.desk.quizzes.go_on()
        here.desk.quizzes.close()
    here.settle()


def stars(here: Shown, page: str, *given: object) -> list[str]:
    """Return what the stars of a page say to those who cannot see them."""
    here.go(page, *given)
    return [one.accessibleName() for one in here.page.findChildren(StarRow)]


class TestMyPath:
    def test_it_greets_and_shows_the_five_places(self, here: Shown) -> None:
        assert here.says("Hello Amina! Where next?")
        assert all(here.has(rule.label) for rule in Rule)

    def test_what_waits_is_marked_as_next(self, here: Shown) -> None:
        assert here.button("Safe").accessibleDescription() == "0 of 3 stars. Next"
        assert "Next" not in here.button("Tell").accessibleDescription()

    def test_where_nothing_can_be_earned_no_stars_are_promised(self, here: Shown) -> None:
        assert "star" not in here.button("Tell").accessibleDescription()

    def test_when_all_is_done_nothing_is_next(self, here: Shown) -> None:
        finish_lesson(here)
        finish_quiz(here)
        here.go("my-path")
        assert here.button("Safe").accessibleDescription() == "2 of 3 stars"

    def test_a_place_is_entered(self, here: Shown) -> None:
        here.press("Meeting")
        assert here.page.name == "place"
        assert here.says("Meeting.")

    def test_whoever_has_finished_signs_out(self, here: Shown) -> None:
        here.press("I have finished")
        assert here.page.name == "welcome"
        assert here.desk.session.sitting is None

    def test_it_can_be_spoken(self, here: Shown) -> None:
        spoken = here.page.spoken()
        assert spoken[0] == "Hello Amina! Where next?"
        assert spoken[1:] == tuple(rule.label for rule in Rule)


class TestAPlace:
    def test_it_shows_the_rule_and_what_there_is_to_do(self, here: Shown) -> None:
        here.go("place", Rule.SAFE)
        assert here.says("Safe.")
        assert here.button("At the park").accessibleDescription() == "A story, about 10 minutes"
        assert here.button("A quiz").accessibleDescription() == f"{LENGTH} questions"

    def test_where_there_is_nothing_to_do_there_is_no_dead_button(self, here: Shown) -> None:
        here.go("place", Rule.TELL)
        assert here.says("Tell.")
        assert not here.has("At the park")
        assert not here.has("A quiz")

    def test_what_was_begun_is_carried_on(self, here: Shown) -> None:
        here.desk.lessons.open(PARK)
        here.desk.quizzes.open(PARK_QUIZ)
        here.go("place", Rule.SAFE)
        assert here.button("At the park").accessibleDescription() == "Carry on"
        assert here.button("A quiz").accessibleDescription() == "Carry on"

    def test_what_is_done_says_so_and_can_be_done_again(self, here: Shown) -> None:
        finish_lesson(here)
        finish_quiz(here)
        here.go("place", Rule.SAFE)
        assert "You have finished this story." in here.button("At the park").accessibleDescription()
        assert "You have done this quiz." in here.button("A quiz").accessibleDescription()
        here.press("At the park")
        assert here.page.name == "lesson"

    def test_stars_are_earned_one_by_one_and_never_lost(self, here: Shown) -> None:
        assert stars(here, "place", Rule.SAFE) == ["0 of 3 stars"]
        finish_lesson(here)
        assert stars(here, "place", Rule.SAFE) == ["1 of 3 stars"]
        finish_quiz(here)
        assert stars(here, "place", Rule.SAFE) == ["2 of 3 stars"]
        finish_quiz(here)
        assert stars(here, "place", Rule.SAFE) == ["3 of 3 stars"]
        finish_lesson(here, GO)
        assert stars(here, "place", Rule.SAFE) == ["3 of 3 stars"]

    def test_it_leads_to_lesson_and_quiz(self, here: Shown) -> None:
        here.go("place", Rule.SAFE)
        here.press("A quiz")
        assert here.page.name == "quiz"

    def test_it_can_be_spoken(self, here: Shown) -> None:
        here.go("place", Rule.SAFE)
        assert here.page.spoken() == ("Safe", "Safe.", "I can.")


class TestMyStars:
    def test_before_any_answer_it_says_so(self, here: Shown) -> None:
        here.go("my-stars")
        assert here.says("Your answers will stand here")
        assert not here.has("Show more")

    def test_ones_own_answers_stand_with_the_questions(self, here: Shown) -> None:
        finish_lesson(here, GO)
        here.go("my-stars")
        assert {"Where shall Amina go?", "And now?", "Go"} <= set(here.texts())
        assert here.page.spoken()[1] == "And now? Go"

    def test_whether_it_went_well_is_told_without_a_mark(self, here: Shown) -> None:
        finish_lesson(here, GO)
        here.go("my-stars")
        signs = {one.accessibleName() for one in here.widgets()}
        assert "There is another way" in signs
        assert not here.says("wrong")

    def test_only_a_page_of_them_and_more_on_request(self, here: Shown) -> None:
        finish_quiz(here, times=2)
        here.go("my-stars")
        assert len(here.page.spoken()) == 1 + A_PAGE
        here.press("Show more")
        assert len(here.page.spoken()) == 1 + 12
        assert not here.has("Show more")

    def test_only_places_with_stars_to_earn_are_listed(self, here: Shown) -> None:
        assert stars(here, "my-stars") == ["Safe: 0 of 3 stars"]

    def test_nothing_of_it_stands_there_for_the_next_child(self, here: Shown) -> None:
        finish_lesson(here, GO)
        here.go("my-stars")
        here.press("I have finished")
        here.sign_in(BEN)
        here.go("my-stars")
        assert here.says("Your answers will stand here")
        assert not here.says("Where shall Amina go?")


def test_keys_begin_on_a_place_also_where_none_is_next(shown: Shown) -> None:
    shown.sign_in()
    finish_lesson(shown)
    finish_quiz(shown, 4)
    shown.go("my-path")
    assert not [one for one in shown.texts() if one == "Next"]
    assert shown.button("Safe").hasFocus()
