"""The kiosk's log: what went wrong and where, never whose name or words were in it."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from types import TracebackType

from app.domain.override import override

SIZE, COPIES = 512 * 1024, 3
CLOSING_SECONDS = 1.0


class NamelessFormatter(logging.Formatter):
    """Writes an exception as its type and the lines of our code it passed.

    Its message is left out: the text of a ``KeyError`` may be a pupil's name.
    """

    @override
    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # what another formatter has put there holds the message
        return super().format(record)

    @override
    def formatException(self, ei: object) -> str:
        if not isinstance(ei, tuple) or not isinstance(ei[1], BaseException):
            return ""
        frames = traceback.extract_tb(ei[2])
        path = " > ".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames)
        return f"{type(ei[1]).__name__} at {path}"


class _Scribe(QueueListener):
    """The thread that writes; ``finished`` once it has written all that came before its end."""

    def __init__(self, lines: SimpleQueue[object], pen: logging.Handler) -> None:
        super().__init__(lines, pen)
        self.finished = Event()
        self._last = logging.makeLogRecord({})

    def finish(self) -> None:
        """Let this be the end."""
        self.queue.put_nowait(self._last)
        self.enqueue_sentinel()

    @override
    def handle(self, record: logging.LogRecord) -> None:
        if record is self._last:
            self.finished.set()
        else:
            super().handle(record)


class AsideHandler(QueueHandler):
    """Lets a thread of its own write each line: no page waits for the disk the log is on.

    Names are gone from a line before it is handed over.
    """

    def __init__(self, pen: logging.Handler) -> None:
        lines: SimpleQueue[object] = SimpleQueue()
        super().__init__(lines)
        self._pen = pen
        self._scribe = _Scribe(lines, pen)
        self._scribe.start()
        self._is_ended = False

    def end(self, seconds: float) -> bool:
        """Wait until all is written, but no longer than this; tell whether it is."""
        if not self._is_ended:
            self._is_ended = True
            self._scribe.finish()
        return self._scribe.finished.wait(seconds)

    @override
    def close(self) -> None:
        if self.end(CLOSING_SECONDS):  # else the thread still holds the file, maybe for ever
            self._pen.close()
        super().close()


def open_log(folder: Path) -> None:
    """Write this process's log to ``kiosk.log`` in a folder, which is made; three old ones stay."""
    folder.mkdir(parents=True, exist_ok=True)
    pen = RotatingFileHandler(folder / "kiosk.log", maxBytes=SIZE, backupCount=COPIES)
    handler = AsideHandler(pen)
    handler.setFormatter(NamelessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)


def close_log(seconds: float) -> bool:
    """Write what is still to be written, for so long at the most; tell whether it is."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, AsideHandler)]:
        root.removeHandler(handler)
        if not handler.end(seconds):
            return False
        handler.close()
    return True


def note_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Log an exception nobody caught."""
    if logging.getLogger().hasHandlers():  # without any, logging itself would print the message
        logging.getLogger("be-smart").error("a fault nobody caught", exc_info=(kind, fault, trace))
    if sys.stderr is not None:
        sys.stderr.write(NamelessFormatter().formatException((kind, fault, trace)) + "\n")
