"""What importing a class list would do, line by line, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.classlist import Row
from app.domain.ids import PupilId
from app.domain.problem import Problem
from app.domain.school import School, SchoolClass


class Fate(StrEnum):
    """What becomes of a line; the values are the words staff read."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"
    LEFT = "left"
    SKIPPED = "skipped"
    REFUSED = "refused"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to "who is this?": ``answer`` is "new", "repeat" or a pupil's id.

    ``likely``: staff may give it to many lines at once (a child who went up a year, or none).
    ``later``: of "repeat", that a line before it, or one that is known, is read in its place.
    """

    answer: str
    words: str
    likely: bool = False
    later: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, or a pupil who stands in none (``line`` is None: a leaver)."""

    line: int | None
    fate: Fate
    name: str
    class_name: str
    why: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What a plan needs from outside.

    ``hashed`` turns a school's pupil id into its keyed hash; ``new_id`` gives 12 random
    hexadecimal digits.
    """

    hashed: Callable[[str], str]
    new_id: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a plan is made from, so that answers can make it anew with the same ids.

    ``keys`` and ``ids`` give, by line, the keyed hash and the id a new child would get;
    ``classes`` are the school's and those that the file would add; ``whole``: the file holds the
    whole school; ``adds``: it only adds children, and nobody has left.
    """

    school: School
    rows: tuple[Row, ...]
    keys: Mapping[int, str]
    ids: Mapping[int, PupilId]
    classes: tuple[SchoolClass, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    whole: bool
    adds: bool = False

    @property
    def initials(self) -> bool:
        """Whether the file has surnames at all."""
        return any(row.initial for row in self.rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole import. ``after`` is the school as it would be, without new secret pictures.

    ``offers`` are the answers to each line that asked something before any was given.
    """

    draft: Draft
    after: School
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    offers: Mapping[int, frozenset[str]]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Faults of the file as a whole."""
        return self.draft.problems

    @property
    def ready(self) -> bool:
        """Whether all is right: no fault, nothing refused, nothing left to ask."""
        open_lines = self.count(Fate.REFUSED) + self.count(Fate.ASKED)
        return not open_lines and not self.problems

    @property
    def changes(self) -> bool:
        """Whether anything would be other than it is."""
        return self.after != self.draft.school

    def count(self, fate: Fate) -> int:
        """Return how many lines have this fate."""
        return sum(line.fate is fate for line in self.lines)

    def asked(self) -> tuple[Line, ...]:
        """Return the lines that staff must answer."""
        return tuple(line for line in self.lines if line.fate is Fate.ASKED)
