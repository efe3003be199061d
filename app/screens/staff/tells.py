"""Tells: all that whoever is signed in may see, the newest first, in piles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.override import override
from app.domain.tell.cases import Case, Pile
from app.domain.tell.people import Roster
from app.domain.tell.records import TellId
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.choice_row import ChoiceRow
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.icons import add_search_sign
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.table import Table
from app.kit.text import Text
from app.screens.parts.case_table import case_row, headings
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.post_words import trouble_words
from app.screens.parts.readers_words import recovered_words

PILES = (Pile.TO_DO, Pile.MINE, Pile.CLOSED, Pile.DRILLS, Pile.ALL)
"""In the order of their buttons."""


class TellsScreen(HolderScreen):
    """A table of Tells; one that is picked can be opened, which is kept and told to the others."""

    name = "tells"
    title = "Tells"
    icon = "art:hand"
    order = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.top.setStretchFactor(self.heading, 0)
        self.top.addWidget(self.said, 1)
        self._cases: tuple[Case, ...] = ()
        self._picked: TellId | None = None
        self._piles = ChoiceRow(self.tr("Which Tells"), self._pile_words())
        self._piles.chosen.connect(self._on_pile)
        self._table = Table(self.title_words())
        self._table.picked.connect(self._on_picked)
        self._table.doubleClicked.connect(self._on_open)
        find = Field(self.tr("Find a Tell"), self.tr("Name, class, word or date"))
        add_search_sign(find)
        find.textChanged.connect(self._table.filter)
        self._open = PillButton(self.tr("Open it"), "art:open-book", Manner.MAIN)
        self._open.clicked.connect(self._on_open)
        self._problems = Text("", Role.SMALL)
        self._trouble = Scroll(self._problems)
        parts = [find, self._open]
        row = ButtonRow(parts, Qt.AlignmentFlag.AlignLeading, filling=find)
        found = QVBoxLayout()
        found.setSpacing(style.current().gap)
        found.addWidget(row)
        found.addWidget(self._table, 1)
        self.content.addWidget(self._piles)
        self.content.addLayout(found, 3)
        self.content.addWidget(self._trouble, 1)

    @override
    def enter(self) -> None:
        self.desk.inbox.open()
        self.desk.inbox.look_at(None)

    @override
    def show_page(self, page: InboxPage) -> None:
        self.say(self._summary(page))
        found = [str(problem) for problem in page.problems[:3]]
        if page.listing is not None and page.listing.recovery:
            found.insert(0, recovered_words())
        found += trouble_words(self.desk)
        self._problems.setText("\n".join(found))
        self._trouble.setVisible(bool(found))
        self._fit_trouble()
        self._show_piles(page)
        shown = page.of(page.pile)
        if shown != self._cases or not self._table.model().columnCount():
            self._cases = shown
            roster = page.listing.roster if page.listing is not None else Roster()
            self._table.show_rows(headings(), [case_row(case, page, roster) for case in shown])
        self._open.setEnabled(any(case.tell == self._picked for case in self._cases))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_trouble()

    def _fit_trouble(self) -> None:
        """Give what is wrong no more room than it takes: the table has the rest."""
        self._trouble.setMaximumHeight(self._trouble.natural_height(self._table.width()))

    def _show_piles(self, page: InboxPage) -> None:
        self._piles.show_chosen(PILES.index(page.pile))
        for place, (pile, words) in enumerate(zip(PILES, self._pile_words(), strict=True)):
            count = len(page.of(pile))
            self._piles.set_words(place, f"{words} ({count})" if count else words)

    def _pile_words(self) -> tuple[str, ...]:
        return (
            self.tr("To do"),
            self.tr("Mine"),
            self.tr("Closed"),
            self.tr("Drills"),
            self.tr("All"),
        )

    def _summary(self, page: InboxPage) -> str:
        if page.fault:
            return page.fault
        if page.busy and not page.cases:
            return self.tr("Reading ...")
        if not page.whole:
            share = 100 * page.read // max(1, page.total)
            return self.tr("Reading older ones: {share} %").format(share=share)
        if not page.cases:
            return self.tr("No child has told anything yet.")
        return "" if page.of(page.pile) else self.tr("There is none here.")

    def _on_pile(self, place: int) -> None:
        self.desk.inbox.show(PILES[place])

    def _on_picked(self, row: int) -> None:
        self._picked = self._cases[row].tell
        self._open.setEnabled(True)

    def _on_open(self) -> None:
        if self._picked is not None:
            self.go(To("tell-case", self._picked))
