"""Shows cards to put in order: each press gives a card the next place; a press takes it back."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.interactions.order.model import Order
from app.kit import mirror, shapes, style
from app.kit.action_row import ActionRow
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.card_button import Mark
from app.kit.card_plan import Plan
from app.kit.option_card import OptionCard
from app.kit.scroll import Scroll

_SIDE = 48
"""Design size of the picture, or of the number, beside the words."""
_ROW = Way(5, upright=True, size=120, least=165, most=330, grow=1.4)
_COLUMN = Way(1, size=_SIDE, most=760)
_PAIRS = Way(2, size=_SIDE, least=280, most=560)
_NO_PICTURE = "number"
"""Keeps the place of a picture, in which the number stands."""


class NumberedCard(OptionCard):
    """A card with a disc that holds the number of its place, empty until it has one."""

    number = 0

    def show_place(self, number: int) -> None:
        """Show the place, from 1; 0 for none yet."""
        self.number = number
        words = self.tr("place {number}").format(number=number) if number else ""
        self.show_mark(Mark.HELD if number else Mark.NONE, words)

    @override
    def paint_face(self, painter: QPainter, plan: Plan) -> None:
        super().paint_face(painter, plan)
        place = self._disc(plan)
        if self.number:
            hue = self.hue or style.current().palette.good
            shapes.letter(painter, place, str(self.number), hue)
            return
        palette = style.current().palette
        painter.setBrush(QColor(palette.surface))
        painter.setPen(QPen(QColor(palette.line), 2, Qt.PenStyle.DashLine))
        painter.drawEllipse(place.adjusted(2, 2, -2, -2))

    def _disc(self, plan: Plan) -> QRectF:
        """Return the place of the number: that of the picture, else on the card's corner."""
        if self.face.picture == _NO_PICTURE:
            place = plan.picture
        else:
            side, edge = style.current().px(38), shapes.room()
            place = QRect(edge - side // 5, edge - side // 5, side, side)
        return QRectF(mirror.place(self, place))


class OrderView(InteractionView):
    """The cards that have a place stand first, in their order; the others follow, mixed."""

    @override
    def show_model(self, activity: Activity) -> None:
        order = cast("Order", activity)
        self.clear_body()
        self._placed: list[str] = []
        self._cards = {
            card.id: NumberedCard(card.id, card.text, self.picture_key(card.picture) or _NO_PICTURE)
            for card in order.mixed
        }
        for card in self._cards.values():
            card.set_rule(self.state.rule)
            card.picked.connect(self.on_picked)
        pictured = all(card.picture for card in order.cards)
        self._board = Board((_ROW, _COLUMN, _PAIRS) if pictured else (_COLUMN, _PAIRS))
        self._row = ActionRow(self.state.rule)
        self._row.done.clicked.connect(self.on_done)
        self.body.addWidget(Scroll(self._board), 1)
        self.body.addWidget(self._row)
        self._show_order()

    @override
    def show_answer(self, answer: Answer) -> None:
        self._placed = list(answer.picks)
        self._show_order()
        self._row.hide()
        for card in self._cards.values():
            card.rest()

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for part in verdict.parts:
            words = self.tr("in its place") if part.right else self.tr("belongs elsewhere")
            self._cards[part.id].settle(Mark.GOOD if part.right else Mark.OTHER, words)

    def on_picked(self, card: str) -> None:
        """Give a card the next place, or take it out of the one it has."""
        if card in self._placed:
            self._placed.remove(card)
        else:
            self._placed.append(card)
        self._show_order(moving=True)

    def on_done(self) -> None:
        """Hand in the order."""
        self.answer(Answer(tuple(self._placed)))

    def _show_order(self, *, moving: bool = False) -> None:
        loose = [card for card in self._cards if card not in self._placed]
        for card in loose:
            self._cards[card].show_place(0)
        for number, card in enumerate(self._placed, 1):
            self._cards[card].show_place(number)
        self._board.show_cards(
            [self._cards[card] for card in (*self._placed, *loose)], moving=moving
        )
        self._row.show_step(self._hint(len(loose)), ready=not loose)

    def _hint(self, loose: int) -> str:
        if not self._placed:
            return self.tr("Press what comes first.")
        if loose:
            return self.tr("What comes next? Press a card again to take it back.")
        return self.tr("Is that the order? Press Done, or press a card to take it back.")
