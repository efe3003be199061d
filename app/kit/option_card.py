"""A card that says which one it is when pressed, and rests once an answer is given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.kit.card_button import CardButton, Mark


class OptionCard(CardButton):
    """One of several cards; ``picked`` carries its ``id``."""

    picked = Signal(str)

    def __init__(
        self, option: str, words: str, picture: str = "", parent: QWidget | None = None
    ) -> None:
        self.id = option
        super().__init__(words, picture, "", parent)
        self.clicked.connect(self.pick)

    def pick(self) -> None:
        """Hand up which card this is."""
        self.picked.emit(self.id)

    def show_mark(self, mark: Mark, words: str = "") -> None:
        """Show what the card is for now; ``words`` and its state say it to screen readers."""
        self.setCheckable(True)
        self.set_mark(mark, words)

    def rest(self) -> None:
        """Let nobody press the card any more; it looks as it did."""
        self.clearFocus()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def settle(self, mark: Mark, words: str = "") -> None:
        """Show what became of the card; nobody can press it any more.

        ``words`` say the mark to those who cannot see it. A card without a mark steps back.
        """
        self.rest()
        self.setEnabled(mark is not Mark.NONE)
        self.set_mark(mark, words)
