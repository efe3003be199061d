"""Shows a picture to search: press a thing in it, or its name in the list beside it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.domain.smart import Rule
from app.domain.words import Picture
from app.interactions.spot_it.model import Box, SpotIt
from app.kit import pictures, scenery, shapes, style
from app.kit.action_row import ActionRow
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from app.kit.pressable import Pressable
from app.kit.reach import Reach
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.tokens import Hue

THING_MM = 10.0
"""A thing in a picture may be smaller than other targets: its name in the list does the same."""
_NAMES = (
    Way(1, most=520, pad=1),
    Way(2, least=140, most=420, pad=1),
    Way(3, least=190, most=420, pad=1),
    Way(1, most=520, pad=1),
)
_REASONS = (
    Way(1, most=520, pad=1, grow=1.0),
    Way(2, least=300, most=520, pad=1, grow=1.0),
    Way(1, most=520, pad=1, grow=1.0),
)
"""With what they tell, the names need more width."""


class SpotButton(Pressable):
    """A thing in the picture: nothing to see until it is found.

    The list beside the picture is its way for keys, so it takes no focus itself.
    """

    picked = Signal(str)

    def __init__(self, spot: str, label: str, rule: Rule, parent: QWidget) -> None:
        self.id = spot
        self.mark = Mark.NONE
        self._rule = rule
        super().__init__(label, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self.pick)

    def pick(self) -> None:
        """Hand up which thing this is."""
        self.picked.emit(self.id)

    def show_mark(self, mark: Mark, words: str = "") -> None:
        """Note that it is found, or what became of it; the picture draws it."""
        self.mark = mark
        self.setAccessibleDescription(words)

    @property
    def hue(self) -> Hue:
        """The colours of its mark."""
        palette = style.current().palette
        judged = {Mark.GOOD: palette.good, Mark.OTHER: palette.other}
        return judged.get(self.mark, style.current().hue(self._rule))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing: the ring lies around the thing, and may reach over other buttons."""


class SpotPicture(QWidget):
    """The picture with its things. It is shown whole, as large as there is room."""

    def __init__(self, picture: str, words: str) -> None:
        super().__init__()
        self._picture = picture
        self._shape = pictures.shape(picture)
        self._spots: list[tuple[SpotButton, Box]] = []
        self.setAccessibleName(words)

    def add(self, button: SpotButton, box: Box) -> None:
        """Put a thing into the picture."""
        self._spots.append((button, box))
        button.pressed.connect(self.update)
        button.released.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(520)
        return QSize(wide, round(wide / self._shape))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.shown
        boxes = [_scaled(box, shown) for _, box in self._spots]
        now = style.current()
        reach = Reach(boxes, shown, now.target, now.mm(THING_MM))
        for number, (button, _) in enumerate(self._spots):
            button.setGeometry(reach.of(number))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        rect, radius = QRectF(self.shown), style.current().radius
        shapes.ground(painter, rect, shapes.Ground(radius, style.current().palette.surface))
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setClipPath(path)
        pictures.paint(painter, self._picture, rect)
        painter.restore()
        marked = [(one, box) for one, box in self._spots if one.mark is not Mark.NONE]
        pressed = [(one, box) for one, box in self._spots if one.isDown()]
        for button, box in (*pressed, *marked):
            self._paint_ring(painter, self._ring(box), button.hue)
        for button, box in marked:
            self._paint_sign(painter, self._ring(box), button)
        painter.end()

    def _ring(self, box: Box) -> QRectF:
        """Return where the ring around a thing runs; it stays in the picture."""
        room = style.current().px(6)
        ring = _scaled(box, self.shown).adjusted(-room, -room, room, room)
        return QRectF(ring.intersected(self.shown))

    def _paint_ring(self, painter: QPainter, ring: QRectF, hue: Hue) -> None:
        """Draw a two-tone ring, which shows on every colour."""
        now = style.current()
        radius = min(now.px(18), ring.height() / 3)
        for colour, wide in ((now.palette.focus_gap, 8), (hue.colour, 5)):
            shapes.outline(painter, ring, radius, QPen(QColor(colour), now.px(wide)))

    def _paint_sign(self, painter: QPainter, ring: QRectF, button: SpotButton) -> None:
        side = style.current().px(28)
        left = min(ring.right() - side * 0.6, self.width() - side)
        place = QRectF(left, max(0.0, ring.top() - side * 0.4), side, side)
        draw = shapes.turn if button.mark is Mark.OTHER else shapes.tick
        draw(painter, place, button.hue)

    @property
    def shown(self) -> QRect:
        """Where the picture itself stands, in pixels."""
        room = shapes.room()
        whole = self.rect().adjusted(room, room, -room, -room)
        size = QSize(round(1000 * self._shape), 1000)
        size.scale(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(whole.topLeft(), size)
        place.moveCenter(whole.center())
        return place


class SpotItView(InteractionView):
    """The picture, and beside it the list of what can be pressed, with Done below."""

    @override
    def show_model(self, activity: Activity) -> None:
        spot_it = cast("SpotIt", activity)
        self.clear_body()
        self._found: set[str] = set()
        self._cards = {spot.id: OptionCard(spot.id, spot.label) for spot in spot_it.spots}
        self._picture = SpotPicture(self._key(spot_it.picture), spot_it.picture.words)
        self._buttons = {
            spot.id: SpotButton(spot.id, spot.label, self.state.rule, self._picture)
            for spot in spot_it.spots
        }
        for spot in spot_it.spots:
            self._picture.add(self._buttons[spot.id], spot.box)
            self._cards[spot.id].set_rule(self.state.rule)
            self._cards[spot.id].picked.connect(self.on_picked)
            self._buttons[spot.id].picked.connect(self.on_picked)
        self.body.addWidget(Split(self._picture, self._list(), (64, 36), (48, 52)), 1)
        self._show_found()

    @override
    def show_answer(self, answer: Answer) -> None:
        self._found = set(answer.picks)
        self._show_found()
        self._row.hide()
        for card in self._cards.values():
            card.rest()
        for button in self._buttons.values():
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for card in self._cards.values():
            card.settle(Mark.NONE)
        self._board.set_ways(_REASONS)
        for part in verdict.parts:
            mark = Mark.GOOD if part.right else Mark.OTHER
            words = self._words(part.id, right=part.right)
            self._cards[part.id].set_note(part.text)
            self._cards[part.id].settle(mark, f"{words}. {part.text}")
            self._buttons[part.id].show_mark(mark, words)
        self._picture.update()

    def on_picked(self, spot: str) -> None:
        """Take a thing as found, or leave it again."""
        self._found ^= {spot}
        self._show_found()

    def on_done(self) -> None:
        """Hand in what was found, in the order of the list."""
        self.answer(Answer(tuple(spot for spot in self._cards if spot in self._found)))

    def _list(self) -> QWidget:
        self._board = Board(_NAMES)
        self._board.show_cards(list(self._cards.values()))
        self._row = ActionRow(self.state.rule)
        self._row.done.clicked.connect(self.on_done)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(self._board), 1)
        column.addWidget(self._row)
        return side

    def _show_found(self) -> None:
        for spot, card in self._cards.items():
            found = spot in self._found
            mark, words = (Mark.CHOSEN, self.tr("found")) if found else (Mark.NONE, "")
            card.show_mark(mark, words)
            self._buttons[spot].show_mark(mark, words)
        count = len(self._found)
        self._picture.update()
        hint = self.tr("Found: {count}").format(count=count) if count else ""
        self._row.show_step(hint, ready=count > 0)

    def _words(self, spot: str, *, right: bool) -> str:
        if right:
            return self.tr("a clue you found")
        return self.tr("no clue") if spot in self._found else self.tr("a clue you missed")

    def _key(self, picture: Picture) -> str:
        backdrop = scenery.source(picture.name) if scenery.known(picture.name) else None
        return str(backdrop) if backdrop else self.picture_key(picture)


def _scaled(box: Box, picture: QRect) -> QRect:
    wide, tall = picture.width() / 100, picture.height() / 100
    left, top = picture.left() + box[0] * wide, picture.top() + box[1] * tall
    return QRectF(left, top, box[2] * wide, box[3] * tall).toRect()
