"""Audit: who came, what was done with which Tell, and what was erased; never a child's words."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.domain.override import override
from app.domain.tell.audit import Erasure, Line, Visit, Way
from app.domain.tell.cases import Case
from app.domain.tell.people import Roster
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.kit import style
from app.kit.field import Field
from app.kit.icons import add_search_sign
from app.kit.table import Table
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.tell_words import did_words, moment_words, title_of, who_words


class AuditScreen(HolderScreen):
    """A table of everything that the viewer may know of, the newest first."""

    name = "audit"
    title = "Audit"
    icon = "art:notebook"
    order = 4

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: tuple[Line, ...] | None = None
        self._table = Table(self.title_words())
        find = Field(self.tr("Find in the audit log"), self.tr("A person, a child or a date"))
        add_search_sign(find)
        find.textChanged.connect(self._table.filter)
        self.content.addWidget(self.said)
        log = QVBoxLayout()
        log.setSpacing(style.current().gap)
        log.addWidget(find)
        log.addWidget(self._table, 1)
        self.content.addLayout(log, 1)

    @override
    def enter(self) -> None:
        self.begin()

    @override
    def show_page(self, page: InboxPage) -> None:
        whole = self.tr("What you did, what others did with Tells that you may see, your visits.")
        reading = self.tr("Older entries are still being read ...")
        self.say(whole if page.whole else reading)
        found = page.log
        if found == self._lines:
            return
        self._lines = found
        cases = {one.tell: one for one in page.cases}
        roster = page.listing.roster if page.listing is not None else Roster()
        heads = (self.tr("When"), self.tr("By"), self.tr("What"), self.tr("Whose Tell"))
        self._table.show_rows(heads, [self._row(one, cases, roster) for one in found])

    def _row(self, one: Line, cases: dict[TellId, Case], roster: Roster) -> tuple[str, ...]:
        when = moment_words(one.at)
        if isinstance(one, Visit):
            return when, title_of(roster, one.person), self._visit_words(one), ""
        if isinstance(one, Erasure):
            both = " + ".join(title_of(roster, person) for person in one.by)
            return when, both, self.tr("erased a Tell"), ""
        case = cases.get(one.tell)
        whose = f"{who_words(case)}, {moment_words(case.at)}" if case is not None else ""
        return when, title_of(roster, one.by), did_words(one, roster), whose

    def _visit_words(self, one: Visit) -> str:
        words = {
            (Way.PASSPHRASE, True): self.tr("signed in on '{pc}'"),
            (Way.PASSPHRASE, False): self.tr("wrong passphrase on '{pc}'"),
            (Way.PAPER, True): self.tr("made a new passphrase with the words on paper on '{pc}'"),
            (Way.PAPER, False): self.tr("wrong words from paper on '{pc}'"),
        }[one.way, one.right]
        return words.format(pc=one.kiosk)
