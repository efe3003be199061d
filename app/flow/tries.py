"""Wrong tries at the staff's door: counted on the disk before they are judged, whoever tries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil

from app.domain.pin import PinGate, PinRecord, gate, opened, tried, wait_left
from app.flow.services import Services
from app.flow.tasks import Lane


class Tries:
    """One count for the PIN and for all passphrases of this PC.

    It costs whoever guesses here time, and never anybody their account: at most a minute.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._gate: PinGate | None = None
        self._is_kept = True

    @property
    def record(self) -> PinRecord | None:
        """What is kept, as far as it was read."""
        return self._gate.record if self._gate is not None else None

    @property
    def wait(self) -> int:
        """Seconds until the next try is allowed."""
        return ceil(wait_left(self._gate, self._now)) if self._gate is not None else 0

    def take(self, record: PinRecord | None) -> None:
        """Go on from what was read (None: there is no PIN); a count that is running goes on."""
        self._is_kept = record is not None
        known = record or PinRecord("")
        if self._gate is None or (self._is_kept and self._gate.record != known):
            self._gate = gate(known, self._now)

    def forget(self, record: PinRecord) -> None:
        """Begin anew with a record that was made now."""
        self._is_kept = True
        self._gate = gate(record, self._now)

    def spend(self, then: Callable[[], None]) -> bool:
        """Count a try as a wrong one, then go on; return False where none is allowed now.

        Pulling the plug undoes none. A disk that cannot keep it must not lock staff out: then
        memory alone counts the tries.
        """
        if self._gate is None or self.wait:
            return False
        self._gate = tried(self._gate, self._now)
        self._keep(self._gate.record, then)
        return True

    def right(self, then: Callable[[], None]) -> None:
        """Hold nothing against anybody: the try was right."""
        if self._gate is not None:
            self._gate = opened(self._gate)
            self._keep(self._gate.record, then)

    def _keep(self, record: PinRecord, then: Callable[[], None]) -> None:
        if not self._is_kept:  # a record without a PIN would say that the PIN was lost
            then()
            return
        work = partial(self._services.pins.keep_pin, record)
        go_on = partial(_go_on, then)
        self._services.lanes.run(Lane.DISK, work, go_on, go_on)

    @property
    def _now(self) -> float:
        return self._services.clock.monotonic()


def _go_on(then: Callable[[], None], _: object) -> None:
    then()
