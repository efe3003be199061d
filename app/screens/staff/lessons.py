"""Lessons: what there is for each rule and age, and why anything of the school's is left out."""

from __future__ import annotations

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.office_page import OfficePage
from app.kit.table import Table
from app.screens.parts.office_page import OfficeScreen, line


class LessonsScreen(OfficeScreen):
    """A table of all that is in use, and of what is left out with the reason."""

    name = "lessons"
    title = "Lessons"
    icon = "art:books"
    order = 5

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        own = self.tr(
            'Put your own into the folders "lessons" and "quizzes" in {folder}. Before pupils see '
            'them, your technician runs: be-smart check "{folder}". Lessons are read when Be SMART '
            "starts."
        )
        self._table = Table(self.tr("Lessons and quizzes in use"))
        self._left_out = Table(self.tr("Left out, and why"))
        folder = desk.services.library.own_folder()
        self.content.addWidget(line(own.format(folder=folder)))
        self.content.addWidget(self._table, 2)
        self.content.addWidget(self._left_out, 1)

    @override
    def enter(self) -> None:
        super().enter()
        library = self.desk.services.library
        minutes, items = self.tr("lesson, {count} minutes"), self.tr("quiz, {count} items")
        rows = [
            (one.rule.label, one.band.ages, minutes.format(count=one.minutes), one.title)
            for one in library.lessons()
        ]
        rows += [
            (one.rule.label, one.band.ages, items.format(count=len(one.items)), one.title)
            for one in library.quizzes()
        ]
        headings = (self.tr("Rule"), self.tr("Ages"), self.tr("What"), self.tr("Title"))
        self._table.show_rows(headings, rows)
        faults = [(one.file, one.where, one.fault) for one in library.problems()]
        self._left_out.setVisible(bool(faults))
        wrong = (self.tr("File"), self.tr("Where"), self.tr("Fault and remedy"))
        self._left_out.show_rows(wrong, faults)

    @override
    def show_page(self, page: OfficePage) -> None:
        """Nothing of the school's state is shown here."""
