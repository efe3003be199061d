"""Nobody who may read is left: the words in the safe, then those who read from now on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.lists import SIGNERS, holders
from app.flow.paper_way import PaperPage, Step
from app.flow.recovery import Recovery
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text
from app.screens.parts.key_part import key_part
from app.screens.parts.paper_screen import PaperScreen
from app.screens.parts.person_form import PersonForm
from app.screens.parts.readers_words import offices


class RecoveryScreen(PaperScreen):
    """Shown from the sign-in. What is done here, everybody who signs in later is shown."""

    name = "recovery"
    title = "The key in the safe"

    @property
    @override
    def way(self) -> Recovery:
        return self.desk.recovery

    @override
    def enter(self) -> None:
        """Ask for the words in the safe."""
        self.way.open(None)

    @override
    def hint(self, page: PaperPage) -> str:
        who = page.person.title if page.person is not None else ""
        if page.step is Step.KEY and page.key.words:
            who = ""
        return {
            Step.WORDS: self.tr(
                "Only where nobody is left who may read. Type the 24 words from the school's safe. "
                "Everybody who signs in later is shown that it was done."
            ),
            Step.PEOPLE: self._who(page),
            Step.KEY: self.tr("{who} sits here alone now. Five words that nobody can guess.")
            if who
            else self.tr("Copy these words by hand onto paper, and lock the paper away."),
            Step.DONE: self.tr("The new list is in force, and all Tells are written for them."),
        }[page.step].format(who=who)

    def _who(self, page: PaperPage) -> str:
        who = self.tr("Who reads from now on? Two at least; nobody who could sign before stays.")
        if not page.recovered:
            return who
        now = ", ".join(one.title for one in holders(page.roster))
        done = self.tr("These words were used already, and these hold the keys now: {now}.")
        only = self.tr("Go on only where they have lost them too.")
        return f"{done.format(now=now)} {only} {who}"

    @override
    def body(self, page: PaperPage) -> QWidget:
        if page.step is Step.KEY:
            return key_part(self.way.key)
        if page.step is Step.DONE:
            return self.sign_in()
        return self._people(page)

    def _people(self, page: PaperPage) -> QWidget:
        parts: list[QWidget] = []
        for heir in page.heirs:
            card = Card(1)
            card.body.addWidget(Text(f"{heir.title}: {offices(heir)}", Role.BUTTON))
            parts.append(card)
        if len(page.heirs) >= SIGNERS:
            sign = PillButton(self.tr("That is all: sign the new list"), "art:writing", Manner.MAIN)
            sign.clicked.connect(self.way.sign)
            parts.append(ButtonRow([sign], Qt.AlignmentFlag.AlignTrailing))
        form = PersonForm(None, self.desk.session.school.classes, self.tr("Make their passphrase"))
        form.done.connect(self.way.name)
        return column(*parts, form)
