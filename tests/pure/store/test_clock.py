"""The system's clock, and the one of the tests."""

from __future__ import annotations

from datetime import UTC, timedelta

import pytest

from app.domain.ports import Clock
from app.store.clock import SystemClock
from tests.fakes import MORNING, FakeClock


@pytest.mark.parametrize("clock", [SystemClock(), FakeClock()])
def test_the_time_is_utc_and_the_monotonic_one_never_falls(clock: Clock) -> None:
    assert clock.now().tzinfo is UTC
    moments = [clock.monotonic() for _ in range(100)]
    assert moments == sorted(moments)


def test_time_passes() -> None:
    clock = SystemClock()
    now, moment = clock.now(), clock.monotonic()
    while clock.monotonic() == moment or clock.now() == now:
        pass
    assert clock.now() - now < timedelta(seconds=10)


def test_setting_the_fake_lets_no_time_pass() -> None:
    clock = FakeClock()
    clock.let_pass(2.5)
    assert (clock.now() - MORNING, clock.monotonic()) == (timedelta(seconds=2.5), 102.5)
    clock.set(MORNING - timedelta(days=9))
    assert (clock.now(), clock.monotonic()) == (MORNING - timedelta(days=9), 102.5)
