"""Keeps attempts: hands each to the disk lane, and says "kept" only when the disk has said so."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import PupilId
from app.flow.services import Services
from app.flow.tasks import Lane, known

if TYPE_CHECKING:
    from app.domain.attempt import Attempt

RETRY_MS = 10_000
"""How long after a failed write the next try is made, if no new answer comes first."""


@dataclass(frozen=True, slots=True)
class Keeping:
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
        self._writing = False
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

    def _write_next(self) -> None:
        if self._writing or not self._queue:
            return
        self._writing = True
        work = partial(self._services.progress.add, *self._queue[0])
        self._services.lanes.run(Lane.DISK, work, self._on_kept, self._on_failed)

    def _on_kept(self, _: None) -> None:
        self._writing = False
        if self._queue:
            pupil, _attempt = self._queue.popleft()
            self._stuck.discard(pupil)
        if not self._queue:
            self._fault = ""
        self._report()
        self._write_next()

    def _on_failed(self, fault: Exception) -> None:
        self._writing = False
        self._fault = known(fault)
        logging.getLogger(__name__).error("An answer could not be kept yet: %s", fault)
        self._stuck.add(self._queue[0][0])
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

    def _report(self) -> None:
        self.changed.emit(self.keeping)
