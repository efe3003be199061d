"""The system's clock."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from app.domain.override import override
from app.domain.ports import Clock


class SystemClock(Clock):
    """The time as this PC has it."""

    @override
    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - this is where the Clock port gets it

    @override
    def monotonic(self) -> float:
        return time.monotonic()
