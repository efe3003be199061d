"""What a lesson's and a quiz's page have in common: head, stage, the activity and its verdict."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.kind import Answer, Sure, Verdict
from app.domain.lesson import Task
from app.domain.override import override
from app.domain.smart import Rule
from app.flow.desk import Desk
from app.interactions.registry import view_class
from app.kit.activity import InteractionView
from app.kit.pill_button import Manner, PillButton
from app.kit.sure import SureQuestion
from app.screens.parts.feedback import Feedback
from app.screens.parts.header import Header
from app.screens.parts.stage import Stage
from app.screens.screen import Screen


class ActivityPage(Screen):
    """Head above, stage below. ``said`` is what can be spoken now."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.head: Header | None = None
        self.view: InteractionView | None = None
        self.said: tuple[str, ...] = ()
        self._unsure = False
        self.stage = Stage()
        self.content.addWidget(self.stage, 1)
        desk.keeper.changed.connect(self._on_keeping)

    @override
    def leave(self) -> None:
        self.desk.keeper.changed.disconnect(self._on_keeping)

    @override
    def spoken(self) -> tuple[str, ...]:
        return self.said

    def say(self, *texts: str) -> None:
        """Let this be what can be spoken."""
        if texts != self.said:
            self.said = texts
            self.told.emit()

    def show_head(self, rule: Rule, title: str) -> Header:
        """Return the head, made at the first call."""
        if self.head is None:
            self.head = Header(rule, title, self.stage.again)
            self.stage.on.set_rule(rule)
            self.top.addWidget(self.head, 1)
            self.heading.hide()
            self.setAccessibleName(title)
        self._unsure = False
        self._show_keeping()
        return self.head

    def show_task(self, task: Task | None, answered: Callable[[Answer], None]) -> None:
        """Show an activity, or none."""
        self.view = None
        if task is not None:
            self.view = view_class(task.kind)()
            self.view.answered.connect(answered)
        self.stage.act(self.view)

    def show_sure(self, rule: Rule, chosen: Callable[[Sure], None]) -> None:
        """Ask how sure the pupil is."""
        question = SureQuestion(rule)
        question.chosen.connect(chosen)
        self.say(*question.spoken())
        self.stage.tell(question, self.tr("My answer"))
        question.cards[0].setFocus()
        self._unsure = True
        self._show_keeping()

    def show_verdict(
        self, verdict: Verdict, rule: Rule, on: Callable[[], None], again: Callable[[], None] | None
    ) -> None:
        """Show what follows from the answer; ``again`` where one may try another way at once."""
        shown = Feedback(verdict, rule, may_try_again=again is not None)
        shown.going_on.connect(on)
        if again is not None:
            shown.trying_again.connect(again)
        self.say(*shown.spoken)
        self.stage.tell(shown, self.tr("My answer"))
        shown.on.setFocus()

    def _on_keeping(self, _: object) -> None:
        self._show_keeping()

    def _show_keeping(self) -> None:
        """Say what is kept; of an answer that is not given yet, nothing."""
        if self.head is not None:
            keeping = self.desk.session.own_keeping
            # "Saved" is not said of an answer that is half given; that others wait stays said.
            self.head.show_keeping(None if self._unsure and not keeping.fault else keeping)


def main_button(words: str, picture: str, rule: Rule, pressed: Callable[[], None]) -> PillButton:
    """Return the one button that leads on."""
    button = PillButton(words, picture, Manner.MAIN)
    button.set_rule(rule)
    button.clicked.connect(pressed)
    return button
