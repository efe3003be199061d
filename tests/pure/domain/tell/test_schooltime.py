"""School time: what of a time passed while somebody was there to look."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.tell.schooltime import Holiday, Hours, SchoolTime, minutes_of_school

DAY = Hours(time(8, 30), time(15, 30))
WEEK = (DAY, DAY, DAY, DAY, Hours(time(8, 30), time(12, 0)), None, None)
SCHOOL = SchoolTime(WEEK, (Holiday(date(2026, 2, 16), date(2026, 2, 20)),))
LONDON = ZoneInfo("Europe/London")


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    """Return a moment of 2026 by the school's clock. The 2nd of March is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def minutes(begin: datetime, end: datetime, school: SchoolTime = SCHOOL) -> float:
    """Return the minutes of school time."""
    return minutes_of_school(school, begin, end)


def test_within_the_day_every_minute_counts() -> None:
    assert minutes(at(2, 9), at(2, 9, 25)) == 25


def test_before_and_after_the_day_none_does() -> None:
    assert minutes(at(2, 6), at(2, 8, 30)) == 0
    assert minutes(at(2, 15, 30), at(2, 23)) == 0
    assert minutes(at(2, 8), at(2, 9)) == 30
    assert minutes(at(2, 15), at(2, 17)) == 30


def test_over_night_it_goes_on_in_the_morning() -> None:
    assert minutes(at(2, 15, 20), at(3, 8, 45)) == 10 + 15


def test_a_weekend_does_not_count() -> None:
    assert minutes(at(6, 11, 50), at(9, 8, 40)) == 10 + 10
    assert minutes(at(7, 0), at(8, 23, 59)) == 0


def test_a_holiday_does_not_count_and_begins_and_ends_with_its_days() -> None:
    assert minutes(at(16, 0, month=2), at(20, 23, month=2)) == 0
    assert minutes(at(13, 11, 30, month=2), at(23, 9, 30, month=2)) == 30 + 60


def test_a_whole_week_is_the_sum_of_its_days() -> None:
    assert minutes(at(2, 0), at(9, 0)) == 4 * 7 * 60 + 3.5 * 60


def test_without_any_hours_every_minute_counts() -> None:
    for none in (SchoolTime(), SchoolTime((None,) * 7)):
        assert minutes(at(7, 3), at(8, 3), none) == 24 * 60


def test_holidays_without_hours_close_nothing() -> None:
    holidays = SchoolTime((), (Holiday(date(2026, 1, 1), date(2026, 12, 31)),))
    assert minutes(at(2, 3), at(2, 4), holidays) == 60


def test_nothing_passes_backwards() -> None:
    assert minutes(at(3, 9), at(2, 9)) == 0
    assert minutes(at(3, 9), at(2, 9), SchoolTime()) == 0


def test_in_summer_the_school_opens_an_hour_earlier_by_utc() -> None:
    before, after = at(27, 8, 30), at(30, 8, 30)  # the clocks change on Sunday the 29th
    assert (before.hour, after.hour) == (8, 7)
    assert minutes(before, after + timedelta(minutes=5)) == 3.5 * 60 + 5


@pytest.mark.parametrize(("month", "day", "hours"), [(3, 29, 3), (10, 25, 5)])
def test_on_the_day_the_clocks_change_an_hour_is_left_out_or_comes_twice(
    month: int, day: int, hours: int
) -> None:
    """A school that is open on Sunday from midnight to four."""
    night = SchoolTime((*(None,) * 6, Hours(time(0), time(4))))
    assert minutes(at(day, 0, month=month), at(day, 12, month=month), night) == hours * 60


def test_it_is_the_schools_own_zone() -> None:
    far = SchoolTime((DAY,) * 7, zone="Asia/Tokyo")
    assert minutes(datetime(2026, 3, 2, tzinfo=UTC), datetime(2026, 3, 2, 1, tzinfo=UTC), far) == 60
    assert minutes(at(2, 9), at(2, 10), far) == 0
    assert far.local(datetime(2026, 3, 2, tzinfo=UTC)).hour == 9


def test_where_the_zone_is_not_known_every_minute_counts() -> None:
    lost = SchoolTime(WEEK, zone="Europe/Nowhere")
    assert minutes(at(7, 3), at(7, 4), lost) == 60
    assert lost.local(at(2, 9)) == at(2, 9)


@pytest.mark.parametrize("end", [time(8), time(7)])
def test_a_day_ends_after_it_begins(end: time) -> None:
    with pytest.raises(ValueError, match="ends after it begins"):
        Hours(time(8), end)


def test_a_short_week_is_closed_on_the_rest() -> None:
    assert SchoolTime((DAY,)).hours(date(2026, 3, 2)) == DAY
    assert SchoolTime((DAY,)).hours(date(2026, 3, 3)) is None


MOMENTS = st.integers(0, 365 * 24 * 60).map(
    lambda passed: at(1, 0, month=1) + timedelta(0, 60 * passed)
)


@given(MOMENTS, MOMENTS, MOMENTS)
def test_time_adds_up_and_is_never_longer_than_it_was(
    one: datetime, two: datetime, three: datetime
) -> None:
    first, middle, last = sorted((one, two, three))
    parts = minutes(first, middle) + minutes(middle, last)
    assert minutes(first, last) == pytest.approx(parts)
    assert 0 <= minutes(first, last) <= (last - first).total_seconds() / 60 + 1e-6
