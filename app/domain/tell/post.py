"""All that is on its way to staff, as one value: alarms, messages, and how each of them stands.

Every change returns a new value. Nothing here knows a disk or a network: the postman keeps it
before he sends, so that each message goes out at least once, under one id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.tell import message
from app.domain.tell.ladder import NO_TELL, Alarm, Key, Kind, due, is_over
from app.domain.tell.message import Message, MessageId, Standing
from app.domain.tell.people import PersonId
from app.domain.tell.records import TellId
from app.domain.tell.schooltime import SchoolTime

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (30, 60, 120, 300, 600))
"""After each try that failed; after more of them always the last."""
PATIENCE = timedelta(minutes=10)
"""How long a first message may be on its way before the child hears that it is not."""
KEPT_OPENED, KEPT = timedelta(days=1), timedelta(days=30)
"""How long an alarm is kept after it was opened, and if it never is."""
KEPT_INNER = timedelta(days=7)
"""How long an inner one waits for somebody without an address: it shows on the disk."""
INNER = frozenset({Kind.INNER, Kind.WANTED, Kind.BROKEN_OFF})
NewId = Callable[[], MessageId]
Reach = frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class Posting:
    """A message and how it stands. ``of`` is its alarm, None for a daily message.

    ``fault``: why the last try failed, for staff.
    """

    message: Message
    of: Key | None
    since: datetime
    next_try: datetime
    tries: int = 0
    delivered_at: datetime | None = None
    fault: str = ""

    @property
    def is_inner(self) -> bool:
        """Whether only its addressee may know that there is such a message."""
        return self.of is not None and self.of[1] in INNER

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is to be tried; also where the PC's clock was set back since."""
        wait = self.next_try - now
        return self.delivered_at is None and not timedelta() < wait <= PAUSES[-1]

    def delivered(self, now: datetime) -> Posting:
        """Return it after it was taken."""
        return replace(self, tries=self.tries + 1, delivered_at=now, fault="")

    def failed(self, fault: str, now: datetime) -> Posting:
        """Return it after a try failed."""
        pause = PAUSES[min(self.tries, len(PAUSES) - 1)]
        return replace(self, tries=self.tries + 1, next_try=now + pause, fault=fault)


@dataclass(frozen=True, slots=True)
class Health:
    """Whether staff are being told.

    ``late``: a Tell has been waiting for 10 minutes and no message of it was taken; ``fault``: why
    the last message was not taken ("" while all is well; for staff); ``channel``: anybody has an
    address; ``lost``: what was to be told was lost, and nobody has looked since. It speaks of first
    ladders alone, because everybody may see this.
    """

    late: bool = False
    fault: str = ""
    channel: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """Alarms and messages. ``digest_day``: the day of the last daily message (ISO 8601), or "".

    ``lost``: what was kept was damaged, and nobody has been told so yet.
    """

    alarms: tuple[Alarm, ...] = ()
    postings: tuple[Posting, ...] = ()
    digest_day: str = ""
    lost: bool = False

    def raised(self, alarm: Alarm) -> Post:
        """Return it with one alarm more; one that is there already stays as it is."""
        if alarm.key in {one.key for one in self.alarms}:
            return self
        return replace(self, alarms=(*self.alarms, alarm))

    def opened(
        self, tell: TellId, by: PersonId, now: datetime, firsts: Reach = frozenset()
    ) -> Post:
        """Return it after somebody opened a Tell: what of that ladder is not sent never is.

        ``firsts`` get a first press by the list in force.
        """
        ended = {tell, NO_TELL}
        alarms = tuple(
            one.opened(by, now, firsts) if one.tell in ended else one for one in self.alarms
        )
        done = {one.key for one in alarms if one.opened_at is not None}
        rest = tuple(
            one for one in self.postings if one.of not in done or one.delivered_at is not None
        )
        return replace(self, alarms=alarms, postings=rest)

    def stepped(self, school: SchoolTime, reachable: Reach, now: datetime, new_id: NewId) -> Post:
        """Return it with a message for everybody who is to be told by now."""
        alarms, postings = [], list(self.postings)
        for alarm in (_in_time(one, now) for one in self.alarms):
            people = due(alarm, school, reachable, now)
            alarms.append(replace(alarm, told=alarm.told + people))
            postings += [
                Posting(_step(alarm, person, new_id()), alarm.key, now, now) for person in people
            ]
        stepped = replace(self, alarms=tuple(alarms), postings=tuple(postings))
        return _tidied(stepped, reachable, now)

    def digested(
        self, day: str, standings: Mapping[PersonId, Standing], now: datetime, new_id: NewId
    ) -> Post:
        """Return it with the daily messages, in place of those of the day before."""
        if not standings:
            return self
        fresh = tuple(
            Posting(message.digest(new_id(), person, standing), None, now, now)
            for person, standing in standings.items()
        )
        rest = tuple(one for one in self.postings if one.of is not None)
        return replace(self, postings=rest + fresh, digest_day=day)

    def delivered(self, sent: MessageId, now: datetime) -> Post:
        """Return it after a message was taken."""
        return self._with(sent, lambda one: one.delivered(now))

    def failed(self, sent: MessageId, fault: str, now: datetime) -> Post:
        """Return it after a message was not taken."""
        return self._with(sent, lambda one: one.failed(fault, now))

    def next(self, now: datetime) -> Posting | None:
        """Return what is to be tried now: a first ladder waits for nothing else."""
        ready = [one for one in self.postings if one.is_due(now)]
        return min(ready, key=lambda one: (_rank(one), one.tries, one.since), default=None)

    def merged(self, later: Post) -> Post:
        """Return what was kept together with what came before it could be read."""
        known = {one.key for one in self.alarms}
        fresh = tuple(one for one in later.alarms if one.key not in known)
        keys = {one.key for one in fresh}
        rest = tuple(one for one in later.postings if one.of in keys)
        return replace(self, alarms=self.alarms + fresh, postings=self.postings + rest)

    def reached(self, tell: TellId) -> bool:
        """Tell whether a message of the first ladder of a Tell was taken."""
        return any(
            one.of == (tell, Kind.FIRST) and one.delivered_at is not None for one in self.postings
        )

    def health(self, now: datetime, *, channel: bool) -> Health:
        """Return whether staff are being told."""
        late = any(self._is_late(one, now) for one in self.alarms)
        stuck = [one for one in self.postings if one.fault and not one.is_inner]
        fault = max(stuck, key=lambda one: one.next_try).fault if stuck else ""
        return Health(late, fault, channel, self.is_lost)

    @property
    def is_lost(self) -> bool:
        """Whether it is not known which Tells wait, and nobody has looked since."""
        return any(one.kind is Kind.LOST and one.opened_at is None for one in self.alarms)

    def late(self, tell: TellId, now: datetime) -> bool:
        """Tell whether one Tell has been waiting for 10 minutes and nobody could be told of it."""
        return any(one.tell == tell and self._is_late(one, now) for one in self.alarms)

    def is_opened(self, tell: TellId) -> bool:
        """Tell whether somebody who had the first press of a Tell has opened it."""
        return any(one.key == (tell, Kind.FIRST) and one.opened_at for one in self.alarms)

    def unopened(self, person: PersonId, firsts: Reach = frozenset()) -> int:
        """Return how many first presses that came to somebody wait to be opened by anybody.

        ``firsts`` get a first press by the list in force: those of before are theirs to open too.
        """
        waiting = (one for one in self.alarms if one.kind is Kind.FIRST and one.opened_at is None)
        return sum(person in one.openers | firsts for one in waiting)

    def _is_late(self, alarm: Alarm, now: datetime) -> bool:
        if alarm.kind is not Kind.FIRST or alarm.opened_at is not None or self.reached(alarm.tell):
            return False
        # Where the clock was set back nobody knows how long it was: better said than not.
        return not timedelta() <= now - alarm.since < PATIENCE

    def _with(self, sent: MessageId, change: Callable[[Posting], Posting]) -> Post:
        changed = tuple(change(one) if one.message.id == sent else one for one in self.postings)
        return replace(self, postings=changed)


def _in_time(alarm: Alarm, now: datetime) -> Alarm:
    """Return an alarm that goes on where the clock was set back behind its beginning.

    Nobody knows then how long it has waited: what a child is told is as if it were long enough.
    """
    return replace(alarm, since=now - PATIENCE) if alarm.since > now else alarm


def _step(alarm: Alarm, person: PersonId, id_: MessageId) -> Message:
    """Return what somebody on a ladder is told: to open it, or to find who can."""
    if alarm.kind is Kind.BROKEN_OFF:
        return message.broken_off(id_, person)
    if alarm.kind is Kind.LOST:
        return message.lost(id_, person)
    if person in alarm.openers:
        return message.told(id_, person)
    return message.unopened(id_, person, alarm.offices)


def _tidied(post: Post, reachable: Reach, now: datetime) -> Post:
    """Return it without what is over: it says on the disk who was told of what."""
    unsent = {one.of for one in post.postings if one.delivered_at is None}

    def stays(alarm: Alarm) -> bool:
        over = is_over(alarm, reachable) and alarm.key not in unsent
        if alarm.kind in {Kind.INNER, Kind.WANTED}:
            told = alarm.opened_at is not None or set(alarm.people) <= set(alarm.told)
            return not over or not (told or now - alarm.since >= KEPT_INNER)
        if alarm.opened_at is not None:
            return now - alarm.opened_at < KEPT_OPENED
        return not over or now - alarm.since < KEPT

    alarms = tuple(filter(stays, post.alarms))
    keys = {None, *(one.key for one in alarms)}
    return replace(post, alarms=alarms, postings=tuple(p for p in post.postings if p.of in keys))


def _rank(posting: Posting) -> int:
    """Return 0 for a first ladder: no other message may hold it up."""
    return 2 if posting.of is None else int(posting.is_inner)
