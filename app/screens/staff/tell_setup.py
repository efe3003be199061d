"""Set up Tell: one thing at a time, until two grown-ups have opened a drill."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.people import Person, PersonId
from app.domain.tell.setup import Stage, first_readers
from app.flow.desk import Desk
from app.flow.route import To
from app.flow.tell_setup import SetupPage
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.screens.parts.key_part import key_part, key_shown
from app.screens.parts.office_page import line
from app.screens.parts.paper_words import PassphraseForm
from app.screens.parts.people_form import PeopleForm
from app.screens.parts.setup_words import lacking, titles
from app.screens.parts.stage import Place
from app.screens.screen import Audience, Screen


class TellSetupScreen(Screen):
    """Shows the stage that the school has come to; all of it can be gone on with another day."""

    name = "tell-setup"
    title = "Set up Tell"
    audience = Audience.STAFF

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self._said = line("")
        self._wrong = Text("", Role.BUTTON)
        self._place = Place()
        self._shown: object = None
        self._later = PillButton(self.tr("Go on another day"), "art:door")
        self._later.clicked.connect(self._on_later)
        self.top.addWidget(self._later)
        for widget, share in ((self._said, 0), (self._wrong, 0), (self._place, 1)):
            self.content.addWidget(widget, share)
        desk.tell_setup.changed.connect(self.show_page)

    @override
    def enter(self) -> None:
        self.desk.tell_setup.open()

    @override
    def leave(self) -> None:
        self.desk.tell_setup.changed.disconnect(self.show_page)
        self.desk.tell_setup.close()

    @override
    def back(self) -> bool:
        """Stay: Escape must not throw away what was typed, or words that are being copied."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text(), self._wrong.text())

    def show_page(self, page: SetupPage) -> None:
        """Show a stage; may be called at any time. What is being typed stays while it lasts."""
        fault = self.tr("One moment ...") if page.busy else page.fault
        self._wrong.setText(fault or lacking(page))
        shown = (page.stage, page.person, key_shown(page.key), page.opened, page.drilled)
        if shown == self._shown:
            return
        self._shown = shown
        title, words = titles(page)
        self.set_title(title)
        self._said.setText(words)
        if page.stage is Stage.LIVE:
            self._later.set_words(self.tr("Done"))
        self._place.hold(Scroll(self._body(page)))
        self.told.emit()

    def _body(self, page: SetupPage) -> QWidget:
        if page.key.words:
            return key_part(self.desk.tell_setup.key)
        bodies = {
            Stage.PEOPLE: self._people,
            Stage.KEYS: self._new_passphrase,
            Stage.ESCROW: self._escrow,
            Stage.SIGN: self._signing,
            Stage.DRILL: self._drill,
            Stage.LIVE: self._live,
        }
        return bodies[page.stage](page)

    def _people(self, page: SetupPage) -> QWidget:
        form = PeopleForm(page.people)
        form.done.connect(self.desk.tell_setup.name)
        go_on = PillButton(self.tr("Go on"), "art:arrow-right", Manner.MAIN)
        go_on.clicked.connect(form.submit)
        return column(form, ButtonRow([go_on], Qt.AlignmentFlag.AlignTrailing))

    def _new_passphrase(self, _: SetupPage) -> QWidget:
        return key_part(self.desk.tell_setup.key)

    def _escrow(self, _: SetupPage) -> QWidget:
        show = PillButton(self.tr("Show the words"), "art:key", Manner.MAIN)
        show.clicked.connect(self.desk.tell_setup.show_escrow)
        return column(ButtonRow([show]))

    def _signing(self, page: SetupPage) -> QWidget:
        return column(*([self._unlock(page.person)] if page.person is not None else []))

    def _drill(self, page: SetupPage) -> QWidget:
        send = PillButton(self.tr("Send a drill"), "art:hand", Manner.MAIN)
        send.clicked.connect(self.desk.tell_setup.send_drill)
        parts: list[QWidget] = [ButtonRow([send])]
        if page.drilled:
            parts.append(Text(self.tr("The drill is saved. Now open it below."), Role.BODY))
        parts += [
            self._opening(person, opened=person.id in page.opened)
            for person in first_readers(page.people)
        ]
        return column(*parts)

    def _opening(self, person: Person, *, opened: bool) -> QWidget:
        if not opened:
            return self._unlock(person)
        card = Card(2)
        words = self.tr("{who} has opened it.").format(who=person.title)
        card.body.addWidget(Text(words, Role.BODY))
        return card

    def _unlock(self, person: Person) -> QWidget:
        card = Card(2)
        card.body.addWidget(Text(person.title, Role.BUTTON))
        words = self.tr("Open: {who}").format(who=person.title)
        form = PassphraseForm(words, new=False, who=person.title)
        form.given.connect(partial(self._on_passphrase, person.id))
        card.body.addWidget(form)
        return card

    def _live(self, _: SetupPage) -> QWidget:
        words = self.tr(
            "The other grown-ups on the list become readers once a holder lets them join."
        )
        return column(Text(words, Role.BODY))

    def _on_passphrase(self, person: PersonId, given: str) -> None:
        self.desk.tell_setup.unlock(person, given)

    def _on_later(self) -> None:
        self.go(To("school"))
