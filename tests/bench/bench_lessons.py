"""Fifty lessons played by a script in the kiosk itself: what they leave in memory."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap.kiosk import Options, Start, open_house
from app.domain.kind import Sure
from app.domain.lesson import Ending, Lesson
from app.flow.route import To
from app.store.home import Home
from app.supervisor.heartbeat import Pulse
from tests.bench.figures import Figure, at_most, row
from tests.bench.screen import SIZE, pss_alone, screen

LESSONS = 50
STEP_MS = 100
"""Between two presses: long enough for the page to be painted, motion and all."""
REST_MS = 3_000
"""At My path before it is weighed: what the kiosk does when nothing happens is done."""
IDLE_SECONDS = 3_600


class Player:
    """Plays lessons in a running kiosk, by what the pages' buttons call."""

    def __init__(self, start: Start) -> None:
        self._kiosk = start.kiosk
        self._desk = start.desk
        self._any = Random(50)

    def sign_in(self) -> None:
        """Sign in the first child of the first class."""
        school = self._desk.session.school
        self._desk.session.sign_in(school.in_class(school.classes[0].id)[0])
        while (screen := self._kiosk.navigator.screen) is None or screen.name != "my-path":
            QTest.qWait(STEP_MS)

    def play(self, lesson: Lesson) -> None:
        """Go through a lesson to one of its ends, answering at random, and back to My path."""
        self._kiosk.navigator.go(To("lesson", lesson.id))
        QTest.qWait(STEP_MS)
        while self._step():
            QTest.qWait(STEP_MS)
        self._kiosk.navigator.go(To("my-path"))
        QTest.qWait(STEP_MS)

    def _step(self) -> bool:
        """Do what comes next in a lesson; return False at its end."""
        lessons = self._desk.lessons
        page = lessons.page
        assert page is not None
        if isinstance(page.place, Ending):
            return False
        if page.unsure is not None:
            lessons.be_sure(self._any.choice(list(Sure)))
        elif page.can_go_on:
            lessons.go_on()
        elif page.place.task is not None:
            lessons.answer(page.place.task.activity.guess(partial(Random.choice, self._any)))
        return True


def weigh() -> float:
    """Return the memory of the kiosk at rest, in MiB, without the screen that this process started.

    There is no supervisor here; the memory of one does not change.
    """
    QTest.qWait(REST_MS)
    return pss_alone(os.getpid())


def growth() -> tuple[float, float]:
    """Return the memory at the first My path, and at My path after fifty lessons."""
    application = QApplication(["be-smart"])
    with TemporaryDirectory(prefix="be-smart-bench-") as folder:
        house, school = open_house(Home(Path(folder)))
        start = Start(application, house, Options(None, SIZE, IDLE_SECONDS))
        start.desk.session.use_school(school)
        start.up(Pulse())
        QTest.qWait(REST_MS)
        player = Player(start)
        player.sign_in()
        first = weigh()
        lessons = start.desk.services.library.lessons()
        for number in range(LESSONS):
            player.play(lessons[number % len(lessons)])
        later = weigh()
        start.leave(0)
    return first, later


def main() -> list[Figure]:
    """Measure and return the figure."""
    with screen() as on:
        os.environ["DISPLAY"] = on.environment["DISPLAY"]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        first, later = growth()
    told = f"{first:.0f} MiB at first, {later:.0f} after {LESSONS} lessons"
    return [at_most("memory grown after 50 lessons", (later / first - 1) * 100, 5, " %", told)]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
