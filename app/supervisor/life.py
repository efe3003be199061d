"""One life of the kiosk process, watched from its start to its end."""

from __future__ import annotations

import _thread
import os
import signal
from queue import Empty, SimpleQueue
from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from app.supervisor.logbook import Logbook
    from app.supervisor.process import Process

BEAT, LOG, CLOSED, ENDED, STOP = "beat", "log", "closed", "ended", "stop"
LONGEST_LINE = 4096

LEFT, REFUSED, WRONG_CALL, AGAIN = 0, 1, 2, 3
"""Exit codes the kiosk ends with on purpose (AGAIN: to be started anew); others are crashes."""
UNKNOWN = 255
"""Stands for the exit code of a kiosk whose end the system would not tell."""


class Event:
    """Something that happened to the kiosk, or a wish that it stops."""

    def __init__(self, kind: str, text: str = "", code: int = 0) -> None:
        """``text`` goes with LOG (the folder), ``code`` with ENDED (the exit code)."""
        self.kind = kind
        self.text = text
        self.code = code


Events = SimpleQueue[Event]


class Patience:
    """How many slices of silence, each ``slice_seconds`` long, mean that the kiosk hangs.

    Silence is counted in slices and not by the clock, so that a PC which woke from sleep does not
    take its own absence for the kiosk's.
    """

    def __init__(self, slice_seconds: float = 2.0) -> None:
        """With 2 seconds: 60 s for the start, 10 s between beats, 8 s to leave."""
        self.slice_seconds = slice_seconds
        self.starting = 30
        self.beating = 5
        self.leaving = 4


class Ending:
    """How a life ended."""

    def __init__(self, why: str, code: int | None, *, beaten: bool, lived: float) -> None:
        """``code`` is None for a kiosk that had to be killed; ``lived`` is in seconds."""
        self.why = why
        self.code = code
        self.beaten = beaten
        self.lived = lived


class Life:
    """Watches one process."""

    def __init__(self, process: Process, events: Events, log: Logbook, patience: Patience) -> None:
        """``events`` is where the process and the signals report to."""
        self._process = process
        self._events = events
        self._log = log
        self._patience = patience
        self._born = monotonic()
        self._beaten = False
        self._stopping = False
        self._killed = ""

    def watch(self) -> Ending:
        """Wait for the end, and bring it about if the process falls silent or is asked to stop."""
        _thread.start_new_thread(listen, (self._process, self._events))
        left = self._patience.starting
        while True:
            try:
                event = self._events.get(timeout=self._patience.slice_seconds)
            except Empty:
                left -= 1
                if left == 0:
                    self._kill()
                continue
            if event.kind == ENDED:
                self._process.close()
                return self._ending(event.code)
            left = self._take(event, left)

    def _take(self, event: Event, left: int) -> int:
        """Do what an event asks for; return how many slices of silence are bearable from now."""
        if event.kind == BEAT and not self._stopping:
            self._beaten = True
            return self._patience.beating
        if event.kind == LOG:
            self._log.open_in(event.text)
        elif event.kind == STOP:
            self._stop()
            return self._patience.leaving
        elif event.kind == CLOSED:
            return min(left, self._patience.leaving)
        return left

    def _stop(self) -> None:
        """Ask the kiosk to leave; who asks twice does not want to wait."""
        if self._stopping:
            self._process.kill()
            return
        self._stopping = True
        self._log.note("asked to stop, so the kiosk leaves")
        self._process.ask_to_leave()

    def _kill(self) -> None:
        """End a process that gives no sign of life."""
        slices = self._patience.beating if self._beaten else self._patience.starting
        self._killed = (
            f"no sign of life for {slices * self._patience.slice_seconds:g} s, so it was killed"
        )
        self._process.kill()

    def _ending(self, code: int) -> Ending:
        """Say how it ended."""
        lived = monotonic() - self._born
        if self._stopping:
            return Ending("the kiosk has left", LEFT, beaten=self._beaten, lived=lived)
        if self._killed:
            return Ending(f"the kiosk hung: {self._killed}", None, beaten=self._beaten, lived=lived)
        return Ending(reason(code), code, beaten=self._beaten, lived=lived)


def listen(process: Process, events: Events) -> None:
    """Turn what the process says, and its end, into events; runs in a thread of its own.

    Whatever breaks in it, the end is told: the watch would wait for it for ever.
    """
    code = UNKNOWN
    try:
        hear(process, events)
    finally:
        events.put(Event(CLOSED))
        try:
            code = process.wait()
        finally:
            events.put(Event(ENDED, code=code))


def hear(process: Process, events: Events) -> None:
    """Turn what the process says into events, until it closes its end."""
    rest = b""
    while said := process.read():
        *lines, rest = (rest + said).split(b"\n")
        rest = rest[-LONGEST_LINE:]
        for line in lines:
            word, _, folder = line.partition(b" ")
            if word == b"beat":
                events.put(Event(BEAT))
            elif word == b"log" and folder:
                events.put(Event(LOG, text=os.fsdecode(folder)))


def reason(code: int) -> str:
    """Return in words why a process that was not killed by us ended."""
    known = {
        LEFT: "the kiosk was left on purpose",
        REFUSED: "the kiosk would not start (exit code 1)",
        WRONG_CALL: "the kiosk was called wrongly (exit code 2)",
        AGAIN: "the kiosk asked for a new start",
    }
    if code in known:
        return known[code]
    if code > 0:
        return f"the kiosk crashed: exit code {code}"
    names = {int(each): each.name for each in signal.Signals}
    return f"the kiosk crashed: {names.get(-code, f'signal {-code}')}"
