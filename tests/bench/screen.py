"""A screen of its own whose frame buffer is read directly, and programs timed and weighed on it."""

from __future__ import annotations

import mmap
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.e2e.desktop import end

ROOT = Path(__file__).parents[2]
SIZE = (1366, 768)
QUIET_SECONDS = 1.2
"""A picture that has not changed for so long is the final one."""
PATIENCE_SECONDS = 30.0

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
application = QApplication(sys.argv)
window = QWidget()
QVBoxLayout(window).addWidget(QLabel("Be SMART"))
window.resize(1366, 768)
window.show()
application.exec()
"""
"""The floor: a bare window with one label, in the same environment."""


class Screen:
    """An X server with a window manager."""

    def __init__(self, stack: ExitStack) -> None:
        folder = stack.enter_context(TemporaryDirectory(prefix="be-smart-screen-"))
        reading, writing = os.pipe()
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", folder],
            pass_fds=[writing],
            stderr=subprocess.DEVNULL,
        )
        stack.callback(end, server)
        os.close(writing)
        with os.fdopen(reading) as number:
            display = f":{number.readline().strip()}"
        kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
        self.environment = kept | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": str(ROOT),
        }
        manager = subprocess.Popen(
            ["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        stack.callback(end, manager)
        buffer = stack.enter_context((Path(folder) / "Xvfb_screen0").open("rb"))
        self._picture = mmap.mmap(buffer.fileno(), 0, prot=mmap.PROT_READ)
        self.settled()

    @contextmanager
    def program(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Run a Python program on this screen, and end it with all it started."""
        process = subprocess.Popen(
            [sys.executable, "-P", *words],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            self.settled()

    def settled(self, *, after_change: bool = False) -> float:
        """Wait until the picture stays as it is; return the moment of its last change.

        ``after_change``: something must be seen first, however long it takes to come.
        """
        last, seen = time.perf_counter(), self._picture[:]
        began, waiting = last, after_change
        while (now := time.perf_counter()) - last < QUIET_SECONDS or waiting:
            if self._picture[:] != seen:
                last, seen, waiting = time.perf_counter(), self._picture[:], False
            if now - began > PATIENCE_SECONDS:
                raise RuntimeError("the picture never comes to rest")
            time.sleep(0.002)  # how finely the frame buffer is read; nothing is assumed about it
        return last

    def key(self, *keys: str) -> None:
        """Press keys, and wait until what they do is seen."""
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True)
        self.settled()


@contextmanager
def screen() -> Iterator[Screen]:
    """Yield a screen; everything on it ends with it."""
    with ExitStack() as stack:
        yield Screen(stack)


def kiosk_words(home: Path) -> list[str]:
    """Return how the kiosk is started in a window, supervisor and all."""
    return ["-m", "app", "--home", str(home), "--window", f"{SIZE[0]}x{SIZE[1]}"]


def family(process: int) -> list[int]:
    """Return a process and all its descendants."""
    found = [process]
    for one in found:
        children = Path(f"/proc/{one}/task/{one}/children")
        if children.exists():
            found += [int(word) for word in children.read_text().split()]
    return found


def pss(process: int) -> float:
    """Return the proportional memory of a process and its descendants, in MiB."""
    return sum(pss_alone(one) for one in family(process))


def pss_alone(process: int) -> float:
    """Return the proportional memory of one process, in MiB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def cpu_seconds(process: int) -> float:
    """Return the processor time a process and its descendants have used, in seconds."""
    ticks = 0
    for one in family(process):
        fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
