"""A started kiosk process: the two pipes it hangs on, and its end.

``posix_spawn`` where there is one: importing ``subprocess`` alone takes 25 ms of the start.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from subprocess import Popen
    from typing import Protocol

    class Process(Protocol):
        """What the watch needs of a process; ``pid`` is its number."""

        pid: int

        def read(self) -> bytes:
            """Wait for what it says next; nothing (``b""``) once it closed its end."""

        def ask_to_leave(self) -> None:
            """Let go of the leash; the kiosk then leaves by itself."""

        def kill(self) -> None:
            """End it at once, also when it hangs or is stopped; no harm if it has just ended."""

        def wait(self) -> int:
            """Wait for its end; return its exit code, or minus the signal that ended it."""

        def close(self) -> None:
            """Free the pipes, once it has ended."""


class Opened:
    """A process started by ``subprocess``, for systems without ``posix_spawn``."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        """Start the command; raises OSError if the system refuses."""
        import subprocess

        self._process: Popen[bytes] = subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self.pid = self._process.pid

    def read(self) -> bytes:
        """Wait for what it says next; nothing (``b""``) once it closed its end."""
        return os.read(self._process.stdout.fileno(), 4096) if self._process.stdout else b""

    def ask_to_leave(self) -> None:
        """Let go of the leash; the kiosk then leaves by itself."""
        if self._process.stdin is not None:
            self._process.stdin.close()

    def kill(self) -> None:
        """End it at once, also when it hangs or is stopped; no harm if it has just ended."""
        self._process.kill()

    def wait(self) -> int:
        """Wait for its end; return its exit code, or minus the signal that ended it."""
        return self._process.wait()

    def close(self) -> None:
        """Free the pipes, once it has ended."""
        self.ask_to_leave()
        if self._process.stdout is not None:
            self._process.stdout.close()


if sys.platform == "win32":
    Native = Opened
else:
    from app.supervisor.spawned import Spawned as Native


def start(command: list[str], environment: dict[str, str]) -> Process:
    """Start a process that hangs on our pipes; raises OSError if the system refuses."""
    return Native(command, environment)
