"""Pupils: find one, see and change their secret pictures, hand out or erase what is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from app.domain.classlist import year_words
from app.domain.ids import PupilId
from app.domain.school import Pupil, School
from app.flow.desk import Desk
from app.flow.office import OfficePage
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen
from app.screens.parts.stage import Place

HEADINGS = ("First name", "Initial", "Class", "Year", "Animal", "")


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
        find = QLineEdit()
        find.setPlaceholderText("Find a name, a class or an animal")
        find.setAccessibleName("Find a pupil")
        self._table = Table("Pupils")
        find.textChanged.connect(self._table.filter)
        self._table.picked.connect(self._on_picked)
        self._one = Place()
        left = QVBoxLayout()
        left.addWidget(find)
        left.addWidget(self._table, 1)
        columns = QHBoxLayout()
        columns.addLayout(left, 3)
        columns.addWidget(self._one, 2)
        self.content.addLayout(columns, 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        if page.school != self._shown:
            self._shown = page.school
            order = {one.id: number for number, one in enumerate(page.school.classes)}
            self._pupils = tuple(
                sorted(
                    page.school.pupils,
                    key=lambda one: (
                        one.left,
                        order.get(one.class_id, 0),
                        one.first_name.casefold(),
                    ),
                )
            )
            self._table.show_rows(HEADINGS, [_row(page.school, one) for one in self._pupils])
        self._show_one()

    def _on_picked(self, row: int) -> None:
        self._picked = self._pupils[row].id
        self._sure = False
        self._show_one()

    def _show_one(self) -> None:
        pupil = self._shown.pupil(self._picked) if self._shown and self._picked else None
        card = Card(3)
        if pupil is None:
            card.body.addWidget(Text("Pick a pupil to see what is kept of them."))
        else:
            self._fill(card, pupil)
        card.body.addStretch()
        self._one.hold(Scroll(card))

    def _fill(self, card: Card, pupil: Pupil) -> None:
        head = QHBoxLayout()
        head.addWidget(PictureView(f"art:animal-{pupil.animal}", pupil.animal, 88))
        head.addWidget(Text(f"{pupil.first_name} {pupil.initial}".strip(), Role.HEADING), 1)
        card.body.addLayout(head)
        if pupil.secret:
            card.body.addWidget(Text("Secret pictures, in this order:", Role.SMALL))
            card.body.addLayout(_secret(pupil))
            reset = PillButton("Give three new ones", "art:again")
            reset.clicked.connect(self._on_reset)
            card.body.addWidget(reset)
        export = PillButton("Write down all that is kept", "art:clipboard")
        export.clicked.connect(self._on_export)
        card.body.addWidget(export)
        self._fill_erase(card, pupil)

    def _fill_erase(self, card: Card, pupil: Pupil) -> None:
        if not self._sure:
            erase = PillButton("Erase this pupil ...", "art:bin")
            erase.clicked.connect(self._on_erase)
            card.body.addWidget(erase)
            return
        words = f"Erase {pupil.first_name} and all their answers? This cannot be taken back."
        card.body.addWidget(Text(words, Role.BUTTON))
        yes = PillButton("Yes, erase", "art:bin", Manner.MAIN)
        yes.clicked.connect(self._on_erase_for_good)
        keep = PillButton("No, keep", "art:shield")
        keep.clicked.connect(self._on_keep)
        card.body.addWidget(yes)
        card.body.addWidget(keep)

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


def _row(school: School, pupil: Pupil) -> tuple[str, ...]:
    home = school.school_class(pupil.class_id)
    return (
        pupil.first_name,
        pupil.initial,
        home.name if home else "",
        year_words(pupil.year),
        pupil.animal.replace("-", " "),
        "has left" if pupil.left else "",
    )


def _secret(pupil: Pupil) -> QHBoxLayout:
    row = QHBoxLayout()
    for name in pupil.secret:
        row.addWidget(PictureView(f"art:secret-{name}", name, 64))
    row.addStretch()
    return row
