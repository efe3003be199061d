"""How it looks: text size, colours, letters, stillness; each works at once and is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.domain.override import override
from app.flow.desk import Desk
from app.kit import style
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.look_card import LookCard
from app.screens.screen import Audience, Screen

Change = Callable[[Looks], Looks]
NARROW = 900
"""Design width, growing with the letters, under which a setting's name stands above its cards."""
TYPEFACES = (
    ("Andika", Typeface.ANDIKA),
    ("Lexend", Typeface.LEXEND),
    ("OpenDyslexic", Typeface.OPEN_DYSLEXIC),
)
"""The typefaces by their own names."""


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
        self.set_title(self.title_words())
        self._buttons: list[tuple[CardButton, Change]] = []
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        inner = QWidget()
        inner.setLayout(self._rows)
        self.content.addWidget(Scroll(inner), 1)
        self._trouble = Text("", Role.SMALL)
        self._trouble.hide()
        self.top.addWidget(self._trouble, 1)
        back = PillButton(self.tr("Go back"), "art:arrow-left")
        back.clicked.connect(self._on_back)
        self.top.addWidget(back)
        desk.session.looks_changed.connect(self._on_looks_changed)
        desk.session.failed.connect(self._on_failed)

    @override
    def enter(self) -> None:
        sizes = (self.tr("Small"), self.tr("Medium"), self.tr("Large"), self.tr("Very large"))
        self._samples(
            self.tr("How big"),
            [
                (words, partial(with_size, size))
                for words, size in zip(sizes, TEXT_SIZES, strict=True)
            ],
            most=max(TEXT_SIZES),
        )
        themes = (
            (self.tr("Bright"), Theme.PAPER),
            (self.tr("Calm"), Theme.GREY),
            (self.tr("Black on white"), Theme.CONTRAST_LIGHT),
            (self.tr("White on black"), Theme.CONTRAST_DARK),
        )
        self._samples(
            self.tr("Colours"), [(words, partial(with_theme, theme)) for words, theme in themes]
        )
        self._samples(
            self.tr("Letters"), [(words, partial(with_typeface, face)) for words, face in TYPEFACES]
        )
        moving = CardButton(self.tr("Things may move"), "art:kite")
        still = CardButton(self.tr("Keep still"), "art:snowman")
        self._row(
            self.tr("Moving"),
            [(moving, partial(with_still, False)), (still, partial(with_still, True))],
        )
        self._mark(self.desk.session.looks)

    @override
    def leave(self) -> None:
        self.desk.session.looks_changed.disconnect(self._on_looks_changed)
        self.desk.session.failed.disconnect(self._on_failed)

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), *(button.words for button, _ in self._buttons))

    def _samples(self, name: str, choices: Sequence[tuple[str, Change]], most: int = 0) -> None:
        """Add the row of one setting: words to press, each with the change it makes."""
        looks = self.desk.session.looks
        self._row(
            name, [(LookCard(words, change(looks), most), change) for words, change in choices]
        )

    def _row(self, name: str, choices: Sequence[tuple[CardButton, Change]]) -> None:
        for button, change in choices:
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_chosen, change))
        self._buttons += choices
        self._rows.addWidget(Setting(name, [button for button, _ in choices]), 1)

    def _on_chosen(self, change: Change) -> None:
        self._trouble.hide()
        self.desk.session.look(change(self.desk.session.looks))

    def _on_back(self) -> None:
        self.returning.emit()

    def _on_looks_changed(self, looks: Looks) -> None:
        self._mark(looks)

    def _on_failed(self, _: str) -> None:
        self._trouble.setText(self.tr("Not saved yet. Please tell your teacher."))
        self._trouble.show()

    def _mark(self, looks: Looks) -> None:
        for button, change in self._buttons:
            button.set_mark(Mark.CHOSEN if change(looks) == looks else Mark.NONE)
            if isinstance(button, LookCard):
                button.show_sample(change(looks))


class Setting(QWidget):
    """A setting's name, and its cards beside it; below it where it is narrow."""

    def __init__(self, name: str, cards: Sequence[CardButton]) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Text(name, Role.HEADING), 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        for card in cards:
            row.addWidget(card, 1)
        self._box.addLayout(row, 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < style.current().text_px(NARROW)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._box.setStretch(0, 0 if narrow else 1)
