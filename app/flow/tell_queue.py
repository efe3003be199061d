"""What children pressed, on its way to the disk: in order, one at a time, and never dropped."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ports import StoreFault
from app.flow.tasks import Lane, Lanes

RETRY_MS = 5_000
"""How long after a failed write the next try is made, if no new press comes first."""
Work = Callable[[], None]


class TellQueue(QObject):
    """Gives each piece of work to the lane "tell"; a failed one stays first and is tried again.

    ``kept`` tells that one is on the disk, ``failed`` that the first could not be written.
    """

    kept = Signal()
    failed = Signal()

    def __init__(self, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._works: deque[Work] = deque()
        self._is_writing = False
        self.fault = ""
        """Why the first could not be written, for staff; "" while all is well."""
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._write_next)

    @property
    def waiting(self) -> int:
        """How many pieces are not on the disk."""
        return len(self._works)

    def add(self, work: Work) -> None:
        """Do something after all that was given before."""
        self._works.append(work)
        self._write_next()

    def tidy(self, work: Work) -> None:
        """Do what no child waits for, after what was given before; it is asked for again later."""
        self._lanes.run(Lane.TELL, work, self._on_finished, self._on_untidied)

    def finish(self) -> None:
        """Give all that waits to the lane at once: the kiosk is being left."""
        rest = list(self._works)[1 if self._is_writing else 0 :]
        self._works.clear()
        for work in rest:
            self._lanes.run(Lane.TELL, work, self._on_finished, self._on_finished)

    def _write_next(self) -> None:
        if self._works and not self._is_writing:
            self._is_writing = True
            self._lanes.run(Lane.TELL, self._works[0], self._on_kept, self._on_failed)

    def _on_kept(self, _: None) -> None:
        self._is_writing = False
        self.fault = ""
        if self._works:
            self._works.popleft()
        self._announce_kept()
        self._write_next()

    def _on_failed(self, fault: Exception) -> None:
        self._is_writing = False
        self._note(fault)
        self._retry.start()
        self._announce_failed()

    def _on_untidied(self, fault: Exception) -> None:
        self._note(fault)

    def _note(self, fault: Exception) -> None:
        # Never the words of a fault that nobody foresaw: they may be a child's.
        self.fault = str(fault) if isinstance(fault, StoreFault) else type(fault).__name__
        logging.getLogger(__name__).error("The record of Tells: %s", self.fault)

    def _on_finished(self, _: object) -> None:
        """Nobody waits for it any more."""

    def _announce_kept(self) -> None:
        self.kept.emit()

    def _announce_failed(self) -> None:
        self.failed.emit()
