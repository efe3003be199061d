"""The PIN's back-off: no restart, no change of the clock and no haste makes a wait shorter."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pin import (
    FREE_TRIES,
    LONGEST_WAIT,
    PinGate,
    PinRecord,
    cost,
    gate,
    opened,
    tried,
    wait_left,
)

NEW = PinRecord("$argon2id$made-up")


def after(tries: int, now: float = 0.0) -> PinGate:
    """Return the gate after so many wrong tries at one moment."""
    shut = gate(NEW, now)
    for _ in range(tries):
        shut = tried(shut, now)
    return shut


def test_the_first_wrong_tries_cost_nothing() -> None:
    assert [wait_left(after(tries), 0.0) for tries in range(FREE_TRIES + 1)] == [0.0] * 5


def test_from_the_fifth_on_it_costs_ever_more_up_to_a_minute() -> None:
    waits = [wait_left(after(tries), 0.0) for tries in range(5, 12)]
    assert waits == [5.0, 10.0, 20.0, 40.0, 60.0, 60.0, 60.0]


@given(st.integers(0, 10_000))
def test_no_number_of_tries_costs_more_than_a_minute_or_less_than_one_fewer(tries: int) -> None:
    assert 0 <= cost(tries) <= cost(tries + 1) <= LONGEST_WAIT


def test_the_wait_runs_down_to_nothing() -> None:
    shut = after(6, 100.0)
    assert [wait_left(shut, now) for now in (100.0, 104.0, 110.0, 999.0)] == [10.0, 6.0, 0.0, 0.0]


def test_the_right_pin_clears_everything() -> None:
    free = opened(after(9, 50.0))
    assert free.record == NEW
    assert wait_left(free, 50.0) == 0.0
    assert wait_left(tried(free, 51.0), 51.0) == 0.0


def test_a_record_from_another_hand_waits_no_longer_than_a_minute() -> None:
    assert wait_left(gate(PinRecord("x", 9, 1e9), 5.0), 5.0) == LONGEST_WAIT


@pytest.mark.parametrize("now", [0.0, 1e6])
def test_the_moment_the_program_started_counts_for_nothing(now: float) -> None:
    assert wait_left(gate(after(7).record, now), now) == 20.0


@dataclass
class Machine:
    """A PC: real seconds, and a monotonic clock that begins anew with every restart."""

    gate: PinGate
    disk: PinRecord
    real: float = 0.0
    booted: float = 0.0
    allowed_from: float = 0.0

    @property
    def now(self) -> float:
        """The monotonic clock."""
        return self.real - self.booted

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.real += seconds

    def restart(self) -> None:
        """Pull the plug and start again."""
        self.booted = self.real
        self.gate = gate(self.disk, self.now)

    def guess(self) -> None:
        """Try a wrong PIN, if one may; what is kept reaches the disk before it is verified."""
        if wait_left(self.gate, self.now) > 0:
            return
        assert self.real >= self.allowed_from - 1e-6
        self.gate = tried(self.gate, self.now)
        self.disk = self.gate.record
        self.allowed_from = self.real + cost(self.disk.wrong)


DEEDS = st.one_of(
    st.just("guess"),
    st.just("restart"),
    st.floats(0.0, 70.0),
)


@given(st.lists(DEEDS, max_size=60))
def test_no_course_of_waits_restarts_and_guesses_gets_a_try_too_early(
    deeds: list[str | float],
) -> None:
    machine = Machine(gate(NEW, 0.0), NEW)
    for deed in deeds:
        if isinstance(deed, float):
            machine.wait(deed)
        else:
            {"guess": machine.guess, "restart": machine.restart}[deed]()
        assert 0.0 <= wait_left(machine.gate, machine.now) <= LONGEST_WAIT
    machine.wait(LONGEST_WAIT + 0.001)
    assert wait_left(machine.gate, machine.now) == 0.0


def test_a_day_of_guessing_is_about_one_guess_a_minute() -> None:
    machine = Machine(gate(NEW, 0.0), NEW)
    while machine.real < 24 * 60 * 60:
        machine.guess()
        machine.wait(1.0)
    assert machine.disk.wrong <= 24 * 60 + 10
