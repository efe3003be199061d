"""Who is told next: one person at a time, until somebody has opened the Tell.

There are two ladders, which know nothing of each other. The *first* one is that of the first press:
it goes to the first circle. The *inner* one begins when the child's sitting ends and goes only to
people of the inner circle who had no first press (the chair, where it is about a head teacher).
So nobody who had the first press can see from what they are sent, or from what stops, that more was
said: that there is an inner ladder changes nothing for them.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from app.domain.tell.people import PersonId, Role, Roster
from app.domain.tell.records import TellId
from app.domain.tell.routing import People
from app.domain.tell.schooltime import SchoolTime, minutes_of_school

STEPS = (0, 15, 30, 60)
"""Minutes of school time after which one more person is told; the first at any time of the day."""
RANKS = (Role.DSL, Role.DEPUTY, Role.HEAD, Role.CHAIR, Role.STAND_IN, Role.TEACHER, Role.COMPUTING)
"""Who is told before whom."""


class Kind(StrEnum):
    """Which of the two ladders of a Tell."""

    FIRST = "first"
    INNER = "inner"


Key = tuple[TellId, Kind]


@dataclass(frozen=True, slots=True)
class Alarm:
    """One ladder of one Tell: its people in order, who of them was told, and whether one opened it.

    ``since`` and ``opened_at`` are in UTC.
    """

    tell: TellId
    kind: Kind
    people: tuple[PersonId, ...]
    since: datetime
    told: tuple[PersonId, ...] = ()
    opened_at: datetime | None = None

    @property
    def key(self) -> Key:
        """What it is known by: a Tell has one of each kind."""
        return self.tell, self.kind

    def opened(self, by: PersonId, at: datetime) -> Alarm:
        """Return it after somebody has opened the Tell: it ends with the first of its own people.

        Whoever stands on the other ladder only does not count: that they read is not known here.
        """
        if self.opened_at is not None or by not in self.people:
            return self
        return replace(self, opened_at=at)


@dataclass(frozen=True, slots=True)
class Ladder:
    """After how many minutes of school time each step comes."""

    minutes: tuple[float, ...] = STEPS
    school: SchoolTime = field(default_factory=SchoolTime)


def first_alarm(tell: TellId, roster: Roster, first: People, since: datetime) -> Alarm:
    """Return the alarm of a first press."""
    return Alarm(tell, Kind.FIRST, in_order(roster, first), since)


def inner_alarm(
    tell: TellId, roster: Roster, inner: People, first: People, since: datetime
) -> Alarm | None:
    """Return the alarm at the end of a sitting, None where everybody of it had the first press."""
    people = in_order(roster, inner - first)
    return Alarm(tell, Kind.INNER, people, since) if people else None


def due(
    alarm: Alarm, ladder: Ladder, reachable: Container[PersonId], now: datetime
) -> tuple[PersonId, ...]:
    """Return who is to be told now; several where steps passed while the PC was off.

    Whoever cannot be reached is passed over. After the last step nobody is told again.
    """
    waiting = _waiting(alarm, ladder, reachable)
    if not waiting:
        return ()
    passed = minutes_of_school(ladder.school, alarm.since, now)
    steps = sum(passed >= minutes for minutes in ladder.minutes)
    return waiting[: max(0, steps - len(alarm.told))]


def is_over(alarm: Alarm, ladder: Ladder, reachable: Container[PersonId]) -> bool:
    """Tell whether nobody is left to be told, now or later."""
    return not _waiting(alarm, ladder, reachable)


def in_order(roster: Roster, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """Return people by their roles, those of the same role as the roster has them."""
    wanted = set(people)
    ranked = [
        (min((RANKS.index(role) for role in one.roles), default=len(RANKS)), place, one.id)
        for place, one in enumerate(roster.people)
        if one.id in wanted
    ]
    return tuple(person for _, _, person in sorted(ranked))


def _waiting(alarm: Alarm, ladder: Ladder, reachable: Container[PersonId]) -> tuple[PersonId, ...]:
    if alarm.opened_at is not None or len(alarm.told) >= len(ladder.minutes):
        return ()
    return tuple(one for one in alarm.people if one not in alarm.told and one in reachable)
