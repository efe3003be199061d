"""Shows cards to sort: press a card, press a basket; "Take back" undoes the last one.

Once all are sorted, a press on a card takes that one out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.domain.smart import Rule
from app.interactions.sort.model import Basket, Card, Sort, pair
from app.kit import shapes, style
from app.kit.action_row import ActionRow
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.card_button import Mark
from app.kit.fonts import Role
from app.kit.option_card import OptionCard
from app.kit.picture_view import PictureView
from app.kit.pressable import Pressable
from app.kit.scroll import Scroll
from app.kit.stack import Stack
from app.kit.text import Text
from app.kit.tokens import mix

_TRAY = (
    Way(3, size=56, least=230, most=400, pad=1),
    Way(2, size=56, least=230, most=400, pad=1),
    Way(1, size=56, most=420, pad=1),
    Way(3, size=44, least=200, most=320, pad=1),
    Way(2, size=44, least=140, most=320, pad=1),
    Way(1, size=44, most=420, pad=1),
)
_INSIDE = (
    Way(1, size=44, least=240, most=460, pad=1, grow=1.0),
    Way(1, upright=True, size=40, most=460, pad=1, grow=1.0),
)
"""Where a basket is narrow the pictures stand above the words."""


class BasketButton(Pressable):
    """A basket: its label on top, and the cards that lie in it."""

    picked = Signal(str)

    def __init__(self, basket: Basket, picture: str, rule: Rule) -> None:
        self.id = basket.id
        self._rule = rule
        super().__init__(basket.label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.inside = Board(_INSIDE, from_top=True)
        self._head = QHBoxLayout()
        if picture:
            self._head.addWidget(PictureView(picture, "", 44))
        self._label = Text(basket.label, Role.BUTTON)
        self._head.addWidget(self._label, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.inside, 1)
        self._set_margins()
        self.clicked.connect(self.pick)

    def pick(self) -> None:
        """Hand up which basket this is."""
        self.picked.emit(self.id)

    def show_cards(self, cards: list[OptionCard]) -> None:
        """Show the cards that lie in it."""
        self.inside.show_cards(cards)
        self.setAccessibleDescription(", ".join(card.words for card in cards) or self.tr("empty"))

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(260)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        least = style.current().target + 2 * shapes.room()
        return QSize(least, round(1.35 * least))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        palette, hue = style.current().palette, style.current().hue(self._rule)
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = style.current().radius
        tint = mix(hue.tint, hue.colour, 0.2 if self.isDown() else 0.04)
        shapes.fill(painter, rect, radius, tint)
        pen = QPen(QColor(hue.colour), max(2, style.current().px(3)))
        pen.setStyle(Qt.PenStyle.SolidLine if palette.plain else Qt.PenStyle.DashLine)
        shapes.outline(painter, rect, radius, pen)
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _set_margins(self) -> None:
        now = style.current()
        edge = shapes.room() + now.space(0.5)
        self._column.setContentsMargins(edge, edge + now.space(1), edge, edge)
        self._column.setSpacing(now.space(0.5))
        self._head.setContentsMargins(now.space(1.5), 0, now.space(1.5), 0)
        self._head.setSpacing(now.space(1))


class SortView(InteractionView):
    """The cards still to sort above, the baskets below; the next card is chosen."""

    @override
    def show_model(self, activity: Activity) -> None:
        self._sort = cast("Sort", activity)
        self.clear_body()
        self._put: dict[str, str] = {}
        self._loose = [card.id for card in self._sort.cards]
        self._chosen = self._loose[0]
        self._cards = {card.id: self._card(card) for card in self._sort.cards}
        self._baskets = {basket.id: self._basket(basket) for basket in self._sort.baskets}
        self._row = ActionRow(self.state.rule)
        self._row.done.clicked.connect(self.on_done)
        self._row.back.clicked.connect(self.on_back)
        self._tray = Board(_TRAY, part=True)
        self._tray.show_cards(list(self._cards.values()))  # before the baskets for the keys, too
        self.body.addWidget(Stack(self._tray, Scroll(self._basket_row())), 1)
        self.body.addWidget(self._row)
        self._show_cards()

    @override
    def show_answer(self, answer: Answer) -> None:
        self._put = dict(self._sort.put(answer))
        self._loose, self._chosen = [], ""
        self._show_cards()
        self._row.hide()
        for card in self._cards.values():
            card.rest()
        for basket in self._baskets.values():
            basket.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            basket.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for part in verdict.parts:
            words = self.tr("in its basket") if part.right else self.tr("belongs elsewhere")
            if part.right:
                self._cards[part.id].settle(Mark.GOOD, words)
            else:
                self._cards[part.id].set_note(part.text)
                self._cards[part.id].settle(Mark.OTHER, f"{words}. {part.text}")

    def on_card(self, card: str) -> None:
        """Choose a card; one that lies in a basket is taken out first.

        While a card is chosen, all of a basket takes it, also where another lies already.
        """
        if card in self._put and self._chosen:
            self.on_basket(self._put[card])
            return
        self._take_out(card)

    def on_basket(self, basket: str) -> None:
        """Put the chosen card into a basket; the next card is chosen."""
        if not self._chosen:
            return
        self._put[self._chosen] = basket
        self._loose.remove(self._chosen)
        self._chosen = self._loose[0] if self._loose else ""
        self._show_cards()

    def on_back(self) -> None:
        """Take out the card that was put in last; it is chosen again."""
        self._take_out(next(reversed(self._put)))

    def on_done(self) -> None:
        """Hand in where every card lies."""
        picks = (pair(card, self._put[card]) for card in self._cards)
        self.answer(Answer(tuple(picks)))

    def _take_out(self, card: str) -> None:
        """Choose a card, wherever it lies."""
        by_keys = self.by_keys
        if self._put.pop(card, None):
            self._loose.insert(0, card)
        self._chosen = card
        self._show_cards()
        self.pass_focus(self._cards[card], by_keys=by_keys)

    def _card(self, card: Card) -> OptionCard:
        made = OptionCard(card.id, card.text, self.picture_key(card.picture))
        made.set_rule(self.state.rule)
        made.picked.connect(self.on_card)
        return made

    def _basket(self, basket: Basket) -> BasketButton:
        made = BasketButton(basket, self.picture_key(basket.picture), self.state.rule)
        made.picked.connect(self.on_basket)
        return made

    def _basket_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for basket in self._baskets.values():
            layout.addWidget(basket, 1)
        return row

    def _show_cards(self) -> None:
        """Show every card where it lies."""
        for name, card in self._cards.items():
            held = name == self._chosen
            card.show_mark(Mark.HELD if held else Mark.NONE, self.tr("chosen") if held else "")
        self._tray.show_cards([self._cards[card] for card in self._loose])
        self._tray.setVisible(bool(self._loose))
        for name, basket in self._baskets.items():
            basket.show_cards([self._cards[card] for card, at in self._put.items() if at == name])
        self._row.show_step(self._hint(len(self._loose)), ready=not self._loose)
        self._row.allow_back(bool(self._put))
        self._set_order()

    def _set_order(self) -> None:
        """Let the keys go as one reads: the cards to sort, each basket with its cards, the row."""
        order: list[QWidget] = [self._cards[card] for card in self._loose]
        for basket in self._baskets.values():
            order += [basket, *basket.inside.cards]
        for before, after in pairwise([*order, self._row.back, self._row.done]):
            QWidget.setTabOrder(before, after)

    def _hint(self, left: int) -> str:
        if left:
            return self.tr("Which basket? Cards left: {count}").format(count=left)
        return self.tr("Press Done, or press a card to take it out.")
