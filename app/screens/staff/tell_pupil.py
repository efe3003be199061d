"""One child's Tells in the order of time, as a child protection record has them."""

from __future__ import annotations

from app.domain.ids import PupilId
from app.domain.override import override
from app.domain.tell.cases import Case, chronology
from app.domain.tell.people import Roster
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.pill_button import Manner, PillButton
from app.kit.table import Table
from app.screens.parts.case_table import case_row, headings
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.tell_words import who_words


class TellPupilScreen(HolderScreen):
    """A table of all that one child told and the viewer may see, the oldest first."""

    name = "tell-pupil"
    title = "One child's Tells"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pupil = PupilId("")
        self._cases: tuple[Case, ...] = ()
        self._picked: TellId | None = None
        self._table = Table(self.tr("This child's Tells, the oldest first"))
        self._table.picked.connect(self._on_picked)
        self._table.doubleClicked.connect(self._on_open)
        self._open = PillButton(self.tr("Open it"), "art:open-book", Manner.MAIN)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._on_open)
        self.top.addWidget(self._open)
        self.add_way_back(self.tr("All Tells"))
        self.content.addWidget(self.said)
        self.content.addWidget(self._table, 1)

    @override
    def enter(self, pupil: PupilId) -> None:
        self._pupil = pupil
        self.show_page(self.desk.inbox.page)

    @override
    def show_page(self, page: InboxPage) -> None:
        found = chronology(page.cases, self._pupil)
        whole = self.tr("Tells of this child that you may see: {count}.")
        reading = self.tr("Older ones are still being read ...")
        self.say(whole.format(count=len(found)) if page.whole else reading)
        if found == self._cases:
            return
        self._cases = found
        self.set_title(who_words(found[-1]))
        roster = page.listing.roster if page.listing is not None else Roster()
        self._table.show_rows(headings(), [case_row(case, page, roster) for case in found])

    def _on_picked(self, row: int) -> None:
        self._picked = self._cases[row].tell
        self._open.setEnabled(True)

    def _on_open(self) -> None:
        if self._picked is not None:
            self.go(To("tell-case", self._picked))

    @override
    def back(self) -> bool:
        self.go(To("tells"))
        return True
