"""No core dumps: what a child types stands in memory, and must not reach a file by a crash.

Words that were cleared still stand in a dump, however well one clears them (tried). Windows makes
no dump of a crashed program unless somebody has told it to; there is no switch in the program.
"""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress

_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4


def forbid() -> None:
    """Let the system write no dump of this process, neither to a file nor to a collector."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit holds for files only: a collector (as systemd has) is asked all the same.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def forbidden() -> bool:
    """Tell whether the system says that there will be none."""
    if sys.platform == "win32":
        return False
    import resource

    return resource.getrlimit(resource.RLIMIT_CORE)[0] == 0 and not _is_dumpable()


def _is_dumpable() -> bool:
    if sys.platform != "linux":
        return False
    return bool(ctypes.CDLL(None).prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0))
