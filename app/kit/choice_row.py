"""A row of ways to look at a page, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.kit.button_row import ButtonRow
from app.kit.pill_button import Manner, PillButton


class ChoiceRow(ButtonRow):
    """``chosen`` carries the place of the way that was pressed."""

    chosen = Signal(int)

    def __init__(self, name: str, ways: Sequence[str], parent: QWidget | None = None) -> None:
        """``name`` says what is chosen, to who cannot see it."""
        self._ways = tuple(PillButton(words) for words in ways)
        super().__init__(self._ways, Qt.AlignmentFlag.AlignLeading)
        if parent is not None:
            self.setParent(parent)
        self.setAccessibleName(name)
        for place, way in enumerate(self._ways):
            way.setCheckable(True)
            way.clicked.connect(partial(self._on_pressed, place))
        self.show_chosen(0)

    @property
    def at(self) -> int:
        """The place of the way that is chosen."""
        return self._at

    def show_chosen(self, at: int) -> None:
        """Show which way is chosen; nothing is emitted."""
        self._at = at
        for place, way in enumerate(self._ways):
            way.setChecked(place == at)
            way.set_manner(Manner.MAIN if place == at else Manner.QUIET)

    def set_words(self, at: int, words: str) -> None:
        """Say something else on one of them (a count has changed)."""
        if self._ways[at].words != words:
            self._ways[at].set_words(words)
            self.arrange()

    def _on_pressed(self, place: int, _checked: bool = False) -> None:
        self.show_chosen(place)
        self.chosen.emit(place)
