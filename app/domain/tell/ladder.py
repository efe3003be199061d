"""Who is told next: rung by rung, until somebody who can open the Tell has opened it.

There are five ladders, which know nothing of each other. The *first* one is that of the first
press: its rungs are those of ``policy.toml``, and it stops when one of the first circle opens the
Tell. Whoever stands on a rung and is not in that circle is told to find somebody who is. The
*inner* one begins when the child's sitting ends; it has one rung, for those of the inner circle who
had no first press (the chair, where it is about a head teacher). At the same time the *wanted* one
tells the grown-up whom the child would like to talk with, where no other does. The *broken off* one
is for a Tell whose sitting a crash or a power cut ended: this PC cannot read who reads on, so all
who ever might are told, whatever was said. The *lost* one is of no Tell: the list of all of them
was damaged, and those who read Tells are told to look for themselves.

The first ladder is made of the first press alone: by the policy, the list of recipients and the
first circle. So nobody can see from what they are sent, or from what stops, that more was said:
that there is an inner ladder changes nothing for anybody on the first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from app.domain.tell.people import READERS, PersonId, Role, Roster
from app.domain.tell.policy import Rung
from app.domain.tell.records import TellId
from app.domain.tell.routing import People, might_read_on
from app.domain.tell.schooltime import SchoolTime, minutes_of_school

RANKS = (Role.DSL, Role.DEPUTY, Role.HEAD, Role.CHAIR, Role.STAND_IN, Role.TEACHER, Role.COMPUTING)
"""Who is told before whom on one rung."""


class Kind(StrEnum):
    """Which of the ladders of a Tell."""

    FIRST = "first"
    INNER = "inner"
    WANTED = "wanted"
    BROKEN_OFF = "broken off"
    LOST = "lost"


NO_TELL = TellId("0" * 16)
Key = tuple[TellId, Kind]


@dataclass(frozen=True, slots=True)
class Step:
    """Who is told together after so many ``minutes`` of school time; of ``people`` none is there

    twice.
    """

    minutes: int
    people: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """One ladder of one Tell: its steps, who of them was told, and whether one opened it.

    ``openers`` can open the Tell, and one of them ends the ladder; ``offices`` are theirs, for
    those who have to find them. ``since`` and ``opened_at`` are in UTC.
    """

    tell: TellId
    kind: Kind
    steps: tuple[Step, ...]
    openers: People
    since: datetime
    offices: tuple[Role, ...] = ()
    told: tuple[PersonId, ...] = ()
    opened_at: datetime | None = None

    @property
    def key(self) -> Key:
        """What it is known by: a Tell has one of each kind."""
        return self.tell, self.kind

    @property
    def people(self) -> tuple[PersonId, ...]:
        """All who stand on it, in their order."""
        return tuple(person for step in self.steps for person in step.people)

    def opened(self, by: PersonId, at: datetime, firsts: People = frozenset()) -> Alarm:
        """Return it after somebody has opened the Tell: it ends with the first of its openers.

        Whoever stands on the other ladder only does not count: that they read is not known here.
        ``firsts`` get a first press by the list that is in force by now: one who came later counts.
        """
        openers = self.openers | firsts if self.kind is Kind.FIRST else self.openers
        if self.opened_at is not None or by not in openers:
            return self
        return replace(self, opened_at=at)


def first_alarm(
    tell: TellId, roster: Roster, rungs: Sequence[Rung], first: People, since: datetime
) -> Alarm:
    """Return the alarm of a first press.

    Who has the first press and stands on no rung (a class teacher) is told with the first rung.
    """
    groups = _groups(roster, rungs)
    on_rungs = {person for group in groups for person in group}
    rest = in_order(roster, first - on_rungs)
    groups = [groups[0] + rest, *groups[1:]] if groups else [rest]
    minutes = [rung.minutes for rung in rungs] or [0]
    steps = tuple(
        Step(after, group) for after, group in zip(minutes, groups, strict=False) if group
    )
    return Alarm(tell, Kind.FIRST, steps, first, since, offices_of(roster, first))


def inner_alarm(
    tell: TellId, roster: Roster, inner: People, first: People, since: datetime
) -> Alarm | None:
    """Return the alarm at the end of a sitting, None where everybody of it had the first press."""
    return _at_once(Alarm(tell, Kind.INNER, (), inner - first, since), roster, inner - first)


def wanted_alarm(tell: TellId, roster: Roster, wanted: People, since: datetime) -> Alarm | None:
    """Return the alarm for who was wished for, None where nobody was whom no other alarm tells."""
    return _at_once(Alarm(tell, Kind.WANTED, (), wanted, since), roster, wanted)


def broken_off_alarm(tell: TellId, roster: Roster, first: People, since: datetime) -> Alarm | None:
    """Return the alarm of a Tell that was broken off, None where all had the first press.

    Nobody's opening ends it: who can open it hangs on what was said.
    """
    people = might_read_on(roster) - first
    return _at_once(Alarm(tell, Kind.BROKEN_OFF, (), frozenset(), since), roster, people)


def lost_alarm(people: tuple[PersonId, ...], openers: People, since: datetime) -> Alarm:
    """Return the alarm of a list that was lost; it ends once one of those looks at any Tell."""
    return Alarm(NO_TELL, Kind.LOST, (Step(0, people),), openers, since)


def due(
    alarm: Alarm, school: SchoolTime, reachable: Container[PersonId], now: datetime
) -> tuple[PersonId, ...]:
    """Return who is to be told now; several steps where they passed while the PC was off.

    Where nobody of a step can be reached the next one comes in its place. Whoever gets an address
    later is told with those of their step. After the last step nobody is told again.
    """
    waiting = _waiting(alarm, reachable)
    if not waiting:
        return ()
    passed = minutes_of_school(school, alarm.since, now)
    steps = sum(passed >= step.minutes for step in alarm.steps)
    begun = sum(_has_begun(alarm, step) for step in alarm.steps)
    found: list[PersonId] = []
    for step, people in waiting:
        if not _has_begun(alarm, step):
            if begun >= steps:
                continue
            begun += 1
        found += people
    return tuple(found)


def is_over(alarm: Alarm, reachable: Container[PersonId]) -> bool:
    """Tell whether nobody is left to be told, now or later."""
    return not _waiting(alarm, reachable)


def in_order(roster: Roster, people: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """Return people by their roles, those of the same role as the roster has them."""
    wanted = set(people)
    ranked = [
        (min((RANKS.index(role) for role in one.roles), default=len(RANKS)), place, one.id)
        for place, one in enumerate(roster.people)
        if one.id in wanted
    ]
    return tuple(person for _, _, person in sorted(ranked))


def offices_of(roster: Roster, people: People) -> tuple[Role, ...]:
    """Return the offices of people who read Tells, in order.

    A class teacher's is not among them: it would say that a child of some class had signed in.
    """
    held = {role for one in roster.people if one.id in people for role in one.roles}
    return tuple(role for role in RANKS if role in held & READERS)


def _groups(roster: Roster, rungs: Sequence[Rung]) -> list[tuple[PersonId, ...]]:
    """Return who is told on each rung, everybody once; rungs whose roles hold nobody are left out.

    So the next one comes in such a rung's place.
    """
    known: set[PersonId] = set()
    groups: list[tuple[PersonId, ...]] = []
    for rung in rungs:
        held = {one.id for role in rung.roles for one in roster.holders(role)} - known
        known |= held
        if held:
            groups.append(in_order(roster, held))
    return groups


def _at_once(alarm: Alarm, roster: Roster, people: People) -> Alarm | None:
    step = Step(0, in_order(roster, people))
    return replace(alarm, steps=(step,)) if step.people else None


def _has_begun(alarm: Alarm, step: Step) -> bool:
    return any(person in alarm.told for person in step.people)


def _waiting(
    alarm: Alarm, reachable: Container[PersonId]
) -> tuple[tuple[Step, tuple[PersonId, ...]], ...]:
    """Return the steps on which somebody is still to be told, and whom."""
    if alarm.opened_at is not None:
        return ()
    waiting = (
        (step, tuple(one for one in step.people if one in reachable and one not in alarm.told))
        for step in alarm.steps
    )
    return tuple((step, people) for step, people in waiting if people)
