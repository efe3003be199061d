"""One Tell: what the child said, the steps to follow, and what was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act
from app.domain.tell.people import Roster
from app.domain.tell.policy import Policy
from app.domain.tell.records import TellId
from app.domain.tell.taps import Tap
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.card import Card
from app.kit.choice_row import ChoiceRow
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.case_ending import CaseEnding
from app.screens.parts.case_more import CaseMore
from app.screens.parts.case_notes import CaseNotes
from app.screens.parts.case_said import said
from app.screens.parts.case_steps import CaseSteps
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import about_words, deed_words, standing_words, who_words

STEPS, NOTES, DONE, MORE, END = range(5)
"""The sides of a Tell, in the order of their buttons."""


class TellCaseScreen(HolderScreen):
    """What was said on one side; the steps, notes, what was done, and its end on the other."""

    name = "tell-case"
    title = "One Tell"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._told, self._side = Place(), Place()
        self._shown: object = None
        self._notes: CaseNotes | None = None
        self._ticks: CaseSteps | None = None
        self._taps: tuple[Tap, ...] = ()
        self._draft = self._sent = ""
        self._sides = ChoiceRow(self.tr("Sides of this Tell"), self._side_words())
        self._sides.chosen.connect(self._on_side)
        self.add_way_back(self.tr("All Tells"))
        right = QWidget()
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._sides)
        whole.addWidget(self._side, 1)
        self.content.addWidget(self.said)
        self.content.addWidget(Split(self._told, right, wide=(9, 14), tall=(2, 3)), 1)

    @override
    def enter(self, tell: TellId) -> None:
        """Open a Tell: that is kept, and told to the others who know of it."""
        self.desk.inbox.look_at(tell)

    @override
    def show_page(self, page: InboxPage) -> None:
        case = page.case
        if case is None or page.listing is None:
            return
        self.say(page.fault or " ".join((standing_words(case.standing) + ".", page.said)))
        shown = (case, self._sides.at)
        if shown == self._shown:
            return
        self._keep_draft(page)
        self._shown = shown
        roster = page.listing.roster
        self.set_title(f"{about_words(case, page.policy)}: {who_words(case)}")
        self._show_said(case, page.policy, roster)
        if not self._ticks_only(case, page.policy, roster):
            self._ticks = None
            self._side.hold(Scroll(self._made(case, page, roster)))
        self.told.emit()

    def _show_said(self, case: Case, policy: Policy, roster: Roster) -> None:
        if case.taps != self._taps or self._told.held is None:
            self._taps = case.taps
            self._told.hold(Scroll(said(case, policy, roster)))

    def _ticks_only(self, case: Case, policy: Policy, roster: Roster) -> bool:
        """Show a step that was ticked where it stands, without the list moving away under it."""
        ticks = self._ticks if self._sides.at == STEPS else None
        return ticks is not None and ticks.show_done(case, policy, roster)

    def _side_words(self) -> tuple[str, ...]:
        return (
            self.tr("Steps"),
            self.tr("Notes"),
            self.tr("History"),
            self.tr("More"),
            self.tr("End"),
        )

    def _keep_draft(self, page: InboxPage) -> None:
        """Keep what is typed, unless it has just been kept for good."""
        if self._notes is not None:
            self._draft, self._notes = self._notes.words, None
        if page.said and self._draft == self._sent:
            self._draft = ""

    def _made(self, case: Case, page: InboxPage, roster: Roster) -> QWidget:
        if self._sides.at == DONE:
            return self._history(case, page.policy, roster)
        if page.viewer is None or not case.may_act(page.viewer):
            return column(
                Text(self.tr("Others see to it. Talk with the child if they ask you to."))
            )
        makers: dict[int, Callable[[Case, InboxPage, Roster], QWidget]] = {
            STEPS: self._steps,
            NOTES: self._writing,
            MORE: self._more,
            END: self._ending,
        }
        return makers[self._sides.at](case, page, roster)

    def _history(self, case: Case, policy: Policy, roster: Roster) -> QWidget:
        card = Card(2)
        for deed in case.deeds:
            card.body.addWidget(Text(deed_words(deed, roster, policy), Role.SMALL))
        card.body.addStretch()
        return card

    def _steps(self, case: Case, page: InboxPage, roster: Roster) -> QWidget:
        self._ticks = CaseSteps(case, page.policy, roster)
        self._ticks.ticked.connect(self._on_step)
        return self._ticks

    def _writing(self, case: Case, _: InboxPage, roster: Roster) -> QWidget:
        self._notes = CaseNotes(case, roster, self._draft)
        self._notes.did.connect(self._on_noted)
        self._notes.lacking.connect(self._on_no_note)
        return self._notes

    def _more(self, case: Case, page: InboxPage, _: Roster) -> QWidget:
        more = CaseMore(case, [one for one in page.cases if one.tell != case.tell], page.policy)
        more.linked.connect(self._on_linked)
        more.going.connect(self.go)
        return more

    def _ending(self, case: Case, *_: object) -> QWidget:
        ending = CaseEnding(case)
        ending.did.connect(self._on_did)
        ending.lacking.connect(self.say)
        return ending

    def _on_side(self, _: int) -> None:
        self.show_page(self.desk.inbox.page)

    def _on_step(self, step: str, done: bool) -> None:
        self.desk.inbox.do(Act.UNSTEP if done else Act.STEP, step)

    def _on_did(self, act: Act, about: str, words: str) -> None:
        self.desk.inbox.do(act, about, words)

    def _on_noted(self, act: Act, about: str, words: str) -> None:
        self._sent = words
        self._on_did(act, about, words)

    def _on_no_note(self) -> None:
        self.say(self.tr("Please write something first."))

    def _on_linked(self, tell: str) -> None:
        self.desk.inbox.do(Act.LINKED, tell)

    @override
    def back(self) -> bool:
        self.go(To("tells"))
        return True
