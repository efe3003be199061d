"""A postman with all he works with, in memory, and a night before the first daily message."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from app.domain.ports import StoreFault
from app.domain.tell.ladder import Alarm, Kind, Step
from app.domain.tell.people import PersonId, Role
from app.domain.tell.records import TellId
from app.flow.postman import Means, Postman
from tests.fakes import MORNING, FakeClock
from tests.posts import FakeAddressees, FakeAnchors, FakeChannel, FakeOutbox
from tests.widgets.desks import SlowLanes

TELL, OTHER = TellId("7e11" * 4), TellId("07e4" * 4)
DSL, HEAD, CHAIR = (PersonId(letter * 8) for letter in "abc")
BOOK = {DSL: ("mailto://dsl",), HEAD: ("mailto://head",), CHAIR: ("mailto://chair",)}
NIGHT = datetime(2026, 3, 2, 3, 0, tzinfo=MORNING.tzinfo)
"""Before the daily message."""
FULL = StoreFault("outbox.json: the disk is full")


def first_alarm(tell: TellId, since: datetime) -> Alarm:
    """Return an alarm of two rungs, both of which can open the Tell."""
    steps, openers = (Step(0, (DSL,)), Step(15, (HEAD,))), frozenset((DSL, HEAD))
    return Alarm(tell, Kind.FIRST, steps, openers, since, (Role.DSL, Role.HEAD))


@dataclass
class Round:
    """A postman with all he works with, before the daily message of the day."""

    clock: FakeClock = field(default_factory=lambda: FakeClock(NIGHT))
    lanes: SlowLanes = field(default_factory=SlowLanes)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    channel: FakeChannel = field(default_factory=FakeChannel)
    staff: FakeAddressees = field(
        default_factory=lambda: FakeAddressees(BOOK, frozenset((DSL, HEAD)))
    )
    record: FakeAnchors = field(default_factory=FakeAnchors)

    def start(self) -> Postman:
        """Return a postman who has begun; a second one is the first after a restart."""
        self.lanes = SlowLanes()
        means = Means(self.clock, self.lanes, self.outbox, self.channel, self.staff, self.record)
        postman = Postman(means)
        postman.start()
        return postman

    def begun(self) -> Postman:
        """Return a postman who has read what was left."""
        postman = self.start()
        self.lanes.work()
        return postman

    def let_pass(self, postman: Postman, minutes: float) -> None:
        """Let time pass, with a round every half minute."""
        for _ in range(int(minutes * 2)):
            self.clock.let_pass(30)
            postman._rounds.timeout.emit()
            self.lanes.work()

    def first(self) -> Alarm:
        """Return the alarm of a first press now."""
        return first_alarm(TELL, self.clock.now())

    def inner(self) -> Alarm:
        """Return the alarm of a sitting that ends now."""
        return Alarm(TELL, Kind.INNER, (Step(0, (CHAIR,)),), frozenset((CHAIR,)), self.clock.now())

    @property
    def got(self) -> list[str]:
        """Who got something, in order."""
        return [address.removeprefix("mailto://") for address, _ in self.channel.sent]

    @property
    def ids(self) -> set[str]:
        """The ids of all that was tried."""
        return {message.id for _, message in self.channel.tried}
