"""What the system says of a failed write or reading, in words with a remedy, for staff."""

from __future__ import annotations

import errno
from pathlib import Path

from app.domain.ports import StoreFault

FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT})
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM})
FULL_ON_WINDOWS = frozenset({39, 112})
UNREADABLE_ON_WINDOWS = frozenset({23, 1117})
"""WinError codes of a bad checksum on the medium, and of a device that fails."""


def is_unreadable(error: OSError) -> bool:
    """Tell whether the medium itself could not be read, which no permission would change."""
    return error.errno == errno.EIO or getattr(error, "winerror", None) in UNREADABLE_ON_WINDOWS


def store_fault(path: Path, error: OSError) -> StoreFault:
    """Return the fault with file, cause and remedy in its text."""
    return StoreFault(f"{path}: {_cause(path, error)}")


def _cause(path: Path, error: OSError) -> str:
    if error.errno in FULL or getattr(error, "winerror", None) in FULL_ON_WINDOWS:
        return "the disk is full; free some space on it, then it goes on by itself"
    if error.errno == errno.EROFS:
        return "the disk is read-only; make it writable, or choose another folder with --home"
    if error.errno in NOT_ALLOWED and not is_unreadable(error):
        return (
            f"no permission; let the account that runs Be SMART read and write in {path.parent},"
            " or choose another folder with --home"
        )
    detail = error.strerror or str(error)
    return f"the disk failed ({detail}); check the disk, then start Be SMART again"
