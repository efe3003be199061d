"""Finding files: where they must lie, what they are called, and what is passed over."""

from __future__ import annotations

from pathlib import Path

from app.content.artwork import is_backdrop, is_bundled
from app.content.shelf import Finds, Found, Shelf, add_lesson, add_quiz
from app.domain.problem import Problem
from app.domain.smart import Rule
from tests.lessonbook import CARD, LESSON, Desk, quiz


def test_a_missing_folder_is_an_empty_shelf(tmp_path: Path) -> None:
    assert Shelf(tmp_path / "none").finds() == Finds()
    assert Shelf(tmp_path).finds() == Finds()


def test_everything_on_a_shelf_is_found_in_a_fixed_order(desk: Desk) -> None:
    desk.lesson(LESSON, "b")
    desk.lesson(LESSON, "a")
    desk.lesson(LESSON, "c", "meeting")
    desk.card(CARD)
    desk.quiz(quiz(), "tell/ks1")
    desk.quiz(quiz(), "safe/uks2")
    finds = Shelf(desk.folder).finds()
    assert [one.name for one in finds.lessons] == [
        "lessons/meeting/c/lesson.toml",
        "lessons/safe/a/lesson.toml",
        "lessons/safe/b/lesson.toml",
    ]
    assert [(one.name, one.rule) for one in finds.quizzes] == [
        ("quizzes/safe/uks2.toml", Rule.SAFE),
        ("quizzes/tell/ks1.toml", Rule.TELL),
    ]
    file = desk.folder / "lessons" / "safe" / "rule.toml"
    assert finds.cards == [Found(file, "lessons/safe/rule.toml", Rule.SAFE)]
    assert finds.problems == []


def test_a_label_leads_the_names_of_the_files(desk: Desk) -> None:
    desk.lesson(LESSON)
    (found,) = Shelf(desk.folder, "our own").finds().lessons
    assert found.name == "our own/lessons/safe/the-torch/lesson.toml"


def test_pictures_beside_a_quiz_are_no_quizzes(desk: Desk) -> None:
    file = desk.quiz(quiz())
    file.with_name("lks2-park.svg").write_text("<svg/>")
    finds = Shelf(desk.folder).finds()
    assert len(finds.quizzes) == 1
    assert finds.problems == []


def test_a_lesson_outside_a_rules_folder_says_where_it_belongs(tmp_path: Path) -> None:
    finds = Finds()
    (tmp_path / "mine").mkdir()
    add_lesson(finds, tmp_path / "mine", "mine")
    fault = "is in no rule's folder; lessons live in safe, meeting, accepting, reliable, tell"
    assert finds.problems == [Problem("mine", "the folder", fault)]


def test_a_quiz_of_no_rule_or_band_says_how_it_must_be_called() -> None:
    finds = Finds()
    add_quiz(finds, Path("quizzes/safe/reception.toml"), "q")
    (problem,) = finds.problems
    assert "a quiz is <rule>/<band>.toml with safe, " in problem.fault
    assert "and ks1, lks2, uks2" in problem.fault


def test_finds_are_joined() -> None:
    first, second = Finds(), Finds()
    found = Found(Path("a"), "a", Rule.SAFE)
    second.lessons.append(found)
    second.quizzes.append(found)
    second.cards.append(found)
    second.problems.append(Problem("a", "b", "c"))
    first.add(second)
    assert first == second


def test_a_pictures_name_says_what_it_speaks_of() -> None:
    assert is_bundled("art:star")
    assert not is_bundled("star.svg")
    assert is_backdrop("bedroom")
    for name in ("art:star", "star.svg", "a/b", "a\\b", "c:b"):
        assert not is_backdrop(name)
