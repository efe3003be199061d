"""Blocking work on named lanes, one worker each, so that a page never waits for a disk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

from app.domain.ports import StoreFault

T = TypeVar("T")

UNFORESEEN = (
    "Something went wrong in Be SMART. Please look whether it was done, and try again. "
    "If it happens once more, the log says where."
)


class Lane(StrEnum):
    """A lane: its work is done one piece after another, in the order it was given."""

    DISK = "disk"  # the only one that touches the stores
    TELL = "tell"  # the journal of Tells: it waits for nobody
    CPU = "cpu"  # Argon2, imports, reports
    NET = "net"  # e-mail and others, which may keep one waiting


def known(fault: Exception) -> str:
    """Return the words of a fault of the disk; raise any other, which nobody foresaw.

    Raised on the UI thread, it is logged without names and the calm page comes.
    """
    if isinstance(fault, StoreFault):
        return str(fault)
    raise fault


def told(fault: Exception) -> str:
    """Return what staff read of any fault; one that nobody foresaw is logged, without its words."""
    if isinstance(fault, StoreFault):
        return str(fault)
    log = logging.getLogger(__name__)
    # Without a handler of ours logging would print the trace with its words: maybe a pupil's name.
    trace = fault if log.hasHandlers() else None
    log.error("A fault nobody foresaw: %s", type(fault).__name__, exc_info=trace)
    return UNFORESEEN


def _nothing() -> None:
    """Come after all that was given to a lane before."""


class _Outcome(NamedTuple):
    deliver: Callable[[], None]


class Lanes(QObject):
    """Runs work away from the UI thread; results and exceptions come back on it.

    Results return through one signal, queued to the thread this object lives in.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: dict[Lane, ThreadPoolExecutor] = {}
        self._closed = False
        # Queued even from this thread: work that is done at once would else return before run does.
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` on a lane, then call ``done`` or ``failed`` on the UI thread.

        After ``close`` it is dropped: nobody would wait for it any more.
        """
        if self._closed:
            return

        def finish(future: Future[T]) -> None:
            fault = future.exception()
            if isinstance(fault, Exception):
                self._emit(_Outcome(lambda: failed(fault)))
            elif fault is None:
                result = future.result()
                self._emit(_Outcome(lambda: done(result)))

        self._worker(lane).submit(work).add_done_callback(finish)

    def close(self, seconds: float | None = None) -> bool:
        """Wait until everything that was given is done; what it returned is dropped.

        After ``seconds`` wait no longer and return False: a disk may never answer.
        """
        from concurrent.futures import wait

        self._closed = True
        last = [worker.submit(_nothing) for worker in self._workers.values()]
        done = not wait(last, timeout=seconds).not_done
        for worker in self._workers.values():
            worker.shutdown(wait=done)
        self._workers.clear()
        return done

    def _worker(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._workers:
            # Imported here: it costs milliseconds that the first paint can do without.
            from concurrent.futures import ThreadPoolExecutor

            self._workers[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
        return self._workers[lane]

    def _emit(self, outcome: _Outcome) -> None:
        self._finished.emit(outcome)

    def _on_finished(self, outcome: _Outcome) -> None:
        if not self._closed:
            outcome.deliver()
