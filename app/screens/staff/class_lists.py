"""Class lists: find the office's file, see line by line what it would do, then take it over."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan import Fate, Line, Plan
from app.flow.desk import Desk
from app.flow.office import OfficePage
from app.kit.card import Card
from app.kit.card_button import CardButton
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.csv_files import csv_files
from app.screens.parts.office_page import OfficeScreen
from app.screens.parts.stage import Place

HEADINGS = ("Line", "What", "Pupil", "Class", "Why")
HOW = (
    "Save the class list from your school's office program as a CSV file, onto a memory stick or "
    "this PC. It needs a first name and a class; a year and the school's pupil id help. Dates of "
    "birth and everything else are not kept."
)


class ClassListsScreen(OfficeScreen):
    """First the files that are found, then the table of what one of them would do."""

    name = "class-lists"
    title = "Class lists"
    icon = "art:clipboard"
    order = 2

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._place = Place()
        self._shown: tuple[object, ...] = ("nothing",)
        self._school_name = QLineEdit()
        self._whole_school = QCheckBox()
        self.content.addWidget(self._place, 1)

    @override
    def show_page(self, page: OfficePage) -> None:
        shown = (page.plan, page.busy)
        if shown == self._shown:
            return
        self._shown = shown
        self._place.hold(self._files() if page.plan is None else self._plan(page, page.plan))

    def _files(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(Text(HOW))
        self._whole_school = QCheckBox("The file holds the whole school: who is not in it has left")
        if not self.desk.office.page.school.demo:
            column.addWidget(self._whole_school)
        found = csv_files()
        for path in found:
            card = CardButton(path.name, "art:page", str(path.parent))
            card.clicked.connect(partial(self._on_file, path))
            column.addWidget(card)
        if not found:
            where = (
                "No CSV file was found on a memory stick, the desktop, in documents or downloads."
            )
            column.addWidget(Text(where, Role.BUTTON))
        again = PillButton("Look again", "art:again")
        again.clicked.connect(self._on_again)
        column.addWidget(again)
        column.addStretch()
        return Scroll(inner)

    def _plan(self, page: OfficePage, plan: Plan) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(f"{page.file}: {_counts(plan)}", Role.BUTTON))
        for words in (*(str(problem) for problem in plan.problems), *plan.notes):
            column.addWidget(Text(words, Role.SMALL))
        table = Table("What the class list would do")
        table.show_rows(HEADINGS, [_row(line) for line in plan.lines])
        column.addWidget(table, 2)
        if plan.asked():
            column.addWidget(self._questions(plan), 1)
        column.addLayout(self._ways(plan))
        return whole

    def _questions(self, plan: Plan) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        if any(option.likely for line in plan.asked() for option in line.options):
            likely = PillButton("Answer all that are likely", "art:tick")
            likely.clicked.connect(self.desk.office.answer_likely)
            column.addWidget(likely)
        for line in plan.asked():
            column.addWidget(self._question(line))
        return Scroll(inner)

    def _question(self, line: Line) -> Card:
        card = Card(1.5)
        card.body.addWidget(Text(f"Line {line.line}, {line.name}: {line.why}", Role.SMALL))
        row = QHBoxLayout()
        for option in line.options:
            button = CardButton(option.words)
            button.clicked.connect(partial(self._on_answer, line.line or 0, option.answer))
            row.addWidget(button, 1)
        card.body.addLayout(row)
        return card

    def _ways(self, plan: Plan) -> QHBoxLayout:
        row = QHBoxLayout()
        drop = PillButton("Put it away", "art:cross-plain")
        drop.clicked.connect(self.desk.office.drop_list)
        row.addWidget(drop)
        row.addStretch()
        demo = self.desk.office.page.school.demo
        if demo:
            self._school_name = QLineEdit()
            self._school_name.setPlaceholderText("The name of your school")
            self._school_name.setAccessibleName("The name of your school")
            row.addWidget(self._school_name, 2)
        take = PillButton("Begin our school" if demo else "Take it over", "art:tick", Manner.MAIN)
        take.setEnabled(plan.ready and plan.changes)
        take.clicked.connect(self._on_take)
        row.addWidget(take)
        return row

    def _on_file(self, path: Path) -> None:
        self.desk.office.read_list(path, whole=self._whole_school.isChecked())

    def _on_again(self) -> None:
        self._place.hold(self._files())

    def _on_answer(self, line: int, answer: str) -> None:
        self.desk.office.answer(line, answer)

    def _on_take(self) -> None:
        if self.desk.office.page.school.demo:
            self.desk.office.found(self._school_name.text())
        else:
            self.desk.office.take_list()


def _counts(plan: Plan) -> str:
    found = [f"{plan.count(fate)} {fate.value}" for fate in Fate if plan.count(fate)]
    return ", ".join(found) or "nothing in it"


def _row(line: Line) -> tuple[str, ...]:
    number = "" if line.line is None else str(line.line)
    return number, line.fate.value, line.name, line.class_name, line.why
