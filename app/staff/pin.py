"""The staff PIN: hashed with Argon2id, verified, and refused where a pupil would guess it.

A PIN opens the kiosk's menu only. It falls to whoever takes the file away, so nothing is
encrypted by it. Hashing takes most of a second: on the lane "cpu", never on the screen's thread.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 4, 12
"""Digits of a PIN."""

_KIBIBYTES = 128 * 1024
_PASSES = 4
_LANES = 1
_YEARS = range(1900, 2100)


class WeakPin(ValueError):
    """A PIN that is not to be used; the text says why and what to do."""


def weakness(pin: str) -> str:
    """Return in words why a PIN is not to be used, "" for a good one."""
    if not (pin.isascii() and pin.isdigit()):
        return "a PIN has only the digits 0 to 9"
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"a PIN has {SHORTEST} to {LONGEST} digits"
    if _is_pattern(pin):
        return "that PIN is among the first that anybody tries; choose digits without a pattern"
    if len(pin) == 4 and int(pin) in _YEARS:
        return "that PIN is a year, which is easily guessed; choose another"
    return ""


def hashed(pin: str) -> str:
    """Return what is kept of a PIN, with its salt and costs in it; raise ``WeakPin``."""
    weak = weakness(pin)
    if weak:
        raise WeakPin(weak)
    return _hasher().hash(pin)


def fits(pin: str, kept: str) -> bool:
    """Tell whether a PIN is the one that was hashed; never true for a damaged record."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept, pin)
    except (InvalidHashError, VerificationError):
        return False


def _hasher() -> PasswordHasher:
    # Imported here: 45 ms that nobody waits for before a PIN is asked.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_PASSES, memory_cost=_KIBIBYTES, parallelism=_LANES)


def _is_pattern(pin: str) -> bool:
    """Tell whether the digits repeat (0000, 1212, 1122) or run up or down (1234, 9876)."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 2, 8, 9}:
        return True
    return len(set(pin)) <= 2 or pin in {"2580", "0852"}
