"""The quiet question "Are you still there?", over the page, before the kiosk goes back."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.kit import style
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text

WIDE = 720
"""Width of the card in design pixels; it grows with the letters."""


class StillThere(QWidget):
    """Covers the page lightly and counts down in words; any touch or key takes it away.

    It holds no button: whatever the child does means "yes", and nothing below is pressed by it, but
    for what stands in the place that it leaves free.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        asked = self.tr("Are you still there?")
        self.setAccessibleName(asked)
        card = Card(4)
        picture = PictureView("art:owl", "", 128)
        heading = Text(asked, Role.TITLE)
        self._left = Text("", Role.BODY)
        for text in (heading, self._left):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(heading)
        card.body.addWidget(self._left)
        self._card = card
        layout = QVBoxLayout(self)
        layout.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def leave_free(self, place: QRect) -> None:
        """Cover everything but this place."""
        self.setMask(QRegion(self.rect()).subtracted(QRegion(place)))

    def count(self, seconds: int) -> None:
        """Show that so many seconds are left."""
        now = style.current()
        self._card.setFixedWidth(min(self.width() - now.space(4), now.text_px(WIDE)))
        words = self.tr("Touch anywhere to carry on. I will wait {seconds} more seconds.")
        self._left.setText(words.format(seconds=seconds))
        if not self.isVisible():
            self.show()
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(style.current().palette.paper)
        veil.setAlpha(225)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()
