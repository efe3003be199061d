"""Classes: their names, and whether their pupils sign in with secret pictures."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.override import override
from app.domain.school import School, SchoolClass
from app.flow.desk import Desk
from app.flow.office import Office
from app.flow.office_page import OfficePage
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen, line
from app.screens.parts.stage import Place


class ClassRow(Card):
    """One class. It stays while the class does: a press is not lost when its name is kept."""

    def __init__(self, office: Office, one: SchoolClass) -> None:
        super().__init__(0.5)
        self._office = office
        self._shown = one
        self._was_refused = False
        self._name = Field("")
        self._name.setText(one.name)
        self._name.editingFinished.connect(self._on_renamed)
        self._count = Text("", Role.SMALL)
        self._pictures = CardButton(self.tr("Secret pictures"))
        self._pictures.setCheckable(True)
        self._pictures.clicked.connect(self._on_secrets)
        row = QHBoxLayout()
        row.addWidget(self._name, 3)
        row.addWidget(self._count, 2)
        row.addWidget(self._pictures, 3)
        self.body.addLayout(row)

    def show_class(self, one: SchoolClass, pupils: int) -> None:
        """Show the class as it is now; a name that is being typed stays, unless it was kept."""
        if one.name != self._shown.name:
            self._name.setText(one.name)
        self._shown = one
        self._name.setAccessibleName(self.tr("Name of the class {name}").format(name=one.name))
        self._count.setText(self.tr("Pupils: {count}").format(count=pupils))
        picture = "art:locked" if one.secrets else "art:unlocked"
        face = replace(self._pictures.face, picture=picture, role=Role.SMALL, size=32, pad=1)
        self._pictures.set_face(face)
        self._show_mark()

    def _show_mark(self) -> None:
        self._pictures.set_mark(Mark.CHOSEN if self._shown.secrets else Mark.NONE)

    def _on_renamed(self) -> None:
        if self._name.text() != self._shown.name:
            self._office.rename_class(self._shown.id, self._name.text())
            self._was_refused = bool(self._office.page.fault)
            if self._was_refused and not self._name.hasFocus():
                self._name.setText(self._shown.name)

    def _on_secrets(self) -> None:
        self._show_mark()  # Qt has turned the switch; it is on once that is kept
        if self._was_refused:  # by this very press: staff read first what is wrong
            self._was_refused = False
            self._name.setText(self._shown.name)
            return
        self._office.want_secrets(self._shown.id, not self._shown.secrets)


class ClassesScreen(OfficeScreen):
    """One row a class."""

    name = "classes"
    title = "Classes"
    icon = "art:people-shape"
    order = 3

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._place = Place()
        self._shown: School | None = None
        self._rows: dict[ClassId, ClassRow] = {}
        hint = self.tr(
            "Three secret pictures keep one child out of another's answers. From about six years."
        )
        self.content.addWidget(line(hint))
        self.content.addWidget(self._place, 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        if page.school == self._shown:
            return
        if self._shown is None or list(self._rows) != [one.id for one in page.school.classes]:
            self._make_rows(page.school)
        self._shown = page.school
        for one in page.school.classes:
            self._rows[one.id].show_class(one, len(page.school.in_class(one.id)))

    def _make_rows(self, school: School) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = {one.id: ClassRow(self.desk.office, one) for one in school.classes}
        for row in self._rows.values():
            column.addWidget(row)
        if not self._rows:
            words = self.tr("No classes yet. They come with the first class list.")
            column.addWidget(Text(words, Role.SMALL))
        column.addStretch()
        self._place.hold(Scroll(inner))
