"""Stand-ins for what the postman works with: an outbox, a channel and addressees, in memory."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.contact import Contacts
from app.domain.tell.message import Message
from app.domain.tell.people import PersonId
from app.domain.tell.ports import (
    Addressees,
    Anchors,
    Channel,
    ChannelFault,
    ContactStore,
    Outbox,
)
from app.domain.tell.post import Post
from app.domain.tell.routing import People
from app.domain.tell.schooltime import SchoolTime


class FakeOutbox(Outbox):
    """Keeps a post in memory. While ``broken`` is set, everything raises it."""

    def __init__(self, post: Post | None = None) -> None:
        self.post = post or Post()
        self.broken: StoreFault | None = None
        self.saves = 0

    @override
    def load(self) -> Post:
        if self.broken is not None:
            raise self.broken
        return self.post

    @override
    def save(self, post: Post) -> None:
        if self.broken is not None:
            raise self.broken
        self.saves += 1
        self.post = post


class FakeChannel(Channel):
    """Takes every message, but at the addresses for which ``faults`` holds something to raise."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Message]] = []
        self.tried: list[tuple[str, Message]] = []
        self.faults: dict[str, Exception] = {}

    @override
    def deliver(self, message: Message, address: str) -> None:
        self.tried.append((address, message))
        if address in self.faults:
            raise self.faults[address]
        self.sent.append((address, message))

    @override
    def fault(self, address: str) -> str:
        return "That service is not known here" if address.startswith("nowhere:") else ""

    def fail(self, address: str) -> None:
        """Take nothing more at an address."""
        self.faults[address] = ChannelFault("The mail server did not answer in time")


class FakeAddressees(Addressees):
    """Says what it was told to say. ``firsts``: those to whom every first press comes."""

    def __init__(self, book: Mapping[PersonId, tuple[str, ...]], firsts: People) -> None:
        self.book = dict(book)
        self.firsts = firsts

    @override
    def everybody(self) -> tuple[PersonId, ...]:
        return tuple(self.book)

    @override
    def first_readers(self) -> People:
        return self.firsts

    @override
    def addresses(self, person: PersonId) -> tuple[str, ...]:
        return self.book.get(person, ())

    @override
    def school(self) -> SchoolTime:
        return SchoolTime()

    @override
    def kiosk(self) -> str:
        return "Library"


class FakeAnchors(Anchors):
    """A record that says how far it has come. While ``broken`` is set, everything raises it."""

    def __init__(self) -> None:
        self.broken: StoreFault | None = None
        self.anchored = 0

    @override
    def anchor(self) -> None:
        if self.broken is not None:
            raise self.broken
        self.anchored += 1

    @override
    def heads(self) -> Mapping[str, str]:
        return {"chains/a.chain": "9c" * 32}


class FakeContacts(ContactStore):
    """The settings in memory. While ``broken`` is set, everything but ``known`` raises it."""

    def __init__(self, contacts: Contacts | None = None) -> None:
        self.broken: StoreFault | None = None
        self._known = Contacts()
        self.kept = contacts or Contacts()

    @property
    @override
    def known(self) -> Contacts:
        return self._known

    @override
    def load(self) -> Contacts:
        if self.broken is not None:
            raise self.broken
        self._known = self.kept
        return self.kept

    @override
    def save(self, contacts: Contacts) -> None:
        if self.broken is not None:
            raise self.broken
        self.kept = self._known = contacts
