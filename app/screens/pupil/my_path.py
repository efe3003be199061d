"""My path: the five places S-M-A-R-T along a winding way, and what is next."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.path import Place, path
from app.flow.desk import Desk
from app.flow.route import To
from app.kit import shapes, style
from app.kit.pill_button import PillButton
from app.kit.place_card import PlaceCard
from app.screens.screen import Audience, Screen

WAY = "#F4DDB0"
"""The sandy way between the places."""
RISE = (0.62, 0.38, 0.46, 0.24, 0.0)
"""How far down each place stands, 0 at the top to 1 at the bottom, in a wide window."""


class MyPath(Screen):
    """Where a signed-in pupil begins, and comes back to."""

    name = "my-path"
    title = "My path"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("hills")
        self._map = PathMap()
        done = PillButton(self.tr("I have finished"), "art:wave")
        done.clicked.connect(self._on_done)
        self.top.addWidget(done, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(self._map, 1)

    @override
    def enter(self) -> None:
        sitting = self.desk.session.sitting
        if sitting is None:
            return
        self.set_title(self.tr("Hello {name}! Where next?").format(name=sitting.name))
        places = path(self.desk.services.library, sitting.pupil.band, sitting.attempts)
        cards = [self._card(place) for place in places]
        self._map.show_cards(cards)
        is_next = (one for one, place in zip(cards, places, strict=True) if place.is_next)
        self.starts_at = next(is_next, cards[0])  # never on the way out

    @override
    def back(self) -> bool:
        """Stay: whoever is done says so by the button."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), *(card.words for card in self._map.cards))

    def _card(self, place: Place) -> PlaceCard:
        card = PlaceCard(place.rule, place.card.picture.name)
        card.show_standing(place.stars, is_next=place.is_next)
        card.clicked.connect(partial(self._on_place, place))
        return card

    def _on_place(self, place: Place) -> None:
        self.go(To("place", place.rule))

    def _on_done(self) -> None:
        self.go(To("welcome"))


class PathMap(QWidget):
    """Sets five cards along a way: rising from left to right, or winding down a tall window."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[PlaceCard] = []

    def show_cards(self, cards: list[PlaceCard]) -> None:
        """Show these cards, in the order of the way."""
        self.cards = cards
        for card in cards:
            card.setParent(self)
            card.show()
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if style.current().palette.plain or not self.cards:
            return
        painter = QPainter(self)
        shapes.smooth(painter)
        pen = QPen(QColor(WAY), style.current().px(42))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(self._way())
        painter.end()

    def _way(self) -> QPainterPath:
        points = [QPointF(card.geometry().center()) for card in self.cards]
        way = QPainterPath(points[0])
        for before, after in pairwise(points):
            middle = (before.x() + after.x()) / 2
            way.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
        return way

    def _arrange(self) -> None:
        if not self.cards or self.width() < 2:
            return
        tall = self.height() > self.width()
        for number, card in enumerate(self.cards):
            place = self._place_tall(number) if tall else self._place_wide(number)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place.moveLeft(self.width() - place.right() - 1)
            card.setGeometry(place)

    def _place_wide(self, number: int) -> QRect:
        now = style.current()
        size = self._card_size(len(self.cards), 1)
        gap = (self.width() - len(self.cards) * size.width()) // max(1, len(self.cards) - 1)
        gap = min(gap, now.px(60))
        whole = len(self.cards) * size.width() + (len(self.cards) - 1) * gap
        left = (self.width() - whole) // 2 + number * (size.width() + gap)
        top = round((self.height() - size.height()) * RISE[number])
        return QRect(QPoint(left, top), size)

    def _place_tall(self, number: int) -> QRect:
        size = self._card_size(2, 3)
        step = (self.height() - size.height()) / (len(self.cards) - 1)
        left = self.width() // 12 if number % 2 == 0 else self.width() * 11 // 12 - size.width()
        return QRect(QPoint(left, round(number * step)), size)

    def _card_size(self, across: int, down: int) -> QSize:
        now = style.current()
        wide = (self.width() - (across - 1) * now.gap // 2) // across
        tall = self.height() // down
        return QSize(min(wide, now.px(236)), min(tall, now.px(276)))
