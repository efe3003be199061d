"""Every way through every story that ships, walked with the engine that pupils play with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache

import pytest

from app.content.proof import proof_lesson
from app.content.shelf import Shelf
from app.domain import run
from app.domain.ids import RunId
from app.domain.kind import Activity, Answer, Pick
from app.domain.lesson import Lesson
from app.domain.run import LessonRun, Step
from app.domain.variables import hold
from tests.lessonbook import ROOT, tools

GUESSES = 20_000
MOST_LINES = 3
STORIES = Shelf(ROOT).finds().lessons
every_story = pytest.mark.parametrize("number", range(len(STORIES)), ids=lambda n: STORIES[n].name)


@cache
def story(number: int) -> Lesson:
    """Return a lesson that ships."""
    lesson = proof_lesson(STORIES[number], tools()).sound
    assert lesson is not None
    return lesson


def one_of_each(activity: Activity) -> dict[str, Answer]:
    """Return an answer for every outcome, found by guessing (always the same guesses)."""
    pick: Pick = random.Random(12).choice
    found: dict[str, Answer] = {}
    for _ in range(GUESSES):
        given = activity.guess(pick)
        found.setdefault(activity.judge(given).outcome, given)
        if len(found) == len(activity.outcomes()):
            break
    assert set(found) == set(activity.outcomes())
    return found


def steps_from(lesson: Lesson, here: Step, answers: dict[str, dict[str, Answer]]) -> Iterator[Step]:
    """Yield where each outcome of a scene leads from here."""
    stands = LessonRun(RunId("way"), lesson.id, lesson.version, (Step(here.scene, here.state),))
    scene = lesson.scene(here.scene)
    if scene is not None and scene.task is None:
        yield run.go_on(lesson, stands).here
    elif scene is not None:
        for given in answers[scene.id].values():
            yield run.go_on(lesson, run.answer(lesson, stands, given)).here


@cache
def ways(number: int) -> dict[Step, tuple[Step, ...]]:
    """Return every scene in every state it can be reached in, with where it leads."""
    lesson = story(number)
    tasks = ((scene.id, scene.task) for scene in lesson.scenes)
    answers = {str(place): one_of_each(task.activity) for place, task in tasks if task}
    found: dict[Step, tuple[Step, ...]] = {}
    waiting = [run.start(lesson, RunId("way")).here]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found[here] = tuple(steps_from(lesson, here, answers))
            waiting += found[here]
    return found


@every_story
def test_every_scene_and_ending_is_met(number: int) -> None:
    lesson = story(number)
    met = {step.scene for step in ways(number)}
    scenes = {scene.id for scene in lesson.scenes}
    assert met == scenes | {ending.id for ending in lesson.endings}


@every_story
def test_every_way_comes_to_an_ending(number: int) -> None:
    lesson, found = story(number), ways(number)
    ends = {step for step in found if lesson.ending(step.scene)}
    while more := {step for step, leads in found.items() if ends & set(leads)} - ends:
        ends |= more
    assert ends == set(found)


@every_story
def test_something_is_told_everywhere_and_never_too_much(number: int) -> None:
    lesson = story(number)
    for step in ways(number):
        place = lesson.scene(step.scene) or lesson.ending(step.scene)
        assert place is not None
        told = [line for line in place.lines if hold(line.when, step.state)]
        assert 1 <= len(told) <= MOST_LINES, (step.scene, step.state)


@every_story
def test_every_value_stays_in_its_range(number: int) -> None:
    ranges = {one.name: range(one.low, one.high + 1) for one in story(number).variables}
    for step in ways(number):
        assert all(value in ranges[name] for name, value in step.state), step


@every_story
def test_what_a_first_answer_does_is_felt_later(number: int) -> None:
    lesson = story(number)
    states = {step.state for step in ways(number) if lesson.ending(step.scene)}
    assert len(states) > 1
