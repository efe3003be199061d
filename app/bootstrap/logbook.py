"""The kiosk's log: what went wrong and where, never whose name or words were in it."""

from __future__ import annotations

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from app.domain.override import override

SIZE, COPIES = 512 * 1024, 3


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


def open_log(folder: Path) -> None:
    """Write this process's log to ``kiosk.log`` in a folder, which is made; three old ones stay."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "kiosk.log", maxBytes=SIZE, backupCount=COPIES)
    handler.setFormatter(NamelessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(handler)


def note_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    """Log an exception nobody caught."""
    if logging.getLogger().hasHandlers():  # without any, logging itself would print the message
        logging.getLogger("be-smart").error("a fault nobody caught", exc_info=(kind, fault, trace))
    if sys.stderr is not None:
        sys.stderr.write(NamelessFormatter().formatException((kind, fault, trace)) + "\n")
