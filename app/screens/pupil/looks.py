"""How it looks: text size, colours, letters, stillness; each works at once and is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout
from typing_extensions import override

from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.flow.desk import Desk
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.text import Text
from app.screens.screen import Audience, Screen

Change = Callable[[Looks], Looks]

SIZES = tuple(zip(("Small", "Medium", "Large", "Very large"), TEXT_SIZES, strict=True))
THEMES = (
    ("Bright", Theme.PAPER),
    ("Calm", Theme.GREY),
    ("Black on white", Theme.CONTRAST_LIGHT),
    ("White on black", Theme.CONTRAST_DARK),
)
TYPEFACES = (
    ("Andika", Typeface.ANDIKA),
    ("Lexend", Typeface.LEXEND),
    ("OpenDyslexic", Typeface.OPEN_DYSLEXIC),
)
STILL = (("Things may move", False), ("Keep still", True))


def with_size(size: int, looks: Looks) -> Looks:
    """Return the looks with another text size, in per cent."""
    return replace(looks, text_size=size)


def with_theme(theme: Theme, looks: Looks) -> Looks:
    """Return the looks in other colours."""
    return replace(looks, theme=theme)


def with_typeface(typeface: Typeface, looks: Looks) -> Looks:
    """Return the looks in other letters."""
    return replace(looks, typeface=typeface)


def with_still(still: bool, looks: Looks) -> Looks:
    """Return the looks with or without motion."""
    return replace(looks, still=still)


class LooksScreen(Screen):
    """One row a setting; what is chosen carries a tick."""

    name = "looks"
    title = "How it looks"
    audience = Audience.PUPIL

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_title(self.title)
        self._buttons: list[tuple[CardButton, Change]] = []
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 4)
        self.content.addLayout(self._grid, 1)
        desk.session.looks_changed.connect(self._on_looks_changed)

    @override
    def enter(self) -> None:
        self._row("How big", [(words, partial(with_size, size)) for words, size in SIZES])
        self._row("Colours", [(words, partial(with_theme, theme)) for words, theme in THEMES])
        self._row("Letters", [(words, partial(with_typeface, face)) for words, face in TYPEFACES])
        self._row("Moving", [(words, partial(with_still, still)) for words, still in STILL])
        self._mark(self.desk.session.looks)

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.title, *(button.words for button, _ in self._buttons))

    def _row(self, label: str, choices: Sequence[tuple[str, Change]]) -> None:
        """Add the row of one setting: words to press, each with the change it makes."""
        number = self._grid.rowCount()
        row = QHBoxLayout()
        for words, change in choices:
            button = CardButton(words)
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_chosen, change))
            row.addWidget(button, 1)
            self._buttons.append((button, change))
        self._grid.addWidget(Text(label, Role.HEADING), number, 0)
        self._grid.addLayout(row, number, 1)

    def _on_chosen(self, change: Change) -> None:
        self.desk.session.look(change(self.desk.session.looks))

    def _on_looks_changed(self, looks: Looks) -> None:
        self._mark(looks)

    def _mark(self, looks: Looks) -> None:
        for button, change in self._buttons:
            button.set_mark(Mark.CHOSEN if change(looks) == looks else Mark.NONE)
