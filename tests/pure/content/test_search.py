"""What an author may name on the command line, and how its files are called then."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.content.search import search
from tests.lessonbook import CARD, LESSON, Desk, quiz

LESSON_NAME, QUIZ_NAME, CARD_NAME = (
    "lessons/safe/the-torch/lesson.toml", "quizzes/safe/lks2.toml", "lessons/safe/rule.toml",
)  # fmt: skip


@pytest.fixture
def here(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a full desk, standing in its folder as an author does."""
    desk.lesson(LESSON)
    desk.quiz(quiz())
    desk.card(CARD)
    monkeypatch.chdir(desk.folder)
    return desk


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (".", {LESSON_NAME, QUIZ_NAME, CARD_NAME}),
        ("lessons", {LESSON_NAME, CARD_NAME}),
        ("lessons/safe", {LESSON_NAME, CARD_NAME}),
        ("lessons/safe/the-torch", {LESSON_NAME}),
        ("lessons/safe/the-torch/", {LESSON_NAME}),
        (LESSON_NAME, {LESSON_NAME}),
        (CARD_NAME, {CARD_NAME}),
        ("quizzes", {QUIZ_NAME}),
        ("quizzes/safe", {QUIZ_NAME}),
        (QUIZ_NAME, {QUIZ_NAME}),
    ],
)
def test_every_place_an_author_may_name(here: Desk, place: str, expected: set[str]) -> None:
    finds = search(Path(place))
    assert {one.name for one in (*finds.lessons, *finds.quizzes, *finds.cards)} == expected
    assert finds.problems == []
    assert {one.path.is_file() for one in (*finds.lessons, *finds.quizzes, *finds.cards)} == {True}
    assert here.problems() == []


def test_a_lesson_folder_without_rule_cards_beside_it_is_found(desk: Desk) -> None:
    desk.lesson(LESSON)
    assert len(search(desk.folder / "lessons").lessons) == 1


@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("none", "is not there"),
        ("empty", "holds no lessons and no quizzes"),
        ("stray/my-lesson", "is in no rule's folder"),
        ("stray/notes.toml", "says no place"),
    ],
)
def test_a_place_without_content_is_a_problem(here: Desk, place: str, fault: str) -> None:
    (here.folder / "empty").mkdir()
    stray = here.folder / "stray" / "my-lesson"
    stray.mkdir(parents=True)
    (stray / "lesson.toml").write_text(LESSON, "utf-8")
    (here.folder / "stray" / "notes.toml").write_text("", "utf-8")
    (problem,) = search(Path(place)).problems
    assert fault in problem.fault
