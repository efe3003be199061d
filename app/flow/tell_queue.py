"""What children pressed, on its way to the disk: each Tell in its order, and none is dropped."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ports import StoreFault
from app.domain.tell.records import TellId
from app.flow.services import Services
from app.flow.tasks import Lane

RETRY_MS = 5_000
"""How long after a failed write the next try is made, if no new press comes first."""
Work = Callable[[], None]


class _Piece(NamedTuple):
    """One thing to keep, and of which Tell."""

    tell: TellId
    work: Work


class TellQueue(QObject):
    """Gives one piece of work after another to the lane "tell"; a failed one is tried again.

    Until then the rest of its Tell waits behind it, and no other Tell does. ``kept`` and ``failed``
    carry the id of the Tell of which a piece is on the disk, or could not be written.
    """

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._pieces: deque[_Piece] = deque()
        self._current: _Piece | None = None
        self._stuck: set[TellId] = set()
        self._is_untidy = False
        self.fault = ""
        """Why something could not be written, for staff; "" while all is well."""
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self._on_retry)

    def waiting(self, tell: TellId) -> int:
        """Return how many pieces of a Tell are not on the disk."""
        return sum(one.tell == tell for one in self._pieces)

    def add(self, tell: TellId, work: Work) -> None:
        """Do something after all that was given before of the same Tell."""
        self._pieces.append(_Piece(tell, work))
        self._stuck.clear()
        self._write_next()

    def finish(self) -> None:
        """Give all that waits to the lane at once: the kiosk is being left."""
        rest = [one for one in self._pieces if one is not self._current]
        self._pieces.clear()
        for one in rest:
            self._run_last(one.work)
        self._run_last(self._services.tells.settle)

    def _run_last(self, work: Work) -> None:
        last = partial(_last_try, work)
        self._services.lanes.run(Lane.TELL, last, self._on_finished, self._on_finished)

    def _write_next(self) -> None:
        if self._current is not None:
            return
        free = (one for one in self._pieces if one.tell not in self._stuck)
        self._current = next(free, None)
        if self._current is not None:
            self._services.lanes.run(Lane.TELL, self._current.work, self._on_kept, self._on_failed)
        elif self._is_untidy:
            self._tidy()

    def _tidy(self) -> None:
        """Put in its place what is kept; no child waits for that."""
        self._is_untidy = False
        settle = self._services.tells.settle
        self._services.lanes.run(Lane.TELL, settle, self._on_finished, self._on_untidied)

    def _on_kept(self, _: None) -> None:
        kept, self._current = self._current, None
        self._pieces = deque(one for one in self._pieces if one is not kept)
        self._is_untidy = True
        if not self._stuck:
            self.fault = ""
        if kept is not None:
            self._announce_kept(kept.tell)
        self._write_next()

    def _on_failed(self, fault: Exception) -> None:
        failed, self._current = self._current, None
        self.note(fault)
        self._retry.start()
        if failed is not None:
            self._stuck.add(failed.tell)
            self._announce_failed(failed.tell)
        self._write_next()

    def _on_untidied(self, fault: Exception) -> None:
        self.note(fault)
        self._is_untidy = True
        self._retry.start()

    def _on_retry(self) -> None:
        self._stuck.clear()
        self._write_next()

    def note(self, fault: Exception) -> None:
        """Remember a fault for staff, and log it."""
        self.fault = _words(fault)
        _log(fault)

    def _on_finished(self, _: object) -> None:
        """Nobody waits for it any more."""

    def _announce_kept(self, tell: TellId) -> None:
        self.kept.emit(tell)

    def _announce_failed(self, tell: TellId) -> None:
        self.failed.emit(tell)


def _last_try(work: Work) -> None:
    """Do it on the lane; what fails is logged here, for nobody waits for it any more."""
    try:
        work()
    except Exception as fault:
        _log(fault)
        raise


def _log(fault: Exception) -> None:
    logging.getLogger(__name__).error("The record of Tells: %s", _words(fault))


def _words(fault: Exception) -> str:
    """Return what may be logged: the words of a fault that nobody foresaw may be a child's."""
    return str(fault) if isinstance(fault, StoreFault) else type(fault).__name__
