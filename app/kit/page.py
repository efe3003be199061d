"""A page of the program: its ground, one heading, its content, and a calm place for trouble."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.override import override
from app.kit import style
from app.kit.backdrop import Backdrop
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text


class Page(Backdrop):
    """Put things into ``content``, and beside the heading into ``top``.

    ``title`` is the heading and the page's accessible name.
    """

    def __init__(self, title: str = "", scenery: str = "", parent: QWidget | None = None) -> None:
        super().__init__(scenery, parent)
        self.heading = Text("", Role.TITLE)
        self.heading.stand_in_line()
        self.content = QVBoxLayout()
        self._fault: Card | None = None
        self._whole = QVBoxLayout(self)
        self.top = QHBoxLayout()
        self.top.addWidget(self.heading, 1)
        self._whole.addLayout(self.top)
        self._inner = QWidget()
        self._inner.setLayout(self.content)
        self.content.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._inner, 1)
        self.set_title(title)
        self._set_margins()

    def set_title(self, title: str) -> None:
        """Change the heading; "" shows none."""
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        self.setAccessibleName(title)

    def show_fault(self, words: str, more: str = "") -> None:
        """Show what went wrong, calmly, in place of the content."""
        self.clear_fault()
        self._inner.hide()
        self._fault = self._fault_card(words, more)
        self._whole.addWidget(self._fault, 1)
        self._fault.show()

    def clear_fault(self) -> None:
        """Show the content again."""
        if self._fault is not None:
            self._fault.hide()
            self._whole.removeWidget(self._fault)
            self._fault.deleteLater()
            self._fault = None
        self._inner.show()

    @property
    def faulty(self) -> bool:
        """Whether a fault is shown."""
        return self._fault is not None

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _fault_card(self, words: str, more: str) -> Card:
        card = Card()
        card.body.addStretch(1)
        card.body.addWidget(PictureView("art:robot", "", 128))
        for text in (Text(words, Role.HEADING), Text(more, Role.BODY)):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            card.body.addWidget(text)
        card.body.addStretch(1)
        return card

    def _set_margins(self) -> None:
        now = style.current()
        self._whole.setContentsMargins(now.space(4), now.space(2), now.space(4), now.space(0.5))
        self._whole.setSpacing(now.space(1.25))
        self.content.setSpacing(now.space(1.25))
