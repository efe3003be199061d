"""The steps of the school's policy for a Tell, to be ticked off."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.cases import Case
from app.domain.tell.people import Roster
from app.domain.tell.policy import Checklist, Override, Policy, Step
from app.domain.tell.routing import route_of
from app.kit import style
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.text import Text
from app.kit.tick_row import TickRow
from app.screens.parts.people_form import role_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseSteps", words)


class CaseSteps(QWidget):
    """``ticked`` carries a step's id, and whether it was done before."""

    ticked = Signal(str, bool)

    def __init__(self, case: Case, policy: Policy, roster: Roster) -> None:
        super().__init__()
        self._lists = _lists(case, policy, roster)
        self._rows: list[tuple[str, TickRow]] = []  # a step may stand in two of the lists
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().space(0.5))
        for one in self._lists:
            title = Text(one.title, Role.BUTTON)
            title.stand_in_line()
            column.addWidget(title)
            for step in one.steps:
                column.addWidget(self._row(step, done=step.id in case.done))
        for override in policy.overrides_for(self._lists):
            column.addWidget(_override(override))
        column.addStretch()

    def show_done(self, case: Case, policy: Policy, roster: Roster) -> bool:
        """Show what is done by now; return False where other lists are wanted for it."""
        if _lists(case, policy, roster) != self._lists:
            return False
        for step, row in self._rows:
            row.show_done(step in case.done)
        return True

    def _row(self, step: Step, *, done: bool) -> TickRow:
        row = TickRow(step.words, _note(step), done=done)
        row.clicked.connect(partial(self._on_pressed, step.id, row))
        self._rows.append((step.id, row))
        return row

    def _on_pressed(self, step: str, row: TickRow) -> None:
        # Qt has turned the box already; it shows what is true, until the disk has it.
        done = not row.isChecked()
        row.show_done(done)
        self.ticked.emit(step, done)


def _lists(case: Case, policy: Policy, roster: Roster) -> tuple[Checklist, ...]:
    return policy.followed(case.category, route_of(roster, case.taps), case.done)


def _note(step: Step) -> str:
    """Return when it applies, until when it is to be done, and by whom."""
    who = role_words(step.who)[0] if step.who is not None else ""
    return ". ".join(part for part in (step.only, step.deadline.words, who) if part)


def _override(override: Override) -> QWidget:
    """Return where guidance stands instead of the school's own policy, so that staff know."""
    card = Card(2)
    card.set_colour(style.current().palette.other.tint)
    card.body.setSpacing(style.current().space(0.5))
    title = _tr("Different from the school's policy")
    card.body.addWidget(Text(title, Role.BUTTON))
    said = _tr("The policy says: {policy}").format(policy=override.policy)
    done = _tr("Do this: {instead} ({guidance})")
    instead = done.format(instead=override.instead, guidance=override.guidance)
    for words in (said, instead):
        card.body.addWidget(Text(words, Role.SMALL))
    return card
