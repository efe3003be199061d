"""What staff read when the disk fails: file, cause, remedy."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.store.fault import store_fault

FILE = Path("/data/progress/a1b2c3d4e5f6.json")


class WindowsFull(OSError):
    """What Windows says of a full disk; its errno says nothing."""

    winerror = 112


class WindowsBadSector(OSError):
    """What Windows says of one; its errno is that of no permission."""

    winerror = 23


@pytest.mark.parametrize(
    ("error", "cause", "remedy"),
    [
        (OSError(errno.ENOSPC, ""), "the disk is full", "free some space"),
        (OSError(errno.EDQUOT, ""), "the disk is full", "free some space"),
        (OSError(errno.EFBIG, ""), "the disk is full", "free some space"),
        (WindowsFull(errno.EINVAL, ""), "the disk is full", "free some space"),
        (OSError(errno.EROFS, ""), "the disk is read-only", "make it writable"),
        (OSError(errno.EACCES, ""), "no permission", "read and write in /data/progress"),
        (OSError(errno.EPERM, ""), "no permission", "read and write in /data/progress"),
        (OSError(errno.EIO, "Input/output error"), "(Input/output error)", "check the disk"),
        (WindowsBadSector(errno.EACCES, "Data error"), "the disk failed (Data error)", "check the"),
        (OSError("odd"), "(odd)", "check the disk"),
    ],
)
def test_the_text_names_file_cause_and_remedy(error: OSError, cause: str, remedy: str) -> None:
    text = str(store_fault(FILE, error))
    assert text.startswith(f"{FILE}: ")
    assert cause in text
    assert remedy in text
