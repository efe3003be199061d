"""The form of how staff are told: what stands in it is the staff's until they keep it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.domain.tell.contact import DAYS, Contacts, Safety
from app.domain.tell.people import Person
from app.flow.being_told import Typed
from app.kit.card import Card
from app.kit.choice_row import ChoiceRow
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.text import Text

SAFETIES = tuple(Safety)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ContactForm", words)


def safety_words(safety: Safety) -> str:
    """Return how a mail server is spoken to, for staff."""
    return {
        Safety.STARTTLS: _tr("Encrypted (587)"),
        Safety.SSL: _tr("Encrypted (465)"),
        Safety.INSECURE: _tr("Not encrypted"),
    }[safety]


class ContactForm:
    """Cards with fields; ``typed`` reads them. A field shows what is kept only where that is new.

    So a fault, or a message that came meanwhile, takes nothing away that is typed.
    """

    def __init__(self, people: Sequence[Person], contacts: Contacts) -> None:
        self._people = tuple(people)
        self._lines = {
            one.id: Field(_tr("Where {who} is told").format(who=one.title)) for one in people
        }
        self._host = Field(_tr("Mail server"))
        self._port = Field(_tr("Port"), _tr("usual"))
        self._user = Field(_tr("User name"))
        self._password = Field(_tr("Password"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._sender = Field(_tr("Mail comes from"))
        self._safety = ChoiceRow(_tr("Encryption"), [safety_words(one) for one in SAFETIES])
        self._hours = [
            (Field(_tr("{day}, from").format(day=day)), Field(_tr("{day}, to").format(day=day)))
            for day in _days()
        ]
        self._kiosk = Field(_tr("Name of this PC"))
        self._watch = Field(_tr("Who looks and when"))
        self.people, self.server = self._people_card(), self._server_card()
        self.week, self.names = self._week_card(), self._names_card()
        self._kept: Contacts | None = None
        self.show_kept(contacts)

    def show_kept(self, contacts: Contacts) -> None:
        """Show what is kept, if it is something else than what was shown before."""
        before, self._kept = self._kept, contacts
        if before == contacts:
            return
        for field, words, was in self._pairs(contacts, before):
            if words != was:
                field.setText(words)
                field.setCursorPosition(0)  # what a long address begins with is what is known of it
        if before is None or before.server.safety is not contacts.server.safety:
            self._safety.show_chosen(SAFETIES.index(contacts.server.safety))

    def typed(self) -> Typed:
        """Return what stands in the form."""
        return Typed(
            server=(self._host.text(), self._port.text()),
            login=(self._user.text(), self._password.text()),
            sender=self._sender.text(),
            safety=SAFETIES[self._safety.at],
            lines={who: field.text() for who, field in self._lines.items()},
            hours=tuple((begin.text(), end.text()) for begin, end in self._hours),
            kiosk=self._kiosk.text(),
            watch=self._watch.text(),
        )

    def _pairs(
        self, contacts: Contacts, before: Contacts | None
    ) -> list[tuple[Field, str, str | None]]:
        """Return each field, what is kept for it, and what was (None at first)."""
        fields = self._fields()
        old: list[str] | list[None] = self._words(before) if before else [None] * len(fields)
        return list(zip(fields, self._words(contacts), old, strict=True))

    def _fields(self) -> list[Field]:
        server = [self._host, self._port, self._user, self._password, self._sender]
        hours = [field for pair in self._hours for field in pair]
        return [*server, self._kiosk, self._watch, *self._lines.values(), *hours]

    def _words(self, contacts: Contacts) -> list[str]:
        server, week = contacts.server, contacts.school.week
        port = str(server.port) if server.port else ""
        shown = [server.host, port, server.user, server.password, server.sender]
        lines = [contacts.lines.get(who, "") for who in self._lines]
        hours: list[str] = []
        for day in range(len(DAYS)):
            one = week[day] if day < len(week) else None
            hours += [f"{one.begin:%H:%M}", f"{one.end:%H:%M}"] if one is not None else ["", ""]
        return [*shown, contacts.kiosk, contacts.watch, *lines, *hours]

    def _people_card(self) -> Card:
        card = _card(_tr("Where each of them is told"))
        if not self._people:
            card.body.addWidget(Text(_tr("First set up Tell, on the page School."), Role.SMALL))
            return card
        ask = _tr("An e-mail address, or a full address of another service (with ://).")
        card.body.addWidget(Text(ask, Role.SMALL))
        _add_rows(card, [(one.title, self._lines[one.id]) for one in self._people])
        return card

    def _server_card(self) -> Card:
        card = _card(_tr("The mail server that sends"))
        ask = _tr(
            "Use a mailbox of its own that can do nothing else: its password stands on this PC."
        )
        card.body.addWidget(Text(ask, Role.SMALL))
        rows: list[tuple[str, QWidget]] = [
            (_tr("Mail server, such as mail.school.example"), self._host),
            (_tr("Port"), self._port),
            (_tr("User name"), self._user),
            (_tr("Password"), self._password),
            (_tr("Mail comes from, such as be-smart@school.example"), self._sender),
        ]
        _add_rows(card, rows)
        card.body.addWidget(self._safety)
        return card

    def _week_card(self) -> Card:
        card = _card(_tr("When the school is open"))
        ask = _tr("Only then do minutes count until the next grown-ups are told. Empty: always.")
        card.body.addWidget(Text(ask, Role.SMALL))
        grid = QGridLayout()
        for row, (day, (begin, end)) in enumerate(zip(_days(), self._hours, strict=True)):
            grid.addWidget(Text(day, Role.SMALL), row, 0)
            grid.addWidget(begin, row, 1)
            grid.addWidget(end, row, 2)
        card.body.addLayout(grid)
        return card

    def _names_card(self) -> Card:
        card = _card(_tr("This PC, and who looks"))
        rows: list[tuple[str, QWidget]] = [
            (_tr("Name of this PC"), self._kiosk),
            (_tr("Who looks and when, such as: Mrs Reed, at 8, 12 and 3"), self._watch),
        ]
        _add_rows(card, rows)
        return card


def _card(title: str) -> Card:
    card = Card(2)
    card.body.addWidget(Text(title, Role.BUTTON))
    return card


def _add_rows(card: Card, rows: Sequence[tuple[str, QWidget]]) -> None:
    """Add fields below what they ask for: an address needs all the width there is."""
    for words, field in rows:
        card.body.addWidget(Text(words, Role.SMALL))
        card.body.addWidget(field)


def _days() -> tuple[str, ...]:
    return (
        _tr("Monday"),
        _tr("Tuesday"),
        _tr("Wednesday"),
        _tr("Thursday"),
        _tr("Friday"),
        _tr("Saturday"),
        _tr("Sunday"),
    )
