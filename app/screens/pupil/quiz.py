"""A quiz: one question at a time, what follows from each answer, and a friendly end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import QuizId
from app.domain.override import override
from app.flow.desk import Desk
from app.flow.quizzes import QuizPage
from app.flow.route import To
from app.kit.activity import ViewState
from app.kit.bubble import SpeechBubble, Tail
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.activity_page import ActivityPage, main_button
from app.screens.parts.feedback import Sign
from app.screens.screen import Audience


class QuizScreen(ActivityPage):
    """Shows the page that the controller holds; every press goes to the controller."""

    name = "quiz"
    title = "Quiz"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: QuizPage | None = None
        desk.quizzes.changed.connect(self.show_page)

    @override
    def enter(self, quiz_id: QuizId) -> None:
        self.desk.quizzes.open(quiz_id)

    @override
    def leave(self) -> None:
        super().leave()
        self.desk.quizzes.changed.disconnect(self.show_page)
        self.desk.quizzes.close()

    @override
    def back(self) -> bool:
        page = self.desk.quizzes.page
        if page is not None:
            self._on_leave(page)
        return page is not None

    def show_page(self, page: QuizPage) -> None:
        """Show a page; may be called at any time."""
        self.set_rule(page.quiz.rule)
        head = self.show_head(page.quiz.rule, page.quiz.title)
        head.show_progress(page.run.at, len(page.run.items))
        before = self._shown
        if before is None or (before.run.id, before.run.at) != (page.run.id, page.run.at):
            self.show_task(page.item.task if page.item else None, self.desk.quizzes.answer)
        if self.view is not None:
            self.view.show_state(_view_state(page))
        self._show_side(page)
        self._shown = page

    def _show_side(self, page: QuizPage) -> None:
        if page.item is None:
            self._show_end(page)
        elif page.run.verdict is not None:
            self.show_verdict(page.run.verdict, page.quiz.rule, self.desk.quizzes.go_on, None)
        elif page.unsure is not None:
            self.show_sure(page.quiz.rule, self.desk.quizzes.be_sure)
        else:
            self._show_owl(page)

    def _show_owl(self, page: QuizPage) -> None:
        words = self.tr("Question {number} of {count}. Take your time.").format(
            number=page.run.at + 1, count=len(page.run.items)
        )
        side = QWidget()
        column = QVBoxLayout(side)
        column.addStretch()
        column.addWidget(SpeechBubble(words, Tail.BELOW))
        column.addWidget(PictureView("art:owl", "", 168), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.stage.tell(side, "")
        if self.view is not None:
            self.say(self.view.prompt.text())
            self.view.setFocus()

    def _show_end(self, page: QuizPage) -> None:
        card = Card(4)
        title = Text(self.tr("You did the whole quiz!"), Role.TITLE)
        words = Text(self.tr("A turning arrow means: this question comes back another day."))
        card.body.addStretch()
        card.body.addWidget(PictureView("art:glowing-star", "", 128))
        for text in (title, words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.body.addWidget(text)
        card.body.addLayout(_signs(page))
        card.body.addWidget(self._ways(page))
        card.body.addStretch()
        self.say(title.text(), words.text())
        self.stage.tell(Scroll(card), "")

    def _ways(self, page: QuizPage) -> ButtonRow:
        again = PillButton(self.tr("More questions"), "art:again")
        again.clicked.connect(self.desk.quizzes.again)
        leave = partial(self._on_leave, page)
        words = self.tr("Back to {place}").format(place=page.quiz.rule.label)
        home = main_button(words, "art:arrow-left", page.quiz.rule, leave)
        home.setFocus()
        return ButtonRow([again, home])

    def _on_leave(self, page: QuizPage) -> None:
        self.go(To("place", page.quiz.rule))


def _view_state(page: QuizPage) -> ViewState:
    if page.item is None:
        raise LookupError("the quiz has ended")
    given = page.run.answered[page.run.at] if page.run.verdict else (page.unsure, None)
    return ViewState(page.item.task.activity, page.quiz.rule, given[0], given[1], page.quiz.folder)


def _signs(page: QuizPage) -> QHBoxLayout:
    """Return a sign for each answer: a tick, or the arrow that says it comes back."""
    row = QHBoxLayout()
    row.addStretch()
    for _, verdict in page.run.answered:
        row.addWidget(Sign(good=bool(verdict.right)))
    row.addStretch()
    return row
