"""How far the record has come, noted in it once a day; the daily message carries it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from app.domain.ports import StoreFault
from app.flow.tasks import Lane

if TYPE_CHECKING:
    from app.domain.tell.ports import Anchors
    from app.flow.tasks import Lanes


class DailyHeads:
    """Asks the record on the lane "tell"; ``then`` is called once it has answered, or failed."""

    def __init__(self, lanes: Lanes, record: Anchors, then: Callable[[], None]) -> None:
        self._lanes = lanes
        self._record = record
        self._then = then
        self._day = ""
        self._heads: tuple[str, ...] = ()
        self._asks = False

    def of(self, day: str) -> tuple[str, ...] | None:
        """Return the heads of a day as lines, () where they cannot be read; None: not yet known."""
        if self._day == day:
            return self._heads
        if not self._asks:
            self._asks = True
            work, done = partial(_anchored, self._record), partial(self._on_heads, day)
            self._lanes.run(Lane.TELL, work, done, partial(self._on_failed, day))
        return None

    def _on_heads(self, day: str, heads: tuple[str, ...]) -> None:
        self._day, self._heads, self._asks = day, heads, False
        self._then()

    def _on_failed(self, day: str, fault: Exception) -> None:
        """Let the daily message go without them, which it says: no message at all would mislead."""
        words = str(fault) if isinstance(fault, StoreFault) else type(fault).__name__
        logging.getLogger(__name__).error("The record's heads are not read: %s", words)
        self._on_heads(day, ())


def _anchored(record: Anchors) -> tuple[str, ...]:
    """Note how far the record has come, on the lane; return its heads, two lines each."""
    record.anchor()
    heads = sorted(record.heads().items())
    return tuple(line for file, head in heads for line in (f"{file}:", head))
