"""The pause before a new start grows, has an end, and is forgotten after a long life."""

from __future__ import annotations

from app.supervisor.pauses import FIRST_SECONDS, HEALTHY_SECONDS, LONGEST_SECONDS, Pauses


def test_the_first_pause_is_short_enough_to_be_back_in_three_seconds() -> None:
    assert Pauses().after(0.0) == FIRST_SECONDS <= 0.5


def test_five_deaths_in_a_row_still_leave_time_to_start_within_three_seconds() -> None:
    pauses = Pauses()
    assert max(pauses.after(1.0) for _ in range(5)) <= 0.7


def test_pauses_grow_from_death_to_death_up_to_the_longest() -> None:
    pauses = Pauses()
    row = [pauses.after(0.0) for _ in range(50)]
    assert row == sorted(row)
    assert row[0] < row[1] < row[2]
    assert row[-1] == LONGEST_SECONDS


def test_the_pause_stays_bounded_however_often_it_dies() -> None:
    pauses = Pauses()
    pauses.row = 10**9
    assert pauses.after(0.0) == LONGEST_SECONDS


def test_a_healthy_stretch_starts_the_count_anew() -> None:
    pauses = Pauses()
    for _ in range(10):
        pauses.after(0.0)
    assert pauses.after(HEALTHY_SECONDS) == FIRST_SECONDS
    assert pauses.row == 1


def test_a_life_just_too_short_counts_on() -> None:
    pauses = Pauses()
    pauses.after(0.0)
    assert pauses.after(HEALTHY_SECONDS - 0.01) > FIRST_SECONDS
