"""Keeps what a child tells: finds out whom it reaches, and loses nothing pressed before that."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import ClassId
from app.domain.tell.journal import Addressed
from app.domain.tell.ladder import Alarm
from app.domain.tell.records import Detail, First, TellId
from app.domain.tell.routing import circles, first_circle
from app.domain.tell.taps import Tap
from app.flow.services import Services
from app.flow.tasks import Lane
from app.flow.tell_alarms import TellAlarms
from app.flow.tell_known import UNKNOWN, Known
from app.flow.tell_queue import RETRY_MS, TellQueue, Work


@dataclass(slots=True, eq=False)
class _Told:
    """One sitting's Tell, as it was pressed; ``is_kept``: there is somebody to seal it to."""

    first: First
    class_id: ClassId | None
    details: list[Detail] = field(default_factory=list)
    is_kept: bool = False
    has_ended: bool = False

    @property
    def said(self) -> tuple[Tap, ...]:
        """Everything said after *Yes*."""
        return tuple(one.tap for one in self.details)


class TellKeeper(QObject):
    """Holds the Tell of one sitting; Tells that wait for the list of recipients outlive theirs.

    ``found`` carries what is ``Known``, ``unfound`` says that it could not be read; ``kept`` and
    ``failed`` carry the id of a Tell of which a piece is on the disk, or could not be written;
    ``alarmed`` carries an ``Alarm`` of which staff are to be told now.
    """

    alarmed = Signal(object)
    found = Signal(object)
    unfound = Signal()
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.known = UNKNOWN
        self.is_known = False
        self._told: _Told | None = None
        self._early: list[_Told] = []
        self._queue = TellQueue(services, self)
        self._queue.kept.connect(self._on_piece_kept)
        self._queue.failed.connect(self.failed)
        self._alarms = TellAlarms(self._announce_alarm)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.prepare)

    @property
    def fault(self) -> str:
        """Why something could not be written, for staff; "" while all is well."""
        return self._queue.fault

    def waiting(self, tell: TellId) -> int:
        """Return how many pieces of a Tell are not on the disk."""
        return self._queue.waiting(tell)

    def prepare(self, class_id: ClassId | None = None) -> None:
        """Find out whom a Tell reaches; a child of this class may press soon."""
        look = partial(self._look, class_id)
        self._services.lanes.run(Lane.TELL, look, self._on_read, self._on_unread)

    def begin(self, first: First, class_id: ClassId | None) -> None:
        """Keep the first press, once it is known for whom."""
        self._told = _Told(first, class_id)
        if self.is_known:
            self._start(self._told)
        else:
            self._early.append(self._told)
            self.prepare()

    def add(self, detail: Detail) -> None:
        """Keep one more tap of this sitting's Tell."""
        told = self._told
        if told is not None:
            told.details.append(detail)
            if told not in self._early:
                self._give(told, self._detail(told, len(told.details), self.known))

    def end(self) -> None:
        """End this sitting's Tell: those who may can read on."""
        told, self._told = self._told, None
        if told is not None:
            told.has_ended = True
            if told not in self._early:
                self._give(told, self._end(told))
                self._await_end(told)

    def finish(self) -> None:
        """Give all that waits to the lane at once: the kiosk is being left."""
        self.end()
        for told in self._early:
            self._queue.add(told.first.tell, partial(self._keep_late, told))
        self._early.clear()
        self._queue.finish()
        self._alarms.finish()

    def _look(self, class_id: ClassId | None) -> Known:
        """Find out whom, and make ready what a first press needs, on the lane."""
        known = self._read()
        if known.reach.records:
            roster, routes = known.reach.roster, known.policy.routes
            addressed = Addressed(roster, circles(roster, routes, class_id, ()))
            self._services.tells.expect(first_circle(roster, routes, class_id), addressed)
        return known

    def _read(self) -> Known:
        self._services.tells.ready()
        return Known(self._services.recipients.reach(), self._services.policy)

    def _on_read(self, known: Known) -> None:
        self.known, self.is_known = known, True
        self._retry.stop()
        self._announce_found()
        early, self._early = self._early, []
        for told in early:
            self._start(told)

    def _on_unread(self, fault: Exception) -> None:
        self._queue.note(fault)
        if self._early:
            self._retry.start()
        if not self.is_known:  # else what is known goes on being true enough to seal to
            self._announce_unfound()

    def _start(self, told: _Told) -> None:
        told.is_kept = self.known.reach.records
        for work in self._works(told, self.known):  # before all else: the child waits for it
            self._give(told, work)
        if told.is_kept and self.known.reach.live:  # nobody is told of a drill
            self._alarms.watch(told.first, told.class_id, self.known)
            self._await_end(told)

    def _keep_late(self, told: _Told) -> None:
        """Find out for whom, and keep all of it, on the lane."""
        for work in self._works(told, self._read()):
            work()

    def _works(self, told: _Told, known: Known) -> list[Work]:
        """Return what keeps a Tell as far as it was told, in order."""
        if not known.reach.records:
            return []
        first = replace(told.first, drill=not known.reach.live)
        details = [self._detail(told, count, known) for count in range(1, len(told.details) + 1)]
        ends = [self._end(told)] if told.has_ended else []
        return [partial(self._keep_first, first, told.class_id, known), *details, *ends]

    def _give(self, told: _Told, work: Work) -> None:
        if told.is_kept:
            self._queue.add(told.first.tell, work)

    def _keep_first(self, first: First, class_id: ClassId | None, known: Known) -> None:
        roster, routes = known.reach.roster, known.policy.routes
        addressed = Addressed(roster, circles(roster, routes, class_id, ()))
        self._services.tells.first(first, first_circle(roster, routes, class_id), addressed)

    def _detail(self, told: _Told, count: int, known: Known) -> Work:
        """Return what keeps the last of the first ``count`` taps."""
        roster, routes = known.reach.roster, known.policy.routes
        said = circles(roster, routes, told.class_id, told.said[:count])
        detail = told.details[count - 1]
        return partial(self._services.tells.add, detail, Addressed(roster, said))

    def _end(self, told: _Told) -> Work:
        return partial(self._services.tells.end, told.first.tell)

    def _await_end(self, told: _Told) -> None:
        if told.has_ended:
            now = self._services.clock.now()
            self._alarms.ended(told.first.tell, told.said, now, self.known)

    def _on_piece_kept(self, tell: TellId) -> None:
        self.kept.emit(tell)
        self._alarms.kept(tell, self.waiting(tell))

    def _announce_alarm(self, alarm: Alarm) -> None:
        self.alarmed.emit(alarm)

    def _announce_found(self) -> None:
        self.found.emit(self.known)

    def _announce_unfound(self) -> None:
        self.unfound.emit()
