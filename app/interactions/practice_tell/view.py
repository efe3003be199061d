"""Shows the questions of the Tell page, and at every step that they are only practised.

What is pressed leads to the next question and is forgotten; only *Yes* or *Not now* is handed up.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.domain.tell.story import Step
from app.interactions.practice_tell.model import NOT_NOW, YES, Card, Practice
from app.kit import style
from app.kit.activity import InteractionView
from app.kit.card_button import Mark
from app.kit.fonts import Role
from app.kit.tell_panel import TellPanel
from app.kit.tell_questions import Choice, Known, Question, asked, question
from app.kit.text import Text

ENDS = (YES, NOT_NOW)
"""What the first two cards mean, in their order."""


class PracticeView(InteractionView):
    """One question after another, in cards."""

    @override
    def show_model(self, activity: Activity) -> None:
        self._practice = cast("Practice", activity)
        self._ahead = self._questions()
        self._show(asked())
        self._panel.picked.connect(self._on_first)

    @override
    def show_answer(self, answer: Answer) -> None:
        self._show(asked())
        for end, card in zip(ENDS, self._panel.cards, strict=True):
            chosen = end in answer.picks
            card.settle(*((Mark.HELD, self.tr("You chose this")) if chosen else (Mark.NONE,)))

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for end, card in zip(ENDS, self._panel.cards, strict=True):
            if end in answer.picks:
                card.settle(Mark.GOOD, self.tr("You chose this"))

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self._practice.prompt, self._note.text(), *self._words_of(self._asked))

    def _questions(self) -> list[Question]:
        """Return what is asked after *Yes*: three of the real questions, with made-up cards."""
        about = question(Step.ABOUT, Known())
        wants = question(Step.WANTS, Known())
        return [
            about._replace(choices=self._choices(self._practice.about)),
            wants._replace(choices=(*self._choices(self._practice.people), *wants.choices)),
            question(Step.WORRY, Known()),
        ]

    def _choices(self, cards: tuple[Card, ...]) -> tuple[Choice, ...]:
        return tuple(Choice(card.text, self.picture_key(card.picture)) for card in cards)

    def _show(self, shown: Question) -> None:
        """Show a question in the place of the one before."""
        by_keys = self.by_keys
        self.clear_body()
        self._asked = shown
        words = self.tr("This is only practice. Nobody is sent for.")
        self._note, title = Text(words, Role.SMALL), Text(shown.title, Role.HEADING)
        self._panel = TellPanel(shown)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().space(1))
        for text in (self._note, title):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addWidget(self._panel, 1)
        self.body.addWidget(whole)
        if by_keys and self.isVisible():
            self.pass_focus(self._panel.cards[0], by_keys=True)

    def _words_of(self, shown: Question) -> tuple[str, ...]:
        return (shown.title, *(choice.words for choice in shown.choices))

    def _on_first(self, place: int) -> None:
        if ENDS[place] == YES:
            self._go_on()
        else:
            self.answer(Answer((NOT_NOW,)))

    def _on_next(self, _: int) -> None:
        self._go_on()

    def _go_on(self) -> None:
        """Ask the next question; after the last one all is practised."""
        if not self._ahead:
            self.answer(Answer((YES,)))
            return
        self._show(self._ahead.pop(0))
        self._panel.picked.connect(self._on_next)
