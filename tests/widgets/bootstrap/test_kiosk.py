"""One life of the kiosk in its process: up, watched, left, and refused where it cannot work."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from threading import Event
from weakref import ref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import kiosk
from app.bootstrap.house import House
from app.bootstrap.kiosk import AGAIN, BEAT_MS, CRASHED, FINE, REFUSED, Options, Start, open_house
from app.domain.demo import DEMO_PIN
from app.domain.pin import PinRecord
from app.domain.ports import StoreFault
from app.flow.door import Ask
from app.flow.route import To
from app.flow.tasks import Lane
from app.store.cabinet import held
from app.store.home import Home
from app.store.kiosk import KioskFile
from app.supervisor import life
from app.supervisor.heartbeat import BEAT_SECONDS, FAREWELL_SECONDS
from tests.fakes import FakePulse
from tests.lessonbook import ROOT
from tests.widgets.bootstrap.conftest import HILLSIDE

OPTIONS = Options(home=None, size=(1024, 768), idle_seconds=180)
TOO_LONG_MS, TOO_LONG = 20_000, 99


def nothing(_: object) -> None:
    """Nobody waits for what comes back."""


class Night:
    """A kiosk on a data folder, from its start to its exit code."""

    def __init__(self, application: QApplication, home: Home) -> None:
        self._application = application
        self.house, school = open_house(home)
        self.start = Start(application, self.house, OPTIONS)
        self.start.desk.session.use_school(school)
        self.pulse = FakePulse()
        self._has_ended = False
        # Its wish to quit would arrive late, in the event loop of another test.
        application.setQuitOnLastWindowClosed(False)

    def up(self) -> None:
        """Show the window."""
        self.start.up(self.pulse)

    def end(self) -> int:
        """Let it run to its end; return its exit code."""
        self._has_ended = True
        QTimer.singleShot(TOO_LONG_MS, self.start, partial(self._application.exit, TOO_LONG))
        return self._application.exec()

    def put_away(self) -> None:
        """End it, unless it has ended; the application is left to the next test as it was."""
        if not self._has_ended:
            QTimer.singleShot(0, self.start, partial(self.start.leave, FINE))
            self.end()
        self.house.cabinet.release()
        self._application.setQuitOnLastWindowClosed(True)

    @property
    def page(self) -> str:
        """The page that is shown."""
        screen = self.start.kiosk.navigator.screen
        return screen.name if screen else ""


@pytest.fixture
def demo(qapp: QApplication, home: Home) -> Iterator[Night]:
    """Yield a kiosk where no school is set up."""
    night = Night(qapp, home)
    yield night
    night.put_away()


@pytest.fixture
def real(qapp: QApplication, settled: Home) -> Iterator[Night]:
    """Yield a kiosk of a real school without a PIN."""
    night = Night(qapp, settled)
    yield night
    night.put_away()


def test_it_comes_up_at_welcome_and_says_that_it_lives(demo: Night, qtbot: QtBot) -> None:
    demo.up()
    assert demo.page == "welcome"
    qtbot.waitUntil(lambda: demo.pulse.beats > 0, timeout=TOO_LONG_MS)
    assert demo.house.cabinet.held
    assert demo.pulse.folders == [demo.house.home.logs]
    assert (demo.house.home.logs / "kiosk.log").exists()


class Ring:
    """Rubbish that only the collector finds: it holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_rubbish_is_looked_for_here_when_a_page_has_come_and_on_no_other_thread(
    demo: Night, qtbot: QtBot
) -> None:
    gc.enable()  # as in a program; the tests of widgets run without
    demo.up()
    qtbot.waitUntil(lambda: demo.pulse.beats > 0, timeout=TOO_LONG_MS)
    assert not gc.isenabled()
    left_behind = ref(Ring())
    demo.start.kiosk.navigator.go(To("who-are-you"))
    qtbot.waitUntil(lambda: left_behind() is None, timeout=TOO_LONG_MS)
    assert demo.page == "who-are-you"


def test_its_window_does_not_close_for_anybody_but_staff(demo: Night) -> None:
    demo.up()
    window = demo.start.kiosk.window
    assert not window.close()
    assert window.isVisible()
    demo.put_away()
    assert not window.isVisible()


def test_when_the_supervisor_is_gone_it_leaves(demo: Night) -> None:
    demo.pulse.leaves = True
    demo.up()
    assert demo.end() == FINE


def test_staff_leave_it(demo: Night, qtbot: QtBot) -> None:
    demo.up()
    qtbot.waitUntil(lambda: demo.house.cabinet.held, timeout=TOO_LONG_MS)
    demo.start.kiosk.navigator.go(To("pin"))
    door = demo.start.desk.door
    qtbot.waitUntil(lambda: door.page.ask is Ask.PIN, timeout=TOO_LONG_MS)
    door.give(DEMO_PIN)
    qtbot.waitUntil(lambda: demo.page == "school", timeout=TOO_LONG_MS)
    QTimer.singleShot(0, demo.start, demo.start.desk.office.leave_kiosk)
    assert demo.end() == FINE


def test_a_new_school_asks_for_a_new_start(demo: Night) -> None:
    demo.up()
    QTimer.singleShot(0, demo.start, demo.start.kiosk.starting_again.emit)
    assert demo.end() == AGAIN


def test_where_another_kiosk_has_the_folder_it_says_so_and_ends(
    real: Night, settled: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    with held(settled):
        real.up()
        assert real.end() == REFUSED
    assert "another Be SMART is open on this folder" in capsys.readouterr().err
    assert real.pulse.beats == 0


def test_without_a_pin_no_pupil_gets_past_its_making(real: Night) -> None:
    real.up()
    assert real.page == "pin"


def test_with_a_pin_it_begins_at_welcome(qapp: QApplication, settled: Home) -> None:
    with held(settled) as cabinet:
        KioskFile(cabinet).keep_pin(PinRecord("hash"))
    night = Night(qapp, settled)
    night.up()
    pages = [night.page]
    night.put_away()
    assert pages == ["welcome"]


def test_a_lost_pin_is_no_missing_one(qapp: QApplication, settled: Home) -> None:
    settled.kiosk_file.write_bytes(b"damaged")
    night = Night(qapp, settled)
    night.up()
    pages = [night.page]
    night.put_away()
    assert pages == ["welcome"], "else whoever spoils the file makes the next PIN"


def test_a_fault_shows_a_calm_page_and_the_next_one_ends_the_kiosk(
    demo: Night, capsys: pytest.CaptureFixture[str]
) -> None:
    demo.up()
    demo.start.on_fault(ValueError, ValueError("Zoë"), None)
    assert demo.page == "trouble"
    QTimer.singleShot(0, demo.start, partial(demo.start.on_fault, ValueError, ValueError(), None))
    assert demo.end() == CRASHED
    assert "Zoë" not in capsys.readouterr().err


def test_staff_are_not_held_by_a_disk_that_does_not_answer(
    demo: Night, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    answers = Event()
    monkeypatch.setattr(kiosk, "LEAVE_SECONDS", 0.05)
    demo.up()
    demo.house.lanes.run(Lane.DISK, answers.wait, nothing, nothing)
    QTimer.singleShot(0, demo.start, partial(demo.start.leave, FINE))
    assert demo.end() == FINE
    answers.set()
    assert "left without the disk, which did not answer for 0.05 s" in caplog.text


HANGING = """
from pathlib import Path
from threading import Event
from weakref import ref
from PySide6.QtWidgets import QApplication
from app.bootstrap import kiosk
from app.flow.tasks import Lane
from app.store.home import Home
house, school = kiosk.open_house(Home(Path({home!r})))
start = kiosk.Start(QApplication([]), house, kiosk.Options(None, None, 180))
house.lanes.run(Lane.DISK, Event().wait, print, print)
kiosk.LEAVE_SECONDS = 0.05
start.leave(kiosk.AGAIN)
raise SystemExit(start.end(kiosk.AGAIN))
"""


def test_what_was_logged_last_is_written_before_the_process_ends(settled: Home) -> None:
    opened = f"from app.bootstrap import logbook; logbook.open_log(Path({str(settled.logs)!r}))"
    script = HANGING.format(home=str(settled.root)).replace("start.leave", f"{opened}\nstart.leave")
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, timeout=60)
    told = (settled.logs / "kiosk.log").read_text(encoding="utf-8")
    assert "left without the disk, which did not answer for 0.05 s" in told


def test_the_process_ends_though_a_lane_still_waits(settled: Home) -> None:
    script = HANGING.format(home=str(settled.root))
    ended = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == AGAIN


def test_the_waits_at_the_end_are_each_shorter_than_the_one_that_would_cut_them_off() -> None:
    patience = life.Patience()
    leaving = BEAT_SECONDS + kiosk.LEAVE_SECONDS + kiosk.LOG_SECONDS
    assert leaving < FAREWELL_SECONDS < patience.leaving * patience.slice_seconds


def test_the_real_school_goes_before_the_demo(settled: Home) -> None:
    house, school = open_house(settled)
    assert school == HILLSIDE
    assert not (settled.root / "demo").exists()
    assert house.home == settled


def test_a_damaged_school_is_never_taken_for_a_new_one(settled: Home) -> None:
    for path in settled.root.glob("school.json*"):
        path.write_bytes(b"")
    with pytest.raises(StoreFault, match="Put a good copy"):
        open_house(settled)
    assert not (settled.root / "demo").exists()


def test_both_sides_mean_the_same_by_their_signs() -> None:
    assert BEAT_MS == BEAT_SECONDS * 1000
    assert (FINE, REFUSED, AGAIN) == (life.LEFT, life.REFUSED, life.AGAIN)
    assert CRASHED not in {life.LEFT, life.REFUSED, life.WRONG_CALL, life.AGAIN}


def test_an_erasure_that_cannot_be_ended_is_logged_and_stops_nothing(
    real: Night, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: House) -> int:
        raise StoreFault("bodies: the disk is full")

    monkeypatch.setattr(House, "finish_erasing", broken)
    real.up()
    qtbot.waitUntil(lambda: "could not be ended" in caplog.text, timeout=TOO_LONG_MS)
    assert real.page == "pin"
