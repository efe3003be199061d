"""Stand-ins for what the postman works with: an outbox, a channel and addressees in memory."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.ladder import Ladder
from app.domain.tell.message import Message, Standing
from app.domain.tell.people import PersonId
from app.domain.tell.ports import Addressees, Channel, ChannelFault, Outbox
from app.domain.tell.post import Post


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

    def fail(self, address: str) -> None:
        """Take nothing more at an address."""
        self.faults[address] = ChannelFault("The mail server did not answer in time")


class FakeAddressees(Addressees):
    """Says what it was told to say."""

    def __init__(self, book: Mapping[PersonId, tuple[str, ...]], ladder: Ladder) -> None:
        self.book = dict(book)
        self.steps = ladder
        self.counts: dict[PersonId, int] = {}

    @override
    def everybody(self) -> tuple[PersonId, ...]:
        return tuple(self.book)

    @override
    def addresses(self, person: PersonId) -> tuple[str, ...]:
        return self.book.get(person, ())

    @override
    def ladder(self) -> Ladder:
        return self.steps

    @override
    def standing(self, person: PersonId) -> Standing:
        return Standing(self.counts.get(person, 0), "9c" * 32, "Library")
