"""Shows a make-believe messenger: bubbles, quick replies, Block and Tell a grown-up."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.options import Option
from app.domain.override import override
from app.domain.smart import Rule
from app.interactions.chat.model import BLOCK, TELL, Chat, Message
from app.kit import card_plan, mirror, motion, shapes, style
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.bubble import SpeechBubble, Tail
from app.kit.card_button import Mark
from app.kit.fonts import Role
from app.kit.frames import PhoneFrame
from app.kit.option_card import OptionCard
from app.kit.placing import Placing
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text

_TICK_MS = 200
_TICKS = 4
_PICTURES = {BLOCK: "art:block", TELL: "art:teacher-medium"}


class TypingDots(QWidget):
    """Three dots: the other is writing. ``show_tick`` lets them swell in turn."""

    def __init__(self) -> None:
        super().__init__()
        self._tick = 0

    def show_tick(self, tick: int) -> None:
        """Show one moment of the motion."""
        self._tick = tick
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(style.current().px(90), style.current().px(48))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.current().palette.muted))
        step = style.current().px(22)
        for dot in range(3):
            side = style.current().px(15 if dot == self._tick % 3 else 11)
            at = (
                step * (dot + 1)
                if self.layoutDirection() is Qt.LayoutDirection.LeftToRight
                else (self.width() - step * (dot + 1))
            )
            painter.drawEllipse(QRectF(at - side / 2, (self.height() - side) / 2, side, side))
        painter.end()


class Messages(QWidget):
    """The bubbles, the newest last."""

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self._rule = rule
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def add(self, message: Message, other: str) -> SpeechBubble:
        """Add a bubble; ``other`` is the name of the one who writes what is not mine."""
        bubble = SpeechBubble(message.text, Tail.END if message.mine else Tail.START)
        if message.mine:
            bubble.set_colour(style.current().hue(self._rule).tint)
        name = self.tr("Me") if message.mine else other
        bubble.setAccessibleName(f"{name}: {message.text}")
        self._column.insertWidget(self._column.count() - 1, bubble)
        return bubble

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no bubble."""
        self._column.insertWidget(self._column.count() - 1, widget)


class SafetyRow(Placing):
    """Block and Tell, each as wide as its words; below one another where both do not fit."""

    def __init__(self, block: OptionCard, tell: OptionCard) -> None:
        super().__init__()
        self._cards = (block, tell)
        for card in self._cards:
            card.setParent(self)
            card.set_face(replace(card.face, size=34, pad=1))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        heights = [card.heightForWidth(wide) for card, wide in self._shares(width)]
        return max(heights) if self._fits(width) else sum(heights)

    @override
    def sizeHint(self) -> QSize:
        wide = sum(_snug(card) for card in self._cards)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(style.current().px(150), self.heightForWidth(self.width()))

    @override
    def arrange(self) -> None:
        left = top = 0
        for card, wide in self._shares(self.width()):
            tall = self.height() if self._fits(self.width()) else card.heightForWidth(wide)
            place = QRect(left, top, wide, tall)
            card.setGeometry(mirror.place(self, place))
            left, top = (left + wide, 0) if self._fits(self.width()) else (0, top + tall)

    def _fits(self, width: int) -> bool:
        return sum(_snug(card) for card in self._cards) <= width

    def _shares(self, width: int) -> list[tuple[OptionCard, int]]:
        """Return how wide each card is; room to spare goes to both."""
        if not self._fits(width):
            return [(card, width) for card in self._cards]
        spare = (width - sum(_snug(card) for card in self._cards)) // len(self._cards)
        return [(card, _snug(card) + spare) for card in self._cards]


def _snug(card: OptionCard) -> int:
    """Return the width at which the words stand in one line."""
    now, face = style.current(), card.face
    frame = 2 * (shapes.room() + now.space(face.pad))
    words = card_plan.metrics(face.role).horizontalAdvance(face.words) + 2
    return max(now.target + 2 * shapes.room(), frame + now.px(face.size) + now.space(1.5) + words)


class ChatView(InteractionView):
    """The phone on one side; on the other the replies, and below them Block and Tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.on_tick)

    @override
    def show_model(self, activity: Activity) -> None:
        self._chat = cast("Chat", activity)
        self._stop_typing()
        self.clear_body()
        self._ended = False
        self._cards: list[OptionCard] = []
        self.body.addWidget(Split(self._phone(), self._choices(), (1, 1), (54, 46)))
        self._begin_typing()

    @override
    def show_answer(self, answer: Answer) -> None:
        self._stop_typing()
        for card in self._cards:
            chosen = card.id in answer.picks
            card.settle(*((Mark.HELD, self.tr("You chose this")) if chosen else (Mark.NONE,)))
        if not self._ended:
            self._ended = True
            self._show_chosen(answer.picks[0])

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        for card in self._cards:
            if card.id in answer.picks:
                mark = Mark.GOOD if verdict.right else Mark.OTHER
                card.settle(mark, self.tr("You chose this"))

    @override
    def spoken(self) -> tuple[str, ...]:
        return (*super().spoken(), *(card.words for card in self._cards if card.id in _PICTURES))

    def on_picked(self, option: str) -> None:
        """Answer with a reply, Block or Tell a grown-up."""
        self._stop_typing()
        self.answer(Answer((option,)))

    def on_tick(self) -> None:
        """Let the dots move; after a few the message is there."""
        self._tick += 1
        if self._tick < _TICKS:
            self._dots.show_tick(self._tick)
            return
        self._stop_typing()
        motion.arrive(self._last)

    def _phone(self) -> QWidget:
        chat = self._chat
        phone = PhoneFrame(chat.other, self.picture_key(chat.picture))
        self._messages = Messages(self.state.rule)
        for message in chat.messages:
            self._last = self._messages.add(message, chat.other)
        self._dots = TypingDots()
        self._dots.hide()
        self._messages.add_widget(self._dots)
        phone.body.setContentsMargins(0, 0, 0, 0)
        phone.body.addWidget(Scroll(self._messages, from_end=True))
        return phone

    def _choices(self) -> QWidget:
        replies = Board((Way(1, most=720), Way(2, least=260, most=520), Way(1, most=720)))
        replies.show_cards([self._card(reply) for reply in self._chat.replies])
        safety = SafetyRow(self._card(self._chat.block), self._card(self._chat.tell))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(replies), 1)
        column.addWidget(safety)
        return side

    def _card(self, option: Option) -> OptionCard:
        words = {BLOCK: self.tr("Block"), TELL: self.tr("Tell a grown-up")}
        picture = _PICTURES.get(option.id) or self.picture_key(option.picture)
        card = OptionCard(option.id, words.get(option.id, option.text), picture)
        card.set_rule(self.state.rule)
        card.picked.connect(self.on_picked)
        self._cards.append(card)
        return card

    def _begin_typing(self) -> None:
        if style.current().still or self._chat.messages[-1].mine or self.locked:
            return
        self._tick = 0
        self._last.hide()
        self._dots.show()
        self._timer.start()

    def _stop_typing(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._dots.hide()
            self._last.show()

    def _show_chosen(self, option: str) -> None:
        if option in (BLOCK, TELL):
            words = self.tr("{name} is blocked") if option == BLOCK else self.tr("Told a grown-up")
            note = Text(words.format(name=self._chat.other), Role.SMALL)
            note.set_muted(True)
            note.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._messages.add_widget(note)
            return
        reply = next(reply for reply in self._chat.replies if reply.id == option)
        bubble = self._messages.add(Message(reply.text, mine=True), self._chat.other)
        motion.arrive(bubble)
