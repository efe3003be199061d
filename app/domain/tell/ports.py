"""The doors through which staff are told: outbox, settings, channels, addressees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from app.domain.tell.contact import Contacts
from app.domain.tell.message import Message
from app.domain.tell.people import PersonId
from app.domain.tell.post import Post
from app.domain.tell.routing import People
from app.domain.tell.schooltime import SchoolTime


class ChannelFault(Exception):
    """A message was not taken; the text says why and the remedy (for staff), and no address."""


class Outbox(Protocol):
    """What is still to be delivered. Both raise ``StoreFault`` where the disk fails."""

    def load(self) -> Post:
        """Return what was kept, an empty post where nothing was."""

    def save(self, post: Post) -> None:
        """Keep it; durable when it returns."""


class Channel(Protocol):
    """E-mail and others."""

    def deliver(self, message: Message, address: str) -> None:
        """Hand a message over to the service of an address; return when that has taken it.

        Raises ``ChannelFault``. It may have been taken nevertheless: then the next try brings a
        second copy.
        """

    def fault(self, address: str) -> str:
        """Return why an address can never be used from here, "" where it may; nothing is sent.

        It may take a while: come on the lane "net".
        """


class ContactStore(Protocol):
    """How staff are told, as they have set it."""

    @property
    def known(self) -> Contacts:
        """What was last loaded or saved here; for the screen's thread, it waits for no disk."""

    def load(self) -> Contacts:
        """Return what is set, empty contacts where nothing is yet; raise ``StoreFault``."""

    def save(self, contacts: Contacts) -> None:
        """Keep it for this account's eyes only; durable when it returns; raise ``StoreFault``."""


class Addressees(Protocol):
    """Who is told, how and when. Asked on the screen's thread: nothing here may wait for a disk."""

    def everybody(self) -> tuple[PersonId, ...]:
        """Return all who get the daily message."""

    def first_readers(self) -> People:
        """Return those to whom every first press comes."""

    def addresses(self, person: PersonId) -> tuple[str, ...]:
        """Return where somebody is reached (URLs as apprise has them), () for nowhere."""

    def school(self) -> SchoolTime:
        """Return the school's hours as they are set now."""

    def kiosk(self) -> str:
        """Return what staff call this PC."""


class Anchors(Protocol):
    """Where the record's chains are named against one another. All calls come on the lane "tell".

    They raise ``StoreFault``.
    """

    def anchor(self) -> None:
        """Note in the record how far its chains have come."""

    def heads(self) -> Mapping[str, str]:
        """Return the last entries of the chains, by their files."""
