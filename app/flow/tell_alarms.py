"""When staff are to be told: a first press is on the disk, or a sitting has ended.

A first alarm is made of the first press alone; an inner one, and that of the grown-up who was
wished for, only go to people who had no first press (``domain/tell/ladder.py``). A Tell that is
kept as a drill raises none. Where the power goes while a child is telling, ``broken_off.py`` tells
staff at the next start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.tell.ladder import Alarm, first_alarm, inner_alarm, wanted_alarm
from app.domain.tell.routing import circles, first_circle

if TYPE_CHECKING:
    from app.domain.ids import ClassId
    from app.domain.tell.records import First, TellId
    from app.domain.tell.taps import Tap
    from app.flow.tell_known import Known


@dataclass(slots=True, eq=False)
class _Awaited:
    """The alarms of one Tell that are not raised yet; ``first`` is None once it was."""

    first: Alarm | None
    class_id: ClassId | None
    at_end: tuple[Alarm, ...] = ()
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
        found = circles(roster, routes, awaited.class_id, said)
        inner = inner_alarm(tell, roster, found.inner, first, at)
        # Beside those of the first press only who was wished for is in the outer circle.
        wanted = wanted_alarm(tell, roster, found.outer - first, at)
        awaited.at_end = tuple(one for one in (inner, wanted) if one is not None)
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
            for one in awaited.at_end:
                self._ring(one)

    def finish(self) -> None:
        """Raise all that is awaited: the kiosk is being left, and nothing comes back.

        Should the disk refuse the last pieces, staff look for a Tell that is not there: better than
        one that nobody looks for.
        """
        for tell in tuple(self._awaited):
            self.kept(tell, 0)
