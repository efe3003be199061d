"""A long round button: a word or two, with or without a picture, for the bar and for going on."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import mirror, pictures, shapes, style, wrapping
from app.kit.fonts import Role, font, ruler
from app.kit.pressable import Pressable
from app.kit.tokens import FADED, mix


class Manner(Enum):
    """How much a button stands out."""

    MAIN = auto()
    """The one thing to do on a page: filled with colour."""
    QUIET = auto()
    """On a card of its own."""
    FLAT = auto()
    """On whatever is behind it: the bar's buttons."""


class PillButton(Pressable):
    """A round button with words and a picture ("" for none)."""

    def __init__(
        self,
        words: str,
        picture: str = "",
        manner: Manner = Manner.QUIET,
        parent: QWidget | None = None,
    ) -> None:
        self._picture = picture
        self._manner = manner
        self._rule = Rule.MEETING
        self._upright = False
        super().__init__(words, parent)

    def set_rule(self, rule: Rule) -> None:
        """Take a rule's colour (only ``MAIN`` has one)."""
        self._rule = rule
        self.update()

    def set_manner(self, manner: Manner) -> None:
        """Stand out more or less."""
        self._manner = manner
        self.update()

    def set_picture(self, picture: str) -> None:
        """Change the picture."""
        self._picture = picture
        self.restyle()

    def set_upright(self, upright: bool) -> None:
        """Fold the button: the picture over a smaller word."""
        self._upright = upright
        self.restyle()

    def set_wrapping(self) -> None:
        """Take more lines where the words are wider than the button; for columns of buttons."""
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text_fits(self) -> bool:
        """Whether the words stand in their place in letters of the full size."""
        room = self._words_place(self.rect()).size()
        return wrapping.fits(self.words, ruler(self._role), room)

    @override
    def sizeHint(self) -> QSize:
        now = style.current()
        text = ruler(self._role).size(0, self.words)
        side = now.px(44) if self._picture else 0
        edge = 2 * (self._margin + now.space(1))
        if self._upright:
            wide = max(text.width(), side) + edge
            tall = side + text.height() + 2 * self._margin + now.space(1)
        else:
            wide = text.width() + edge + (side + now.space(3.5) if side else now.space(4))
            tall = max(text.height(), side) + edge
        least = self._least + 2 * self._margin
        return QSize(max(wide + 2, least), max(tall, least))

    @override
    def minimumSizeHint(self) -> QSize:
        usual = self.sizeHint()
        if not self.sizePolicy().hasHeightForWidth():
            return usual
        metrics = ruler(self._role)
        spared = metrics.size(0, self.words).width() - wrapping.widest_word(self.words, metrics)
        return usual - QSize(spared, 0)

    @override
    def heightForWidth(self, width: int) -> int:
        usual = self.sizeHint()
        if width >= usual.width():
            return usual.height()
        room = self._words_place(QRect(0, 0, width, usual.height())).width()
        text = wrapping.lines_height(self.words, ruler(self._role), room)
        return max(usual.height(), text + 2 * (self._margin + style.current().space(1)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        margin = self._margin
        rect = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        radius = min(rect.height() / 2, style.current().px(40))
        self._paint_ground(painter, rect, radius)
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)
        if self.isDown():
            painter.translate(0, style.current().px(2))
        self._paint_face(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        palette = style.current().palette
        hue = style.current().hue(self._rule)
        pressed = mix(palette.surface, palette.focus, 0.16)
        if self._manner in {Manner.MAIN, Manner.QUIET} and not self.isEnabled():
            shapes.fill(painter, rect, radius, mix(palette.surface, palette.ink, 0.1))
        elif self._manner is Manner.MAIN:
            colour = mix(hue.colour, palette.ink, 0.25) if self.isDown() else hue.colour
            shapes.ground(painter, rect, shapes.Ground(radius, colour))
        elif self._manner is Manner.QUIET:
            shapes.card(painter, rect, radius, pressed if self.isDown() else None)
        elif self.isDown():
            shapes.fill(painter, rect, radius, pressed)

    def _paint_face(self, painter: QPainter) -> None:
        if self._picture:
            painter.setOpacity(1.0 if self.isEnabled() else FADED)
            pictures.paint(painter, self._picture, QRectF(self._picture_place(self.rect())))
            painter.setOpacity(1.0)
        place = self._words_place(self.rect())
        painter.setFont(wrapping.fitted(self.words, font(self._role), place.size()))
        painter.setPen(QColor(self._ink))
        centred = self._upright or not self._picture
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        align = mirror.align(self, side | Qt.AlignmentFlag.AlignVCenter)
        wrapping.draw(painter, QRectF(place), align, self.words)

    @property
    def _ink(self) -> str:
        palette = style.current().palette
        hue = style.current().hue(self._rule)
        if not self.isEnabled():
            return palette.muted
        if self._manner is Manner.MAIN:
            return hue.on
        return palette.ink

    @property
    def _role(self) -> Role:
        if self._upright:
            return Role.TINY
        return Role.BODY if self._manner is Manner.FLAT else Role.BUTTON

    @property
    def _least(self) -> int:
        """The least side in pixels: the bar's buttons are large for everybody."""
        now = style.current()
        return now.mm(style.YOUNG_TARGET_MM) if self._manner is Manner.FLAT else now.target

    @property
    def _margin(self) -> int:
        return shapes.room()

    def _spare(self, whole: QRect) -> int:
        """Return the space before the picture that sets picture and words in the middle."""
        return max(0, (whole.width() - self.sizeHint().width()) // 2)

    def _picture_place(self, whole: QRect) -> QRect:
        now = style.current()
        edge = self._margin
        if self._upright:
            below = ruler(self._role).height()
            side = max(8, whole.height() - 2 * edge - below - now.space(0.5))
            side = min(side, now.px(44))
            top = edge + (whole.height() - 2 * edge - below - side) // 2
            return QRect((whole.width() - side) // 2, top, side, side)
        side = min(now.px(44), whole.height() - 2 * edge)
        left = edge + now.space(1.5) + self._spare(whole)
        place = QRect(left, (whole.height() - side) // 2, side, side)
        return mirror.place(self, place, whole)

    def _words_place(self, whole: QRect) -> QRect:
        now = style.current()
        edge = self._margin
        inner = whole.adjusted(edge + now.space(0.5), edge, -edge - now.space(0.5), -edge)
        if not self._picture:
            return inner
        if self._upright:
            below = ruler(self._role).height()
            return QRect(inner.left(), inner.bottom() - below - 1, inner.width(), below + 1)
        side = min(now.px(44), whole.height() - 2 * edge)
        inner.setLeft(edge + side + now.space(2.5) + self._spare(whole))
        inner.setRight(inner.right() - now.space(0.5))
        return mirror.place(self, inner, whole)
