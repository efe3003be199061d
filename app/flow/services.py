"""What controllers are given: the ports, each behind a property so that it is made at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.ports import (
        ClassLists,
        Clock,
        Library,
        Numbers,
        Papers,
        PinMill,
        PinStore,
        ProgressStore,
        Schedule,
        SchoolStore,
    )
    from app.domain.problem import Problem
    from app.domain.tell.attachments import Exhibits
    from app.domain.tell.desk import StaffDesk
    from app.domain.tell.erasing import Erasing
    from app.domain.tell.journal import Recipients, TellJournal
    from app.domain.tell.policy import Policy
    from app.domain.tell.ports import Channel, ContactStore, Outbox
    from app.domain.tell.takeaway import Takeaway
    from app.flow.tasks import Lanes


class Services(Protocol):
    """The ports of one running kiosk; bootstrap builds them."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def lanes(self) -> Lanes:
        """Where blocking work goes."""

    @property
    def schools(self) -> SchoolStore:
        """The school file."""

    @property
    def progress(self) -> ProgressStore:
        """Every pupil's attempts."""

    @property
    def numbers(self) -> Numbers:
        """This kiosk's numbers."""

    @property
    def pins(self) -> PinStore:
        """What is kept of the staff PIN."""

    @property
    def pin_mill(self) -> PinMill:
        """Makes and tries hashes of the staff PIN."""

    @property
    def class_lists(self) -> ClassLists:
        """Reads class lists."""

    @property
    def papers(self) -> Papers:
        """Writes what staff take away."""

    @property
    def place_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the place of the data folder."""

    @property
    def founding(self) -> SchoolStore | None:
        """Where a real school can be set up from the demo; None in a real school."""

    @property
    def schedule(self) -> Schedule:
        """Spaced review."""

    @property
    def tells(self) -> TellJournal:
        """The record of what children tell."""

    @property
    def recipients(self) -> Recipients:
        """Whom a Tell reaches."""

    @property
    def staff_desk(self) -> StaffDesk:
        """The staff's side of the record."""

    @property
    def takeaway(self) -> Takeaway:
        """Makes what is handed over, and brings it to a drive."""

    @property
    def exhibits(self) -> Exhibits:
        """Keeps the files that staff add to Tells."""

    @property
    def erasing(self) -> Erasing:
        """Erases Tells by two."""

    @property
    def contacts(self) -> ContactStore:
        """How staff are told."""

    @property
    def outbox(self) -> Outbox:
        """What is still to be told to staff."""

    @property
    def channel(self) -> Channel:
        """E-mail and others."""

    @property
    def policy(self) -> Policy:
        """What a child can pick, and the steps that staff follow; read once, on a lane."""

    @property
    def kiosk_name(self) -> str:
        """What staff call this PC."""

    @property
    def library(self) -> Library:
        """Lessons, quizzes and rule cards."""
