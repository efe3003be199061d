"""Who one grown-up is: a title, a face, what they do at the school, and whom they teach."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.school import SchoolClass
from app.domain.tell.people import Person, PersonId, Role
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.field import Field
from app.kit.fonts import Role as Letters
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text
from app.kit.tick_row import TickRow
from app.kit.tiles import PictureTile
from app.screens.parts.people_form import FACES, next_face, role_words

COLUMNS = 2


def _tr(words: str) -> str:
    return QCoreApplication.translate("PersonForm", words)


class Tick(TickRow):
    """A line that is ticked by a press, and unticked by another."""

    turned = Signal()

    def __init__(self, words: str, note: str = "", *, done: bool = False) -> None:
        super().__init__(words, note, done=done)
        self.ticked = done
        self.clicked.connect(self._on_pressed)

    def _on_pressed(self) -> None:
        self.ticked = not self.ticked
        self.show_done(self.ticked)
        self.turned.emit()


class PersonForm(QWidget):
    """``done`` carries the ``Person`` as they are written down now, with the keys they have."""

    done = Signal(object)

    def __init__(self, person: Person | None, classes: Sequence[SchoolClass], words: str) -> None:
        """``words`` stand on the button that ends it."""
        super().__init__()
        blank = Person(PersonId(secrets.token_hex(4)), "", secrets.choice(FACES), frozenset())
        self._person = person or blank
        self._face = self._person.face
        held = self._person.roles
        self._roles = {role: Tick(*role_words(role), done=role in held) for role in Role}
        taught = self._person.classes
        self._classes = {one.id: Tick(one.name, done=one.id in taught) for one in classes}
        self._roles[Role.TEACHER].turned.connect(self._show_classes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._name_card())
        column.addWidget(_grid(tuple(self._roles.values())))
        self._teaches = Text(_tr("Which classes?"), Letters.BUTTON)
        self._class_grid = _grid(tuple(self._classes.values()))
        column.addWidget(self._teaches)
        column.addWidget(self._class_grid)
        done = PillButton(words, "art:arrow-right", Manner.MAIN)
        done.clicked.connect(self.submit)
        column.addWidget(ButtonRow([done], Qt.AlignmentFlag.AlignTrailing))
        column.addStretch()
        self._show_classes()

    def submit(self) -> None:
        """Hand up who is written down now."""
        roles = frozenset(role for role, card in self._roles.items() if card.ticked)
        teaches = Role.TEACHER in roles
        classes = tuple(one for one, card in self._classes.items() if teaches and card.ticked)
        title = self._title.text().strip()
        self._announce(
            replace(self._person, title=title, face=self._face, roles=roles, classes=classes)
        )

    def _name_card(self) -> Card:
        card = Card(1)
        self._tile = PictureTile(_tr("Another face"), f"art:{self._face}")
        self._tile.clicked.connect(self._on_face)
        self._title = Field(_tr("Title"), _tr("such as: Mrs Reed"))
        self._title.setText(self._person.title)
        parts = [self._tile, self._title]
        card.body.addWidget(ButtonRow(parts, Qt.AlignmentFlag.AlignLeading, filling=self._title))
        card.body.addWidget(Text(_tr("A title or name as children know it"), Letters.SMALL))
        return card

    def _on_face(self) -> None:
        self._face = next_face(self._face)
        self._tile.set_picture(f"art:{self._face}")

    def _show_classes(self) -> None:
        teaches = self._roles[Role.TEACHER].ticked and bool(self._classes)
        self._teaches.setVisible(teaches)
        self._class_grid.setVisible(teaches)

    def _announce(self, person: Person) -> None:
        self.done.emit(person)


def _grid(ticks: Sequence[Tick]) -> QWidget:
    """Return lines in two columns, read across."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    for place, tick in enumerate(ticks):
        grid.addWidget(tick, place // COLUMNS, place % COLUMNS)
        grid.setColumnStretch(place % COLUMNS, 1)
    return whole
