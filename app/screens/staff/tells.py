"""Tells: what came since, and all that whoever is signed in may see, the newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from app.domain.override import override
from app.domain.tell.cases import Case, Standing
from app.domain.tell.people import Roster
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.icons import add_search_sign
from app.kit.pill_button import Manner, PillButton
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.office_page import line
from app.screens.parts.tell_words import (
    about_words,
    moment_words,
    standing_words,
    title_of,
    who_words,
)
from app.screens.screen import Audience, Screen


class TellsScreen(Screen):
    """A table of Tells; one that is picked can be opened, which is kept and told to the others."""

    name = "tells"
    title = "Tells"
    icon = "art:hand"
    order = 1
    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._said = line("")
        self._cases: tuple[Case, ...] = ()
        self._picked: TellId | None = None
        self._table = Table(self.title_words())
        self._table.picked.connect(self._on_picked)
        find = Field(self.tr("Find a Tell"), self.tr("Name, class, word or date"))
        add_search_sign(find)
        find.textChanged.connect(self._table.filter)
        self._open = PillButton(self.tr("Open it"), "art:open-book", Manner.MAIN)
        self._open.clicked.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(find, 1)
        row.addWidget(self._open)
        self._problems = Text("", Role.SMALL)
        self.content.addWidget(self._said)
        self.content.addLayout(row)
        self.content.addWidget(self._table, 1)
        self.content.addWidget(self._problems)
        desk.inbox.changed.connect(self.show_page)

    @override
    def enter(self) -> None:
        self.desk.inbox.open()
        self.desk.inbox.look_at(None)

    @override
    def leave(self) -> None:
        self.desk.inbox.changed.disconnect(self.show_page)

    @override
    def back(self) -> bool:
        """Stay: the bar leads out, and locks."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self, page: InboxPage) -> None:
        """Show the list as far as it is read; may be called at any time."""
        said = self._summary(page)
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()
        self._problems.setText("\n".join(str(problem) for problem in page.problems[:3]))
        self._problems.setVisible(bool(page.problems))
        if page.cases != self._cases:
            self._cases = page.cases
            roster = page.listing.roster if page.listing is not None else Roster()
            rows = [self._row(case, page, roster) for case in page.cases]
            self._table.show_rows(self._headings(), rows)
        self._open.setEnabled(any(case.tell == self._picked for case in self._cases))

    def _summary(self, page: InboxPage) -> str:
        if page.fault:
            return page.fault
        if page.busy and not page.cases:
            return self.tr("Reading ...")
        new, opened = page.counted(Standing.NEW), page.counted(Standing.OPENED)
        words = self.tr("New: {new}. Opened and not closed: {opened}.")
        told = words.format(new=new, opened=opened)
        if not page.whole:
            share = 100 * page.read // max(1, page.total)
            return told + " " + self.tr("Reading older ones: {share} %").format(share=share)
        return told if page.cases else self.tr("No child has told anything yet.")

    def _headings(self) -> tuple[str, ...]:
        return (
            self.tr("When"),
            self.tr("Who"),
            self.tr("Class"),
            self.tr("About"),
            self.tr("Stands"),
            self.tr("With"),
        )

    def _row(self, case: Case, page: InboxPage, roster: Roster) -> tuple[str, ...]:
        stands = standing_words(case.standing)
        if case.drill:
            stands = self.tr("{stands} (drill)").format(stands=stands)
        return (
            moment_words(case.at),
            who_words(case),
            case.who.class_name if case.who is not None else "",
            about_words(case, page.policy),
            stands,
            title_of(roster, case.assigned) if case.assigned is not None else "",
        )

    def _on_picked(self, row: int) -> None:
        self._picked = self._cases[row].tell
        self._open.setEnabled(True)

    def _on_open(self) -> None:
        if self._picked is not None:
            self.go(To("tell-case", self._picked))
