"""Keeps attempts: hands each to the disk lane, and says "kept" only when the disk has said so."""

from __future__ import annotations

import logging
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import PupilId
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
        self._fault = ""
        self._stuck: set[PupilId] = set()
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._on_retry)

    @property
    def keeping(self) -> Keeping:
        """How it stands now."""
        return Keeping(len(self._queue), self._fault)

    def record(self, pupil: PupilId, attempt: Attempt) -> None:
        """Keep an attempt; ``changed`` tells when it is on the disk."""
        self._queue.append((pupil, attempt))
        self._report()
        self._write_next()

    def waiting(self, pupil: PupilId) -> tuple[Attempt, ...]:
        """Return a pupil's attempts that are not on the disk yet."""
        return tuple(attempt for owner, attempt in self._queue if owner == pupil)

    def forget(self, pupil: PupilId) -> None:
        """Drop what waits of a pupil who is erased."""
        self._queue = deque(one for one in self._queue if one[0] != pupil)
        self._report()

    def finish(self) -> None:
        """Give all that waits to the lane at once: the kiosk is being left, nothing comes back."""
        rest = [one for one in self._queue if one is not self._current]
        self._queue.clear()
        for pupil, attempt in rest:
            work = partial(self._services.progress.add, pupil, attempt)
            self._services.lanes.run(Lane.DISK, work, self._on_finished, self._on_lost)

    def _write_next(self) -> None:
        if self._current is not None or not self._queue:
            return
        self._current = self._queue[0]
        work = partial(self._services.progress.add, *self._current)
        self._services.lanes.run(Lane.DISK, work, self._on_kept, self._on_failed)

    def _on_kept(self, _: None) -> None:
        kept, self._current = self._current, None
        # What was written and nothing else: a pupil may have been erased meanwhile.
        self._queue = deque(one for one in self._queue if one is not kept)
        if kept is not None:
            self._stuck.discard(kept[0])
        if not self._queue:
            self._fault = ""
        self._report()
        self._write_next()

    def _on_failed(self, fault: Exception) -> None:
        failed, self._current = self._current, None
        logging.getLogger(__name__).error("An answer could not be kept yet: %s", fault)
        if failed is None or failed not in self._queue:  # whoever gave it has been erased
            self._write_next()
            return
        self._fault = known(fault)
        self._stuck.add(failed[0])
        # One pupil's file must not hold up the others' answers; each pupil's own keep their order.
        later = [one for one in self._queue if one[0] in self._stuck]
        self._queue = deque([one for one in self._queue if one[0] not in self._stuck] + later)
        self._report()
        if self._queue[0][0] in self._stuck:
            self._retry.start()
        else:
            self._write_next()

    def _on_retry(self) -> None:
        self._stuck.clear()
        self._write_next()

    def _on_finished(self, _: None) -> None:
        """Nobody waits for it any more."""

    def _on_lost(self, fault: Exception) -> None:
        logging.getLogger(__name__).error("An answer could not be kept: %s", fault)

    def _report(self) -> None:
        self.changed.emit(self.keeping)
