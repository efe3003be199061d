"""A picture on a page, with words for those who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.override import override
from app.kit import pictures, style


class PictureView(QLabel):
    """Shows one picture, whole and centred. ``size`` is its design size in pixels.

    Where there is little room it gives way, down to half of its size (see ``set_least``). It is a
    label for what reads the page aloud, but paints for itself: a label given a pixmap keeps it in
    Qt's own cache for long, beside ours.
    """

    _least = 0.5

    def __init__(
        self, picture: str = "", words: str = "", size: int = 96, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = ""
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_picture(picture, words)

    @property
    def shown(self) -> str:
        """The key of the picture shown, "" for none."""
        return self._picture

    def show_picture(self, picture: str, words: str = "") -> None:
        """Show another picture; ``words`` tell what it shows, "" where it only decorates."""
        self._picture = picture
        self.setAccessibleName(words)
        self.update()

    def set_size(self, size: int) -> None:
        """Change the design size in pixels."""
        if size != self._size:
            self._size = size
            self.updateGeometry()

    def set_least(self, least: float) -> None:
        """Let the picture give way further, or less far: to this share (0 to 1) of its size."""
        self._least = least
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        side = style.current().px(self._size)
        return QSize(side, side)

    @override
    def minimumSizeHint(self) -> QSize:
        side = style.current().px(self._size * self._least)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture:
            return
        painter = QPainter(self)
        pictures.paint(painter, self._picture, QRectF(self.contentsRect()))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)
