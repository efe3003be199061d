"""One Be SMART a folder: the second is told so, and the lock goes with its process."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.ports import StoreFault, StoreHeld
from app.domain.problem import Problem
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.progress import ProgressFiles
from tests.deeds import AMINA, deed

ANOTHER = """
import sys
from pathlib import Path
from app.store.cabinet import Cabinet
from app.store.home import Home
cabinet = Cabinet(Home(Path(sys.argv[1])))
cabinet.hold()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def another_kiosk(home: Home) -> Iterator[subprocess.Popen[str]]:
    """Let another process hold the folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", ANOTHER, str(home.root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_second_kiosk_is_told_at_once_and_clearly(home: Home) -> None:
    with another_kiosk(home), pytest.raises(StoreHeld) as told:
        Cabinet(home).hold()
    assert str(told.value).startswith(f"{home.root}: another Be SMART is open on this folder;")
    assert "close it first" in str(told.value)


def test_a_command_may_read_beside_it_but_not_write(home: Home) -> None:
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(AMINA, deed(1))
    with another_kiosk(home):
        reader = ProgressFiles(Cabinet(home))
        assert reader.attempts(AMINA) == (deed(1),)
        with pytest.raises(StoreFault, match="for reading only"):
            reader.add(AMINA, deed(2))


def test_the_folder_is_free_once_its_kiosk_was_killed(home: Home) -> None:
    with another_kiosk(home) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        with held(home) as cabinet:
            assert cabinet.held


def test_it_is_free_after_release_and_after_a_fault(home: Home) -> None:
    def break_off() -> None:
        with held(home):
            raise KeyError("a fault")

    with pytest.raises(KeyError):
        break_off()
    first = Cabinet(home)
    states = [first.held]
    for change in (first.hold, first.release, first.release):
        change()
        states.append(first.held)
    assert states == [False, True, False, False]
    with held(home):
        pass


def test_two_folders_do_not_hinder_each_other(home: Home) -> None:
    with held(home) as one, held(home.demo()) as other:
        assert one.held
        assert other.held


def test_a_folder_that_cannot_be_made_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFault, match="lock"):
        Cabinet(Home(tmp_path / "file")).hold()


def test_a_problem_is_told_once(home: Home) -> None:
    cabinet = Cabinet(home)
    for _ in range(3):
        cabinet.note("school.json", "the whole file", "it is damaged")
    cabinet.note("kiosk.json", "the whole file", "it is damaged")
    assert cabinet.problems == (
        Problem("school.json", "the whole file", "it is damaged"),
        Problem("kiosk.json", "the whole file", "it is damaged"),
    )
