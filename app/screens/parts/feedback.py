"""What follows from an answer: the words, a sign that is not a mark, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kind import Verdict
from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.card import Card
from app.kit.pill_button import Manner, PillButton
from app.kit.placing import Placing
from app.kit.scroll import Scroll
from app.kit.text import Text


class Sign(QWidget):
    """A tick for what went well, a turning arrow where another way is open."""

    def __init__(self, *, good: bool) -> None:
        super().__init__()
        self._good = good
        self.setAccessibleName(self.tr("Good idea") if good else self.tr("There is another way"))

    @override
    def sizeHint(self) -> QSize:
        side = style.current().px(48)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        palette = style.current().palette
        side = self.sizeHint().width()
        place = QRectF(0, (self.height() - side) / 2, side, side).adjusted(2, 2, -2, -2)
        if self._good:
            shapes.tick(painter, place, palette.good)
        else:
            shapes.turn(painter, place, palette.other)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)


class Feedback(Placing):
    """Shows a verdict's words with "Go on", and "Try another way" where one may go back.

    All stand together in the middle; the words scroll only where they and the buttons need more.
    """

    going_on = Signal()
    trying_again = Signal()

    def __init__(self, verdict: Verdict, rule: Rule, *, may_try_again: bool) -> None:
        super().__init__()
        self._words = Text(verdict.feedback)
        card = Card(2)
        row = QHBoxLayout()
        if verdict.right is not None:
            row.addWidget(Sign(good=verdict.right))
        row.addWidget(self._words, 1)
        card.body.addLayout(row)
        self.on = PillButton(self.tr("Go on"), "art:arrow-right", Manner.MAIN)
        self.on.set_rule(rule)
        self.on.set_wrapping()
        self.on.clicked.connect(self._on_going_on)
        self._card = Scroll(card)
        self._card.setParent(self)
        self._ways = QWidget(self)
        column = QVBoxLayout(self._ways)
        column.setContentsMargins(0, 0, 0, 0)
        if may_try_again:
            again = PillButton(self.tr("Try another way"), "art:again")
            again.set_wrapping()
            again.clicked.connect(self._on_trying_again)
            column.addWidget(again)
        column.addWidget(self.on)

    @override
    def sizeHint(self) -> QSize:
        return self._together(self._card.sizeHint(), self._ways.sizeHint())

    @override
    def minimumSizeHint(self) -> QSize:
        return self._together(self._card.minimumSizeHint(), self._ways.minimumSizeHint())

    @override
    def arrange(self) -> None:
        wide, layout = self.width(), self._ways.layout()
        ways = self._ways.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            ways = layout.heightForWidth(wide)
        gap = self._gap
        words = min(self._card.natural_height(wide), self.height() - gap - ways)
        words = max(words, self._card.minimumSizeHint().height())
        top = max(0, self.height() - words - gap - ways) // 2
        self._card.setGeometry(0, top, wide, words)
        self._ways.setGeometry(0, top + words + gap, wide, ways)

    @property
    def _gap(self) -> int:
        return style.current().space(1)

    def _together(self, words: QSize, ways: QSize) -> QSize:
        wide = max(words.width(), ways.width())
        return QSize(wide, words.height() + self._gap + ways.height())

    @property
    def spoken(self) -> tuple[str, ...]:
        """What can be spoken."""
        return (self._words.text(),)

    def _on_going_on(self) -> None:
        self.going_on.emit()

    def _on_trying_again(self) -> None:
        self.trying_again.emit()
