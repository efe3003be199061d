"""Classes: their names, and whether their pupils sign in with secret pictures."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.ids import ClassId
from app.domain.school import School, SchoolClass
from app.flow.desk import Desk
from app.flow.office import OfficePage
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.fonts import Role
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen
from app.screens.parts.stage import Place


class ClassesScreen(OfficeScreen):
    """One row a class."""

    name = "classes"
    title = "Classes"
    icon = "art:people-shape"
    order = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows = Place()
        self._shown: School | None = None
        hint = (
            "Three secret pictures keep one child out of another's answers. From about six years."
        )
        self.content.addWidget(Text(hint))
        self.content.addWidget(self._rows, 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        if page.school == self._shown:
            return
        self._shown = page.school
        inner = QWidget()
        column = QVBoxLayout(inner)
        for one in page.school.classes:
            column.addWidget(self._row(page.school, one))
        if not page.school.classes:
            column.addWidget(Text("No classes yet. They come with the first class list."))
        column.addStretch()
        self._rows.hold(Scroll(inner))

    def _row(self, school: School, one: SchoolClass) -> Card:
        card = Card(1.5)
        row = QHBoxLayout()
        name = QLineEdit(one.name)
        name.setAccessibleName(f"Name of the class {one.name}")
        name.editingFinished.connect(partial(self._on_renamed, one.id, name))
        row.addWidget(name, 2)
        row.addWidget(Text(f"{len(school.in_class(one.id))} pupils", Role.BODY), 1)
        pictures = CardButton("Secret pictures", "art:locked" if one.secrets else "art:unlocked")
        pictures.setCheckable(True)
        pictures.set_mark(Mark.CHOSEN if one.secrets else Mark.NONE)
        pictures.clicked.connect(partial(self._on_secrets, one))
        row.addWidget(pictures, 2)
        card.body.addLayout(row)
        return card

    def _on_renamed(self, class_id: ClassId, name: QLineEdit) -> None:
        before = self.desk.office.page.school.school_class(class_id)
        if before is not None and name.text() != before.name:
            self.desk.office.rename_class(class_id, name.text())

    def _on_secrets(self, one: SchoolClass) -> None:
        self.desk.office.want_secrets(one.id, not one.secrets)
