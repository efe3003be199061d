"""School time: when somebody is there to open a Tell; the steps of the ladder count only that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """From when to when a school is open on a day, by its own clock, within the day."""

    begin: time
    end: time

    def __post_init__(self) -> None:
        if self.begin >= self.end:
            raise ValueError("a school day ends after it begins")


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days on which the school is closed, ``first`` and ``last`` among them."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SchoolTime:
    """When a school is open. ``week``: seven days from Monday on, None for a closed one.

    Without any hours every minute counts: the next person is told too early rather than too late.
    """

    week: tuple[Hours | None, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    zone: str = "Europe/London"

    def hours(self, day: date) -> Hours | None:
        """Return when the school is open on a day, None where it is closed."""
        closed = any(one.first <= day <= one.last for one in self.holidays)
        return None if closed or day.weekday() >= len(self.week) else self.week[day.weekday()]

    def local(self, moment: datetime) -> datetime:
        """Return a moment by the school's own clock, in UTC where its zone is not known."""
        return moment.astimezone(_zone(self.zone) or UTC)


def minutes_of_school(school: SchoolTime, begin: datetime, end: datetime) -> float:
    """Return how many minutes of school time passed between two moments; 0 where none did."""
    zone = _zone(school.zone)
    if not any(school.week) or zone is None:
        return max(0.0, (end - begin).total_seconds() / 60)
    first, last = begin.astimezone(zone).date(), end.astimezone(zone).date()
    open_for = (
        _shared(*_moments(day, hours, zone), begin, end)
        for day in _days(first, last)
        if (hours := school.hours(day)) is not None
    )
    return sum(open_for, timedelta()).total_seconds() / 60


def _moments(day: date, hours: Hours, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return in UTC when a school opens and closes: the clocks may change in between."""
    begin, end = (datetime.combine(day, one, zone) for one in (hours.begin, hours.end))
    return begin.astimezone(UTC), end.astimezone(UTC)


def _shared(opens: datetime, closes: datetime, begin: datetime, end: datetime) -> timedelta:
    return max(timedelta(), min(closes, end) - max(opens, begin))


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def _zone(name: str) -> tzinfo | None:
    """Return a zone, None where this PC does not know it (Windows without the package tzdata)."""
    # Imported here: it takes milliseconds that the first paint can do without.
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
