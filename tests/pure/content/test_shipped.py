"""No false alarm on what ships, and no fault in it: every file found, one by one."""

from __future__ import annotations

import pytest

from app.content.guessing import BOTS, MARGIN, Bot
from app.content.inspection import Depth, inspect
from app.content.library import ContentLibrary
from app.content.proof import proof_lesson, proof_quiz
from app.content.shelf import Finds, Found, Shelf
from app.domain.quiz import Form
from app.domain.smart import Band, Rule
from tests.lessonbook import ROOT, tools

FINDS = Shelf(ROOT).finds()
EACH = [
    *[Finds(lessons=[one]) for one in FINDS.lessons],
    *[Finds(quizzes=[one]) for one in FINDS.quizzes],
    *[Finds(cards=[one]) for one in FINDS.cards],
]
NAMES = [one.name for one in (*FINDS.lessons, *FINDS.quizzes, *FINDS.cards)]
every_quiz = pytest.mark.parametrize(
    "found", FINDS.quizzes, ids=[one.name for one in FINDS.quizzes]
)


@pytest.mark.parametrize("finds", EACH, ids=NAMES)
def test_it_is_without_fault_and_its_language_can_be_read(finds: Finds) -> None:
    report = inspect(finds, tools(), Depth(words=True))
    assert [str(problem) for problem in report.problems] == []


def test_it_is_without_doubles_and_strays() -> None:
    assert FINDS.problems == []
    assert [str(one) for one in inspect(FINDS, tools(), Depth()).problems] == []


def test_every_rule_says_something_to_every_band() -> None:
    library = ContentLibrary([Shelf(ROOT)], tools())
    assert [(card.rule, card.band) for card in library.cards()] == [
        (rule, band) for rule in Rule for band in Band
    ]


@pytest.mark.parametrize("found", FINDS.lessons, ids=[one.name for one in FINDS.lessons])
def test_a_story_fits_into_a_lesson_and_can_end_in_more_ways_than_one(found: Found) -> None:
    lesson = proof_lesson(found, tools()).sound
    assert lesson is not None
    assert 8 <= len(lesson.scenes) <= 14
    assert len(lesson.endings) >= 2


@every_quiz
def test_a_quiz_has_two_forms_of_five_and_six_to_practise(found: Found) -> None:
    quiz = proof_quiz(found, tools()).sound
    assert quiz is not None
    counts = {form: sum(item.form is form for item in quiz.items) for form in Form}
    assert (counts[Form.A], counts[Form.B]) == (5, 5)
    assert counts[Form.PRACTICE] >= 6


@every_quiz
@pytest.mark.parametrize("bot", BOTS, ids=[bot.name for bot in BOTS])
def test_no_bot_gets_ten_points_above_chance(found: Found, bot: Bot) -> None:
    quiz = proof_quiz(found, tools()).sound
    assert quiz is not None
    activities = [item.task.activity for item in quiz.items]
    chance = sum(activity.chance() for activity in activities) / len(activities)
    score = sum(bot.score(activity) for activity in activities) / len(activities)
    assert score <= chance + MARGIN + 1e-9
