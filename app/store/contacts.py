"""How staff are told: the file ``being-told.json``, for the eyes of the kiosk's own account only.

It holds a mail server's password: the kiosk has to send while nobody is signed in, so it cannot be
locked away from who can read this account's files. Give Be SMART a mailbox of its own that can do
nothing but send.
"""

from __future__ import annotations

from datetime import date, time

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.contact import Contacts, MailServer, Safety
from app.domain.tell.people import PersonId
from app.domain.tell.ports import ContactStore
from app.domain.tell.schooltime import Holiday, Hours, SchoolTime
from app.store.atomic import AtomicFile, Source
from app.store.cabinet import Cabinet
from app.store.migrations import CONTACTS, Document
from app.store.rows import Row, UnfitRow, field, filled, text


class ContactsFile(ContactStore):
    """The file; to be used on the lane "disk", but for ``known``."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._file = AtomicFile(cabinet, cabinet.home.contacts_file, CONTACTS)
        self._known = Contacts()

    @property
    @override
    def known(self) -> Contacts:
        return self._known

    @override
    def load(self) -> Contacts:
        document = self._file.load() or {}
        if self._file.source is Source.LOST:
            raise StoreFault(f"{self._file.path}: it is damaged; put in anew how staff are told")
        try:
            self._known = _contacts(document)
        except (UnfitRow, ValueError) as fault:
            raise StoreFault(
                f"{self._file.path}: {fault}; move it away, and put in anew how staff are told"
            ) from None
        return self._known

    @override
    def save(self, contacts: Contacts) -> None:
        self._file.load()
        self._file.save(_document(contacts))
        self._known = contacts


def _document(contacts: Contacts) -> Document:
    server, school = contacts.server, contacts.school
    return {
        "server": filled(
            {
                "host": server.host,
                "port": server.port,
                "user": server.user,
                "password": server.password,
                "sender": server.sender,
                "safety": str(server.safety),
            }
        ),
        "lines": {person: line for person, line in contacts.lines.items() if line},
        "hours": {
            str(day): [hours.begin.isoformat(), hours.end.isoformat()]
            for day, hours in enumerate(school.week)
            if hours is not None
        },
        "holidays": {
            str(number): [one.first.isoformat(), one.last.isoformat()]
            for number, one in enumerate(school.holidays)
        },
        "names": filled({"kiosk": contacts.kiosk, "watch": contacts.watch}),
    }


def _contacts(document: Document) -> Contacts:
    lines = {
        PersonId(who): field(row, who, str) for row in [_row(document, "lines")] for who in row
    }
    names = _row(document, "names")
    school = SchoolTime(_week(_row(document, "hours")), _holidays(_row(document, "holidays")))
    server = _server(_row(document, "server"))
    return Contacts(server, lines, school, text(names, "kiosk"), text(names, "watch"))


def _server(row: Row) -> MailServer:
    return MailServer(
        host=text(row, "host"),
        port=field(row, "port", int) if "port" in row else 0,
        user=text(row, "user"),
        password=text(row, "password"),
        sender=text(row, "sender"),
        safety=Safety(text(row, "safety") or Safety.STARTTLS),
    )


def _week(row: Row) -> tuple[Hours | None, ...]:
    if not row:
        return ()
    hours = {int(day): Hours(*map(time.fromisoformat, _pair(row, day))) for day in row}
    return tuple(hours.get(day) for day in range(7))


def _holidays(row: Row) -> tuple[Holiday, ...]:
    return tuple(Holiday(*map(date.fromisoformat, _pair(row, one))) for one in row)


def _pair(row: Row, key: str) -> tuple[str, str]:
    found = field(row, key, list)
    if len(found) != 2 or not all(isinstance(one, str) for one in found):
        raise UnfitRow(f"'{key}' is no pair")
    return str(found[0]), str(found[1])


def _row(document: Document, table: str) -> Row:
    return document.get(table, {})
