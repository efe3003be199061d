"""How soon staff see what 1,000 children told, once their passphrase was right."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from app.bootstrap.house import House
from app.domain.tell.cases import Pile
from app.domain.tell.desk import Seed
from app.domain.tell.taps import About, Happens, Place, Tap, Words, Worry
from app.flow.desk import Desk
from app.flow.route import To
from app.flow.staffroom import Signed
from app.frame.kiosk import Kiosk
from app.store.home import Home
from tests import staffroom as records
from tests.bench.bench_pages import Painted
from tests.bench.bench_saved import Beat
from tests.bench.figures import Figure, at_most
from tests.bench.screen import screen
from tests.tells import id_of, tell

TELLS, RUNS = 1_000, 5
PATIENCE_SECONDS = 60
SAID: tuple[Tap, ...] = (
    About("unkind"),
    Happens(Place.SCHOOL),
    Worry(3),
    Words("They laugh at my shoes in the chat, and everybody can see it. " * 2),
)


def filled(home: Home) -> tuple[House, records.Staffroom]:
    """Return a house whose record holds so many Tells, told through the program's journal."""
    house = House(home)
    house.take()
    room = records.staffroom(house._vault)
    roster = room.lists.reach().roster
    for number in range(TELLS):
        tell(room.journal, number, SAID, roster)
        room.clock.let_pass(60)
    return house, room


class Visit:
    """One member of staff, from the moment on when their passphrase was right."""

    def __init__(self, house: House, room: records.Staffroom) -> None:
        self._desk = Desk(house)
        self._desk.telling.prepare()  # as the program does at its start
        self._kiosk = Kiosk(self._desk, 86_400)
        self._kiosk.window.resize(1366, 768)
        self._kiosk.start()
        self._kiosk.window.show()
        self._room = room
        self.longest = 0.0
        self._turn(self._kiosk.window.isVisible)

    def unlock(self, page: str) -> tuple[float, float]:
        """Return the ms until a page shows the newest Tells, and until it shows all of them."""
        person = self._room.lists.reach().roster.person(id_of("dsl"))
        assert person is not None
        seed = Seed(records.seed_of("dsl"))
        self._kiosk.navigator.go(To("sign-in"))
        self._turn(lambda: bool(self._desk.staffroom.page.people))
        begun = time.perf_counter()
        self._desk.staffroom.signed = Signed(person, seed, self._room.clock.now())
        self._kiosk.navigator.go(To(page))
        inbox, shown = self._desk.inbox, self._kiosk.navigator.screen
        assert shown is not None
        painted = Painted(shown)
        self._turn(lambda: bool(inbox.page.of(Pile.TO_DO)) and painted.at > begun)
        first = time.perf_counter() - begun
        self.longest = 0.0
        self._turn(lambda: inbox.page.whole)
        return first * 1e3, (time.perf_counter() - begun) * 1e3

    def leave(self) -> None:
        """Lock, and close the window."""
        self._kiosk.go_home()
        self._kiosk.close()
        for one in (self._kiosk.window, self._kiosk):
            one.deleteLater()
        # No loop runs here that would: what was left would be restyled with the next one.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _turn(self, until: Callable[[], bool]) -> None:
        patience = time.monotonic() + PATIENCE_SECONDS
        beat = Beat()
        loop = QEventLoop()
        while not until():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > patience:
                raise TimeoutError("the Tells did not come")
        self.longest = max(self.longest, beat.end())


def main() -> list[Figure]:
    """Measure and return the figures."""
    with screen() as on, tempfile.TemporaryDirectory() as folder:
        os.environ["DISPLAY"] = on.environment["DISPLAY"]
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        application = QApplication.instance() or QApplication(["be-smart"])
        house, room = filled(Home(Path(folder)))
        firsts, wholes, longest = [], [], []
        for page in ("tells",) * RUNS + ("today",):
            visit = Visit(house, room)
            first, whole = visit.unlock(page)
            firsts.append(first)
            wholes.append(whole)
            longest.append(visit.longest)
            visit.leave()
        house.lanes.close()
        del application
    cold, all_of_it = f"the first time {firsts[0]:.0f} ms", f"all after {median(wholes):.0f} ms"
    more = f"{cold}; {all_of_it}; the screen held for {max(longest):.0f} ms"
    name = "1,000 Tells: unlocked to first page"
    return [at_most(name, median(firsts), 300, " ms", more)]
