"""How long to wait before the kiosk is started again: longer each time, never for ever."""

from __future__ import annotations

FIRST_SECONDS = 0.1
GROWTH = 1.6
LONGEST_SECONDS = 60.0
HEALTHY_SECONDS = 30.0


class Pauses:
    """Counts the deaths in a row."""

    def __init__(self) -> None:
        """Start with a clean record."""
        self.row = 0

    def after(self, lived: float) -> float:
        """Return the pause after a life of ``lived`` seconds, in seconds; a long life resets it."""
        self.row = 1 if lived >= HEALTHY_SECONDS else self.row + 1
        pause = FIRST_SECONDS
        for _ in range(1, self.row):
            pause = min(pause * GROWTH, LONGEST_SECONDS)
            if pause == LONGEST_SECONDS:
                break
        return pause
