"""Doubles for the supervisor's tests: the stand-in kiosk's command, and a scripted process."""

from __future__ import annotations

import sys
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from app.supervisor.logbook import Logbook
from app.supervisor.watch import child_environment

if TYPE_CHECKING:
    from app.supervisor.process import Process

DOUBLE = Path(__file__).parent / "kiosk_double.py"


def command(deed: str, detail: str = "") -> list[str]:
    """Return the command that starts the stand-in kiosk."""
    return [sys.executable, str(DOUBLE), deed, detail]


def environment() -> dict[str, str]:
    """Return the environment in which it finds the program's modules."""
    return child_environment()


def all_it_says(process: Process) -> bytes:
    """Read a process's pipe to its end."""
    return b"".join(iter(process.read, b""))


class ScriptedProcess:
    """A process without a process: says what it is given, ends when it is told or killed."""

    def __init__(self, *said: bytes, code: int | None = 0, leaves: bool = True) -> None:
        """With ``code`` None it lives on after its words; ``leaves`` says if it obeys."""
        self.pid = 4711
        self.deeds: list[str] = []
        self._leaves = leaves
        self._said: SimpleQueue[bytes] = SimpleQueue()
        self._end: SimpleQueue[int] = SimpleQueue()
        for words in said:
            self._said.put(words)
        if code is not None:
            self._finish(code)

    def read(self) -> bytes:
        """Return the next words."""
        return self._said.get()

    def ask_to_leave(self) -> None:
        """Leave, if it is one that obeys."""
        self.deeds.append("asked")
        if self._leaves:
            self._finish(0)

    def kill(self) -> None:
        """End at once."""
        self.deeds.append("killed")
        self._finish(-9)

    def wait(self) -> int:
        """Return the exit code once there is one."""
        return self._end.get()

    def close(self) -> None:
        """Note that the pipes were freed."""
        self.deeds.append("closed")

    def _finish(self, code: int) -> None:
        self._said.put(b"")
        self._end.put(code)


def logbook() -> Logbook:
    """Return a log whose clock stands still."""
    return Logbook(lambda: "NOW")


def open_files() -> set[str]:
    """Return the numbers of this process's open files."""
    linux = Path("/proc/self/fd")
    return {path.name for path in (linux if linux.is_dir() else Path("/dev/fd")).iterdir()}
