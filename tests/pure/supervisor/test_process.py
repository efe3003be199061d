"""A started process can be heard, asked, killed and waited for, by either way of starting it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from app.supervisor.process import Opened, start
from app.supervisor.spawned import Spawned
from tests.pure.supervisor import doubles
from tests.pure.supervisor.doubles import all_it_says

if TYPE_CHECKING:
    from app.supervisor.process import Process

Start = Callable[[list[str], dict[str, str]], "Process"]


@pytest.fixture(params=[Spawned, Opened, start], ids=["posix_spawn", "subprocess", "start"])
def begin(request: pytest.FixtureRequest) -> Start:
    """Return one way of starting a process."""
    way: Start = request.param
    return way


def started(begin: Start, deed: str, detail: str = "") -> Process:
    return begin(doubles.command(deed, detail), doubles.environment())


@pytest.mark.parametrize("code", [0, 1, 2, 70])
def test_its_exit_code_is_known(begin: Start, code: int) -> None:
    process = started(begin, "exit", str(code))
    assert all_it_says(process) == b""
    assert process.wait() == code
    process.close()


def test_the_signal_that_ended_it_is_known(begin: Start) -> None:
    process = started(begin, "die")
    assert process.wait() == -9
    process.close()


def test_what_it_says_is_heard(begin: Start) -> None:
    process = started(begin, "beat-and-exit", "0")
    assert all_it_says(process) == b"beat\n"
    assert process.wait() == 0
    process.close()


def test_it_leaves_when_it_is_asked(begin: Start) -> None:
    process = started(begin, "beat")
    assert process.read().startswith(b"beat\n")
    process.ask_to_leave()
    process.ask_to_leave()
    assert process.wait() == 0
    process.close()


def test_it_can_be_killed_while_it_hangs(begin: Start) -> None:
    process = started(begin, "freeze")
    assert process.read() == b"beat\n"
    process.kill()
    assert process.wait() == -9
    process.kill()
    process.close()


def test_it_leaves_no_open_file_behind(begin: Start) -> None:
    before = doubles.open_files()
    process = started(begin, "exit", "0")
    process.wait()
    process.close()
    assert doubles.open_files() == before


def test_a_program_that_is_not_there_is_refused_and_leaves_no_open_file(begin: Start) -> None:
    before = doubles.open_files()
    with pytest.raises(OSError, match="No such file"):
        begin(["/nowhere/python"], dict(os.environ))
    assert doubles.open_files() == before
