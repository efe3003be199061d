"""Pupils: find one, see and change their secret pictures, hand out or erase what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.animals import animal_words
from app.domain.classlist import year_words
from app.domain.ids import PupilId
from app.domain.namesakes import told_name
from app.domain.override import override
from app.domain.school import Pupil, School
from app.flow.desk import Desk
from app.flow.office_page import OfficePage
from app.kit import style
from app.kit.card import Card
from app.kit.card_button import CardButton
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.icons import add_search_sign
from app.kit.picture_view import PictureView
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen
from app.screens.parts.stage import Place


class PupilsScreen(OfficeScreen):
    """All pupils in a table; the one that is picked beside it."""

    name = "pupils"
    title = "Pupils"
    icon = "art:person-shape"
    order = 4

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: School | None = None
        self._pupils: tuple[Pupil, ...] = ()
        self._picked: PupilId | None = None
        self._sure = False
        find = Field(self.tr("Find a pupil"), self.tr("Name, class or animal"))
        add_search_sign(find)
        self._table = Table(self.title_words())
        find.textChanged.connect(self._table.filter)
        self._table.picked.connect(self._on_picked)
        self._one = Place()
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().gap)
        column.addWidget(find)
        column.addWidget(self._table, 1)
        self.content.addWidget(Split(left, self._one, wide=(3, 2), tall=(1, 1)), 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        if page.school != self._shown:
            self._shown = page.school
            self._pupils = order = _in_order(page.school)
            self._table.show_rows(self._headings(), [self._row(page.school, one) for one in order])
        self._show_one()

    def _headings(self) -> tuple[str, ...]:
        return self.tr("Name"), self.tr("Class"), self.tr("Year"), self.tr("Animal")

    def _row(self, school: School, pupil: Pupil) -> tuple[str, ...]:
        home = school.school_class(pupil.class_id)
        at = self.tr("has left") if pupil.left else home.name if home else ""
        return pupil.full_name, at, year_words(pupil.year), animal_words(pupil.animal)

    def _on_picked(self, row: int) -> None:
        self._picked = self._pupils[row].id
        self._sure = False
        self._show_one()

    def _show_one(self) -> None:
        pupil = self._shown.pupil(self._picked) if self._shown and self._picked else None
        card = Card(2)
        if pupil is None:
            words = self.tr(
                "Pick a pupil: give new secret pictures, write down what is kept, or erase."
            )
            card.body.addWidget(Text(words, Role.SMALL))
        else:
            self._fill(card, pupil)
        card.body.addStretch()
        self._one.hold(Scroll(card))

    def _fill(self, card: Card, pupil: Pupil) -> None:
        head = QHBoxLayout()
        words = animal_words(pupil.animal)
        head.addWidget(PictureView(f"art:animal-{pupil.animal}", words, 64))
        head.addWidget(Text(pupil.full_name, Role.BUTTON), 1)
        card.body.addLayout(head)
        if pupil.secret:
            card.body.addWidget(Text(self.tr("Secret pictures, in this order:"), Role.SMALL))
            card.body.addLayout(_secret(pupil))
            self._add(card, self.tr("Give three new ones"), "art:again", self._on_reset)
        self._add(card, self.tr("Write down all that is kept"), "art:clipboard", self._on_export)
        if self._sure:
            words = self.tr("Erase {name} and all their answers? This cannot be taken back.")
            name = told_name(pupil, self._pupils)
            card.body.addWidget(Text(words.format(name=name), Role.BUTTON))
            self._add(card, self.tr("Yes, erase"), "art:bin", self._on_erase_for_good)
            self._add(card, self.tr("No, keep"), "art:shield", self._on_keep)
        else:
            self._add(card, self.tr("Erase this pupil ..."), "art:bin", self._on_erase)

    def _add(self, card: Card, words: str, picture: str, pressed: Callable[[], None]) -> None:
        """Add a button to the card of the pupil."""
        button = CardButton(words, picture)
        button.set_face(replace(button.face, role=Role.SMALL, size=32, pad=1))
        button.clicked.connect(pressed)
        card.body.addWidget(button)

    def _on_reset(self) -> None:
        if self._picked is not None:
            self.desk.office.reset_secret(self._picked)

    def _on_export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        if self._picked is not None:
            self.desk.office.export(self._picked, Path(folder))

    def _on_erase(self) -> None:
        self._sure = True
        self._show_one()

    def _on_keep(self) -> None:
        self._sure = False
        self._show_one()

    def _on_erase_for_good(self) -> None:
        if self._picked is not None:
            self._sure = False
            self.desk.office.erase(self._picked)


def _in_order(school: School) -> tuple[Pupil, ...]:
    """Return all pupils, those who have left last, by class and name."""
    order = {one.id: number for number, one in enumerate(school.classes)}

    def place(one: Pupil) -> tuple[bool, int, str]:
        return one.left, order.get(one.class_id, 0), one.first_name.casefold()

    return tuple(sorted(school.pupils, key=place))


def _secret(pupil: Pupil) -> QHBoxLayout:
    row = QHBoxLayout()
    for name in pupil.secret:
        row.addWidget(PictureView(f"art:secret-{name}", name, 56))
    row.addStretch()
    return row
