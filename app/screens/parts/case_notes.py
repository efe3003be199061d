"""What staff write about a Tell: notes, what they did, what parents know, who sees to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act
from app.domain.tell.people import PersonId, Roster
from app.kit.button_row import ButtonRow
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.lines import Lines
from app.kit.pill_button import PillButton
from app.kit.text import Text
from app.screens.parts.tell_words import title_of

MOST = 2000
"""Letters of one note: whatever they are, they fit into one sealed file of 16 KiB."""
TOLD, NOT_TOLD = "told", "not told"


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseNotes", words)


class CaseNotes(QWidget):
    """``did`` carries an act, what it is about, and words; ``lacking`` asks for words first."""

    did = Signal(object, str, str)
    lacking = Signal()

    def __init__(self, case: Case, roster: Roster, draft: str) -> None:
        """``draft`` is what was typed before, and is not kept yet."""
        super().__init__()
        asked = _tr("Write a note: what you saw, did or decided")
        self._field = Lines(asked, asked, MOST)
        self._field.setPlainText(draft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addWidget(ButtonRow(self._keeps()))
        _add_title(column, _tr("Who sees to it"))
        for person in _able(case, roster):
            column.addWidget(self._holder(person, case, roster))
        column.addStretch()

    @property
    def words(self) -> str:
        """What is typed so far."""
        return self._field.words

    def _keeps(self) -> list[PillButton]:
        ways = (
            (_tr("Keep the note"), "art:writing", Act.NOTE, ""),
            (_tr("Keep as done"), "art:tick", Act.ACTION, ""),
            (_tr("Parents told"), "art:house", Act.PARENTS, TOLD),
            (_tr("Parents not told: why"), "art:cross-plain", Act.PARENTS, NOT_TOLD),
        )
        made = []
        for words, picture, act, about in ways:
            button = PillButton(words, picture)
            button.clicked.connect(partial(self._on_keep, act, about))
            made.append(button)
        return made

    def _holder(self, person: PersonId, case: Case, roster: Roster) -> CardButton:
        card = CardButton(title_of(roster, person))
        card.set_role(Role.SMALL)
        card.setCheckable(True)
        card.set_mark(Mark.CHOSEN if case.assigned == person else Mark.NONE)
        card.clicked.connect(partial(self._on_assign, person))
        return card

    def _on_keep(self, act: Act, about: str, _checked: bool = False) -> None:
        if self.words:
            self.did.emit(act, about, self.words)
        else:
            self._field.setFocus()
            self.lacking.emit()

    def _on_assign(self, person: PersonId, _checked: bool = False) -> None:
        self.did.emit(Act.ASSIGNED, person, "")


def _able(case: Case, roster: Roster) -> list[PersonId]:
    """Return who can see to it: those who read on."""
    circle = case.letter.circle if case.letter is not None else frozenset()
    return [one.id for one in roster.people if one.id in circle and one.enrolled]


def _add_title(column: QVBoxLayout, words: str) -> None:
    title = Text(words, Role.BUTTON)
    title.stand_in_line()
    column.addWidget(title)
