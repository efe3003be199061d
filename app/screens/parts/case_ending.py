"""How a Tell ends: closed with an outcome and a reason, not needed, a drill; and begun again."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.cases import Case, Standing
from app.domain.tell.deeds import Act, Outcome
from app.kit.button_row import ButtonRow
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.lines import Lines
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text
from app.screens.parts.case_notes import MOST
from app.screens.parts.tell_words import outcome_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseEnding", words)


class CaseEnding(QWidget):
    """``did`` carries an act, what it is about, and words; ``lacking`` what is still to be said."""

    did = Signal(object, str, str)
    lacking = Signal(str)

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._outcome: Outcome | None = None
        self._cards: dict[Outcome, CardButton] = {}
        asked = _tr("The reason, in a sentence or two")
        self._reason = Lines(asked, asked, MOST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        if case.standing is Standing.CLOSED:
            self._reopen()
        else:
            self._close()
        self._column.addStretch()

    @property
    def reason(self) -> str:
        """What is typed so far."""
        return self._reason.words

    def _reopen(self) -> None:
        self._column.addWidget(Text(_tr("It is closed."), Role.BODY))
        self._column.addWidget(self._reason)
        again = PillButton(_tr("Open it again"), "art:again", Manner.MAIN)
        again.clicked.connect(partial(self._on_plain, Act.REOPENED))
        self._column.addWidget(ButtonRow([again]))

    def _close(self) -> None:
        for outcome in Outcome:
            card = CardButton(outcome_words(outcome))
            card.set_role(Role.SMALL)
            card.setCheckable(True)
            card.clicked.connect(partial(self._on_outcome, outcome))
            self._cards[outcome] = card
            self._column.addWidget(card)
        self._column.addWidget(self._reason)
        close = PillButton(_tr("Close it"), "art:tick", Manner.MAIN)
        close.clicked.connect(self._on_close)
        not_needed = PillButton(_tr("Not needed"), "art:cross-plain")
        not_needed.clicked.connect(partial(self._on_plain, Act.NOT_NEEDED))
        drill = PillButton(_tr("It was a drill"), "art:bell")
        drill.clicked.connect(partial(self._on_plain, Act.DRILL))
        self._column.addWidget(ButtonRow([close, not_needed, drill]))

    def _on_outcome(self, outcome: Outcome, _checked: bool = False) -> None:
        self._outcome = outcome
        for one, card in self._cards.items():
            card.set_mark(Mark.CHOSEN if one is outcome else Mark.NONE)

    def _on_close(self) -> None:
        if self._outcome is None:
            self.lacking.emit(_tr("Please press first how it ended."))
        elif not self.reason:
            self._reason.setFocus()
            self.lacking.emit(_tr("Please write the reason first."))
        else:
            self.did.emit(Act.CLOSED, self._outcome.value, self.reason)

    def _on_plain(self, act: Act, _checked: bool = False) -> None:
        self.did.emit(act, "", self.reason)
