"""What an author wrote, as the values the engine plays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.content.lesson_reader import read_lesson
from app.content.scene_reader import ID
from app.content.sheet import Sheet
from app.domain.fields import Faults
from app.domain.kind import Answer
from app.domain.lesson import (
    Actor,
    Debrief,
    Gloss,
    Lesson,
    Line,
    OnStage,
    TeacherNotes,
    Way,
)
from app.domain.smart import Band, Rule
from app.domain.variables import Condition, Effect, Variable
from app.domain.words import Picture
from app.interactions.registry import kinds
from tests.lessonbook import LESSON, edited

FOLDER = Path("lessons/safe/the-torch")


def read(text: str = LESSON) -> tuple[Lesson, list[str]]:
    """Return the lesson of a text, and its faults."""
    faults = Faults("l")
    lesson, _ = read_lesson(Sheet(tomllib.loads(text), "v1"), FOLDER, kinds(), faults)
    return lesson, [problem.fault for problem in faults.found]


def sound(text: str = LESSON) -> Lesson:
    lesson, faults = read(text)
    assert faults == []
    return lesson


def test_the_head_of_a_lesson() -> None:
    lesson = sound()
    assert (lesson.id, lesson.version, lesson.folder) == ("the-torch", "v1", FOLDER)
    assert (lesson.title, lesson.picture) == ("The torch", Picture("art:star"))
    assert (lesson.rule, lesson.band, lesson.minutes) == (Rule.SAFE, Band.LKS2, 10)
    assert lesson.objectives == ("I can keep a private fact private.",)
    assert lesson.frameworks == ("ecw-2020:privacy-and-security", "kcsie:contact")
    assert lesson.policy == ("p1-private-facts", "p6-tell")
    assert lesson.variables == (Variable("told", 0, 2, 0),)
    assert lesson.home_talk == ("Which facts are private?", "Whom could Amina ask?")
    assert lesson.notes == TeacherNotes(
        ("We talk about Amina, not about us.",), "Amina is made up.",
        ("Why did Torchy ask?",), "Draw the next scene.",
    )  # fmt: skip


def test_the_cast_keeps_its_looks_in_order_the_first_is_the_usual() -> None:
    happy = Picture("art:girl-dark-happy", "Amina, smiling")
    worried = Picture("art:girl-dark-worried", "Amina, worried")
    assert sound().cast == (Actor("amina", "Amina", (("happy", happy), ("worried", worried))),)
    assert sound().cast[0].picture("") == happy


def test_scenes_and_endings_come_in_the_order_of_the_file() -> None:
    lesson = sound()
    assert [scene.id for scene in lesson.scenes] == ["hello", "message", "gate"]
    assert [ending.id for ending in lesson.endings] == ["near", "far"]


def test_a_plain_scene() -> None:
    hello = sound().scenes[0]
    assert hello.backdrop == "bedroom"
    assert hello.stage == (OnStage("amina", "happy"),)
    assert hello.lines == (
        Line("", "Amina plays the torch game.", ()),
        Line("amina", "So dark in here!", ()),
    )
    assert hello.task is None
    assert hello.ways == (Way((), (), (), sound().scenes[1].id),)


def test_a_scene_with_an_activity() -> None:
    message, gate = sound().scenes[1:]
    assert message.stage == (OnStage("amina", ""),)
    assert message.task is not None
    assert (message.task.kind, message.task.asks_sure) == ("chat", False)
    assert message.task.activity.judge(Answer(("name",))).right is False
    assert message.ways == (
        Way(("name",), (), (Effect("told", 2, adds=False),), gate.id),
        Way((), (), (), gate.id),
    )
    assert gate.task is not None
    assert gate.task.asks_sure
    assert gate.lines[1].when == (Condition("told", 1, None),)
    assert gate.ways[0].when == (Condition("told", 2, 2),)


def test_an_ending_with_its_debrief() -> None:
    far = sound().endings[1]
    assert (far.title, far.backdrop, far.stage) == ("Dark", "bedroom", ())
    assert far.debrief == Debrief(
        happened="Torchy knew where Amina goes to school.",
        rule="Private facts stay private.",
        another_time="Say no and play on.",
        tell="It is never too late for Tell.",
    )


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("{ at_least = 1 }", Condition("told", 1, None)),
        ("{ at_most = 1 }", Condition("told", None, 1)),
        ("{ at_least = 0, at_most = 1 }", Condition("told", 0, 1)),
        ("{ equals = 0 }", Condition("told", 0, 0)),
    ],
)
def test_a_condition_in_each_of_its_forms(written: str, condition: Condition) -> None:
    lesson = sound(edited(LESSON, "{ at_least = 1 }", written))
    assert lesson.scenes[2].lines[1].when == (condition,)


def test_several_conditions_and_effects_set_before_they_add() -> None:
    text = edited(LESSON, "[variables.told]", "[variables.calm]\nhigh = 5\n[variables.told]")
    text = edited(text, "set = { told = 2 }", "add = { calm = 1, told = -1 }\n  set = { told = 2 }")
    both = "when = { told = { equals = 2 }, calm = { at_least = 1 } }"
    lesson = sound(edited(text, "when = { told = { equals = 2 } }", both))
    assert lesson.scenes[1].ways[0].effects == (
        Effect("told", 2, adds=False),
        Effect("calm", 1, adds=True),
        Effect("told", -1, adds=True),
    )
    assert lesson.scenes[2].ways[0].when == (
        Condition("told", 2, 2),
        Condition("calm", 1, None),
    )
    assert lesson.variables[0] == Variable("calm", 0, 5, 0)


def test_a_variable_starts_at_its_lowest_unless_it_is_said() -> None:
    text = edited(LESSON, "low = 0\nhigh = 2\nstart = 0", "low = 1\nhigh = 2")
    assert sound(text).variables == (Variable("told", 1, 2, 1),)


def test_words_get_meanings_and_ways_to_say_them() -> None:
    words = 'torch = "a lamp to carry"\nwifi = "the net without a wire"\n'
    sounds = '[say_as]\nwifi = "why fye"\nemoji = "ee moe jee"\n'
    lesson = sound(edited(LESSON, 'torch = "a lamp to carry"\n', words + sounds))
    assert lesson.words == (
        Gloss("emoji", "", "ee moe jee"),
        Gloss("torch", "a lamp to carry", ""),
        Gloss("wifi", "the net without a wire", "why fye"),
    )


def test_what_is_missing_leaves_a_lesson_that_can_still_be_looked_through() -> None:
    lesson, faults = read("")
    assert (lesson.scenes, lesson.endings, lesson.cast) == ((), (), ())
    assert (lesson.title, lesson.rule, lesson.band) == ("", Rule.SAFE, Band.KS1)
    missing = [fault for fault in faults if "is missing" in fault]
    keys = [
        "id", "title", "picture", "rule", "band", "minutes", "objectives", "frameworks", "policy",
        "scenes", "endings", "ground_rules", "distancing", "prompts", "extension", "talk",
    ]  # fmt: skip
    assert sorted(fault.split("'")[1] for fault in missing) == sorted(keys)
    assert len(missing) == len(faults)


@pytest.mark.parametrize("name", ["a", "a1", "new-friend", "2-b-3"])
def test_an_id_is_of_small_letters_digits_and_hyphens(name: str) -> None:
    assert ID.fullmatch(name)


@pytest.mark.parametrize("name", ["", "A", "a b", "-a", "a-", "a--b", "a_b", "a:b", "é", "a\n"])
def test_anything_else_is_no_id(name: str) -> None:
    assert not ID.fullmatch(name)
