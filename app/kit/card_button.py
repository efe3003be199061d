"""A card one presses: a picture and words, with a mark for what was chosen and what it led to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QWidget
from typing_extensions import override

from app.domain.smart import Rule
from app.kit import pictures, shapes, style, wrapping
from app.kit.fonts import Role, font
from app.kit.pressable import Pressable
from app.kit.tokens import Hue, mix


class Mark(Enum):
    """What a card shows besides its words."""

    NONE = auto()
    CHOSEN = auto()
    GOOD = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where the parts of a card stand, in its own pixels."""

    picture: QRect
    words: QRect
    note: QRect


class CardButton(Pressable):
    """A card with words, a picture ("" for none) and a smaller note below ("" for none).

    The picture stands beside the words, or above them after ``set_upright(True)``; then it takes
    the room that the words leave.
    """

    def __init__(
        self, words: str, picture: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        self._picture = picture
        self._note = note
        self._upright = False
        self._role = Role.BODY
        self._rule: Rule | None = None
        self._mark = Mark.NONE
        self._design = 72
        super().__init__(words, parent)
        self._tell_note()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_upright(self, upright: bool, size: int = 112) -> None:
        """Stand the picture above the words; ``size`` is its usual size in design pixels."""
        self._upright = upright
        self._design = size
        self.restyle()

    def set_role(self, role: Role) -> None:
        """Set the words in another role."""
        self._role = role
        self.restyle()

    def set_rule(self, rule: Rule | None) -> None:
        """Take a rule's colours for the words, the picture's ground and what is chosen."""
        self._rule = rule
        self.update()

    def set_note(self, note: str) -> None:
        """Change the note below the words."""
        self._note = note
        self._tell_note()
        self.restyle()

    def set_picture(self, picture: str) -> None:
        """Change the picture."""
        self._picture = picture
        self.restyle()

    def set_mark(self, mark: Mark, words: str = "") -> None:
        """Show a mark; ``words`` say it to those who cannot see it."""
        self._mark = mark
        if self.isCheckable():
            self.setChecked(mark is not Mark.NONE)
        self.setAccessibleDescription(words or self._note)
        self.update()

    @property
    def mark(self) -> Mark:
        """The mark shown."""
        return self._mark

    @property
    def text_fits(self) -> bool:
        """Whether the words and the note stand in their places in letters of the full size."""
        plan = self._plan(self.size())
        words = wrapping.fits(self.words, self._metrics(self._role), plan.words.size())
        return words and (
            not self._note or wrapping.fits(self._note, self._metrics(Role.SMALL), plan.note.size())
        )

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._tall(width, style.current().px(self._design) if self._picture else 0)

    def _tall(self, width: int, side: int) -> int:
        frame = 2 * (shapes.room() + self._pad)
        room = max(1, width - frame)
        gap = style.current().space(1.5)
        if self._upright:
            text = self._text_height(room)
            needed = side + text + (gap if side and text else 0)
        else:
            needed = max(side, self._text_height(room - (side + gap if side else 0)))
        return max(needed + frame, style.current().target + 2 * shapes.room())

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        wide = now.px(200 if self._upright else 360)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        least = style.current().target + 2 * shapes.room()
        return QSize(least, least)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = min(style.current().radius, rect.height() / 2)
        self._paint_card(painter, rect, radius)
        plan = self._plan(self.size())
        if self.isDown():
            painter.translate(0, style.current().px(2))
        self._paint_picture(painter, QRectF(plan.picture))
        self._paint_text(painter, plan)
        self.paint_more(painter, rect)
        painter.end()

    def paint_more(self, painter: QPainter, rect: QRectF) -> None:
        """Draw what a kind of card adds; ``rect`` is the card without its shadow's room."""
        self._paint_mark(painter, rect)

    @property
    def hue(self) -> Hue | None:
        """The colours of the card's rule, None where it has none."""
        return style.current().hue(self._rule) if self._rule is not None else None

    def _paint_card(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        palette = style.current().palette
        colour = palette.surface
        if self.isDown():
            colour = self.hue.tint if self.hue else mix(palette.surface, palette.focus, 0.12)
        shapes.card(painter, rect, radius, colour)
        if self._mark is not Mark.NONE:
            edge = QPen(QColor(self._mark_hue.colour), max(3, style.current().px(4)))
            shapes.outline(painter, rect, radius, edge)
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        if not self._picture or place.height() < 4:
            return
        if self.hue and not self._upright:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.hue.tint))
            painter.drawEllipse(place)
        ground = self.hue is not None
        share = 0.2 if ground and not self._upright else 0.08 if ground else 0.0
        if ground and self._upright:
            wide = QRectF(self._inner(self.size()))
            panel = QRectF(wide.left(), place.top(), wide.width(), place.height())
            shapes.fill(painter, panel, style.current().radius * 0.6, self.hue_tint)
        inset = place.height() * share
        pictures.paint(painter, self._picture, place.adjusted(inset, inset, -inset, -inset))

    @property
    def hue_tint(self) -> str:
        """The tint behind the picture, "#rrggbb"."""
        return self.hue.tint if self.hue else style.current().palette.surface

    def _paint_text(self, painter: QPainter, plan: _Plan) -> None:
        palette = style.current().palette
        flags = self._align
        own = self.hue.colour if self.hue and self._role.strong else palette.ink
        painter.setPen(QColor(own if self.isEnabled() else palette.muted))
        painter.setFont(wrapping.fitted(self.words, font(self._role), plan.words.size()))
        wrapping.draw(painter, QRectF(plan.words), flags, self.words)
        if self._note:
            painter.setPen(QColor(palette.muted))
            painter.setFont(wrapping.fitted(self._note, font(Role.SMALL), plan.note.size()))
            wrapping.draw(painter, QRectF(plan.note), flags, self._note)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        if self._mark is Mark.NONE:
            return
        side = style.current().px(34)
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = rect.left() - side * 0.2 if left else rect.right() - side * 0.8
        place = QRectF(at, rect.top() - side * 0.2, side, side)
        draw = shapes.turn if self._mark is Mark.OTHER else shapes.tick
        draw(painter, place, self._mark_hue)

    @property
    def _mark_hue(self) -> Hue:
        palette = style.current().palette
        if self._mark is Mark.OTHER:
            return palette.other
        return self.hue if self._mark is Mark.CHOSEN and self.hue else palette.good

    def _plan(self, size: QSize) -> _Plan:
        inner = self._inner(size)
        plan = self._plan_above(inner) if self._upright else self._plan_beside(inner)
        turned = (
            QStyle.visualRect(self.layoutDirection(), self.rect(), part)
            for part in (plan.picture, plan.words, plan.note)
        )
        return _Plan(*turned)

    def _inner(self, size: QSize) -> QRect:
        edge = shapes.room() + self._pad
        return QRect(edge, edge, size.width() - 2 * edge, size.height() - 2 * edge)

    def _plan_above(self, inner: QRect) -> _Plan:
        gap = style.current().space(1)
        text = min(self._text_height(inner.width()), round(inner.height() * 0.62))
        if not self._picture:
            text = inner.height()
        tall = max(0, inner.height() - text - (gap if text else 0))
        side = min(tall, inner.width())
        left = inner.left() + (inner.width() - side) // 2
        picture = QRect(left, inner.top() + (tall - side) // 2, side, side)
        below = QRect(inner.left(), inner.bottom() + 1 - text, inner.width(), text)
        return self._split(picture, below)

    def _plan_beside(self, inner: QRect) -> _Plan:
        now = style.current()
        side = min(now.px(self._design), inner.height()) if self._picture else 0
        gap = now.space(1.5) if side else 0
        picture = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        text = inner.adjusted(side + gap, 0, 0, 0)
        return self._split(picture, text)

    def _split(self, picture: QRect, text: QRect) -> _Plan:
        """Share the room of the text between the words and the note."""
        if not self._note:
            return _Plan(picture, text, QRect())
        words = wrapping.lines_height(self.words, self._metrics(self._role), text.width())
        note = wrapping.lines_height(self._note, self._metrics(Role.SMALL), text.width())
        top = text.top() + max(0, (text.height() - words - note) // 2)
        words = min(words, round(text.height() * words / max(1, words + note)))
        first = QRect(text.left(), top, text.width(), words)
        rest = QRect(text.left(), first.bottom() + 1, text.width(), note)
        return _Plan(picture, first, rest.intersected(text))

    def _text_height(self, width: int) -> int:
        words = wrapping.lines_height(self.words, self._metrics(self._role), width)
        return words + wrapping.lines_height(self._note, self._metrics(Role.SMALL), width)

    @property
    def _pad(self) -> int:
        return style.current().space(1.5)

    @property
    def _align(self) -> Qt.AlignmentFlag:
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._upright or not self._picture:
            return middle | Qt.AlignmentFlag.AlignHCenter
        leading = Qt.AlignmentFlag.AlignLeading | middle
        return QStyle.visualAlignment(self.layoutDirection(), leading)

    def _tell_note(self) -> None:
        self.setAccessibleDescription(self._note)

    def _metrics(self, role: Role) -> QFontMetrics:
        return QFontMetrics(font(role))
