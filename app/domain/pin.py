"""The staff PIN's back-off: wrong tries cost time, over restarts and whatever the clock says."""

from __future__ import annotations

from dataclasses import dataclass, replace

FREE_TRIES = 4
"""Wrong tries that cost nothing: grown-ups mistype."""
FIRST_WAIT = 5.0
"""Seconds that the first costly wrong try costs; each further one doubles it."""
LONGEST_WAIT = 60.0
"""Seconds that no wait exceeds, so that pupils can never lock staff out."""


@dataclass(frozen=True, slots=True)
class PinRecord:
    """What is kept of the PIN: its Argon2id ``hash``, the ``wrong`` tries in a row, their cost.

    ``wait`` is the seconds to wait after the last wrong try. An empty ``hash`` is a record that was
    lost to damage: no PIN opens, and staff make a new one by command, never on the screen.
    """

    hash: str
    wrong: int = 0
    wait: float = 0.0


@dataclass(frozen=True, slots=True)
class PinGate:
    """The record while the program runs: the next try is allowed at ``opens_at``.

    That is a moment of the monotonic clock, in seconds: setting the time of day changes nothing.
    """

    record: PinRecord
    opens_at: float


def gate(record: PinRecord, now: float) -> PinGate:
    """Return the gate as the program starts at the monotonic moment ``now``.

    How long the program was away cannot be known without trusting the time of day, which can be
    set; so the last wait begins again.
    """
    return PinGate(record, now + min(record.wait, LONGEST_WAIT))


def wait_left(shut: PinGate, now: float) -> float:
    """Return the seconds until a try is allowed: 0 to ``LONGEST_WAIT``."""
    return min(max(shut.opens_at - now, 0.0), LONGEST_WAIT)


def tried(shut: PinGate, now: float) -> PinGate:
    """Return the gate with one more wrong try.

    To be kept on the disk *before* the PIN is verified, so that pulling the plug undoes no try;
    a right PIN then takes it back by ``opened``.
    """
    wrong = shut.record.wrong + 1
    return gate(replace(shut.record, wrong=wrong, wait=cost(wrong)), now)


def opened(shut: PinGate) -> PinGate:
    """Return the gate after the right PIN: nothing is held against anybody."""
    return PinGate(replace(shut.record, wrong=0, wait=0.0), shut.opens_at - shut.record.wait)


def cost(wrong: int) -> float:
    """Return the seconds to wait after this many wrong tries in a row."""
    if wrong <= FREE_TRIES:
        return 0.0
    doublings = min(wrong - FREE_TRIES - 1, 10)
    return min(FIRST_WAIT * 2.0**doublings, LONGEST_WAIT)
