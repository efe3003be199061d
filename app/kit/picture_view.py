"""A picture on a page, with words for those who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.override import override
from app.kit import pictures, style


class PictureView(QLabel):
    """Shows one picture, whole and centred. ``size`` is its design size in pixels.

    Where there is little room it gives way, down to half of its size (see ``set_least``).
    """

    _least = 0.5

    def __init__(
        self, picture: str = "", words: str = "", size: int = 96, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._picture = ""
        self._size = size
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
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
        # A label that has not been given its place yet is drawn once it has: its size will differ.
        if not self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            self._draw()

    def set_size(self, size: int) -> None:
        """Change the design size in pixels."""
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
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _draw(self) -> None:
        if not self._picture or self.width() < 2 or self.height() < 2:
            self.clear()
            return
        size = self.contentsRect().size()
        self.setPixmap(pictures.pixmap(self._picture, size, self.devicePixelRatioF()))
