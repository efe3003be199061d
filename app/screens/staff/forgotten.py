"""I forgot my passphrase: the words on one's own paper, then another passphrase."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.people import Person
from app.flow.paper_way import PaperPage, PaperWay, Step
from app.screens.parts.key_part import key_part
from app.screens.parts.paper_screen import PaperScreen


class ForgottenScreen(PaperScreen):
    """Shown from the sign-in, to whoever was chosen there."""

    name = "forgotten"
    title = "A forgotten passphrase"

    @property
    @override
    def way(self) -> PaperWay:
        return self.desk.forgotten

    @override
    def enter(self, person: Person) -> None:
        """Ask for the words of somebody's own key."""
        self.way.open(person)

    @override
    def hint(self, page: PaperPage) -> str:
        who = page.person.title if page.person is not None else ""
        return {
            Step.WORDS: self.tr("{who}: type the 24 words from your paper."),
            Step.PEOPLE: "",
            Step.KEY: self.tr("Five words that nobody can guess. Your paper stays good."),
            Step.DONE: self.tr("From now on your new passphrase opens. Please sign in."),
        }[page.step].format(who=who)

    @override
    def body(self, page: PaperPage) -> QWidget:
        return key_part(self.way.key) if page.step is Step.KEY else self.sign_in()
