"""A child's *Yes* from the controller's call to "saved", at rest and while other work runs.

What is measured goes the whole way: controller, lane, journal, disk, and back to the screen's
thread. Beside it, interleaved on the same disk: the same seals and the same bytes by hand. A timer
of the screen's thread says meanwhile for how long nothing else could have been done there.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer

from app.bootstrap.house import House
from app.bootstrap.kiosk import SWITCH_SECONDS
from app.bootstrap.upkeep import Upkeep
from app.flow.desk import Desk
from app.flow.tasks import Lane
from app.flow.telling import Saved
from app.staff import classlist
from app.store.home import Home
from app.tell import keys
from tests import staffroom as records
from tests.bench.bench_tell import RUNS, Plain
from tests.bench.figures import Figure, at_most, interleaved, middle

PAIRS = 30
PATIENCE_SECONDS = 20
PUPILS = 3_000
LIST = "Forename,Surname,Class,Year,UPN\n" + "".join(
    f"Child{number},Brook{number},Oak,3,A{number}\n" for number in range(PUPILS)
)


class Beat(QObject):
    """A timer of one millisecond; ``longest`` is by how many ms its slowest tick was late."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, time.perf_counter()

    def end(self) -> float:
        """Return how late the slowest tick was, the one that is still to come too."""
        self._on_tick()
        return self.longest

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1e3 - 1)
        self._last = now


class Child:
    """Presses *Yes*, in a sitting of its own each time."""

    def __init__(self, folder: Path) -> None:
        self._house = House(Home(folder))
        self._house.take()
        records.staffroom(self._house._vault)
        self._desk = Desk(self._house)
        self._beat = Beat()
        self._work: Callable[[], object] | None = None
        self.blocked: list[float] = []
        telling = self._desk.telling
        telling.prepare()
        self._turn(lambda: telling.page.live)
        self.press()
        self.blocked.clear()

    @property
    def size(self) -> int:
        """How many bytes a first press brings to the intake."""
        return self._size

    def press(self) -> float:
        """Tell; return the ms until the page may say that it is saved."""
        telling = self._desk.telling
        telling.open("Welcome")  # the page on which *Yes* stands
        self._settle()
        self._beat.begin()
        begun = time.perf_counter()
        telling.yes()
        self._turn(lambda: telling.page.saved is Saved.SAVED)
        took = (time.perf_counter() - begun) * 1e3
        self.blocked.append(self._beat.end())
        self._size = (self._house.home.tell / "intake").stat().st_size
        telling.end()
        self._settle()
        return took

    def close(self) -> None:
        """Let the folder go."""
        self._house.lanes.close()

    def busy(self, work: Callable[[], object] | None) -> None:
        """Do something again and again on the lane "cpu", or (None) no more."""
        self._work = work
        if work is not None:
            self._house.lanes.run(Lane.CPU, work, self._on_worked, _fail)

    def _on_worked(self, _: object) -> None:
        if self._work is not None:
            self.busy(self._work)

    def _settle(self) -> None:
        """Wait until the sitting's end is written: the next child presses later than that."""
        done: list[None] = []
        self._house.lanes.run(Lane.TELL, self._house.tells.settle, done.append, _fail)
        self._turn(lambda: bool(done))

    def _turn(self, until: Callable[[], bool]) -> None:
        patience, loop = time.monotonic() + PATIENCE_SECONDS, QEventLoop()
        while not until():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > patience:
                raise TimeoutError("it was not saved")


def argon() -> object:
    """Try a passphrase, as staff at the door do."""
    return keys.unlocked(LOCKED, "not the passphrase at all")


def read_list() -> object:
    """Read a class list of a large school."""
    return classlist.read(LIST.encode(), "list.csv")


LOCKED = keys.locked(bytes(32), "apple table river cloud stone")


def measured(child: Child, plain: Plain, name: str, runs: int) -> list[Figure]:
    """Return both figures of one state of the PC."""
    child.blocked.clear()
    found = middle([interleaved(child.press, plain.by_hand, PAIRS) for _ in range(runs)])
    ours, by_hand = found
    late = quantiles(child.blocked, n=20)[18]
    told = f"{ours:.2f} ms against {by_hand:.2f} ms"
    return [
        at_most(f"Yes to saved, {name}, p50", ours / by_hand, 2.0, " x", told),
        at_most(f"the screen's thread held, {name}, p95", late, 5.0, " ms", f"of {PAIRS * runs}"),
    ]


def main(folder: Path | None = None) -> list[Figure]:
    """Measure and return the figures."""
    application = QCoreApplication.instance() or QCoreApplication(["be-smart"])
    sys.setswitchinterval(SWITCH_SECONDS)  # this and the next as the program does
    Upkeep().begin()
    with tempfile.TemporaryDirectory(dir=folder) as name:
        child = Child(Path(name))
        plain = Plain(Path(name), child.size)
        figures = measured(child, plain, "at rest", RUNS)
        for work, words in ((argon, "Argon2 runs"), (read_list, "a class list is read")):
            child.busy(work)
            figures += measured(child, plain, f"while {words}", 3)
            child.busy(None)
        child.close()
    gc.enable()
    gc.unfreeze()
    del application
    return figures


def _fail(fault: Exception) -> None:
    raise fault
