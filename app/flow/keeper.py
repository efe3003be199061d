"""Keeps attempts: hands each to the disk lane, and says "kept" only when the disk has said so."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import PupilId
from app.domain.ports import StoreFault
from app.flow.services import Services
from app.flow.tasks import Lane, known

if TYPE_CHECKING:
    from app.domain.attempt import Attempt

RETRY_MS = 10_000
"""How long after a failed write the next try is made, if no new answer comes first."""


class Keeping(NamedTuple):
    """How many attempts wait to be kept, and why they do ("" while all is well; for staff)."""

    waiting: int
    fault: str

    @property
    def kept(self) -> bool:
        """Whether everything is on the disk."""
        return self.waiting == 0


class Keeper(QObject):
    """Writes attempts one after another, in order; a failed one is tried again, never dropped."""

    changed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._queue: deque[tuple[PupilId, Attempt]] = deque()
        self._current: tuple[PupilId, Attempt] | None = None
        self._faults: dict[PupilId, str] = {}
        self._stuck: set[PupilId] = set()
        self._held: set[PupilId] = set()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._on_retry)

    @property
    def keeping(self) -> Keeping:
        """How it stands now, with the answers of everybody."""
        return Keeping(len(self._queue), next(reversed(self._faults.values()), ""))

    def keeping_of(self, pupil: PupilId) -> Keeping:
        """Return how it stands with one pupil's answers."""
        return Keeping(len(self.waiting(pupil)), self._faults.get(pupil, ""))

    def record(self, pupil: PupilId, attempt: Attempt) -> None:
        """Keep an attempt; ``changed`` tells when it is on the disk."""
        self._queue.append((pupil, attempt))
        self._report()
        self._write_next()

    def waiting(self, pupil: PupilId) -> tuple[Attempt, ...]:
        """Return a pupil's attempts that are not on the disk yet."""
        return tuple(attempt for owner, attempt in self._queue if owner == pupil)

    def hold(self, pupil: PupilId) -> None:
        """Write nothing more of a pupil who is being erased: it would come after that."""
        self._held.add(pupil)

    def release(self, pupil: PupilId) -> None:
        """Go on with a pupil who could not be erased."""
        self._held.discard(pupil)
        self._write_next()

    def forget(self, pupil: PupilId) -> None:
        """Drop what waits of a pupil who is erased."""
        self._held.discard(pupil)
        self._faults.pop(pupil, None)
        self._queue = deque(one for one in self._queue if one[0] != pupil)
        self._report()

    def finish(self) -> None:
        """Give all that waits to the lane at once: the kiosk is being left, nothing comes back."""
        rest = [one for one in self._queue if one is not self._current and self._may_go(one)]
        self._queue.clear()
        for pupil, attempt in rest:
            work = partial(self._add, pupil, attempt)
            self._services.lanes.run(Lane.DISK, work, self._on_finished, self._on_finished)

    def _add(self, pupil: PupilId, attempt: Attempt) -> None:
        """Write one attempt, on the lane: what fails is logged here, even when nobody waits."""
        try:
            self._services.progress.add(pupil, attempt)
        except Exception as fault:
            _note(fault)
            raise
        # Here on the disk lane, so that numbers never run out while a child plays.
        self._services.numbers.ready()

    def _may_go(self, one: tuple[PupilId, Attempt]) -> bool:
        return one[0] not in self._held

    def _write_next(self) -> None:
        if self._current is not None:
            return
        self._current = next(filter(self._may_go, self._queue), None)
        if self._current is not None:
            work = partial(self._add, *self._current)
            self._services.lanes.run(Lane.DISK, work, self._on_kept, self._on_failed)

    def _on_kept(self, _: None) -> None:
        kept, self._current = self._current, None
        # What was written and nothing else: a pupil may have been erased meanwhile.
        self._queue = deque(one for one in self._queue if one is not kept)
        if kept is not None:
            self._stuck.discard(kept[0])
            if not self.waiting(kept[0]):
                self._faults.pop(kept[0], None)
        self._report()
        self._write_next()

    def _on_failed(self, fault: Exception) -> None:
        failed, self._current = self._current, None
        if failed is None or failed not in self._queue:  # whoever gave it has been erased
            self._write_next()
            return
        told = failed[0] in self._faults
        self._faults[failed[0]] = _words(fault)
        self._stuck.add(failed[0])
        # One pupil's file must not hold up the others' answers; each pupil's own keep their order.
        later = [one for one in self._queue if one[0] in self._stuck]
        self._queue = deque([one for one in self._queue if one[0] not in self._stuck] + later)
        self._report()
        if all(one[0] in self._stuck for one in self._queue if self._may_go(one)):
            self._retry.start()
        else:
            self._write_next()
        if not told:  # nothing is left undone by it; the calm page need not come at every try
            known(fault)

    def _on_retry(self) -> None:
        self._stuck.clear()
        self._write_next()

    def _on_finished(self, _: object) -> None:
        """Nobody waits for it any more."""

    def _report(self) -> None:
        self.changed.emit(self.keeping)


def _note(fault: Exception) -> None:
    logging.getLogger(__name__).error("An answer could not be kept: %s", _words(fault))


def _words(fault: Exception) -> str:
    """Return what may be logged of a fault: the words of one nobody foresaw may be a name."""
    return str(fault) if isinstance(fault, StoreFault) else type(fault).__name__
