"""School: how things stand on this PC, what needs a look, and the way out of the kiosk."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.problem import Problem
from app.flow.desk import Desk
from app.flow.office import OfficePage
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen


class SchoolScreen(OfficeScreen):
    """The first page behind the PIN."""

    name = "school"
    title = "School"
    icon = "art:school"
    order = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._school_name = QLineEdit()
        self._school_name.setAccessibleName("Name of the school")
        self._school_name.editingFinished.connect(self._on_renamed)
        self._counts = Text("")
        self._problems = QVBoxLayout()
        columns = QHBoxLayout()
        columns.addWidget(self._standing(), 1)
        columns.addWidget(self._looks(), 1)
        self.content.addLayout(columns, 1)

    @override
    def enter(self) -> None:
        super().enter()
        found = self.desk.office.problems()
        if not found:
            self._problems.addWidget(Text("Nothing. All files are sound, all lessons are in use."))
        for problem in found:
            self._problems.addWidget(_problem(problem))

    @override
    def show_page(self, page: OfficePage) -> None:
        school = page.school
        self._school_name.setText(school.name)
        here = [pupil for pupil in school.pupils if not pupil.left]
        gone = len(school.pupils) - len(here)
        classes = len({pupil.class_id for pupil in here})
        words = f"{len(here)} pupils in {classes} classes."
        if gone:
            words += f" {gone} have left and can be erased on the page Pupils."
        if school.demo:
            words += " This is the demo school; your own begins on the page Class lists."
        self._counts.setText(words)

    def _standing(self) -> QWidget:
        card = Card(3)
        card.body.addWidget(Text("This school", Role.HEADING))
        card.body.addWidget(self._school_name)
        card.body.addWidget(self._counts)
        card.body.addStretch()
        leave = PillButton("Leave the kiosk", "art:door", Manner.MAIN)
        leave.clicked.connect(self.desk.office.leave_kiosk)
        card.body.addWidget(Text("Leaving closes Be SMART and shows the PC's own desktop."))
        card.body.addWidget(leave)
        return card

    def _looks(self) -> QWidget:
        card = Card(3)
        card.body.addWidget(Text("What needs a look", Role.HEADING))
        inner = QWidget()
        inner.setLayout(self._problems)
        self._problems.setContentsMargins(0, 0, 0, 0)
        card.body.addWidget(Scroll(inner), 1)
        return card

    def _on_renamed(self) -> None:
        if self._school_name.text().strip() != self.desk.office.page.school.name:
            self.desk.office.rename_school(self._school_name.text())


def _problem(problem: Problem) -> QWidget:
    card = Card(1.5)
    card.body.addWidget(Text(problem.file, Role.SMALL))
    card.body.addWidget(Text(f"{problem.where}: {problem.fault}", Role.SMALL))
    return card
