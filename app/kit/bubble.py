"""A speech bubble: what somebody says, with a tail towards the one who says it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.kit import shapes, style, wrapping
from app.kit.fonts import Role, ruler
from app.kit.text import Text

_MESSAGE = 0.9
"""A message of a chat leaves the rest of the width free on the other side."""


class Tail(Enum):
    """Where the one who speaks is."""

    NONE = auto()
    START = auto()
    END = auto()
    BELOW = auto()


class SpeechBubble(QWidget):
    """A bubble with words; ``colour`` fills it ("" for the theme's surface).

    It is as tall as its words need at the width it is given.
    """

    def __init__(
        self, words: str, tail: Tail = Tail.BELOW, colour: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tail = tail
        self._colour = colour
        self.words = Text(words, Role.BODY)
        self._body = QVBoxLayout(self)
        self._body.addWidget(self.words)
        self._set_margins()

    def say(self, words: str) -> None:
        """Say something else."""
        self.words.setText(words)
        self._set_margins()
        self.updateGeometry()

    def set_colour(self, colour: str) -> None:
        """Fill the bubble with "#rrggbb"."""
        self._colour = colour
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        palette = style.current().palette
        rect = self._bubble()
        radius = min(style.current().px(24), rect.height() / 2)
        colour, shape = self._colour or palette.surface, self._tail_path(rect)
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        if palette.plain:
            whole = QPainterPath()
            whole.addRoundedRect(rect, radius, radius)
            shape = whole.united(shape)
            painter.setPen(QPen(QColor(palette.edge), 2))
        else:
            shapes.ground(painter, rect, shapes.Ground(radius, colour))
        painter.drawPath(shape)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._set_margins()
        super().changeEvent(event)

    @property
    def _tail_size(self) -> int:
        return style.current().px(16)

    def _side(self) -> Tail:
        """Where the tail is as seen: START is left unless the page runs right to left."""
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return {Tail.START: Tail.END, Tail.END: Tail.START}.get(self._tail, self._tail)
        return self._tail

    def _around(self) -> tuple[int, int, int, int]:
        room, tail, side = shapes.room(), self._tail_size, self._side()
        return (
            room + (tail if side is Tail.START else 0),
            room,
            room + (tail if side is Tail.END else 0),
            room + (tail if side is Tail.BELOW else 0),
        )

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        left, top, right, bottom = self._margins(width)
        text = wrapping.lines_height(self.words.text(), self._metrics, width - left - right)
        return text + top + bottom

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(360)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for the longest word: what the margins take now would hold the bubble as it is."""
        left, top, right, bottom = self._around()
        pad = 2 * style.current().space(2.5)
        word = wrapping.widest_word(self.words.text(), self._metrics)
        tall = self._metrics.height() + 2 * style.current().space(2)
        return QSize(left + pad + word + right + 2, top + tall + bottom)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        self._body.setContentsMargins(*self._margins(self.width()))

    def _margins(self, width: int) -> tuple[int, int, int, int]:
        """Return the space around the words at ``width``: a message is only as wide as it needs."""
        wide, tall = style.current().space(2.5), style.current().space(2)
        left, top, right, bottom = self._around()
        left, right = left + wide, right + wide
        side = self._side()
        if side in {Tail.START, Tail.END}:
            most = max(1, round((width - left - right) * _MESSAGE))
            words = wrapping.lines_size(self.words.text(), self._metrics, most).width() + 2
            free = max(0, width - left - right - words)
            left, right = (left, right + free) if side is Tail.START else (left + free, right)
        return left, top + tall, right, bottom + tall

    @property
    def _metrics(self) -> QFontMetrics:
        return ruler(self.words.role)

    def _bubble(self) -> QRectF:
        wide, tall = style.current().space(2.5), style.current().space(2)
        left, top, right, bottom = self._margins(self.width())
        whole = QRectF(self.rect()).adjusted(left, top, -right, -bottom)
        return whole.adjusted(-wide, -tall, wide, tall)

    def _tail_path(self, rect: QRectF) -> QPainterPath:
        path = QPainterPath()
        size, side = self._tail_size, self._side()
        if side is Tail.NONE:
            return path
        if side is Tail.BELOW:
            at = rect.left() + min(rect.width() * 0.3, size * 4)
            tip = (QPointF(at, rect.bottom() - 2), QPointF(at - size * 0.4, rect.bottom() + size))
            path.moveTo(tip[0])
            path.lineTo(tip[1])
            path.lineTo(QPointF(at + size * 1.5, rect.bottom() - 2))
        else:
            edge, out = (rect.left(), -size) if side is Tail.START else (rect.right(), size)
            inner = edge + (2 if side is Tail.START else -2)
            at = rect.bottom() - min(rect.height() * 0.45, size * 2.4)
            path.moveTo(QPointF(inner, at))
            path.lineTo(QPointF(edge + out, at + size * 1.1))
            path.lineTo(QPointF(inner, at + size * 1.3))
        path.closeSubpath()
        return path
