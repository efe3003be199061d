"""A pad of digits for the staff PIN: by touch, mouse or keys; the digits are never shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.fonts import Role, font
from app.kit.pill_button import Manner, PillButton
from app.kit.pressable import Pressable
from app.kit.tokens import mix

_MOST = 12


class _Key(Pressable):
    """One digit."""

    @override
    def sizeHint(self) -> QSize:
        side = max(style.current().px(88), style.current().target) + 2 * shapes.room()
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        side = style.current().mm(15) + 2 * shapes.room()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = min(rect.width(), rect.height()) / 2
        tint = style.current().hue(Rule.MEETING).tint
        resting = mix(style.current().palette.surface, tint, 0.55)
        shapes.card(painter, rect, radius, tint if self.isDown() else resting)
        if self.ringed:
            shapes.focus_ring(painter, rect, radius)
        palette = style.current().palette
        painter.setPen(QColor(palette.ink if self.isEnabled() else palette.muted))
        painter.setFont(font(Role.HEADING))
        self.paint_sign(painter, rect)
        painter.end()

    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        """Paint what stands on the key."""
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.words)


class _BackKey(_Key):
    """Takes a digit back: the arrow of every keyboard, for all languages as wide as a digit."""

    @override
    def paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        side = min(rect.width(), rect.height()) * 0.4
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        shapes.chevron(painter, place, painter.pen().color().name(), left=True)


class _Dots(QWidget):
    """How many digits stand there."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int, words: str) -> None:
        """Show so many dots; ``words`` say it."""
        self._count = count
        self.setAccessibleName(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(style.current().px(300), style.current().px(44))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        palette = style.current().palette
        side, shown = style.current().px(20), max(4, self._count)
        left = (self.width() - shown * side * 1.6 + side * 0.6) / 2
        for at in range(shown):
            painter.setPen(QPen(QColor(palette.line), 2))
            painter.setBrush(QColor(palette.ink if at < self._count else palette.surface))
            place = QRectF(left + at * side * 1.6, (self.height() - side) / 2, side, side)
            painter.drawEllipse(place)
        painter.end()


class PinPad(QWidget):
    """Emits ``entered`` with the digits when they are given by Done or Enter, and forgets them."""

    entered = Signal(str)

    def __init__(self, least: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._digits = ""
        self._dots = _Dots()
        self.back = _BackKey(self.tr("Take the last digit back"))
        self.done = PillButton(self.tr("Done"), "", Manner.MAIN)
        self.keys = [_Key(digit) for digit in "1234567890"]
        self._build()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear()

    def clear(self) -> None:
        """Forget the digits."""
        self._set_digits("")

    def enter(self) -> None:
        """Give the digits, if there are enough, and forget them."""
        digits = self._digits
        if len(digits) >= self._least:
            self.clear()
            self.entered.emit(digits)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            self._add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.on_back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enter()
        else:
            super().keyPressEvent(event)

    def on_key(self) -> None:
        """Take the digit of the key that was pressed."""
        key = self.sender()
        if isinstance(key, _Key):
            self._add(key.words)

    def on_back(self) -> None:
        """Take the last digit away."""
        self._set_digits(self._digits[:-1])

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.addWidget(self._dots)
        grid = QGridLayout()
        grid.setSpacing(style.current().space(0.5))
        for column in range(3):
            grid.setColumnStretch(column, 1)
        for at, key in enumerate(self.keys):
            row, column = (3, 1) if at == 9 else divmod(at, 3)
            grid.addWidget(key, row, column)
            key.clicked.connect(self.on_key)
        grid.addWidget(self.back, 3, 0)
        grid.addWidget(self.done, 3, 2)
        self.back.clicked.connect(self.on_back)
        self.done.clicked.connect(self.enter)
        whole.addLayout(grid, 1)

    def _add(self, digit: str) -> None:
        self._set_digits((self._digits + digit)[:_MOST])

    def _set_digits(self, digits: str) -> None:
        self._digits = digits
        said = self.tr("{count} digits entered").format(count=len(digits))
        self._dots.show_count(len(digits), said)
        self.done.setEnabled(len(digits) >= self._least)
        self.back.setEnabled(bool(digits))
