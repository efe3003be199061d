"""Leads a pupil through a quiz: draws the items, takes the answers, keeps each at once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.domain import quizrun
from app.domain.attempt import Act, Attempt, Deed, answered
from app.domain.ids import QuizId, RunId
from app.domain.kind import Answer, Sure
from app.domain.progress import all_right, standing
from app.domain.quiz import Item, Quiz
from app.domain.quizrun import QuizRun
from app.domain.replay import open_run
from app.flow.services import Services
from app.flow.session import Session


@dataclass(frozen=True, slots=True)
class QuizPage:
    """All that the quiz screen shows; ``item`` is None once the quiz has ended."""

    quiz: Quiz
    run: QuizRun
    item: Item | None
    unsure: Answer | None = None


class QuizController(QObject):
    """The quiz of the pupil who is signed in."""

    changed = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._page: QuizPage | None = None

    @property
    def page(self) -> QuizPage | None:
        """What is shown now."""
        return self._page

    def open(self, quiz_id: QuizId) -> None:
        """Go on with the pupil's open quiz, or draw a new one.

        Raise ``LookupError`` where there is no such quiz.
        """
        quiz = next((one for one in self._services.library.quizzes() if one.id == quiz_id), None)
        if quiz is None:
            raise LookupError(f"there is no quiz '{quiz_id}'")
        open_one = open_run(self._attempts(), quizrun.content(quiz.id))
        run = quizrun.replay(quiz, self._attempts(), open_one) if open_one else None
        if run is None or run.ended:
            self._begin(quiz)
        else:
            self._show(quiz, run)

    def answer(self, given: Answer) -> None:
        """Answer the item; where it asks so, "how sure are you?" comes first."""
        page = self._page
        if page is None or page.item is None or page.run.verdict is not None:
            return
        task = page.item.task
        if task.asks_sure and given.sure is None:
            self._publish(replace(page, unsure=given))
            return
        run = quizrun.answer(page.quiz, page.run, given)
        deed = self._deed(page, Act.ANSWER, page.item.id)
        self._session.record(answered(deed, task.activity, given))
        self._show(page.quiz, run)

    def be_sure(self, sure: Sure) -> None:
        """Say how sure the pupil is of the answer just given."""
        if self._page is not None and self._page.unsure is not None:
            self.answer(replace(self._page.unsure, sure=sure))

    def go_on(self) -> None:
        """Go on to the next item, or to the end."""
        page = self._page
        if page is None or page.run.verdict is None:
            return
        run = quizrun.go_on(page.run)
        if run.ended:
            full = all_right(standing(self._attempts()), page.quiz)
            self._session.record(replace(self._deed(page, Act.END, ""), right=full))
        else:
            self._session.record(self._deed(page, Act.ON, run.items[run.at]))
        self._show(page.quiz, run)

    def again(self) -> None:
        """Draw a new quiz from the same bank."""
        if self._page is not None:
            self._begin(self._page.quiz)

    def close(self) -> None:
        """Forget what was shown (it is all on the disk)."""
        self._page = None

    def _attempts(self) -> tuple[Attempt, ...]:
        sitting = self._session.sitting
        return sitting.attempts if sitting else ()

    def _begin(self, quiz: Quiz) -> None:
        content = quizrun.content(quiz.id)
        own = tuple(one for one in self._attempts() if one.content == content)
        due = self._services.schedule.due(own, self._services.clock.now())
        items = quizrun.draw(quiz, own, due)
        run = QuizRun(RunId(secrets.token_hex(4)), quiz.id, quiz.version, items)
        deed = Deed(run.id, content, quiz.version, Act.START, items[0], answer=Answer(items))
        self._session.record(deed)
        self._show(quiz, run)

    def _deed(self, page: QuizPage, act: Act, place: str) -> Deed:
        return Deed(page.run.id, quizrun.content(page.quiz.id), page.quiz.version, act, place)

    def _show(self, quiz: Quiz, run: QuizRun) -> None:
        item = None if run.ended else quizrun.current(quiz, run)
        self._publish(QuizPage(quiz, run, item))

    def _publish(self, page: QuizPage) -> None:
        self._page = page
        self.changed.emit(page)
