"""Lays out the cards of an activity: the first of several ways that the room allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.kit import card_plan, motion, shapes, style, wrapping
from app.kit.card_button import CardButton
from app.kit.card_plan import Face
from app.kit.fonts import Role
from app.kit.placing import Placing


@dataclass(frozen=True, slots=True)
class Way:
    """A way to lay cards out.

    ``columns`` at most; cards between ``least`` and ``most`` design pixels wide; ``size`` is that
    of the pictures, above the words where ``upright``. Rows grow up to ``grow`` times their need;
    ``pad`` is the space inside a card in steps.
    """

    columns: int
    upright: bool = False
    size: int = 72
    least: int = 200
    most: int = 640
    grow: float = 1.25
    pad: float = 1.5


@dataclass(frozen=True, slots=True)
class _Layout:
    way: Way
    count: int
    columns: int
    width: int
    rows: tuple[int, ...]
    gap: int

    @property
    def height(self) -> int:
        return sum(self.rows) + self.gap * (len(self.rows) - 1)

    @property
    def across(self) -> int:
        return self.columns * self.width + (self.columns - 1) * self.gap


class Board(Placing):
    """Shows cards in order, in the first of ``ways`` that fits; else in the one least tall.

    Each card is as wide as the others, and as tall as the tallest of its row. ``from_top`` begins
    at the top where there is room to spare, else they stand in the middle. ``part`` hides the last
    cards where not all fit: only for cards that go elsewhere one by one, as those to sort do.
    """

    def __init__(self, ways: Sequence[Way], *, from_top: bool = False, part: bool = False) -> None:
        super().__init__()
        self._ways = tuple(ways)
        self._from_top = from_top
        self._part = part
        self._cards: list[CardButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> tuple[CardButton, ...]:
        """The cards shown, in order."""
        return tuple(self._cards)

    def set_ways(self, ways: Sequence[Way]) -> None:
        """Lay the cards out in other ways from now on."""
        self._ways = tuple(ways)
        self.updateGeometry()
        self.arrange()

    def show_cards(self, cards: Sequence[CardButton], *, moving: bool = False) -> None:
        """Show these cards in this order; those that were shown before go to their new places.

        A card that is no longer shown is hidden, and stays the caller's.
        """
        for card in self._cards:
            if card not in cards and card.parent() is self:
                card.hide()
        self._cards = list(cards)
        for card in self._cards:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        for before, after in pairwise(self._cards):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()
        self.arrange(moving=moving)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        tried = [self._layout(way, width, len(self._cards)) for way in self._ways]
        return min((one.height for one in tried if one is not None), default=0)

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(self._ways[0].least * max(1, min(2, len(self._cards))))
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        if not self._cards:
            return QSize(0, 0)
        least = style.current().target + 2 * shapes.room()
        one = [self._layout(way, self.width(), 1) for way in self._ways] if self._part else []
        lowest = min((layout.height for layout in one if layout is not None), default=least)
        return QSize(max(least, style.current().px(150)), max(least, lowest))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._part and event.size().width() != event.oldSize().width():
            self.updateGeometry()  # how low one card can be depends on the width

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    @override
    def arrange(self, *, moving: bool = False) -> None:
        if not self._cards or self.width() < 2:
            return
        layout = self._best()
        shown = self._cards[: layout.count]
        for card in self._cards:
            card.setVisible(card in shown)
        rows = self._grown(layout)
        spare = max(0, self.height() - sum(rows) - layout.gap * (len(rows) - 1))
        top = 0 if self._from_top else spare // 2
        for row, tall in enumerate(rows):
            cards = shown[row * layout.columns : (row + 1) * layout.columns]
            _dress(cards, layout, tall)
            left = (self.width() - layout.across) // 2
            for card in cards:
                place = QRect(left, top, layout.width, tall)
                self._put(card, self._mirrored(place), moving=moving)
                left += layout.width + layout.gap
            top += tall + layout.gap

    def _grown(self, layout: _Layout) -> list[int]:
        """Return the rows' heights, grown into the room that is left."""
        spare = max(0, self.height() - layout.height) // len(layout.rows)
        most = [row + min(spare, round(row * (layout.way.grow - 1))) for row in layout.rows]
        if not layout.way.upright:
            return most
        filled = max(_filled_height(card, layout) for card in self._cards)
        return [max(row, min(filled, tall)) for row, tall in zip(layout.rows, most, strict=True)]

    def _put(self, card: CardButton, place: QRect, *, moving: bool) -> None:
        motion.stop(card)
        start = QPoint(card.pos())
        card.setGeometry(place)
        if moving and start != place.topLeft():
            card.move(start)
            motion.move(card, place.topLeft())

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right() - 1)
        return place

    def _best(self) -> _Layout:
        """Return the first layout that fits; else the least tall, or one of fewer cards."""
        for count in range(len(self._cards), 0, -1):
            tried = [self._layout(way, self.width(), count) for way in self._ways]
            found = [one for one in tried if one is not None]
            fitting = next((one for one in found if one.height <= self.height()), None)
            if fitting or not self._part or count == 1:
                return fitting or min(found, key=lambda one: one.height)
        raise LookupError("there are no cards to lay out")

    def _wide_enough(self, way: Way, wide: int) -> bool:
        """Tell whether cards of that width are no less than the way asks, and break no word."""
        now = style.current()
        frame = 2 * (shapes.room() + now.space(way.pad))
        beside = 0 if way.upright else now.px(way.size) + now.space(1.5)
        return wide >= now.px(way.least) and all(
            wrapping.widest_word(card.words, card_plan.metrics(card.face.role))
            <= wide - frame - (beside if card.face.picture else 0)
            for card in self._cards
        )

    def _layout(self, way: Way, width: int, count: int) -> _Layout | None:
        """Return the first ``count`` cards laid out; None where they would be too narrow."""
        now = style.current()
        if not count:
            return None
        columns = min(way.columns, count)
        gap = max(0, now.gap - 2 * shapes.room())
        wide = min(now.px(way.most), (width - gap * (columns - 1)) // columns)
        if way is not self._ways[-1] and not self._wide_enough(way, wide):
            return None
        heights = [card_plan.height(_face(card, way), wide) for card in self._cards[:count]]
        rows = tuple(
            max(heights[row * columns : (row + 1) * columns])
            for row in range(ceil(count / columns))
        )
        return _Layout(way, count, columns, wide, rows, gap)


def _filled_height(card: CardButton, layout: _Layout) -> int:
    """Return the height at which a picture above its words is as wide as the card."""
    face = _face(card, layout.way)
    frame = 2 * (shapes.room() + style.current().space(face.pad))
    return card_plan.height(replace(face, size=0), layout.width) + layout.width - frame


def _face(card: CardButton, way: Way) -> Face:
    return replace(card.face, upright=way.upright, size=way.size, pad=way.pad, text_share=0.0)


def _dress(cards: Sequence[CardButton], layout: _Layout, tall: int) -> None:
    """Show the cards of a row as their way wants; words above one another begin at one height."""
    faces = [_face(card, layout.way) for card in cards]
    if layout.way.upright:
        share = max(_text_share(face, layout.width, tall) for face in faces)
        faces = [replace(face, text_share=share) for face in faces]
    for card, face in zip(cards, faces, strict=True):
        if card.face != face:
            card.set_face(face)


def _text_share(face: Face, width: int, tall: int) -> float:
    frame = 2 * (shapes.room() + style.current().space(face.pad))
    text = sum(
        wrapping.lines_height(words, card_plan.metrics(role), width - frame)
        for words, role in ((face.words, face.role), (face.note, Role.SMALL))
    )
    return min(1.0, (text + 1) / max(1, tall - frame))
