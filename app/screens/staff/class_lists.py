"""Class lists: find the office's file, see line by line what it would do, then take it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.plan import Fate, Line, Plan
from app.domain.schoolwork import UNNAMED
from app.flow.desk import Desk
from app.flow.office_page import OfficePage
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.office_page import OfficeScreen, line
from app.screens.parts.stage import Place


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
        self._school_name = UNNAMED
        self._whole_school = CardButton("")
        self.content.addWidget(self._place, 1)
        desk.list_finder.changed.connect(self._on_found)

    @override
    def enter(self) -> None:
        self.desk.list_finder.look()
        super().enter()

    @override
    def leave(self) -> None:
        super().leave()
        self.desk.list_finder.changed.disconnect(self._on_found)

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
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(line(self._how()))
        words = self.tr("The file holds the whole school: who is not in it has left")
        self._whole_school = _card(words, "art:school")
        self._whole_school.setCheckable(True)
        self._whole_school.toggled.connect(self._on_whole)
        if not self.desk.office.page.school.demo:
            column.addWidget(self._whole_school)
        for path in self.desk.list_finder.files or ():
            card = _card(path.name, "art:page", str(path.parent))
            card.clicked.connect(partial(self._on_file, path))
            column.addWidget(card)
        column.addWidget(line(self._where()))
        again = PillButton(self.tr("Look again"), "art:again")
        again.clicked.connect(self._on_again)
        column.addWidget(ButtonRow([again], Qt.AlignmentFlag.AlignLeading))
        column.addStretch()
        return Scroll(inner)

    def _where(self) -> str:
        """Say that files are looked for, or that there are none."""
        files = self.desk.list_finder.files
        if files is None:
            return self.tr("Looking for class lists ...")
        none = self.tr(
            "No CSV file was found on a memory stick, the desktop, in documents or downloads."
        )
        return "" if files else none

    def _how(self) -> str:
        return self.tr(
            "Save the class list from your school's office program as a CSV file, onto a memory "
            "stick or this PC. It needs a first name, a class and a year; the school's pupil id "
            "helps. Dates of birth and everything else are not kept."
        )

    def _plan(self, page: OfficePage, plan: Plan) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().gap)
        told = self.tr("{file}, not written yet: {counts}.")
        told = told.format(file=page.file, counts=self._counts(plan))
        column.addWidget(line(f"{told} {self._why_not(plan)}".rstrip(), Role.BUTTON))
        if plan.count(Fate.LEFT) or plan.draft.adds:
            column.addWidget(self._adding(plan))
        for words in (*(str(problem) for problem in plan.problems), *plan.notes):
            column.addWidget(line(words))
        table = Table(self.tr("What the class list would do"))
        headings = (
            self.tr("Line"),
            self.tr("What"),
            self.tr("Pupil"),
            self.tr("Class"),
            self.tr("Why"),
        )
        table.show_rows(headings, [_row(one) for one in stopping_first(plan.lines)])
        column.addWidget(table, 2)
        if plan.asked():
            column.addWidget(self._questions(plan), 1)
        column.addWidget(self._ways(plan))
        return whole

    def _counts(self, plan: Plan) -> str:
        found = [f"{plan.count(fate)} {fate.value}" for fate in Fate if plan.count(fate)]
        return ", ".join(found) or self.tr("nothing in it")

    def _adding(self, plan: Plan) -> CardButton:
        """Return the switch for a list of some new children: nobody else has left then."""
        adds = plan.draft.adds
        card = _card(self.tr("This list only adds children: nobody has left"), "art:person-shape")
        card.setCheckable(True)
        card.set_mark(Mark.CHOSEN if adds else Mark.NONE)
        card.clicked.connect(partial(self._on_adding, not adds))
        return card

    def _why_not(self, plan: Plan) -> str:
        """Return what must be done before the list can be taken over, "" where nothing must."""
        if plan.count(Fate.REFUSED):
            return self.tr("Correct the refused lines in the file.")
        if plan.count(Fate.ASKED):
            return self.tr("Please answer the questions below.")
        quiet = plan.ready and not plan.changes
        return self.tr("Everything in it is already up to date.") if quiet else ""

    def _questions(self, plan: Plan) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        if any(option.likely for one in plan.asked() for option in one.options):
            likely = PillButton(self.tr("Answer all that are likely"), "art:tick")
            likely.clicked.connect(self.desk.office.answer_likely)
            column.addWidget(ButtonRow([likely], Qt.AlignmentFlag.AlignLeading))
        for asked in plan.asked():
            column.addWidget(self._question(asked))
        return Scroll(inner)

    def _question(self, line: Line) -> Card:
        card = Card(1)
        asked = self.tr("Line {number}, {name}: {why}")
        words = asked.format(number=line.line, name=line.name, why=line.why)
        card.body.addWidget(Text(words, Role.SMALL))
        row = QHBoxLayout()
        for option in line.options:
            button = _card(option.words)
            button.clicked.connect(partial(self._on_answer, line.line or 0, option.answer))
            row.addWidget(button, 1)
        card.body.addLayout(row)
        return card

    def _ways(self, plan: Plan) -> ButtonRow:
        drop = PillButton(self.tr("Put it away"), "art:cross-plain")
        drop.clicked.connect(self.desk.office.drop_list)
        demo = self.desk.office.page.school.demo
        words = self.tr("Begin our school") if demo else self.tr("Take it over")
        take = PillButton(words, "art:tick", Manner.MAIN)
        take.setEnabled(plan.ready and plan.changes)
        take.clicked.connect(self._on_take)
        if not demo:
            return ButtonRow([drop, take], Qt.AlignmentFlag.AlignTrailing)
        asked = self.tr("The name of your school")
        name = Field(asked, asked)
        name.setText(self._school_name)
        name.textChanged.connect(self._on_named)
        return ButtonRow([name, drop, take], filling=name)

    def _on_file(self, path: Path) -> None:
        self.desk.office.read_list(path, whole=self._whole_school.isChecked())

    def _on_whole(self, whole: bool) -> None:
        self._whole_school.set_mark(Mark.CHOSEN if whole else Mark.NONE)

    def _on_adding(self, only: bool) -> None:
        self.desk.office.only_add(only)

    def _on_again(self) -> None:
        self.desk.list_finder.look()

    def _on_found(self) -> None:
        if self.desk.office.page.plan is None:
            self._place.hold(self._files())

    def _on_answer(self, line: int, answer: str) -> None:
        self.desk.office.answer(line, answer)

    def _on_named(self, name: str) -> None:
        self._school_name = name

    def _on_take(self) -> None:
        if self.desk.office.page.school.demo:
            self.desk.office.found(self._school_name)
        else:
            self.desk.office.take_list()


def _card(words: str, picture: str = "", note: str = "") -> CardButton:
    """Return a card as staff pages have them: flat, in small letters."""
    card = CardButton(words, picture, note)
    card.set_face(replace(card.face, role=Role.SMALL, size=32, pad=1))
    return card


def stopping_first(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those that keep a list from being taken over at the head.

    After them come the pupils who would have left: in a long table nobody would find them.
    """
    first = (Fate.REFUSED, Fate.ASKED, Fate.LEFT)
    return sorted(lines, key=lambda one: first.index(one.fate) if one.fate in first else len(first))


def _row(line: Line) -> tuple[str, ...]:
    number = "" if line.line is None else str(line.line)
    return number, line.fate.value, line.name, line.class_name, line.why
