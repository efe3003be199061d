"""What the kiosk does while nobody waits: loads what comes next, gives back what is over."""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.bootstrap import dumps
from app.interactions.registry import kinds, view_class
from app.kit import kept
from app.screens.registry import Audience, names, screen_class

TIDY_MS = 500
"""So long after a page has come, what was left behind is looked for: it shows no more then."""
LOAD_MS = 20
"""Between two things that are loaded, so that a press in between never waits for more than one."""


class Upkeep(QObject):
    """Keeps one kiosk ready and small; ``begin`` once the first page has been painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tidying = QTimer(self, singleShot=True, interval=TIDY_MS)
        self._tidying.timeout.connect(tidy)
        self._loading = QTimer(self, interval=LOAD_MS)
        self._loading.timeout.connect(self._load_next)
        self._next = _loads()

    def begin(self) -> None:
        """Take over from Python's collector, which goes by a rule of its own."""
        # What the start has made is never looked through again. The collector never runs of itself:
        # it would on the thread of a lane as well, and widgets must not be deleted there.
        gc.freeze()
        gc.disable()
        dumps.forbid()

    def load(self) -> None:
        """Load, one by one, what a pupil will ask for: the first lesson opens as any later one."""
        self._loading.start()

    def on_arrived(self, _: object) -> None:
        """Tidy up once the page that has come stands."""
        self._tidying.start()

    def _load_next(self) -> None:
        load = next(self._next, None)
        if load is None:
            self._loading.stop()
        else:
            load()


def _loads() -> Iterator[Callable[[], object]]:
    """Yield what is worth loading before it is asked for; nothing of the staff's."""
    yield _first_area
    for name in names(Audience.PUPIL):
        yield partial(screen_class, name)
    for kind in kinds():
        yield partial(view_class, kind)
    # PySide reads the source of each module that imports something, and keeps it.
    yield linecache.clearcache


def _first_area() -> None:
    """Make a scrolling area: with the first one PySide sets up every kind of widget there is."""
    from app.kit.scroll import Scroll

    Scroll(QWidget()).deleteLater()


def tidy() -> None:
    """Let go of what only the pages before needed, and give the room back to the PC."""
    gc.collect()
    kept.drawn.shrink()
    _trim()


def _trim() -> None:
    """Give back what lies free between things still in use: glibc keeps that until it is asked."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library, which has no such thing
            ctypes.CDLL(None).malloc_trim(0)
