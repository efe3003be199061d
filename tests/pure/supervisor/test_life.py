"""One life of the kiosk: beats, silence, wishes to stop, and every way to end."""

from __future__ import annotations

from pathlib import Path
from queue import SimpleQueue

import pytest

from app.domain.override import override
from app.supervisor.life import (
    CLOSED,
    ENDED,
    STOP,
    UNKNOWN,
    Ending,
    Event,
    Life,
    Patience,
    listen,
    reason,
)
from app.supervisor.process import start
from tests.pure.supervisor import doubles
from tests.pure.supervisor.doubles import ScriptedProcess, logbook

QUICK = 0.02


def watched(process: ScriptedProcess, *wishes: str, slice_seconds: float = QUICK) -> Ending:
    """Watch a scripted process; the wishes are there before it starts."""
    events: SimpleQueue[Event] = SimpleQueue()
    for wish in wishes:
        events.put(Event(wish))
    return Life(process, events, logbook(), Patience(slice_seconds)).watch()


@pytest.mark.parametrize("code", [0, 1, 2, 70, -11])
def test_an_end_has_its_code_and_its_reason(code: int) -> None:
    process = ScriptedProcess(b"beat\n", code=code)
    ending = watched(process)
    assert ending.code == code
    assert ending.why == reason(code)
    assert ending.beaten
    assert process.deeds == ["closed"]


def test_an_end_before_the_first_beat_is_told_apart() -> None:
    assert not watched(ScriptedProcess(code=1)).beaten


def test_a_kiosk_that_never_beats_is_killed() -> None:
    process = ScriptedProcess(code=None)
    ending = watched(process)
    assert process.deeds == ["killed", "closed"]
    assert ending.code is None
    assert ending.why == "the kiosk hung: no sign of life for 0.6 s, so it was killed"


def test_a_kiosk_that_stops_beating_is_killed_sooner() -> None:
    ending = watched(ScriptedProcess(b"beat\n", code=None))
    assert ending.code is None
    assert ending.why == "the kiosk hung: no sign of life for 0.1 s, so it was killed"
    assert ending.beaten


def test_silence_is_at_most_ten_seconds_with_the_patience_that_ships() -> None:
    assert Patience().beating * Patience().slice_seconds == 10


def test_what_arrives_in_pieces_is_put_together(tmp_path: Path) -> None:
    log = logbook()
    process = ScriptedProcess(b"be", b"at\nlo", f"g {tmp_path}\n".encode(), code=0)
    events: SimpleQueue[Event] = SimpleQueue()
    Life(process, events, log, Patience(QUICK)).watch()
    log.note("written")
    assert (tmp_path / "supervisor.log").read_text() == "NOW written\n"


def test_noise_on_the_pipe_is_no_sign_of_life_and_not_kept() -> None:
    ending = watched(ScriptedProcess(b"x" * 100_000, b"\nnonsense\nlog\n\n", code=None))
    assert ending.code is None
    assert not ending.beaten


def test_a_wish_to_stop_lets_it_leave() -> None:
    process = ScriptedProcess(b"beat\n", code=None)
    ending = watched(process, STOP)
    assert process.deeds == ["asked", "closed"]
    assert (ending.code, ending.why) == (0, "the kiosk has left")


def test_who_asks_twice_does_not_wait() -> None:
    process = ScriptedProcess(b"beat\n", code=None, leaves=False)
    ending = watched(process, STOP, STOP, slice_seconds=60.0)
    assert process.deeds == ["asked", "killed", "closed"]
    assert ending.code == 0


def test_who_was_asked_and_goes_on_beating_is_killed_all_the_same() -> None:
    process = ScriptedProcess(*[b"beat\n"] * 50, code=None, leaves=False)
    ending = watched(process, STOP)
    assert process.deeds == ["asked", "killed", "closed"]
    assert ending.code == 0


def test_a_crash_while_leaving_is_no_crash() -> None:
    process = ScriptedProcess(b"beat\n", code=-11)
    assert watched(process, STOP).code == 0


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, "the kiosk was left on purpose"),
        (1, "the kiosk would not start (exit code 1)"),
        (2, "the kiosk was called wrongly (exit code 2)"),
        (70, "the kiosk crashed: exit code 70"),
        (-9, "the kiosk crashed: SIGKILL"),
        (-11, "the kiosk crashed: SIGSEGV"),
        (-99, "the kiosk crashed: signal 99"),
    ],
)
def test_the_log_says_why(code: int, words: str) -> None:
    assert reason(code) == words


class Unheard(ScriptedProcess):
    """A process whose pipe breaks; with ``lost`` the system will not tell its end either."""

    def __init__(self, *, lost: bool) -> None:
        super().__init__(code=70)
        self._lost = lost

    @override
    def read(self) -> bytes:
        raise OSError("the pipe broke")

    @override
    def wait(self) -> int:
        if self._lost:
            raise ChildProcessError("no child of ours")
        return super().wait()


@pytest.mark.parametrize(("lost", "code"), [(False, 70), (True, UNKNOWN)])
def test_the_end_is_told_though_listening_failed(lost: bool, code: int) -> None:
    events: SimpleQueue[Event] = SimpleQueue()
    with pytest.raises(OSError, match="no child" if lost else "the pipe broke"):
        listen(Unheard(lost=lost), events)
    told = [events.get_nowait() for _ in range(events.qsize())]
    assert [(one.kind, one.code) for one in told] == [(CLOSED, 0), (ENDED, code)]


@pytest.mark.parametrize("deed", ["silent", "freeze"])
def test_a_real_process_that_hangs_is_killed(deed: str) -> None:
    process = start(doubles.command(deed), doubles.environment())
    patience = Patience(0.1)
    patience.beating = 10
    ending = Life(process, SimpleQueue(), logbook(), patience).watch()
    assert ending.code is None
    assert ending.beaten is (deed == "freeze")
