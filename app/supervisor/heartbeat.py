"""The kiosk's side of the watch: says that its screen is alive, hears when it should leave.

The supervisor holds two pipes. The kiosk's standard output carries a line a second (``beat``; once
``log FOLDER``). Its standard input carries nothing: it closes when the kiosk should leave, or when
the supervisor died, however it died. So a kiosk never stays behind alone.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

BEAT_SECONDS = 1.0
"""How often the frame calls ``beat``, from a timer of the thread that draws."""

FAREWELL_SECONDS = 7.5
"""How long the kiosk may take to leave once it was asked, before its process ends itself.

Longer than it waits for its next beat, the disk and the log; shorter than the watch waits for it.
"""


class Pulse:
    """What the kiosk tells its supervisor; without one (``Pulse()``) it speaks to nobody."""

    def __init__(self, out: int | None = None) -> None:
        """Speak into the file descriptor ``out``."""
        self._out = out
        self._leave = False

    @classmethod
    def to_supervisor(cls) -> Pulse:
        """Take over the standard streams that the supervisor made, and listen for its end.

        What is printed from now on goes to standard error; what the kiosk itself starts inherits
        neither pipe, so no sound that plays on can feign a living kiosk.
        """
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the supervisor's to answer
        ear, out = os.dup(0), os.dup(1)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(2 if _is_open(2) else nothing, 1)
        os.close(nothing)
        if sys.platform != "win32":
            os.set_blocking(out, False)  # a stopped supervisor must not stop the screen
        pulse = cls(out)
        _thread.start_new_thread(pulse._listen, (ear,))
        return pulse

    def beat(self) -> bool:
        """Say that the screen is alive; return False when it is time to leave."""
        self._say(b"beat\n")
        return not self._leave

    def log_in(self, folder: Path) -> None:
        """Name the folder (it need not exist yet) that the supervisor writes its log into."""
        self._say(b"log " + os.fsencode(folder) + b"\n")

    def _say(self, line: bytes) -> None:
        """Write one line; a full pipe has beats enough in it, a broken one means leave."""
        if self._out is None:
            return
        try:
            os.write(self._out, line)
        except BlockingIOError:
            return
        except OSError:
            self._leave = True

    def _listen(self, ear: int) -> None:
        """Wait for the end of the supervisor's pipe, then see that this process ends."""
        while os.read(ear, 64):
            pass
        self._leave = True
        time.sleep(FAREWELL_SECONDS)
        os._exit(0)


def _is_open(descriptor: int) -> bool:
    """Say whether a file descriptor stands for anything (a windowed program may lack them)."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True
