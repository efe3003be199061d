"""The door to the supervisor: starts the kiosk first, loads the rest while it comes up."""

from __future__ import annotations

import os
import sys

from app.supervisor import process

TYPE_CHECKING = False
if TYPE_CHECKING:
    from app.supervisor.life import Events


def keep_running(words: list[str]) -> int:
    """Keep ``python WORDS`` running until it is left on purpose; return its last exit code."""
    command = [sys.executable, "-P", *words]
    environment = child_environment()
    waiting = [process.start(command, environment)]

    import time
    from queue import SimpleQueue

    from app.supervisor.keeper import Keeper
    from app.supervisor.logbook import Logbook

    events: Events = SimpleQueue()
    answer_signals(events)
    log = Logbook(lambda: time.strftime("%Y-%m-%d %H:%M:%S"))

    def start() -> process.Process:
        return waiting.pop() if waiting else process.start(command, environment)

    return Keeper(start, events, log).run()


def child_environment() -> dict[str, str]:
    """Return this environment, with the folder that holds ``app`` where Python looks for modules.

    With it the kiosk is found from any current folder, and ``-P`` keeps that folder's files out.
    """
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    inherited = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    folders = [root, *(folder for folder in inherited if folder not in {"", root})]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(folders)}


def answer_signals(events: Events) -> None:
    """Make a signal to end, and Ctrl+C, a wish that the kiosk leaves."""
    import signal

    from app.supervisor.life import STOP, Event

    def stop(_number: int, _frame: object) -> None:
        events.put(Event(STOP))

    for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
