"""The whole kiosk in its window: killed, stopped, told to leave, its supervisor killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from app.domain import run as runs
from app.domain.attempt import Act
from app.domain.kind import Sure
from app.domain.lesson import Ending, Scene, Task
from app.domain.path import lesson_content
from app.domain.replay import open_run, replay
from app.domain.smart import Band, Rule
from tests.e2e.answers import presses, right_answer
from tests.e2e.desktop import Desktop, Program, child_of, desktop, until
from tests.e2e.hands import Mouse
from tests.e2e.journeys import SURE, WELCOME, Child, DemoHome, Reader, lesson_of

KILLS = 5
SEEN_SAVED = 2
"""So many things a child does and sees saved, before the one that the kill comes upon."""
SAVED = "Saved"

Kept = tuple[Act, str, str]
"""What is kept of one thing done: act, place, and the words that were chosen."""


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """Yield one desktop for all these tests."""
    with desktop() as shown:
        yield shown


@pytest.fixture
def program(screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    """Yield a kiosk that stands at Welcome; end it afterwards."""
    started = Program(screen, tmp_path)
    started.wait_for(WELCOME)
    yield started
    started.supervisor.kill()
    started.supervisor.wait()


def seconds_until_back(program: Program, dead: int) -> float:
    """Return how long it takes until another process shows Welcome."""
    before = time.monotonic()

    def is_back() -> bool:
        now = child_of(program.supervisor.pid)
        return now not in {None, dead} and program.find(WELCOME) is not None

    until(is_back, "the kiosk to be back", 30)
    return time.monotonic() - before


def log_of(home: Path) -> str:
    """Return the supervisor's log, wherever in the data folder it lies."""
    return "".join(path.read_text(encoding="utf-8") for path in home.rglob("supervisor.log"))


def is_gone(process: int) -> bool:
    """Say whether a process of that number has ended."""
    return not Path(f"/proc/{process}").exists()


def test_killed_again_and_again_it_is_back_in_three_seconds(
    program: Program, tmp_path: Path
) -> None:
    times = []
    for _ in range(KILLS):
        dead = program.process
        os.kill(dead, signal.SIGKILL)
        times.append(seconds_until_back(program, dead))
    assert max(times) < 3, times
    assert log_of(tmp_path).count("the kiosk crashed: SIGKILL") == KILLS


class Step(NamedTuple):
    """What a child does next: the buttons, what is to be kept of it, and the words then shown."""

    buttons: list[str]
    kept: Kept
    then: str


class Witness:
    """A child in a lesson, who remembers all that the screen has said is saved."""

    def __init__(self, program: Program, home: DemoHome) -> None:
        self.saved: list[Kept] = []
        self._child = Child(program, Mouse(program))
        self._home = home
        self._lesson = lesson_of(home, Rule.RELIABLE, Band.UKS2)
        self._pupil = home.newcomers(Band.UKS2)[0]
        self._earlier = len(home.attempts(self._pupil))
        self._reader = Reader(self._child, self._lesson)

    def on_disk(self) -> list[Kept]:
        """Return what is kept of the lesson."""
        attempts = self._home.attempts(self._pupil)[self._earlier :]
        return [(one.act, one.place, one.said) for one in attempts]

    def open(self) -> None:
        """Sign in, open the lesson, and see that it stands where the disk says."""
        attempts = self._home.attempts(self._pupil)
        run = open_run(attempts, lesson_content(self._lesson))
        if run is not None:
            self._reader.run = replay(self._lesson, attempts, run)
        self._child.sign_in(self._home.school, self._pupil)
        self._child.press(self._lesson.rule.label, self._lesson.title)
        self._child.press(self._lesson.title)
        self._see_place()
        self._child.program.wait_for(SAVED)
        self.saved = self.on_disk()

    def press_on(self) -> Step:
        """Do the next thing, without a look at what comes of it."""
        place = self._reader.place
        assert isinstance(place, Scene)
        answers = place.task is not None and self._reader.run.here.verdict is None
        step = self._answer(place.id, place.task) if place.task and answers else self._go_on()
        for name in step.buttons:
            self._child.hand.press(name)
        return step

    def see_saved(self, step: Step, looks: int | None = None) -> None:
        """Look until it shows and is then said to be saved, or only so many times."""
        done = False

        def look() -> bool:
            nonlocal done
            shown = self._child.shown()
            # In two looks: one look takes its time, and "Saved" may still be of what was before.
            saved = done and SAVED in shown
            done = done or any(step.then in name for name in shown)
            return saved

        if looks is None:
            until(look, f"'{step.then}' to be saved")
        if looks is None or any(look() for _ in range(looks)):
            self.saved.append(step.kept)

    def _see_place(self) -> None:
        place, verdict = self._reader.place, self._reader.run.here.verdict
        if verdict is not None and isinstance(place, Scene) and place.task is not None:
            self._child.program.shows(place.task.activity.prompt, verdict.feedback)
        else:
            self._reader.see_place()

    def _answer(self, place: str, task: Task) -> Step:
        sure = Sure.THINK_SO if task.asks_sure else None
        answer = replace(right_answer(task.activity), sure=sure)
        self._reader.run = runs.answer(self._lesson, self._reader.run, answer)
        buttons = presses(task.activity, answer) + ([SURE[sure]] if sure else [])
        kept = (Act.ANSWER, place, task.activity.said(answer))
        return Step(buttons, kept, task.activity.judge(answer).feedback)

    def _go_on(self) -> Step:
        self._reader.run = runs.go_on(self._lesson, self._reader.run)
        place = self._reader.place
        act = Act.END if isinstance(place, Ending) else Act.ON
        return Step(["Go on"], (act, place.id, ""), place.lines[0].text)


def test_killed_while_a_child_answers_it_keeps_all_it_has_shown_as_saved(
    program: Program, tmp_path: Path
) -> None:
    child = Witness(program, DemoHome(tmp_path))
    child.open()
    for kill in range(KILLS):
        for _ in range(SEEN_SAVED):
            child.see_saved(child.press_on())
        last = child.press_on()
        child.see_saved(last, looks=kill)
        dead = program.process
        os.kill(dead, signal.SIGKILL)
        seconds_until_back(program, dead)
        assert child.on_disk() in (child.saved, [*child.saved, last.kept])
        child.open()
    assert len(child.saved) > KILLS * SEEN_SAVED


def test_stopped_it_is_back_in_fifteen_seconds(program: Program, tmp_path: Path) -> None:
    dead = program.process
    until(lambda: "kiosk started" in log_of(tmp_path), "the first sign of life")
    os.kill(dead, signal.SIGSTOP)
    assert seconds_until_back(program, dead) < 15
    assert "the kiosk hung: no sign of life for 10 s, so it was killed" in log_of(tmp_path)


def test_a_signal_to_the_supervisor_closes_both(program: Program, tmp_path: Path) -> None:
    kiosk = program.process
    program.supervisor.send_signal(signal.SIGTERM)
    assert program.supervisor.wait(timeout=15) == 0
    until(lambda: is_gone(kiosk), "the kiosk's process to end")
    assert "the kiosk has left" in log_of(tmp_path)


def test_the_kiosk_does_not_outlive_its_supervisor(program: Program) -> None:
    kiosk = program.process
    program.supervisor.kill()
    program.supervisor.wait()
    until(lambda: is_gone(kiosk), "the kiosk's process to end")


def test_a_second_kiosk_on_the_folder_says_so_and_stops(program: Program, tmp_path: Path) -> None:
    second = program.desktop.run(home=tmp_path)
    assert second.wait(timeout=20) == 1
    assert program.find(WELCOME)
