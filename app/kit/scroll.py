"""What is taller than its room: two arrows beside it, large enough for a finger, turn it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.domain.override import override
from app.kit import mirror, shapes, style
from app.kit.placing import Placing
from app.kit.pressable import Pressable

_TURN = 0.5
"""Share of the visible height that an arrow moves: a card of half of it is seen whole at a stop."""
_NARROW = 460
"""Design width, growing with the letters, under which the arrows stand below: words need width."""


class _Arrow(Pressable):
    """A round button with an arrow that points up or down."""

    def __init__(self, words: str, *, up: bool, parent: QWidget) -> None:
        self._up = up
        super().__init__(words, parent)

    @override
    def sizeHint(self) -> QSize:
        side = style.current().target + 2 * shapes.room()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        palette = style.current().palette
        room = shapes.room()
        rect = QRectF(self.rect()).adjusted(room, room, -room, -room)
        if self.isEnabled():
            colour = palette.edge if self.isDown() else palette.surface
            shapes.card(painter, rect, rect.height() / 2, colour)
        if self.ringed:
            shapes.focus_ring(painter, rect, rect.height() / 2)
        painter.translate(rect.center())
        painter.rotate(90)
        side = rect.height() * 0.5
        inner = QRectF(-side / 2, -side / 2, side, side)
        ink = palette.ink if self.isEnabled() else palette.edge
        shapes.chevron(painter, inner, ink, left=self._up)
        painter.end()


class Scroll(Placing):
    """Shows ``inner`` whole where there is room for it, else a part of it and the two arrows.

    It never scrolls sideways; what gets the focus is brought into sight. ``from_end`` shows the end
    first, as a messenger does.
    """

    def __init__(
        self, inner: QWidget, parent: QWidget | None = None, *, from_end: bool = False
    ) -> None:
        super().__init__(parent)
        self.inner = inner
        self._from_end = from_end
        self._area = self._made_area()
        self._up = _Arrow(self.tr("Back up"), up=True, parent=self)
        self._down = _Arrow(self.tr("More below"), up=False, parent=self)
        self._up.clicked.connect(self.on_up)
        self._down.clicked.connect(self.on_down)
        bar = self._area.verticalScrollBar()
        bar.valueChanged.connect(self._show_arrows)
        # What is laid out before it shows is told its range later.
        bar.rangeChanged.connect(self._on_range)
        for asking in (inner, self._area.viewport()):
            asking.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def on_up(self) -> None:
        """Show what is above."""
        self._turn(-1)

    def on_down(self) -> None:
        """Show what is below."""
        self._turn(1)

    def to_end(self) -> None:
        """Show the end."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.maximum())

    def reveal(self, widget: QWidget) -> None:
        """Bring a widget inside ``inner`` into sight."""
        self._area.ensureWidgetVisible(widget, 0, style.current().space(1))

    def natural_height(self, width: int) -> int:
        """Return the height in pixels at which ``inner`` is seen whole at a width."""
        layout = self.inner.layout()
        if layout is not None:
            layout.activate()  # else what has changed inside would be measured as it was before
        least = self.inner.minimumSizeHint().height()
        if self.inner.hasHeightForWidth() or (layout is not None and layout.hasHeightForWidth()):
            return max(least, self.inner.heightForWidth(width))
        return max(least, self.inner.sizeHint().height())

    @override
    def sizeHint(self) -> QSize:
        return self.inner.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for room for the arrows, unless less would show all."""
        least = style.current().target + 2 * shapes.room()
        tall = min(round(1.7 * least), self.natural_height(self.width()))
        return QSize(max(least, self.inner.minimumSizeHint().width()), tall)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # how low it can be depends on the width

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _made_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.inner)
        for ground in (self.inner, area.viewport()):
            ground.setAutoFillBackground(False)
        return area

    @override
    def arrange(self) -> None:
        # Half of what a card leaves for its shadow can go: no arrows for that.
        over = self.natural_height(self.width()) > self.height() + shapes.room() // 2
        room = self._shared() if over else self.rect()
        self._area.setGeometry(self._turned(room))
        self.inner.resize(room.width(), max(self.natural_height(room.width()), room.height()))
        for arrow in (self._up, self._down):
            arrow.setVisible(over)
        if self._from_end:
            self.to_end()
        self._show_arrows()

    def _shared(self) -> QRect:
        """Place the arrows: beside, or below where it is narrow. Return the room they leave."""
        room, side = self.rect(), self._up.sizeHint()
        if self.width() < style.current().text_px(_NARROW) or room.height() < 2 * side.height():
            apart = max(0, style.current().gap - shapes.room())
            room.setHeight(room.height() - side.height() - apart)
            left = (room.width() - 2 * side.width()) // 2
            up = QRect(QPoint(left, room.bottom() + 1 + apart), side)
            down = up.translated(side.width(), 0)
        else:
            room.setWidth(room.width() - side.width())
            up = QRect(QPoint(room.right() + 1, 0), side)
            down = up.translated(0, room.height() - side.height())
        self._up.setGeometry(self._turned(up))
        self._down.setGeometry(self._turned(down))
        return room

    def _turned(self, place: QRect) -> QRect:
        return mirror.place(self, place)

    def _turn(self, way: int) -> None:
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + way * round(self._area.height() * _TURN))

    def _on_range(self) -> None:
        if self._from_end:
            self.to_end()
        self._show_arrows()

    def _show_arrows(self) -> None:
        bar = self._area.verticalScrollBar()
        self._up.setEnabled(bar.value() > bar.minimum())
        self._down.setEnabled(bar.value() < bar.maximum())

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.inner.isAncestorOf(now):
            self.reveal(now)
