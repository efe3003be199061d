"""The question after an activity that asks it: how sure are you? It is never judged."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kind import Sure
from app.domain.smart import Rule
from app.kit import style
from app.kit.board import Board, Way
from app.kit.card_button import CardButton
from app.kit.fonts import Role
from app.kit.scroll import Scroll
from app.kit.text import Text

_FACES = {
    Sure.SURE: "art:pleased",
    Sure.THINK_SO: "art:thinking",
    Sure.NOT_SURE: "art:confused",
}


class SureQuestion(QWidget):
    """Asks how sure the pupil is; ``chosen`` carries the ``Sure``."""

    chosen = Signal(object)

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = Text(self.tr("How sure are you?"), Role.HEADING)
        self.prompt.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        board = Board((Way(3, True, 112, 200, 320, 1.4), Way(1, False, 64, 200, 620)))
        self.cards = tuple(self._card(sure, rule) for sure in Sure)
        board.show_cards(self.cards)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style.current().space(2))
        whole.addWidget(self.prompt)
        whole.addWidget(Scroll(board), 1)

    def spoken(self) -> tuple[str, ...]:
        """Return the question and its answers, in reading order."""
        return (self.prompt.text(), *(card.words for card in self.cards))

    def choose(self, sure: Sure) -> None:
        """Hand up how sure the pupil is."""
        self.chosen.emit(sure)

    def _card(self, sure: Sure, rule: Rule) -> CardButton:
        words = {
            Sure.SURE: self.tr("I am sure"),
            Sure.THINK_SO: self.tr("I think so"),
            Sure.NOT_SURE: self.tr("I am not sure"),
        }
        card = CardButton(words[sure], _FACES[sure])
        card.set_rule(rule)
        card.clicked.connect(partial(self.choose, sure))
        return card
