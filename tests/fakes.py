"""Stand-ins for the ports: the same promises, kept in memory. No test needs a mock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.attempt import Attempt, in_order
from app.domain.ids import AttemptId, ItemId, KioskId, Number, PupilId
from app.domain.looks import Looks
from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.ports import (
    Clock,
    Fits,
    Numbers,
    PinStore,
    ProgressStore,
    Pulse,
    Schedule,
    SchoolStore,
    StoreFault,
)
from app.domain.problem import Problem
from app.domain.school import School
from app.domain.tell.journal import Addressed, Reach, Recipients, TellJournal
from app.domain.tell.people import Roster
from app.domain.tell.records import Detail, First, TellId
from app.domain.tell.routing import People
from app.domain.tell.taps import Tap
from app.domain.words import Words

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday in term."""


class FakeClock(Clock):
    """Time that stands until it is told to pass."""

    def __init__(self, now: datetime = MORNING, monotonic: float = 100.0) -> None:
        self._now = now
        self._monotonic = monotonic

    @override
    def now(self) -> datetime:
        return self._now

    @override
    def monotonic(self) -> float:
        return self._monotonic

    def let_pass(self, seconds: float) -> None:
        """Let time pass."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def set(self, now: datetime) -> None:
        """Set the time of day, as somebody sets a PC's clock: no time passes."""
        self._now = now


class FakeProgress(ProgressStore):
    """Progress in memory. While ``broken`` is set, every write raises it and changes nothing.

    Where ``stuck`` names a pupil, only theirs do.
    While ``unreadable`` is set, every read raises it.
    """

    def __init__(self) -> None:
        self.broken: StoreFault | None = None
        self.unreadable: StoreFault | None = None
        self.stuck: PupilId | None = None
        self._attempts: dict[PupilId, dict[AttemptId, Attempt]] = {}
        self._looks: dict[PupilId, Looks] = {}

    @override
    def attempts(self, pupil: PupilId) -> tuple[Attempt, ...]:
        if self.unreadable is not None:
            raise self.unreadable
        return in_order(tuple(self._attempts.get(pupil, {}).values()))

    @override
    def add(self, pupil: PupilId, attempt: Attempt) -> None:
        self._write(pupil)
        self._attempts.setdefault(pupil, {}).setdefault(attempt.id, attempt)

    @override
    def looks(self, pupil: PupilId) -> Looks:
        return self._looks.get(pupil, Looks())

    @override
    def keep_looks(self, pupil: PupilId, looks: Looks) -> None:
        self._write(pupil)
        self._looks[pupil] = looks

    @override
    def erase(self, pupil: PupilId) -> None:
        self._write(pupil)
        self._attempts.pop(pupil, None)
        self._looks.pop(pupil, None)

    @override
    def problems(self) -> tuple[Problem, ...]:
        return ()

    def _write(self, pupil: PupilId) -> None:
        if self.broken is not None and self.stuck in (None, pupil):
            raise self.broken


class FakeSchool(SchoolStore):
    """The school in memory."""

    def __init__(self, school: School | None = None) -> None:
        self.broken: StoreFault | None = None
        self._school = school

    @override
    def load(self) -> School | None:
        return self._school

    @override
    def save(self, school: School) -> None:
        if self.broken is not None:
            raise self.broken
        self._school = school


class FakeNumbers(Numbers):
    """Numbers that count from one, ids that can be foretold."""

    def __init__(self, kiosk: str = "0badcafe") -> None:
        self._kiosk = KioskId(kiosk)
        self._seq = 0
        self._ids = 0

    @override
    def ready(self) -> None:
        """Nothing to reserve."""

    @override
    def number(self) -> Number:
        self._seq += 1
        return Number(self._kiosk, self._seq)

    @override
    def attempt_id(self) -> AttemptId:
        self._ids += 1
        return AttemptId(f"{self._ids:016x}")


class FakePins(PinStore):
    """The PIN's record in memory. While ``broken`` is set, everything raises it."""

    def __init__(self, record: PinRecord | None = None) -> None:
        self.broken: StoreFault | None = None
        self._record = record

    @override
    def pin(self) -> PinRecord | None:
        if self.broken is not None:
            raise self.broken
        return self._record

    @override
    def keep_pin(self, record: PinRecord) -> None:
        if self.broken is not None:
            raise self.broken
        self._record = record


class FakeSchedule(Schedule):
    """Says what it was told to say."""

    def __init__(self, due: Sequence[str] = ()) -> None:
        self._due = tuple(ItemId(item) for item in due)

    @override
    def due(self, attempts: tuple[Attempt, ...], now: datetime) -> tuple[ItemId, ...]:
        return self._due


class FakePulse(Pulse):
    """Counts its beats; once it ``leaves``, each of them asks the kiosk to leave."""

    def __init__(self) -> None:
        self.beats = 0
        self.folders: list[Path] = []
        self.leaves = False

    @override
    def beat(self) -> bool:
        self.beats += 1
        return not self.leaves

    @override
    def log_in(self, folder: Path) -> None:
        self.folders.append(folder)


class FakeFits(Fits):
    """Every place holds so many letters."""

    def __init__(self, letters: int = 1_000) -> None:
        self._letters = letters

    @override
    def too_long(self, words: Words) -> bool:
        return len(words.text) > self._letters


class FakeTellJournal(TellJournal):
    """The record of Tells in memory. While ``broken`` is set, what would keep something raises it.

    Where ``stuck`` names a Tell, only its pieces do. While ``unreadable`` is set the record cannot
    be opened, while ``unsettled`` is set nothing can be put in its place.
    """

    def __init__(self) -> None:
        self.broken: Exception | None = None
        self.stuck: TellId | None = None
        self.unreadable: StoreFault | None = None
        self.unsettled: StoreFault | None = None
        self.firsts: list[First] = []
        self.circles: list[People] = []
        self.details: list[tuple[Detail, Addressed]] = []
        self.ended: list[TellId] = []
        self.broken_off: tuple[TellId, ...] = ()
        self.expected: list[tuple[People, Addressed]] = []
        self.settled = 0
        """How many pieces were kept when it was last settled."""

    @override
    def ready(self) -> None:
        if self.unreadable is not None:
            raise self.unreadable

    @override
    def recovered(self) -> tuple[TellId, ...]:
        return self.broken_off

    @override
    def expect(self, circle: People, addressed: Addressed) -> None:
        self.expected.append((circle, addressed))

    @override
    def let_go(self) -> None:
        self.broken_off = ()

    @override
    def first(self, first: First, circle: People, addressed: Addressed) -> None:
        self._write(first.tell)
        self.firsts.append(first)
        self.circles.append(circle)

    @override
    def add(self, detail: Detail, addressed: Addressed) -> None:
        self._write(detail.tell)
        if detail.tell not in [one.tell for one in self.firsts] or detail.tell in self.ended:
            raise KeyError(detail.tell)
        self.details.append((detail, addressed))

    @override
    def end(self, tell: TellId) -> None:
        self._write(tell)
        self.ended.append(tell)

    @override
    def settle(self) -> None:
        if self.unsettled is not None:
            raise self.unsettled
        self.settled = self.calls

    @property
    def calls(self) -> int:
        """How many pieces were kept."""
        return len(self.firsts) + len(self.details) + len(self.ended)

    def said(self, tell: TellId) -> list[Tap]:
        """Return what was kept of a Tell after its first press, in order."""
        return [detail.tap for detail, _ in self.details if detail.tell == tell]

    def _write(self, tell: TellId) -> None:
        if self.broken is not None and self.stuck in (None, tell):
            raise self.broken


class FakeRecipients(Recipients):
    """Says whom a Tell reaches; nobody, unless it is told so. ``broken`` is raised while set."""

    def __init__(self, reached: Reach | None = None) -> None:
        self.broken: StoreFault | None = None
        self.reached = reached or Reach(Roster())

    @override
    def reach(self) -> Reach:
        if self.broken is not None:
            raise self.broken
        return self.reached
