"""Shows two make-believe pages; once one is pressed, the clues that could say it is made up."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.kind import Activity, Answer, Verdict
from app.domain.override import override
from app.domain.smart import Rule
from app.interactions.compare.model import Compare, Page, PageLook
from app.kit import shapes, style
from app.kit.activity import InteractionView
from app.kit.board import Board, Way
from app.kit.bubble import SpeechBubble, Tail
from app.kit.card_button import Mark
from app.kit.fonts import Role
from app.kit.option_card import OptionCard
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.pressable import Pressable
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.kit.tokens import Hue, mix

_STRIP = 46
"""Design height of what a browser or a messenger shows on top."""


class PageButton(Pressable):
    """A page, message or picture, pressed as a whole."""

    picked = Signal(str)

    def __init__(self, page: Page, picture: str, rule: Rule) -> None:
        self.id = page.id
        self.mark = Mark.NONE
        self._page = page
        self._picture = picture
        self._rule = rule
        super().__init__(page.title)
        self.setAccessibleDescription(page.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._top = QWidget()
        self._build()
        self.clicked.connect(self.pick)

    def pick(self) -> None:
        """Hand up which page this is."""
        self.picked.emit(self.id)

    def show_mark(self, mark: Mark, words: str = "") -> None:
        """Show that the page is chosen, or what became of it."""
        self.mark = mark
        self.setAccessibleDescription(f"{words}. {self._page.text}" if words else self._page.text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = style.current().px(400)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(style.current().px(180), style.current().px(180))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = style.current().px(22)
        palette = style.current().palette
        ground = mix(palette.surface, palette.focus, 0.12) if self.isDown() else None
        shapes.card(painter, rect, radius, ground)
        if self._page.look is not PageLook.PICTURE:
            self._paint_strip(painter, rect, radius)
        edge, wide = mix(palette.surface, palette.ink, 0.3), 2
        if self.mark is not Mark.NONE:
            edge, wide = self._hue.colour, max(3, style.current().px(5))
        shapes.outline(painter, rect, radius, QPen(QColor(edge), wide))
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)
        self._paint_mark(painter, rect)
        painter.end()

    @property
    def _hue(self) -> Hue:
        palette = style.current().palette
        if self.mark is Mark.HELD:
            return style.current().hue(self._rule)
        return palette.other if self.mark is Mark.OTHER else palette.good

    def _build(self) -> None:
        now, page = style.current(), self._page
        edge = shapes.room()
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, edge, edge, edge + now.space(1.5))
        column.setSpacing(now.space(1))
        title = Text(page.title, Role.BUTTON)
        if page.look is not PageLook.PICTURE:
            column.addWidget(self._top)
        if page.look is PageLook.MESSAGE:
            self._show_sender(title)
            column.addStretch(1)
            column.addWidget(SpeechBubble(page.text, Tail.START, now.hue(Rule.MEETING).tint))
            column.addStretch(2)
        else:
            self._top.setFixedHeight(now.px(_STRIP))
            column.addLayout(self._inner(title, Text(page.text)), 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _show_sender(self, title: Text) -> None:
        now = style.current()
        row = QHBoxLayout(self._top)
        row.setContentsMargins(now.space(2), now.space(1), now.space(2), now.space(1))
        if self._picture:
            row.addWidget(PictureView(self._picture, "", 36))
        row.addWidget(title, 1)

    def _inner(self, title: Text, text: Text) -> QVBoxLayout:
        now = style.current()
        inner = QVBoxLayout()
        inner.setContentsMargins(now.space(2.5), now.space(1), now.space(2.5), 0)
        inner.setSpacing(now.space(1))
        large = self._page.look is PageLook.PICTURE
        if not large:
            inner.addWidget(title)
        if self._picture:
            inner.addWidget(PictureView(self._picture, "", 260 if large else 120), 1)
        if large:
            inner.addWidget(title)
        inner.addWidget(text)
        if not self._picture:
            inner.addStretch(1)
        return inner

    def _paint_strip(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        """Draw the top of a browser or of a messenger."""
        palette = style.current().palette
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.save()
        painter.setClipPath(path)
        strip = QRectF(rect.left(), rect.top(), rect.width(), self._top.height())
        painter.fillRect(strip, QColor(mix(palette.surface, palette.ink, 0.1)))
        painter.restore()
        if self._page.look is PageLook.PAGE:
            self._paint_browser(painter, strip)

    def _paint_browser(self, painter: QPainter, strip: QRectF) -> None:
        """Draw three dots and an empty address: a browser that leads nowhere."""
        now = style.current()
        side = now.px(12)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for at, rule in enumerate((Rule.TELL, Rule.ACCEPTING, Rule.SAFE)):
            left = now.px(20) + at * side * 1.6
            left = strip.right() - left - side if rtl else strip.left() + left
            dot = QRectF(left, strip.center().y() - side / 2, side, side)
            shapes.fill(painter, dot, side / 2, now.hue(rule).colour)
        start, end = now.px(92), now.px(20)
        bar = strip.adjusted(
            end if rtl else start, side * 0.9, -(start if rtl else end), -side * 0.9
        )
        shapes.fill(painter, bar, bar.height() / 2, now.palette.surface)

    def _paint_mark(self, painter: QPainter, rect: QRectF) -> None:
        if self.mark is Mark.NONE:
            return
        side = style.current().px(38)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.left() - side * 0.15 if rtl else rect.right() - side * 0.85
        draw = shapes.turn if self.mark is Mark.OTHER else shapes.tick
        draw(painter, QRectF(left, rect.top() - side * 0.15, side, side), self._hue)


class CompareView(InteractionView):
    """First both pages; then the one that was pressed, with the clues beside it."""

    @override
    def show_model(self, activity: Activity) -> None:
        self._compare = cast("Compare", activity)
        self._page: PageButton | None
        self._show_pages()

    @override
    def show_answer(self, answer: Answer) -> None:
        page, clue = answer.picks
        if self._page is None or self._page.id != page:
            self._page = self._show_clues(page)
        self._back.hide()
        self._page.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for card in self._cards:
            chosen = card.id == clue
            card.settle(*((Mark.HELD, self.tr("You chose this")) if chosen else (Mark.NONE,)))

    @override
    def show_verdict(self, answer: Answer, verdict: Verdict) -> None:
        right = {part.id: part.right for part in verdict.parts}
        if self._page is not None:
            made_up = right[self._page.id]
            words = self.tr("made up, as you said") if made_up else self.tr("not made up")
            self._page.show_mark(Mark.GOOD if made_up else Mark.OTHER, words)
        for card in self._cards:
            if card.id in right:
                mark = Mark.GOOD if right[card.id] else Mark.OTHER
                card.settle(mark, self.tr("You chose this"))

    def on_page(self, page: str) -> None:
        """Go on to the clues with the page that was pressed."""
        by_keys = self.by_keys
        self._page = self._show_clues(page)
        self.pass_focus(self._cards[0], by_keys=by_keys)

    def on_clue(self, clue: str) -> None:
        """Answer with the page and a clue."""
        if self._page is not None:
            self.answer(Answer((self._page.id, clue)))

    def on_back(self, page: str) -> None:
        """Look at both pages again, the focus on the one that was chosen."""
        by_keys = self.by_keys
        self._show_pages()
        self.pass_focus(self._pages[page], by_keys=by_keys)

    def on_both(self) -> None:
        """Look at both pages again."""
        if self._page is not None:
            self.on_back(self._page.id)

    def _show_pages(self) -> None:
        self.clear_body()
        self._page = None
        self.prompt.setText(self._compare.prompt)
        self._pages = {page.id: self._button(page) for page in self._compare.pages}
        for button in self._pages.values():
            button.picked.connect(self.on_page)
        first, second = self._pages.values()
        self.body.addWidget(Scroll(Split(first, second)))

    def _show_clues(self, page: str) -> PageButton:
        self.clear_body()
        self.prompt.setText(self._compare.why)
        chosen = self._button(next(one for one in self._compare.pages if one.id == page))
        chosen.show_mark(Mark.HELD, self.tr("chosen"))
        chosen.picked.connect(self.on_back)
        self.body.addWidget(Split(Scroll(chosen), self._clues(), (45, 55), (1, 1)))
        return chosen

    def _button(self, page: Page) -> PageButton:
        return PageButton(page, self.picture_key(page.picture), self.state.rule)

    def _clues(self) -> QWidget:
        self._cards = [
            OptionCard(clue.id, clue.text, self.picture_key(clue.picture))
            for clue in self._compare.clues
        ]
        for card in self._cards:
            card.set_rule(self.state.rule)
            card.picked.connect(self.on_clue)
        board = Board((Way(1, most=640),))
        board.show_cards(self._cards)
        self._back = PillButton(self.tr("Look at both again"), "art:arrow-left")
        self._back.clicked.connect(self.on_both)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroll(board), 1)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        return side
