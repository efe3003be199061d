"""The doors to the outside: what the program needs from disk, clock, voice and channels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # the first paint needs a few doors, and need not wait for all that goes through
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.domain.attempt import Attempt
    from app.domain.classlist import ClassList
    from app.domain.ids import AttemptId, ItemId, Number, PupilId
    from app.domain.lesson import Lesson
    from app.domain.looks import Looks
    from app.domain.pin import PinRecord
    from app.domain.problem import Problem
    from app.domain.quiz import Quiz
    from app.domain.rulecard import RuleCard
    from app.domain.school import School
    from app.domain.words import Words


class StoreFault(Exception):
    """The disk could not do what was asked; the text says file, fault and remedy (for staff)."""


class StoreHeld(StoreFault):
    """Another Be SMART holds the data folder."""


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Return the time of day, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that never go back (not over a restart of the PC)."""


class ProgressStore(Protocol):
    """Every pupil's attempts and looks. Each call that writes is durable when it returns.

    Raises ``StoreFault`` where the disk fails; what was kept before is then still there.
    """

    def attempts(self, pupil: PupilId) -> tuple[Attempt, ...]:
        """Return a pupil's attempts in order, () for one who has none."""

    def add(self, pupil: PupilId, attempt: Attempt) -> None:
        """Keep one more attempt."""

    def looks(self, pupil: PupilId) -> Looks:
        """Return how the program looks for a pupil."""

    def keep_looks(self, pupil: PupilId, looks: Looks) -> None:
        """Keep how the program looks for a pupil."""

    def erase(self, pupil: PupilId) -> None:
        """Remove everything kept of a pupil, the last good copy too."""

    def problems(self) -> tuple[Problem, ...]:
        """Return what was found damaged and set aside since the start."""


class SchoolStore(Protocol):
    """The one portable school file."""

    def load(self) -> School | None:
        """Return the school, None where none is set up yet."""

    def save(self, school: School) -> None:
        """Keep the school; durable when it returns."""


class Numbers(Protocol):
    """This kiosk's own numbers: who recorded, and in which order. They never fail."""

    def ready(self) -> None:
        """Reserve numbers, so that the next hundreds need no disk; to be called on its lane."""

    def number(self) -> Number:
        """Return this kiosk's id and a number greater than any given under it before.

        Restarts included.
        """

    def attempt_id(self) -> AttemptId:
        """Return a new random attempt id."""


class PinStore(Protocol):
    """The staff PIN of this kiosk."""

    def pin(self) -> PinRecord | None:
        """Return what is kept of the PIN, None where none was made yet."""

    def keep_pin(self, record: PinRecord) -> None:
        """Keep the PIN's record; durable when it returns."""


class PinMill(Protocol):
    """Makes and tries hashes of the staff PIN; slow on purpose (about 0.7 s)."""

    def weakness(self, pin: str) -> str:
        """Return in words why a PIN is not to be used, "" for a good one."""

    def hashed(self, pin: str) -> str:
        """Return what is kept of a PIN."""

    def fits(self, pin: str, kept: str) -> bool:
        """Tell whether a PIN is the one that was hashed."""


class Papers(Protocol):
    """Files that staff take away, each in a folder of their choice."""

    def write(self, path: Path, data: bytes) -> None:
        """Put bytes into a file that only this account reads; durable when it returns.

        A stick that knows no accounts is no fault.

        Raises ``OSError`` where it cannot be written; what stood there before still does then.
        """

    def write_new(self, path: Path, data: bytes) -> None:
        """Put bytes into a new file, as ``write`` does.

        Raises ``FileExistsError`` where something stands there, which is left alone.
        """


class ClassLists(Protocol):
    """Class lists as school offices export them."""

    def found(self) -> tuple[Path, ...]:
        """Look where one may have been saved; return the newest first. May wait for a stick."""

    def read(self, path: Path) -> ClassList:
        """Read a file; what is wrong in it are values of the list, never raised.

        Raises ``OSError`` where the file cannot be fetched.
        """

    def keyed(self, hash_key: str) -> Callable[[str], str]:
        """Return what turns a school's own pupil id into its keyed hash."""


class Schedule(Protocol):
    """Spaced review: which items come back, and when."""

    def due(self, attempts: tuple[Attempt, ...], now: datetime) -> tuple[ItemId, ...]:
        """Return the items of one quiz that are due for review, the most overdue first."""


class Library(Protocol):
    """Everything there is to learn from, read once; faulty content is left out and named."""

    def lessons(self) -> tuple[Lesson, ...]:
        """Return the lessons, by rule, band and title."""

    def quizzes(self) -> tuple[Quiz, ...]:
        """Return the quizzes, by rule and band."""

    def cards(self) -> tuple[RuleCard, ...]:
        """Return the rule cards, in the order of SMART."""

    def problems(self) -> tuple[Problem, ...]:
        """Return why any content was left out."""

    def own_folder(self) -> str:
        """Return the folder in which a school keeps lessons and quizzes of its own."""


class Fits(Protocol):
    """Does a text fit its place at 1024x768 and the largest text size?"""

    def too_long(self, words: Words) -> bool:
        """Tell whether the text is longer than its slot can show."""


class Pulse(Protocol):
    """How the kiosk tells the process that watches it that it lives; other commands leave it be."""

    def beat(self) -> bool:
        """Say that the screen is alive, once a second; False means: leave now."""

    def log_in(self, folder: Path) -> None:
        """Name the folder that the watching process keeps its log in."""
