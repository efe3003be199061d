"""Leads a pupil through a lesson: the only way in is a call, the only way out is ``changed``."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.domain import run as runs
from app.domain.attempt import Act, Deed, answered
from app.domain.ids import LessonId, RunId
from app.domain.kind import Answer, Sure
from app.domain.lesson import Ending, Lesson, Line, Scene
from app.domain.path import lesson_content
from app.domain.replay import open_run, replay
from app.domain.run import LessonRun
from app.domain.variables import hold
from app.flow.services import Services
from app.flow.session import Session


@dataclass(frozen=True, slots=True)
class LessonPage:
    """All that the lesson screen shows. ``unsure`` is an answer that awaits "how sure are you?"."""

    lesson: Lesson
    run: LessonRun
    place: Scene | Ending
    lines: tuple[Line, ...]
    unsure: Answer | None = None

    @property
    def choices(self) -> tuple[int, ...]:
        """The steps one may rewind to."""
        return runs.choices(self.run)

    @property
    def can_go_on(self) -> bool:
        """Whether "go on" leads somewhere now."""
        if isinstance(self.place, Ending):
            return False
        return self.place.task is None or self.run.here.verdict is not None


class LessonController(QObject):
    """The lesson of the pupil who is signed in."""

    changed = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._page: LessonPage | None = None

    @property
    def page(self) -> LessonPage | None:
        """What is shown now."""
        return self._page

    def open(self, lesson_id: LessonId) -> None:
        """Go on with the pupil's open way through a lesson, or begin one.

        Raise ``LookupError`` where there is no such lesson.
        """
        lesson = next((one for one in self._lessons() if one.id == lesson_id), None)
        if lesson is None:
            raise LookupError(f"there is no lesson '{lesson_id}'")
        sitting = self._session.sitting
        attempts = sitting.attempts if sitting else ()
        run = open_run(attempts, lesson_content(lesson))
        if run is None:
            self._begin(lesson)
        else:
            self._show(lesson, replay(lesson, attempts, run))

    def answer(self, given: Answer) -> None:
        """Answer the scene; where it asks so, "how sure are you?" comes first."""
        page = self._page
        if page is None or not isinstance(page.place, Scene) or page.place.task is None:
            return
        if page.run.here.verdict is not None:
            return
        task = page.place.task
        if task.asks_sure and given.sure is None:
            self._publish(replace(page, unsure=given))
            return
        run = runs.answer(page.lesson, page.run, given)
        deed = self._deed(page, Act.ANSWER, page.place.id)
        self._session.record(answered(deed, task.activity, given))
        self._show(page.lesson, run)

    def be_sure(self, sure: Sure) -> None:
        """Say how sure the pupil is of the answer just given."""
        if self._page is not None and self._page.unsure is not None:
            self.answer(replace(self._page.unsure, sure=sure))

    def go_on(self) -> None:
        """Go on to where the answer leads."""
        page = self._page
        if page is None or not page.can_go_on:
            return
        run = runs.go_on(page.lesson, page.run)
        ended = isinstance(runs.place(page.lesson, run), Ending)
        self._session.record(self._deed(page, Act.END if ended else Act.ON, run.here.scene))
        self._show(page.lesson, run)

    def rewind(self, step: int) -> None:
        """Go back to an earlier choice; everything is as it was there."""
        page = self._page
        if page is None:
            return
        run = runs.rewind(page.run, step)
        self._session.record(replace(self._deed(page, Act.BACK, run.here.scene), step=step))
        self._show(page.lesson, run)

    def again(self) -> None:
        """Begin the lesson anew."""
        if self._page is not None:
            self._begin(self._page.lesson)

    def close(self) -> None:
        """Forget what was shown (it is all on the disk)."""
        self._page = None

    def _lessons(self) -> tuple[Lesson, ...]:
        return self._services.library.lessons()

    def _begin(self, lesson: Lesson) -> None:
        run = runs.start(lesson, RunId(secrets.token_hex(4)))
        content = lesson_content(lesson)
        first = run.here.scene
        self._session.record(Deed(run.id, content, lesson.version, Act.START, first))
        self._show(lesson, run)

    def _deed(self, page: LessonPage, act: Act, place: str) -> Deed:
        content = lesson_content(page.lesson)
        return Deed(page.run.id, content, page.lesson.version, act, place)

    def _show(self, lesson: Lesson, run: LessonRun) -> None:
        place = runs.place(lesson, run)
        lines = tuple(line for line in place.lines if hold(line.when, run.here.state))
        self._publish(LessonPage(lesson, run, place, lines))

    def _publish(self, page: LessonPage) -> None:
        self._page = page
        self.changed.emit(page)
