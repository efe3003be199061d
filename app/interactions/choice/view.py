"""Shows a choice: its options as cards; one press is the answer."""

from __future__ import annotations

from typing import cast

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.interactions.choice.model import Choice
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from app.kit.scroll import Scroll


class ChoiceView(InteractionView):
    """Options in a row under their pictures where there is room, else below one another."""

    @override
    def show_model(self, activity: Activity) -> None:
        choice = cast("Choice", activity)
        self.clear_body()
        self._cards = [
            OptionCard(option.id, option.text, self.picture_key(option.picture))
            for option in choice.options
        ]
        for card in self._cards:
            card.set_rule(self.state.rule)
            card.picked.connect(self.on_picked)
        pictured = all(option.picture for option in choice.options)
        board = Board(_in_a_row(len(self._cards)) if pictured else _below_one_another())
        board.show_cards(self._cards)
        self.body.addWidget(Scroll(board))

    @override
    def show_answer(self, answer: Answer) -> None:
        for card in self._cards:
            chosen = card.id in answer.picks
            card.settle(*((Mark.HELD, self.tr("You chose this")) if chosen else (Mark.NONE,)))

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for card in self._cards:
            if card.id in answer.picks:
                mark = Mark.GOOD if verdict.right else Mark.OTHER
                card.settle(mark, self.tr("You chose this"))

    def on_picked(self, option: str) -> None:
        """Answer with an option."""
        self.answer(Answer((option,)))


def _in_a_row(count: int) -> tuple[Way, ...]:
    row = Way(count, upright=True, size=132, least=230, most=360, grow=1.5)
    return (row, Way(2, size=88, least=340, most=560), Way(1, size=72, most=760))


def _below_one_another() -> tuple[Way, ...]:
    return (Way(1, most=820), Way(2, least=300, most=560), Way(1, most=820))
