"""The whole kiosk in its window: killed, stopped, told to leave, its supervisor killed."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, Program, child_of, desktop, until

WELCOME = "Touch to start"
KILLS = 5


@pytest.fixture(scope="module")
def screen() -> Iterator[Desktop]:
    """Yield one desktop for all these tests."""
    with desktop() as shown:
        yield shown


@pytest.fixture
def program(screen: Desktop, tmp_path: Path) -> Iterator[Program]:
    """Yield a kiosk that stands at Welcome; end it afterwards."""
    started = Program(screen, tmp_path)
    started.wait_for(WELCOME)
    yield started
    started.supervisor.kill()
    started.supervisor.wait()


def seconds_until_back(program: Program, dead: int) -> float:
    """Return how long it takes until another process shows Welcome."""
    before = time.monotonic()

    def is_back() -> bool:
        now = child_of(program.supervisor.pid)
        return now not in {None, dead} and program.find(WELCOME) is not None

    until(is_back, "the kiosk to be back", 30)
    return time.monotonic() - before


def log_of(home: Path) -> str:
    """Return the supervisor's log, wherever in the data folder it lies."""
    return "".join(path.read_text(encoding="utf-8") for path in home.rglob("supervisor.log"))


def is_gone(process: int) -> bool:
    """Say whether a process of that number has ended."""
    return not Path(f"/proc/{process}").exists()


def test_killed_again_and_again_it_is_back_in_three_seconds(
    program: Program, tmp_path: Path
) -> None:
    times = []
    for _ in range(KILLS):
        dead = program.process
        os.kill(dead, signal.SIGKILL)
        times.append(seconds_until_back(program, dead))
    assert max(times) < 3, times
    assert log_of(tmp_path).count("the kiosk crashed: SIGKILL") == KILLS


def test_stopped_it_is_back_in_fifteen_seconds(program: Program, tmp_path: Path) -> None:
    dead = program.process
    until(lambda: "kiosk started" in log_of(tmp_path), "the first sign of life")
    os.kill(dead, signal.SIGSTOP)
    assert seconds_until_back(program, dead) < 15
    assert "the kiosk hung: no sign of life for 10 s, so it was killed" in log_of(tmp_path)


def test_a_signal_to_the_supervisor_closes_both(program: Program, tmp_path: Path) -> None:
    kiosk = program.process
    program.supervisor.send_signal(signal.SIGTERM)
    assert program.supervisor.wait(timeout=15) == 0
    until(lambda: is_gone(kiosk), "the kiosk's process to end")
    assert "the kiosk has left" in log_of(tmp_path)


def test_the_kiosk_does_not_outlive_its_supervisor(program: Program) -> None:
    kiosk = program.process
    program.supervisor.kill()
    program.supervisor.wait()
    until(lambda: is_gone(kiosk), "the kiosk's process to end")


def test_a_second_kiosk_on_the_folder_says_so_and_stops(program: Program, tmp_path: Path) -> None:
    second = program.desktop.run(home=tmp_path)
    assert second.wait(timeout=20) == 1
    assert program.find(WELCOME)
