"""One Tell: what the child said, the steps to follow, and what was done."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.tell.cases import Case, Standing
from app.domain.tell.deeds import Act, Outcome
from app.domain.tell.people import Roster
from app.domain.tell.policy import Checklist, Step
from app.domain.tell.records import TellId
from app.domain.tell.routing import route_of
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.office_page import line
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import (
    about_words,
    deed_words,
    moment_words,
    outcome_words,
    standing_words,
    tap_words,
    who_words,
)
from app.screens.screen import Audience, Screen


class TellCaseScreen(Screen):
    """What was said and done on one side, the steps of the policy on the other."""

    name = "tell-case"
    title = "One Tell"
    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self._said = line("")
        self._told, self._steps = Place(), Place()
        self._shown: object = None
        self._closing = False
        back = PillButton(self.tr("All Tells"), "art:arrow-left")
        back.clicked.connect(self._on_back)
        self.top.addWidget(back)
        self.content.addWidget(self._said)
        self.content.addWidget(Split(self._told, self._steps), 1)
        desk.inbox.changed.connect(self.show_page)

    @override
    def enter(self, tell: TellId) -> None:
        """Open a Tell: that is kept, and told to the others who know of it."""
        self.desk.inbox.look_at(tell)

    @override
    def leave(self) -> None:
        self.desk.inbox.changed.disconnect(self.show_page)

    @override
    def back(self) -> bool:
        self._on_back()
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self, page: InboxPage) -> None:
        """Show the Tell that is looked at; may be called at any time."""
        case = page.case
        if case is None or page.listing is None:
            return
        self._said.setText(page.fault or page.said or standing_words(case.standing))
        shown = (case, self._closing)
        if shown == self._shown:
            return
        self._shown = shown
        self.set_title(f"{about_words(case, page.policy)}: {who_words(case)}")
        self._told.hold(Scroll(self._what_was_said(case, page, page.listing.roster)))
        self._steps.hold(Scroll(self._what_to_do(case, page, page.listing.roster)))
        self.told.emit()

    def _what_was_said(self, case: Case, page: InboxPage, roster: Roster) -> QWidget:
        card = Card(2)
        first = case.first or case.notice
        if first is not None:
            where = self.tr("{when}, on the PC '{kiosk}', from the page '{page}'")
            words = where.format(when=moment_words(first.at), kiosk=first.kiosk, page=first.page)
            card.body.addWidget(Text(words, Role.SMALL))
        if case.drill:
            card.body.addWidget(Text(self.tr("This is a drill."), Role.BUTTON))
        for tap in case.taps:
            asked, said = tap_words(tap, roster, page.policy)
            card.body.addWidget(Text(asked, Role.SMALL))
            card.body.addWidget(Text(said, Role.BODY))
        if not case.taps:
            words = self.tr("A child would like a grown-up to come and talk. They said no more.")
            card.body.addWidget(Text(words, Role.BODY))
        card.body.addWidget(Text(self.tr("What was done"), Role.BUTTON))
        for deed in case.deeds:
            card.body.addWidget(Text(deed_words(deed, roster), Role.SMALL))
        card.body.addStretch()
        return card

    def _what_to_do(self, case: Case, page: InboxPage, roster: Roster) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        viewer = page.viewer
        if viewer is None or not case.may_act(viewer):
            words = self.tr("Others see to it. Talk with the child if they ask you to.")
            column.addWidget(Text(words, Role.SMALL))
            column.addStretch()
            return whole
        for checklist in page.policy.checklists(case.category, route_of(roster, case.taps)):
            column.addWidget(self._checklist(checklist, case))
        column.addWidget(self._writing())
        column.addWidget(self._ending(case))
        column.addStretch()
        return whole

    def _checklist(self, checklist: Checklist, case: Case) -> QWidget:
        card = Card(1)
        card.body.addWidget(Text(checklist.title, Role.BUTTON))
        for step in checklist.steps:
            card.body.addWidget(self._step(step, done=step.id in case.done))
        return card

    def _step(self, step: Step, *, done: bool) -> QWidget:
        note = ". ".join(part for part in (step.only, step.deadline.words) if part)
        button = CardButton(step.words, "", note)
        button.set_role(Role.SMALL)
        button.setCheckable(True)
        button.set_mark(Mark.CHOSEN if done else Mark.NONE)
        button.clicked.connect(partial(self._on_step, step.id, done))
        return button

    def _writing(self) -> QWidget:
        asked = self.tr("Write a note, or what you did")
        field = Field(asked, asked)
        keep = PillButton(self.tr("Keep the note"), "art:writing")
        keep.clicked.connect(partial(self._on_note, field, Act.NOTE))
        told = PillButton(self.tr("Parents told"), "art:house")
        told.clicked.connect(partial(self._on_note, field, Act.PARENTS))
        return _column(field, ButtonRow([keep, told]))

    def _ending(self, case: Case) -> QWidget:
        if case.standing is Standing.CLOSED:
            again = PillButton(self.tr("Open it again"), "art:again")
            again.clicked.connect(partial(self._on_act, Act.REOPENED))
            return _column(ButtonRow([again]))
        if self._closing:
            return self._outcomes()
        close = PillButton(self.tr("Close it ..."), "art:tick", Manner.MAIN)
        close.clicked.connect(self._on_closing)
        not_needed = PillButton(self.tr("Not needed"), "art:cross-plain")
        not_needed.clicked.connect(partial(self._on_act, Act.NOT_NEEDED))
        drill = PillButton(self.tr("It was a drill"), "art:bell")
        drill.clicked.connect(partial(self._on_act, Act.DRILL))
        return _column(ButtonRow([not_needed, drill, close]))

    def _outcomes(self) -> QWidget:
        asked = self.tr("The reason, in a sentence")
        reason = Field(asked, asked)
        cards: list[QWidget] = []
        for outcome in Outcome:
            card = CardButton(outcome_words(outcome))
            card.set_role(Role.SMALL)
            card.clicked.connect(partial(self._on_closed, reason, outcome))
            cards.append(card)
        return _column(reason, *cards)

    def _on_step(self, step: str, done: bool) -> None:
        self.desk.inbox.do(Act.UNSTEP if done else Act.STEP, step)

    def _on_note(self, field: Field, act: Act) -> None:
        words = field.text().strip()
        if words:
            self.desk.inbox.do(act, "told" if act is Act.PARENTS else "", words)

    def _on_act(self, act: Act) -> None:
        self.desk.inbox.do(act)

    def _on_closing(self) -> None:
        self._closing = True
        self.show_page(self.desk.inbox.page)

    def _on_closed(self, reason: Field, outcome: Outcome) -> None:
        words = reason.text().strip()
        if words:
            self._closing = False
            self.desk.inbox.do(Act.CLOSED, outcome.value, words)
        else:
            reason.setFocus()
            self._said.setText(self.tr("Please write the reason first."))

    def _on_back(self) -> None:
        self.go(To("tells"))


def _column(*parts: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        column.addWidget(part)
    return whole
