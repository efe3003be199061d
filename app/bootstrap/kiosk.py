"""Starts the kiosk: what must stand before the first paint, then what may come after it."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.bootstrap import demo
from app.bootstrap.house import House
from app.domain.ports import Pulse, StoreFault
from app.domain.school import School
from app.flow.desk import Desk
from app.flow.tasks import Lane, told
from app.frame.kiosk import Kiosk
from app.store.home import Home, find_home

if TYPE_CHECKING:
    from app.bootstrap.upkeep import Upkeep

FINE, REFUSED, AGAIN, CRASHED = 0, 1, 3, 70
"""Exit codes that the supervisor knows; AGAIN asks it for a new start."""
FAULT_SECONDS = 5.0
"""Two faults within so many seconds: the calm page fails too, and a new start is better."""
BEAT_MS = 1000
LEAVE_SECONDS = 5.0
"""So long what is being written is waited for; the supervisor's patience with us is longer."""
LOG_SECONDS = 1.0
SWITCH_SECONDS = 0.00005
"""After so long Python lets another thread have its turn (else 5 ms): a screen that waits that long
for a lane at work, several times a press, holds up a child."""


class Options(NamedTuple):
    """What the command line chose. ``size`` is that of a plain window, None for the kiosk."""

    home: Path | None
    size: tuple[int, int] | None
    idle_seconds: int


class Start(QObject):
    """Brings one kiosk up and takes it down."""

    def __init__(self, application: QApplication, house: House, options: Options) -> None:
        super().__init__()
        self._application = application
        self._house = house
        self._options = options
        self._pulse: Pulse | None = None
        self._has_left = False
        self._last_fault = -FAULT_SECONDS
        self._hangs = False
        self._upkeep: Upkeep | None = None
        self.desk = Desk(house)
        self.kiosk = Kiosk(self.desk, options.idle_seconds)
        self.kiosk.leaving.connect(self._on_leaving)
        self.kiosk.starting_again.connect(self._on_starting_again)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on_beat)

    def up(self, pulse: Pulse) -> None:
        """Show Welcome; everything else is fetched once it has been painted."""
        self._pulse = pulse
        window = self.kiosk.window
        window.painted.connect(self._on_painted)
        window.take_place(self._options.size)
        self.kiosk.start(needs_pin=self._needs_pin())
        window.appear()

    def _needs_pin(self) -> bool:
        """Whether a real school has none yet (a file that cannot be read is no missing PIN)."""
        try:
            return not self.desk.session.school.demo and self._house.pins.pin() is None
        except StoreFault:
            return False

    def leave(self, code: int) -> None:
        """Finish what is being written, then end; a second wish (a fault on the way) is dropped.

        A disk that does not answer must not hold staff: then we leave without it.
        """
        if self._has_left:
            return
        self._has_left = True
        self._beat.stop()
        self.desk.keeper.finish()
        self.desk.finish_tell()
        self._hangs = not self._house.lanes.close(LEAVE_SECONDS)
        if self._hangs:
            logging.getLogger(__name__).error(
                "left without the disk, which did not answer for %g s", LEAVE_SECONDS
            )
        self.kiosk.close()
        self._application.exit(code)

    def end(self, code: int) -> int:
        """Return the exit code; where something still waits for the disk, end the process with it.

        Python would wait for a lane's thread before it ends, and for the log's file.
        """
        from app.bootstrap import logbook

        if not logbook.close_log(LOG_SECONDS) or self._hangs:
            os._exit(code)
        return code

    def _on_painted(self) -> None:
        QTimer.singleShot(0, self, self._after_paint)

    def _after_paint(self) -> None:
        from app.bootstrap.upkeep import Upkeep  # the first paint needs nothing of it

        self._upkeep = Upkeep(self)
        self._upkeep.begin()
        self.kiosk.navigator.arrived.connect(self._upkeep.on_arrived)
        self._house.lanes.run(Lane.DISK, self._house.take, self._on_taken, self._on_refused)

    def _on_taken(self, _: None) -> None:
        from app.bootstrap import logbook

        with suppress(OSError):  # a log that cannot be written stops no kiosk
            logbook.open_log(self._house.home.logs)
        # On the lane on which a sign-in waits its turn: no page ever reads lessons itself.
        self._house.lanes.run(Lane.DISK, self._house.read_library, self._on_read, self._on_read)
        self.desk.post_office.begin()
        self.desk.telling.prepare()
        # After that: a child's press waits for nothing that a power cut left of an erasure.
        erase = self._house.finish_erasing
        self._house.lanes.run(Lane.TELL, erase, self._on_erased, self._on_not_erased)
        if self._pulse is not None:
            self._pulse.log_in(self._house.home.logs)
        self._on_beat()
        self._beat.start()

    def _on_read(self, _: object) -> None:
        # Whatever is wrong in the library stands in its own problems.
        if self._upkeep is not None:
            self._upkeep.load()

    def _on_erased(self, _: int) -> None:
        """Nobody waits for it."""

    def _on_not_erased(self, fault: Exception) -> None:
        logging.getLogger(__name__).error("An erasure could not be ended: %s", told(fault))

    def _on_refused(self, fault: Exception) -> None:
        sys.stderr.write(f"{fault}\n")
        self.leave(REFUSED)

    def _on_leaving(self) -> None:
        self.leave(FINE)

    def _on_starting_again(self) -> None:
        self.leave(AGAIN)

    def on_fault(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault nobody caught and show a calm page; give up where that fails as well."""
        from app.bootstrap import logbook

        logbook.note_fault(kind, fault, trace)
        now = self._house.clock.monotonic()
        again, self._last_fault = now - self._last_fault < FAULT_SECONDS, now
        if again:
            self.leave(CRASHED)
        else:
            self.kiosk.show_trouble()

    def _on_beat(self) -> None:
        if self._pulse is not None and not self._pulse.beat():
            self.leave(FINE)


def run(options: Options, pulse: Pulse) -> int:
    """Run the kiosk until it is left; return its exit code."""
    application = QApplication(["be-smart"])
    sys.setswitchinterval(SWITCH_SECONDS)
    try:
        house, school = open_house(find_home(options.home))
    except StoreFault as fault:
        from app.bootstrap import refusal

        sys.stderr.write(f"{fault}\n")
        refusal.tell(application, str(fault), options.size, pulse)
        return FINE  # staff have read it and closed it
    start = Start(application, house, options)
    start.desk.session.use_school(school)
    sys.excepthook = start.on_fault
    start.up(pulse)
    return start.end(application.exec())


def open_house(home: Home) -> tuple[House, School]:
    """Return the house of the school that is set up, or of the demo where none is."""
    house = House(home)
    return (house, house.school) if house.school is not None else demo.open_demo(home)
