"""The supervisor as it is: a process over a process, told to stop, killed, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from app.supervisor.life import STOP, Event
from app.supervisor.logbook import NAME
from app.supervisor.watch import answer_signals, child_environment
from tests.pure.supervisor import doubles

ROOT = Path(__file__).resolve().parents[3]
SUPERVISE = "import sys; from app.supervisor.watch import keep_running; sys.exit(keep_running({}))"
LOOKS_A_SECOND = 50


class Running:
    """A supervisor with a stand-in kiosk that logs into a folder."""

    def __init__(self, folder: Path) -> None:
        """Start both."""
        self.log = folder / NAME
        words = doubles.command("log", str(folder))[1:]
        command = [sys.executable, "-c", SUPERVISE.format(words)]
        self.process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)

    def kiosk(self, number: int = 1) -> int:
        """Return the process id of the kiosk's n-th life, once the log tells it."""
        return int(self.line("kiosk started", number).rpartition(" ")[2].rstrip(")"))

    def line(self, part: str, number: int = 1) -> str:
        """Return the n-th line of the log with these words, once there is one."""
        return until(lambda: (self.lines(part)[number - 1 :] or [""])[0], part)

    def lines(self, part: str) -> list[str]:
        """Return the lines of the log with these words."""
        text = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        whole = text[: text.rfind("\n") + 1]
        return [line for line in whole.splitlines() if part in line]


def until(look: Callable[[], str], what: str, seconds: float = 20.0) -> str:
    """Look again and again at other processes until there is something."""
    for _ in range(int(seconds * LOOKS_A_SECOND)):
        if found := look():
            return found.strip()
        time.sleep(1 / LOOKS_A_SECOND)  # between two looks at what another process did
    raise AssertionError(f"waited {seconds} s for {what}")


def gone(process: int) -> str:
    """Return a word once no such process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return "gone"
    state = Path(f"/proc/{process}/stat")
    return "gone" if state.exists() and ") Z " in state.read_text() else ""


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Yield a supervisor with its kiosk up; end both."""
    supervisor = Running(tmp_path)
    yield supervisor
    supervisor.process.kill()
    supervisor.process.wait()


def test_a_killed_kiosk_is_back_within_three_seconds(running: Running) -> None:
    first = running.kiosk()
    before = time.monotonic()
    os.kill(first, signal.SIGKILL)
    second = running.kiosk(2)
    assert time.monotonic() - before < 3
    assert second != first
    assert running.lines("the kiosk crashed: SIGKILL")


def test_five_kills_in_a_row_are_survived(running: Running) -> None:
    for life in range(1, 6):
        os.kill(running.kiosk(life), signal.SIGKILL)
    assert running.kiosk(6)


def test_a_stopped_kiosk_is_back_within_fifteen_seconds(running: Running) -> None:
    first = running.kiosk()
    before = time.monotonic()
    os.kill(first, signal.SIGSTOP)
    running.kiosk(2)
    assert 5 < time.monotonic() - before < 15
    assert running.lines("the kiosk hung: no sign of life for 10 s, so it was killed")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_the_supervisor_lets_the_kiosk_leave(
    running: Running, number: signal.Signals
) -> None:
    kiosk = running.kiosk()
    running.process.send_signal(number)
    assert running.process.wait(timeout=10) == 0
    assert gone(kiosk)
    assert running.lines("asked to stop, so the kiosk leaves")
    assert running.lines("the kiosk has left")


def test_a_signal_in_a_pause_ends_the_supervisor(tmp_path: Path) -> None:
    running = Running(tmp_path)
    for life in range(1, 5):
        os.kill(running.kiosk(life), signal.SIGKILL)
    running.line("starting again", 4)
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(timeout=10) == 0


def test_the_kiosk_dies_with_its_supervisor(running: Running) -> None:
    kiosk = running.kiosk()
    running.process.kill()
    running.process.wait()
    assert until(lambda: gone(kiosk), "the kiosk to leave") == "gone"


@pytest.mark.parametrize(("deed", "code"), [("beat-and-exit", 0), ("exit", 1), ("exit", 2)])
def test_the_supervisor_ends_with_the_kiosks_answer(deed: str, code: int) -> None:
    words = doubles.command(deed, str(code))[1:]
    done = subprocess.run(
        [sys.executable, "-c", SUPERVISE.format(words)], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == code
    assert done.stderr == b""


def test_a_kiosk_that_never_shows_anything_is_given_up_in_one_sentence() -> None:
    words = doubles.command("abort")[1:]
    done = subprocess.run(
        [sys.executable, "-c", SUPERVISE.format(words)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("be-smart: the kiosk ended 3 times before")


def test_the_kiosk_finds_the_program_from_any_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert child_environment()["PYTHONPATH"] == os.pathsep.join([str(ROOT), "elsewhere"])
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert child_environment()["PYTHONPATH"] == str(ROOT)
    monkeypatch.delenv("PYTHONPATH")
    assert child_environment()["PYTHONPATH"] == str(ROOT)


def test_signals_become_wishes() -> None:
    events: SimpleQueue[Event] = SimpleQueue()
    kept = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
    answer_signals(events)
    for number, handler in kept.items():
        signal.raise_signal(number)
        signal.signal(number, handler)
    assert [events.get(timeout=1).kind for _ in kept] == [STOP, STOP]


def test_the_way_to_the_first_start_loads_next_to_nothing() -> None:
    asked = "import sys; before = set(sys.modules); import app.supervisor.watch; print({})"
    asked = asked.format("*sorted(set(sys.modules) - before)")
    shown = subprocess.check_output([sys.executable, "-c", asked], cwd=ROOT, text=True)
    rooms = {"app", "app.supervisor"}
    files = {f"app.supervisor.{name}" for name in ("process", "spawned", "watch")}
    assert set(shown.split()) == {"__future__", *rooms, *files}
