"""The make-believe device that a chat plays on: a phone with who one talks to on top."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import shapes, style
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text
from app.kit.tokens import mix

_SHELL = "#243056"
_SHELL_EDGE = "#8E96A8"
_THICK = 14
"""How thick the shell is, in pixels at a unit of 1."""


class PhoneFrame(QWidget):
    """A phone showing an app. ``bar`` is the strip on top, ``body`` what is below."""

    def __init__(self, title: str = "", picture: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = PictureView(picture, "", 44)
        self.picture.setVisible(bool(picture))
        self.title = Text(title, Role.BUTTON)
        self.bar = QHBoxLayout()
        self.bar.addWidget(self.picture)
        self.bar.addWidget(self.title, 1)
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
        shell = style.current().px(_THICK)
        outer = QRectF(self.rect()).adjusted(room, room, -room, -room)
        radius = style.current().px(20 + _THICK)
        colour = _SHELL_EDGE if style.current().palette.plain else _SHELL
        shapes.ground(painter, outer, shapes.Ground(radius, colour))
        self._paint_screen(painter, outer.adjusted(shell, shell, -shell, -shell))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _paint_screen(self, painter: QPainter, screen: QRectF) -> None:
        now = style.current()
        tint = now.hue(Rule.MEETING).tint
        path = QPainterPath()
        path.addRoundedRect(screen, now.px(20), now.px(20))
        painter.setClipPath(path)
        painter.fillRect(screen, QColor(mix(now.palette.surface, tint, 0.4)))
        strip = QRectF(self._strip.geometry()).united(
            QRectF(screen.left(), screen.top(), screen.width(), 1)
        )
        painter.fillRect(strip, QColor(tint))
        painter.setClipping(False)

    def _set_margins(self) -> None:
        now = style.current()
        edge = shapes.room() + now.px(_THICK)
        self._whole.setContentsMargins(edge, edge, edge, edge)
        self.bar.setContentsMargins(now.space(2), now.space(1), now.space(1), now.space(1))
        self.bar.setSpacing(now.space(1.5))
        side = now.space(0.5)  # bubbles bring room of their own
        self.body.setContentsMargins(side, side, side, side)
        self.body.setSpacing(now.space(1.5))
