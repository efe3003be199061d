"""The body of the Tell page: one question in cards, as large as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.taps import Tap
from app.kit.board import Board, Way
from app.kit.card_button import Mark
from app.kit.fonts import Role
from app.kit.option_card import OptionCard
from app.kit.scroll import Scroll
from app.kit.tell_questions import Choice, Question


class TellPanel(QWidget):
    """Shows a question's cards; ``picked`` carries the place of the card that was pressed."""

    picked = Signal(int)

    def __init__(
        self, question: Question, said: Sequence[Tap] = (), *, scrolls: bool = True
    ) -> None:
        """``said`` marks the cards pressed before; without ``scrolls`` what is around it does."""
        super().__init__()
        self.setAccessibleName(question.title)
        self.cards = tuple(self._card(place, said) for place in enumerate(question.choices))
        board = Board(_ways(len(self.cards)))
        board.show_cards(self.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(board) if scrolls else board)

    def focus_first(self) -> None:
        """Let the keys begin on the first card."""
        self.cards[0].setFocus()

    def _card(self, placed: tuple[int, Choice], said: Sequence[Tap]) -> OptionCard:
        place, choice = placed
        card = OptionCard(str(place), choice.words, choice.picture)
        card.set_note(choice.note)
        card.set_role(Role.BUTTON)
        if choice.taps and set(choice.taps) <= set(said):
            card.setCheckable(True)
            card.set_mark(Mark.CHOSEN)
        card.clicked.connect(partial(self._on_pressed, place))
        return card

    def _on_pressed(self, place: int) -> None:
        self.picked.emit(place)


def _ways(count: int) -> tuple[Way, ...]:
    """Return how the cards may stand, the best first: in a row, in rows, below one another."""
    across = [count] if count <= 4 else [(count + 1) // 2, 4, 3]
    upright = [Way(one, upright=True, size=112, least=190, most=320) for one in across]
    level = [Way(one, size=72, least=260, most=520) for one in (3, 2)]
    return (*upright, *level, Way(1, most=820))
