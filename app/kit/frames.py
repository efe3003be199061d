"""Make-believe devices that a story plays on: a phone or tablet, and a web browser."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text
from app.kit.tokens import mix

_SHELL = "#243056"
_SHELL_EDGE = "#8E96A8"


class DeviceFrame(QWidget):
    """A device with a shell and a screen. ``bar`` is the strip on top, ``body`` what is below."""

    body_space = 2.0
    """Steps of space around ``body``."""

    def __init__(self, shell: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.bar = QHBoxLayout()
        self.body = QVBoxLayout()
        self._strip = QWidget()
        self._strip.setLayout(self.bar)
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._strip)
        self._whole.addLayout(self.body, 1)
        self._set_margins()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        room = shapes.room()
        shell = style.current().px(self._shell)
        outer = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = style.current().px(20 + self._shell)
        shapes.shadow(painter, outer, radius)
        shapes.fill(painter, outer, radius, self.shell_colour)
        self._paint_screen(painter, outer.adjusted(shell, shell, -shell, -shell))
        painter.end()

    @property
    def shell_colour(self) -> str:
        """The colour of the device's shell, "#rrggbb"."""
        return _SHELL_EDGE if style.current().palette.plain else _SHELL

    @property
    def bar_colour(self) -> str:
        """The colour of the strip on top, "#rrggbb"."""
        return style.current().hue(Rule.MEETING).tint

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _paint_screen(self, painter: QPainter, screen: QRectF) -> None:
        now = style.current()
        ground = mix(now.palette.surface, now.hue(Rule.MEETING).tint, 0.4)
        path = QPainterPath()
        path.addRoundedRect(screen, now.px(20), now.px(20))
        painter.setClipPath(path)
        painter.fillRect(screen, QColor(ground))
        strip = QRectF(self._strip.geometry()).united(
            QRectF(screen.left(), screen.top(), screen.width(), 1)
        )
        painter.fillRect(strip, QColor(self.bar_colour))
        painter.setClipping(False)

    def _set_margins(self) -> None:
        now = style.current()
        edge = shapes.room() + now.px(self._shell)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        self.bar.setContentsMargins(now.space(2), now.space(1), now.space(1), now.space(1))
        self.bar.setSpacing(now.space(1.5))
        side = now.space(self.body_space)
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(now.space(1.5))


class PhoneFrame(DeviceFrame):
    """A phone (or tablet) showing an app: who one talks to on top. Add buttons to ``bar``."""

    body_space = 0.5  # bubbles bring room of their own

    def __init__(self, title: str = "", picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(14, parent)
        self.picture = PictureView(picture, "", 44)
        self.title = Text(title, Role.BUTTON)
        self.bar.addWidget(self.picture)
        self.bar.addWidget(self.title, 1)
        self.picture.setVisible(bool(picture))

    def show_contact(self, title: str, picture: str = "") -> None:
        """Show who one talks to."""
        self.title.setText(title)
        self.picture.show_picture(picture)
        self.picture.setVisible(bool(picture))


class BrowserFrame(DeviceFrame):
    """A browser window: three dots and a made-up address on top, the page in ``body``."""

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(4, parent)
        self.address = _Address(address)
        self.bar.addWidget(_Dots())
        self.bar.addWidget(self.address, 1)

    @property
    @override
    def bar_colour(self) -> str:
        palette = style.current().palette
        return mix(palette.surface, palette.ink, 0.1)


class _Dots(QWidget):
    """The three dots of a window; they do nothing, and say nothing."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(style.current().px(60), style.current().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        side = style.current().px(12)
        for at, rule in enumerate((Rule.TELL, Rule.ACCEPTING, Rule.SAFE)):
            painter.setBrush(QColor(style.current().hue(rule).colour))
            painter.drawEllipse(QRectF(at * side * 1.6, (self.height() - side) / 2, side, side))
        painter.end()


class _Address(Text):
    """The address of a make-believe page."""

    def __init__(self, address: str) -> None:
        super().__init__(address, Role.TINY)
        self._set_pad()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shapes.smooth(painter)
        rect = QRectF(self.rect())
        shapes.fill(painter, rect, rect.height() / 2, style.current().palette.surface)
        painter.end()
        super().paintEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_pad()
        super().changeEvent(event)

    def _set_pad(self) -> None:
        now = style.current()
        self.setContentsMargins(now.space(2), now.space(0.75), now.space(2), now.space(0.75))
