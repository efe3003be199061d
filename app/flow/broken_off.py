"""Tells that a crash or a power cut broke off: at the next start staff are told of them.

Whoever had told may be waiting, and the alarm may have been lost with the program. It is told from
the ids alone, for this PC can read nothing of a Tell: so what was said changes nothing here. Where
nobody knows who told, no class teacher is among those who are. The grown-up whom the child had
wished for gets the first press, and no message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.tell.ladder import broken_off_alarm, first_alarm
from app.domain.tell.routing import first_circle
from app.flow.tasks import Lane, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from app.domain.tell.ladder import Alarm
    from app.domain.tell.records import TellId
    from app.flow.postman import Postman
    from app.flow.services import Services
    from app.flow.tell_known import Known


class BrokenOff(QObject):
    """Has the record hold what it recovered until the outbox holds the alarms."""

    def __init__(self, services: Services, postman: Postman, known: Callable[[], Known]) -> None:
        super().__init__(postman)
        self._services = services
        self._postman = postman
        self._known = known
        self._is_live = self._has_looked = False
        self._raised: tuple[Alarm, ...] = ()
        postman.moved.connect(self._on_moved)

    def look(self, *, live: bool) -> None:
        """Look once; where Tell was not live, they were drills, and nobody is told."""
        if self._has_looked:
            return
        self._has_looked, self._is_live = True, live
        recovered = self._services.tells.recovered
        self._services.lanes.run(Lane.TELL, recovered, self._on_found, self._on_failed)

    def _on_found(self, tells: tuple[TellId, ...]) -> None:
        if not tells:
            return
        if not self._is_live:
            self._let_go()
            return
        now = self._services.clock.now()
        self._raised = tuple(one for tell in tells for one in alarms(tell, self._known(), now))
        for one in self._raised:
            self._postman.raise_alarm(one)

    def _on_moved(self) -> None:
        if self._raised and all(self._postman.keeps(one) for one in self._raised):
            self._raised = ()
            self._let_go()

    def _let_go(self) -> None:
        let_go = self._services.tells.let_go
        self._services.lanes.run(Lane.TELL, let_go, self._on_let_go, self._on_failed)

    def _on_let_go(self, _: None) -> None:
        """Nobody waits for it."""

    def _on_failed(self, fault: Exception) -> None:
        told(fault)  # it is found again at the next start


def alarms(tell: TellId, known: Known, now: datetime) -> tuple[Alarm, ...]:
    """Return all alarms of a Tell of which nothing but its id is known."""
    roster, policy = known.reach.roster, known.policy
    first = first_circle(roster, policy.routes, None)
    lost = first_alarm(tell, roster, policy.ladder, first, now)
    more = broken_off_alarm(tell, roster, first, now)
    return (lost,) if more is None else (lost, more)
