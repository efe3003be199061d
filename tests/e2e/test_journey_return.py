"""Coming back: after a power cut in the middle of a lesson, and after nobody was there."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.lesson import Scene
from app.domain.smart import Band, Rule
from tests.e2e.answers import right_answer, wrong_answer
from tests.e2e.desktop import Desktop, Program, child_of, desktop, until
from tests.e2e.hands import Keys, Mouse
from tests.e2e.journeys import WELCOME, Child, DemoHome, Reader, lesson_of

STILL_THERE = "Are you still there?"
IDLE = ("--idle", "4")


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """Yield one desktop for all these tests."""
    with desktop() as shown:
        yield shown


def begin_lesson(program: Program, home: DemoHome) -> tuple[Child, Reader]:
    """Sign a child in and open a lesson that asks something; return child and reader."""
    child = Child(program, Mouse(program))
    lesson = lesson_of(home, Rule.SAFE, Band.LKS2)
    child.sign_in(home.school, home.newcomers(Band.LKS2)[0])
    child.press(Rule.SAFE.label, lesson.title)
    child.press(lesson.title)
    reader = Reader(child, lesson)
    reader.see_place()
    while not (isinstance(reader.place, Scene) and reader.place.task):
        reader.step()
    return child, reader


def test_killed_in_a_lesson_the_child_stands_where_it_stood(
    screen: Desktop, tmp_path: Path
) -> None:
    program, home = Program(screen, tmp_path), DemoHome(tmp_path)
    program.wait_for(WELCOME)
    pupil = home.newcomers(Band.LKS2)[0]
    child, reader = begin_lesson(program, home)
    reader.step()
    assert isinstance(reader.place, Scene)
    task = reader.place.task
    assert task is not None
    answer = wrong_answer(task.activity) or right_answer(task.activity)
    reader.answer(answer)
    program.shows("Saved")

    dead = program.process
    os.kill(dead, signal.SIGKILL)
    until(lambda: child_of(program.supervisor.pid) not in {None, dead}, "the kiosk to be back")
    child.sign_in(home.school, pupil)
    child.press(Rule.SAFE.label)
    assert program.wait_for(reader.lesson.title, "push button").description == "Carry on"
    child.press(reader.lesson.title)
    program.shows(task.activity.prompt, task.activity.judge(answer).feedback, "Try another way")
    reader.go_back("Try another way")
    reader.step()
    program.end()


def test_when_nobody_is_there_it_asks_and_then_goes_back_to_welcome(
    screen: Desktop, tmp_path: Path
) -> None:
    program, home = Program(screen, tmp_path, IDLE), DemoHome(tmp_path)
    program.wait_for(WELCOME)
    child = Child(program, Keys(program))
    child.sign_in(home.school, home.newcomers(Band.KS1)[0])
    program.wait_for(STILL_THERE)
    program.desktop.key("space")
    until(lambda: not program.find(STILL_THERE), "the question to go")
    program.shows("Where next?")

    program.wait_for(STILL_THERE)
    program.shows("19 more seconds")
    program.wait_for(WELCOME, seconds=25)
    assert not program.find("Home")
    program.end()
