"""When staff are to be told: a first press is on the disk, or a sitting has ended.

A first alarm is made of the first press alone, and an inner one only goes to people who had no
first press (``domain/tell/ladder.py``). A Tell that is kept as a drill raises neither. What
remains: where the power goes while a child is telling, what was said by then can be read by those
who may once the PC runs again, but no inner alarm is raised, because this PC cannot read who they
are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.tell.ladder import Alarm, first_alarm, inner_alarm
from app.domain.tell.routing import circles, first_circle

if TYPE_CHECKING:
    from app.domain.ids import ClassId
    from app.domain.tell.records import First, TellId
    from app.domain.tell.taps import Tap
    from app.flow.tell_known import Known


@dataclass(slots=True, eq=False)
class _Awaited:
    """The alarms of one Tell that are not raised yet; None where there is none (any more)."""

    first: Alarm | None
    class_id: ClassId | None
    inner: Alarm | None = None
    has_ended: bool = False


class TellAlarms:
    """Knows which alarms are to be raised, and hands each of them to ``ring`` once."""

    def __init__(self, ring: Callable[[Alarm], None]) -> None:
        self._ring = ring
        self._awaited: dict[TellId, _Awaited] = {}

    def watch(self, first: First, class_id: ClassId | None, known: Known) -> None:
        """Wait for a first press to be on the disk."""
        roster, policy = known.reach.roster, known.policy
        circle = first_circle(roster, policy.routes, class_id)
        alarm = first_alarm(first.tell, roster, policy.ladder, circle, first.at)
        self._awaited[first.tell] = _Awaited(alarm, class_id)

    def ended(self, tell: TellId, said: tuple[Tap, ...], at: datetime, known: Known) -> None:
        """Wait for the end of a sitting to be on the disk."""
        awaited = self._awaited.get(tell)
        if awaited is None:
            return
        roster, routes = known.reach.roster, known.policy.routes
        first = first_circle(roster, routes, awaited.class_id)
        inner = circles(roster, routes, awaited.class_id, said).inner
        awaited.inner = inner_alarm(tell, roster, inner, first, at)
        awaited.has_ended = True

    def kept(self, tell: TellId, waiting: int) -> None:
        """A piece of a Tell is on the disk, and so many more are not."""
        awaited = self._awaited.get(tell)
        if awaited is None:
            return
        first, awaited.first = awaited.first, None
        if first is not None:
            self._ring(first)
        if awaited.has_ended and not waiting:
            del self._awaited[tell]
            if awaited.inner is not None:
                self._ring(awaited.inner)

    def finish(self) -> None:
        """Raise all that is awaited: the kiosk is being left, and nothing comes back.

        Should the disk refuse the last pieces, staff look for a Tell that is not there: better than
        one that nobody looks for.
        """
        for tell in tuple(self._awaited):
            self.kept(tell, 0)
