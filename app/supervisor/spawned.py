"""The kiosk process where ``posix_spawn`` is: Linux and macOS."""

from __future__ import annotations

import os
import sys

assert sys.platform != "win32"  # noqa: S101 - how a type checker learns where this file belongs


class Spawned:
    """A process started by ``posix_spawn``."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        """Start the command; raises OSError if the system refuses."""
        ear, self._leash = os.pipe()
        self._beats, mouth = os.pipe()
        try:
            self.pid = os.posix_spawn(
                command[0],
                command,
                environment,
                file_actions=[
                    (os.POSIX_SPAWN_DUP2, ear, 0),
                    (os.POSIX_SPAWN_DUP2, mouth, 1),
                ],
            )
        except OSError:
            os.close(self._leash)
            os.close(self._beats)
            raise
        finally:
            os.close(ear)
            os.close(mouth)

    def read(self) -> bytes:
        """Wait for what it says next; nothing (``b""``) once it closed its end."""
        return os.read(self._beats, 4096)

    def ask_to_leave(self) -> None:
        """Let go of the leash; the kiosk then leaves by itself."""
        if self._leash >= 0:
            os.close(self._leash)
            self._leash = -1

    def kill(self) -> None:
        """End it at once, also when it hangs or is stopped; no harm if it has just ended."""
        try:
            os.kill(self.pid, 9)
        except ProcessLookupError:
            return

    def wait(self) -> int:
        """Wait for its end; return its exit code, or minus the signal that ended it."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def close(self) -> None:
        """Free the pipes, once it has ended."""
        self.ask_to_leave()
        os.close(self._beats)
