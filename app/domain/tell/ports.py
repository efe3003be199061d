"""The doors through which staff are told: the outbox on the disk, the channels, the addressees."""

from __future__ import annotations

from typing import Protocol

from app.domain.tell.ladder import Ladder
from app.domain.tell.message import Message, Standing
from app.domain.tell.people import PersonId
from app.domain.tell.post import Post


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


class Addressees(Protocol):
    """Who is told, how and when. Asked on the screen's thread: nothing here may wait for a disk."""

    def everybody(self) -> tuple[PersonId, ...]:
        """Return all who get the daily message."""

    def addresses(self, person: PersonId) -> tuple[str, ...]:
        """Return where somebody is reached (URLs as apprise has them), () for nowhere."""

    def ladder(self) -> Ladder:
        """Return the steps and the school's hours as they are set now."""

    def standing(self, person: PersonId) -> Standing:
        """Return what the daily message says to somebody: of their own view, nobody else's."""
