"""A program that stands in for the kiosk: it beats, freezes, dies or leaves as it is told."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from app.supervisor import heartbeat
from app.supervisor.heartbeat import Pulse

TICK = 0.02
FOR_EVER = 3600


def main(deed: str, detail: str) -> int:
    """Do one deed; ``detail`` is an exit code or a folder."""
    if deed == "exit":
        return int(detail)
    if deed == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if deed == "abort":
        os.abort()
    pulse = Pulse.to_supervisor()
    if deed == "silent":
        hold_still()
    if deed == "deaf":
        heartbeat.FAREWELL_SECONDS = 0.1
    pulse.beat()
    if deed == "log":
        pulse.log_in(Path(detail))
    return after_a_beat(deed, detail, pulse)


def after_a_beat(deed: str, detail: str, pulse: Pulse) -> int:
    """Go on after the first sign of life."""
    if deed == "beat-and-exit":
        return int(detail)
    if deed in {"freeze", "deaf"}:
        hold_still()
    if deed == "print":
        sys.stdout.write("beat\nlog nowhere\n")
        return int(detail)
    if deed == "leave-a-child":
        subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"])
        os.kill(os.getpid(), signal.SIGKILL)
    return beat_until_asked(pulse)


def beat_until_asked(pulse: Pulse) -> int:
    """Beat until it is time to leave."""
    while pulse.beat():
        time.sleep(TICK)  # between two beats, as the frame's timer
    return 0


def hold_still() -> None:
    """Hang as a frozen screen would."""
    time.sleep(FOR_EVER)  # until it is killed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], (sys.argv[2:] or [""])[0]))
