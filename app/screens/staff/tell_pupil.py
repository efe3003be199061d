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
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.table import Table
from app.screens.parts.case_table import case_row, headings
from app.screens.parts.office_page import line
from app.screens.parts.tell_words import who_words
from app.screens.screen import Audience, Screen


class TellPupilScreen(Screen):
    """A table of all that one child told and the viewer may see, the oldest first."""

    name = "tell-pupil"
    title = "One child's Tells"
    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self._pupil = PupilId("")
        self._cases: tuple[Case, ...] = ()
        self._picked: TellId | None = None
        self._table = Table(self.tr("This child's Tells, the oldest first"))
        self._table.picked.connect(self._on_picked)
        self._table.doubleClicked.connect(self._on_open)
        self._open = PillButton(self.tr("Open it"), "art:open-book", Manner.MAIN)
        self._open.setEnabled(False)
        self._open.clicked.connect(self._on_open)
        back = PillButton(self.tr("All Tells"), "art:arrow-left")
        back.clicked.connect(self._on_back)
        self.top.addWidget(self._open)
        self.top.addWidget(back)
        self._said = line("")
        self.content.addWidget(self._said)
        self.content.addWidget(self._table, 1)
        desk.inbox.changed.connect(self.show_page)

    @override
    def enter(self, pupil: PupilId) -> None:
        self._pupil = pupil
        self.show_page(self.desk.inbox.page)

    @override
    def leave(self) -> None:
        self.desk.inbox.changed.disconnect(self.show_page)

    @override
    def back(self) -> bool:
        self._on_back()
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self, page: InboxPage) -> None:
        """Show what is read so far; may be called at any time."""
        found = chronology(page.cases, self._pupil)
        whole = self.tr("Tells of this child that you may see: {count}.")
        reading = self.tr("Older ones are still being read ...")
        self._said.setText(whole.format(count=len(found)) if page.whole else reading)
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

    def _on_back(self) -> None:
        self.go(To("tells"))
