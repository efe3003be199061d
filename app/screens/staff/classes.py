"""Classes: their names, and whether their pupils sign in with secret pictures."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.override import override
from app.domain.school import School, SchoolClass
from app.flow.desk import Desk
from app.flow.office import OfficePage
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.field import Field
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
        hint = self.tr(
            "Three secret pictures keep one child out of another's answers. From about six years."
        )
        self.content.addWidget(Text(hint, Role.SMALL))
        self.content.addWidget(self._rows, 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        if page.school == self._shown:
            return
        self._shown = page.school
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in page.school.classes:
            column.addWidget(self._row(page.school, one))
        if not page.school.classes:
            words = self.tr("No classes yet. They come with the first class list.")
            column.addWidget(Text(words, Role.SMALL))
        column.addStretch()
        self._rows.hold(Scroll(inner))

    def _row(self, school: School, one: SchoolClass) -> Card:
        card = Card(0.5)
        row = QHBoxLayout()
        name = Field(self.tr("Name of the class {name}").format(name=one.name))
        name.setText(one.name)
        name.editingFinished.connect(partial(self._on_renamed, one.id, name))
        row.addWidget(name, 3)
        count = self.tr("Pupils: {count}").format(count=len(school.in_class(one.id)))
        row.addWidget(Text(count, Role.SMALL), 2)
        words = self.tr("Secret pictures")
        pictures = CardButton(words, "art:locked" if one.secrets else "art:unlocked")
        pictures.set_face(replace(pictures.face, role=Role.SMALL, size=32, pad=1))
        pictures.setCheckable(True)
        pictures.set_mark(Mark.CHOSEN if one.secrets else Mark.NONE)
        pictures.clicked.connect(partial(self._on_secrets, one))
        row.addWidget(pictures, 3)
        card.body.addLayout(row)
        return card

    def _on_renamed(self, class_id: ClassId, name: Field) -> None:
        before = self.desk.office.page.school.school_class(class_id)
        if before is not None and name.text() != before.name:
            self.desk.office.rename_class(class_id, name.text())

    def _on_secrets(self, one: SchoolClass) -> None:
        self.desk.office.want_secrets(one.id, not one.secrets)
