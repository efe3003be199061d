"""Life after life: the kiosk is started again until it was left on purpose."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from app.supervisor.keeper import HOPELESS, MOST_STILLBORN, Keeper
from app.supervisor.life import AGAIN, Patience, reason
from app.supervisor.pauses import LONGEST_SECONDS
from app.supervisor.process import start
from tests.pure.supervisor import doubles
from tests.pure.supervisor.doubles import ScriptedProcess, logbook

if TYPE_CHECKING:
    from app.supervisor.process import Process

BEATEN, SILENT = b"beat\n", b""


class Night:
    """A supervisor over scripted lives; it rests without waiting."""

    def __init__(self, *lives: ScriptedProcess, stop_at_rest: int = 0) -> None:
        """``stop_at_rest`` is the pause in which somebody wishes it to stop."""
        self.rests: list[float] = []
        self.log = logbook()
        self._lives = list(lives)
        self._stop_at_rest = stop_at_rest

    def run(self) -> int:
        """Watch all lives."""
        return Keeper(
            lambda: self._lives.pop(0), SimpleQueue(), self.log, Patience(0.02), self.rest
        ).run()

    def rest(self, seconds: float) -> bool:
        """Note the pause."""
        self.rests.append(seconds)
        return len(self.rests) == self._stop_at_rest


def life(code: int | None, said: bytes = BEATEN) -> ScriptedProcess:
    return ScriptedProcess(said, code=code) if said else ScriptedProcess(code=code)


def test_a_kiosk_left_on_purpose_is_not_started_again() -> None:
    night = Night(life(0))
    assert night.run() == 0
    assert night.rests == []


@pytest.mark.parametrize("code", [70, -9, -11, 255])
def test_a_crash_starts_it_again(code: int) -> None:
    night = Night(life(code), life(0))
    assert night.run() == 0
    assert len(night.rests) == 1


def test_a_hang_starts_it_again() -> None:
    night = Night(life(None), life(0))
    assert night.run() == 0
    assert len(night.rests) == 1


def test_a_refusal_at_the_first_start_is_the_answer() -> None:
    night = Night(life(1, SILENT))
    assert night.run() == 1


def test_a_refusal_after_a_crash_before_any_beat_is_the_answer_too() -> None:
    night = Night(life(70, SILENT), life(1, SILENT))
    assert night.run() == 1


def test_a_refusal_of_a_kiosk_that_once_ran_is_tried_again() -> None:
    night = Night(life(-9), life(1, SILENT), life(1, SILENT), life(0))
    assert night.run() == 0
    assert len(night.rests) == 3


def test_aborts_before_the_first_beat_ever_are_soon_final(
    capsys: pytest.CaptureFixture[str],
) -> None:
    night = Night(*(life(-6, SILENT) for _ in range(MOST_STILLBORN)))
    assert night.run() == 1
    assert len(night.rests) == MOST_STILLBORN - 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1] == f"be-smart: {HOPELESS.format(why=reason(-6))}"
    assert said.count(said[-1]) == 1


@pytest.mark.parametrize("codes", [[-9], [-11], [70], [-9, -11, 70], [-6, -6, 70]])
def test_fifty_other_deaths_before_any_beat_still_start_it_again(codes: list[int]) -> None:
    night = Night(*(life(codes[n % len(codes)], SILENT) for n in range(50)), life(0))
    assert night.run() == 0
    assert len(night.rests) == 50
    assert night.rests == sorted(night.rests)
    assert night.rests[-1] == LONGEST_SECONDS


def test_one_death_fewer_before_the_first_beat_is_none_too_many() -> None:
    lives = [life(-6, SILENT) for _ in range(MOST_STILLBORN - 1)]
    night = Night(*lives, life(70), *(life(-6, SILENT) for _ in range(9)), life(0))
    assert night.run() == 0
    assert len(night.rests) == MOST_STILLBORN + 9


def test_a_start_that_is_only_too_slow_is_tried_on() -> None:
    night = Night(*(ScriptedProcess(code=None) for _ in range(MOST_STILLBORN + 1)), life(0))
    assert night.run() == 0
    assert len(night.rests) == MOST_STILLBORN + 1


def test_a_wish_to_start_anew_is_no_death() -> None:
    night = Night(*(life(AGAIN, SILENT) for _ in range(MOST_STILLBORN + 1)), life(0))
    assert night.run() == 0


def test_a_wrong_call_is_the_answer() -> None:
    assert Night(life(2, SILENT)).run() == 2


def test_a_wish_to_stop_in_a_pause_is_heard() -> None:
    night = Night(life(-9), life(-9), stop_at_rest=2)
    assert night.run() == 0
    assert len(night.rests) == 2


def test_a_system_that_cannot_start_it_is_asked_again() -> None:
    answers: list[Callable[[], ScriptedProcess]] = [refuse, refuse, lambda: life(0)]
    rests: list[float] = []

    def rest(seconds: float) -> bool:
        rests.append(seconds)
        return False

    def next_life() -> ScriptedProcess:
        answer = answers.pop(0)
        return answer()

    keeper = Keeper(next_life, SimpleQueue(), logbook(), Patience(0.02), rest)
    assert keeper.run() == 0
    assert len(rests) == 2


def refuse() -> ScriptedProcess:
    raise OSError("no more processes")


def test_a_crash_is_told_aloud_and_an_end_on_purpose_is_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Night(life(-9), life(0)).run()
    assert capsys.readouterr().err.splitlines() == [
        "be-smart: the kiosk crashed: SIGKILL",
        "be-smart: starting again in 0.10 s (end 1 in a row)",
    ]


def test_what_the_kiosk_has_said_itself_is_not_said_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert Night(life(1, SILENT)).run() == 1
    assert capsys.readouterr().err == ""


def test_fifty_real_crashes_in_a_row_still_start_it_again() -> None:
    deeds = [("beat-and-exit", "70")] + [("die", "")] * 25 + [("exit", "70")] * 24
    deeds += [("beat-and-exit", "0")]
    rests: list[float] = []

    def rest(seconds: float) -> bool:
        rests.append(seconds)
        return False

    def next_life() -> Process:
        return start(doubles.command(*deeds.pop(0)), doubles.environment())

    before = doubles.open_files()
    keeper = Keeper(next_life, SimpleQueue(), logbook(), rest=rest)
    assert keeper.run() == 0
    assert deeds == []
    assert len(rests) == 50
    assert rests == sorted(rests)
    assert rests[-1] == LONGEST_SECONDS
    assert doubles.open_files() == before
