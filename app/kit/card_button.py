"""A card one presses: a picture and words, with a mark for what was chosen and what it led to."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import card_plan, mirror, pictures, shapes, style, wrapping
from app.kit.card_plan import Face, Plan
from app.kit.fonts import Role, font
from app.kit.pressable import Pressable
from app.kit.tokens import FADED, Hue, mix


class Mark(Enum):
    """What a card shows besides its words."""

    NONE = auto()
    HELD = auto()
    """Taken up, but nothing done with it yet: an edge and a tint, no sign."""
    CHOSEN = auto()
    GOOD = auto()
    OTHER = auto()


class CardButton(Pressable):
    """A card with words, a picture ("" for none) and a smaller note below ("" for none).

    The picture stands beside the words, or above them after ``set_upright``; then it takes the
    room that the words leave.
    """

    def __init__(
        self, words: str, picture: str = "", note: str = "", parent: QWidget | None = None
    ) -> None:
        self._face = Face(words, note, picture)
        self._rule: Rule | None = None
        self._mark = Mark.NONE
        super().__init__(words, parent)
        self.setAccessibleDescription(note)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def face(self) -> Face:
        """What the card shows."""
        return self._face

    def set_face(self, face: Face) -> None:
        """Show something else, or in another way."""
        if face.note != self._face.note:
            self.setAccessibleDescription(face.note)
        self._face = face
        self.restyle()

    @override
    def set_words(self, words: str) -> None:
        self._face = replace(self._face, words=words)
        super().set_words(words)

    def set_upright(self, upright: bool, size: int = 112) -> None:
        """Stand the picture above the words; ``size`` is its usual size in design pixels."""
        self.set_face(replace(self._face, upright=upright, size=size))

    def set_role(self, role: Role) -> None:
        """Set the words in another role."""
        self.set_face(replace(self._face, role=role))

    def set_note(self, note: str) -> None:
        """Change the note below the words."""
        self.set_face(replace(self._face, note=note))

    def set_picture(self, picture: str) -> None:
        """Change the picture."""
        self.set_face(replace(self._face, picture=picture))

    def set_rule(self, rule: Rule | None) -> None:
        """Take a rule's colours for strong words, the picture's ground and what is chosen."""
        self._rule = rule
        self.update()

    def set_mark(self, mark: Mark, words: str = "") -> None:
        """Show a mark; ``words`` say it to those who cannot see it."""
        self._mark = mark
        if self.isCheckable():
            self.setChecked(mark is not Mark.NONE)
        self.setAccessibleDescription(words or self._face.note)
        self.update()

    @property
    def mark(self) -> Mark:
        """The mark shown."""
        return self._mark

    @property
    def hue(self) -> Hue | None:
        """The colours of the card's rule, None where it has none."""
        return style.current().hue(self._rule) if self._rule is not None else None

    @property
    def text_fits(self) -> bool:
        """Whether the words and the note stand in their places in letters of the full size."""
        return card_plan.fits(self._face, self.size())

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return card_plan.height(self._face, width)

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(200 if self._face.upright else 360)
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
        self._paint_card(painter, rect)
        plan = card_plan.plan(self._face, self.size())
        if self.isDown():
            painter.translate(0, style.current().px(2))
        self.paint_face(painter, plan)
        self._paint_mark(painter, rect)
        painter.end()

    def paint_face(self, painter: QPainter, plan: Plan) -> None:
        """Draw the picture, the words and the note; a kind of card adds its own."""
        self._paint_picture(painter, plan)
        self._paint_text(painter, plan)

    def _paint_card(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the card itself with its edge and the focus ring, into ``rect``."""
        palette = style.current().palette
        radius = min(style.current().radius, rect.height() / 2)
        colour = palette.surface
        if self.isDown() or self._mark is Mark.HELD:
            colour = self.hue.tint if self.hue else mix(palette.surface, palette.focus, 0.12)
        edge, wide = mix(palette.surface, palette.ink, 0.1), 1.5
        if self._mark is not Mark.NONE:
            edge, wide = self._mark_hue.colour, max(3, style.current().px(4))
        elif palette.plain:
            edge, wide = palette.edge, 2
        shapes.ground(painter, rect, shapes.Ground(radius, colour, edge, wide))
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)

    def _paint_picture(self, painter: QPainter, plan: Plan) -> None:
        place = QRectF(self._turned(plan.picture))
        if not self._face.picture or place.height() < 4:
            return
        if self.hue is not None:
            self._paint_ground(painter, place, QRectF(plan.inner), self.hue)
            share = 0.08 if self._face.upright else 0.2
            inset = place.height() * share
            place = place.adjusted(inset, inset, -inset, -inset)
        painter.setOpacity(1.0 if self.isEnabled() else FADED)
        pictures.paint(painter, self._face.picture, place)
        painter.setOpacity(1.0)

    def _paint_ground(self, painter: QPainter, place: QRectF, inner: QRectF, hue: Hue) -> None:
        """Draw the tint that a picture stands on: a panel above words, a disc beside them."""
        if self._face.upright:
            panel = QRectF(inner.left(), place.top(), inner.width(), place.height())
            shapes.fill(painter, panel, style.current().radius * 0.6, hue.tint)
        else:
            shapes.fill(painter, place, place.height() / 2, hue.tint)

    def _paint_text(self, painter: QPainter, plan: Plan) -> None:
        palette = style.current().palette
        own = self.hue.colour if self.hue and self._face.role.strong else palette.ink
        words, role = self._face.words, self._face.role
        self._paint_line(painter, plan.words, (words, role, own if self.isEnabled() else ""))
        self._paint_line(painter, plan.note, (self._face.note, Role.SMALL, ""))

    def _paint_line(self, painter: QPainter, place: QRect, what: tuple[str, Role, str]) -> None:
        """Draw a (text, role, colour) into ``place``, muted for the colour ""."""
        text, role, colour = what
        if text:
            painter.setPen(QColor(colour or style.current().palette.muted))
            painter.setFont(wrapping.fitted(text, font(role), place.size()))
            wrapping.draw(painter, QRectF(self._turned(place)), self._align, text)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        if self._mark in {Mark.NONE, Mark.HELD}:
            return
        # On a low card the words come close to the corner.
        side = style.current().px(26 if rect.height() < style.current().px(90) else 34)
        over = shapes.room() - 1
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = rect.left() - over if rtl else rect.right() + over - side
        place = QRectF(at, rect.top() - over, side, side)
        draw = shapes.turn if self._mark is Mark.OTHER else shapes.tick
        draw(painter, place, self._mark_hue)

    @property
    def _mark_hue(self) -> Hue:
        palette = style.current().palette
        if self._mark is Mark.OTHER:
            return palette.other
        judged = self._mark is Mark.GOOD
        return palette.good if judged or self.hue is None else self.hue

    @property
    def _align(self) -> Qt.AlignmentFlag:
        middle = Qt.AlignmentFlag.AlignVCenter
        if self._face.upright or not self._face.picture:
            return middle | Qt.AlignmentFlag.AlignHCenter
        leading = Qt.AlignmentFlag.AlignLeading | middle
        return mirror.align(self, leading)

    def _turned(self, place: QRect) -> QRect:
        """Mirror a place on right-to-left pages."""
        return mirror.place(self, place)
