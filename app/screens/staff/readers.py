"""Who reads: the list in force, the one that waits, and the ways to change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.people import PersonId
from app.flow.desk import Desk
from app.flow.readers_page import ReadersPage, Task
from app.flow.route import To
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.key_part import key_part, key_shown
from app.screens.parts.office_page import line
from app.screens.parts.paper_words import ChangeForm, PassphraseForm
from app.screens.parts.person_form import PersonForm
from app.screens.parts.reader_cards import (
    chosen_card,
    own_card,
    person_card,
    school_card,
    waiting_card,
)
from app.screens.parts.readers_words import recovered_words, unfit_words
from app.screens.parts.setup_words import missing_words
from app.screens.parts.stage import Place
from app.screens.screen import Audience, Screen


class ReadersScreen(Screen):
    """The people on one side, what can be done on the other; forms have the whole page."""

    name = "readers"
    title = "Who reads"
    icon = "art:eyes"
    order = 6
    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._said = line("", Role.BODY)
        self._place = Place()
        self._shown: object = None
        self._chosen: PersonId | None = None
        self._back = PillButton(self.tr("Go back"), "art:arrow-left")
        self._back.clicked.connect(desk.readers.back)
        self.top.addWidget(self._back)
        self.content.addWidget(self._said)
        self.content.addWidget(self._place, 1)
        desk.readers.changed.connect(self.show_page)
        desk.rewriter.changed.connect(self._on_written)
        desk.staffroom.locked.connect(self._on_locked)

    @override
    def enter(self) -> None:
        self.desk.readers.open()

    @override
    def leave(self) -> None:
        self.desk.readers.changed.disconnect(self.show_page)
        self.desk.rewriter.changed.disconnect(self._on_written)
        self.desk.staffroom.locked.disconnect(self._on_locked)
        self.desk.readers.close()

    @override
    def back(self) -> bool:
        """Stay: the bar leads out, and a button out of what was begun."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self, page: ReadersPage) -> None:
        """Show the list, or what was begun; may be called at any time."""
        said = self._what_is_said(page)
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()
        self._back.setVisible(page.task is not Task.LIST)
        if page.task is not Task.LIST:
            self._chosen = None
        key = key_shown(page.key) if page.task is Task.KEY else None
        shown = (page.task, page.person, page.lists, page.classes, key, self._chosen)
        if shown != self._shown:
            self._shown = shown
            self._place.hold(self._body(page))

    def _what_is_said(self, page: ReadersPage) -> str:
        fault = page.fault or unfit_words(page.unfit)
        if fault or page.busy:
            return fault or self.tr("One moment ...")
        said = [page.said or self._hint(page)]
        if page.task is Task.LIST and page.recovered:
            said.insert(0, recovered_words())
        share = self.desk.rewriter.share
        if share is not None:
            words = self.tr("Tells are being written for the new list: {share} %")
            said.append(words.format(share=round(100 * share)))
        return " ".join([*said, self.desk.rewriter.fault]).strip()

    def _hint(self, page: ReadersPage) -> str:
        if page.task is Task.LIST:
            return " ".join(missing_words(one) for one in page.lacking)
        who = page.person.title if page.person is not None else ""
        if page.task is Task.KEY and page.key.proof is not None:
            return self.tr("Type these words as they stand on your paper.")
        if page.task is Task.KEY and page.key.words and page.key.proof is None:
            return self.tr("Copy these words by hand onto paper, and lock the paper away.")
        return {
            Task.PERSON: self.tr("Who are they, and what do they do at the school?"),
            Task.KEY: self.tr("{who} sits here alone now. Five words that nobody can guess.")
            if who
            else "",
            Task.PASSPHRASE: self.tr("The passphrase you have, and another. Your words stay good."),
            Task.PROVE: self.tr(
                "You get a new key and 24 new words. Another who may read has to sign it too."
            ),
        }[page.task].format(who=who)

    def _body(self, page: ReadersPage) -> QWidget:
        readers = self.desk.readers
        if page.task is Task.LIST:
            return self._list(page)
        if page.task is Task.KEY:
            return Scroll(key_part(readers.key))
        if page.task is Task.PERSON:
            form = PersonForm(page.person, page.classes, self.tr("Go on"))
            form.done.connect(readers.name)
            return Scroll(column(form))
        card = Card(2)
        if page.task is Task.PASSPHRASE:
            change = ChangeForm(self.tr("Change it"))
            change.chosen.connect(readers.take_passphrase)
            card.body.addWidget(change)
        else:
            form_ = PassphraseForm(self.tr("Make a new key"), new=False)
            form_.given.connect(readers.renew_key)
            card.body.addWidget(form_)
        return Scroll(column(card))

    def _list(self, page: ReadersPage) -> QWidget:
        cards: list[QWidget] = []
        for person in sorted(page.roster.people, key=lambda one: one.left):
            card = person_card(person, page, self._chosen)
            card.setEnabled(page.may_sign and not person.left)
            card.clicked.connect(partial(self._on_chosen, person.id))
            cards.append(card)
        return Split(Scroll(column(*cards)), Scroll(self._side(page)), wide=(46, 54))

    def _side(self, page: ReadersPage) -> QWidget:
        readers = self.desk.readers
        if page.lists.waiting is not None:
            return column(waiting_card(readers), own_card(readers))
        chosen = page.roster.person(self._chosen) if self._chosen is not None else None
        parts = [chosen_card(readers, chosen)] if chosen is not None else []
        if page.may_sign:
            parts.append(school_card(readers))
        else:
            words = self.tr("Only those who read can change who reads, and two of them sign it.")
            parts.append(Text(words, Role.BODY))
        return column(*parts, own_card(readers))

    def _on_chosen(self, person: PersonId) -> None:
        self._chosen = None if self._chosen == person else person
        self.show_page(self.desk.readers.page)

    def _on_written(self) -> None:
        self.show_page(self.desk.readers.page)

    def _on_locked(self) -> None:
        self.go(To("sign-in"))
