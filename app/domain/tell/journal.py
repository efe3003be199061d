"""The port to the record of what children tell: it only grows, and the kiosk cannot read it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from app.domain.tell.people import Roster
from app.domain.tell.records import Detail, First, TellId
from app.domain.tell.routing import Circles, People


class Addressed(NamedTuple):
    """For whom a tap is sealed: by which list, and who gets what if it is the last one."""

    roster: Roster
    circles: Circles


class TellJournal(Protocol):
    """Each call that keeps something is durable when it returns; it raises ``StoreFault``.

    All calls come on the lane "tell", one after the other.
    """

    def ready(self) -> None:
        """Find out where the record stands, and put in its place what a power cut left behind."""

    def recovered(self) -> tuple[TellId, ...]:
        """Return the Tells that the last start found unfinished; nobody may know of them yet.

        What was acknowledged of them is read on by those who may. They are found again at the next
        start, until ``let_go``.
        """

    def let_go(self) -> None:
        """Keep no more what was recovered, but in its place: staff are being told of it."""

    def expect(self, circle: People, addressed: Addressed) -> None:
        """Make ready what a first press for these people needs: somebody may press soon."""

    def first(self, first: First, circle: People, addressed: Addressed) -> None:
        """Keep the first press, readable at once for everybody in ``circle``."""

    def add(self, detail: Detail, addressed: Addressed) -> None:
        """Keep one more tap; nobody can read it before the sitting ends."""

    def end(self, tell: TellId) -> None:
        """End a Tell: those of the inner circle can read on."""

    def settle(self) -> None:
        """Put in its place what was kept; to be called when a tap has been acknowledged."""


class Reach(NamedTuple):
    """Whom a Tell reaches now: the list in force, and whether Tell is live in this school.

    A list of version 0: nobody is set up yet, and nothing can be sealed to anybody.
    """

    roster: Roster
    live: bool = False

    @property
    def records(self) -> bool:
        """Whether a press leaves a record (it may be a drill's)."""
        return self.roster.version > 0


class Recipients(Protocol):
    """Who is to be reached; all calls come on the lane "tell"."""

    def reach(self) -> Reach:
        """Return it as it stands; raise ``StoreFault`` where the list was meddled with."""
