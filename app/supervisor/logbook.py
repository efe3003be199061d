"""The supervisor's log: what happened to the kiosk and why, bounded in size, without a name."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "supervisor.log"
LARGEST_BYTES = 256 * 1024
OLD_ONES = 2
WAITING_LINES = 200


class Logbook:
    """Keeps lines until the kiosk has named the folder; until then shows those said aloud."""

    def __init__(self, now: Callable[[], str], largest: int = LARGEST_BYTES) -> None:
        """``now`` gives the time as text; a file is put aside before it passes ``largest`` B."""
        self._now = now
        self._largest = largest
        self._folder = ""
        self._waiting: list[str] = []

    def open_in(self, folder: str) -> None:
        """Write to this folder from now on, first what has waited."""
        self._folder = folder
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._append("".join(waiting))

    def note(self, what: str, *, aloud: bool = False) -> None:
        """Write one line; a disk that takes none must not end the watch.

        ``aloud``: what the kiosk could not say itself also goes to standard error as long as there
        is no file to look into.
        """
        line = f"{self._now()} {what}\n"
        if self._folder:
            self._append(line)
            return
        self._waiting = [*self._waiting, line][-WAITING_LINES:]
        if aloud:
            _tell(what)

    def say(self, what: str) -> None:
        """Write one line, and show it on standard error whether there is a file or not."""
        self.note(what)
        _tell(what)

    def _append(self, text: str) -> None:
        """Add the text to the file, which is put aside first if it would grow too large."""
        path = os.path.join(self._folder, NAME)
        try:
            os.makedirs(self._folder, exist_ok=True)
            if os.path.exists(path) and os.path.getsize(path) + len(text) > self._largest:
                self._put_aside(path)
            with open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(text)
        except OSError:
            return

    def _put_aside(self, path: str) -> None:
        """Move the files one number up; the oldest goes."""
        for number in range(OLD_ONES, 0, -1):
            younger = path if number == 1 else f"{path}.{number - 1}"
            if os.path.exists(younger):
                os.replace(younger, f"{path}.{number}")


def _tell(what: str) -> None:
    """Show one line on standard error, if there is any (a windowed program may lack it)."""
    if sys.stderr is not None:
        sys.stderr.write(f"be-smart: {what}\n")
