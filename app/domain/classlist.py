"""A class list as read from the school office's file: no more of a child than will be kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One pupil of the file, which stands there from line ``line`` on (the first line is 1).

    ``year`` is 0 for Reception, below 0 for Nursery, above 6 for older pupils, None where the file
    does not say. ``pupil_id`` is the school's own id as it stands there; it is never kept, only
    its keyed hash. ``fault`` is what is wrong with the line and what to do ("" for a good one).
    """

    line: int
    first_name: str
    initial: str
    class_name: str
    year: int | None
    pupil_id: str = field(default="", repr=False)
    fault: str = ""

    @property
    def name(self) -> str:
        """First name and initial."""
        return f"{self.first_name} {self.initial}".strip()


@dataclass(frozen=True, slots=True)
class ClassList:
    """A whole file. ``problems`` concern the file as a whole: with one, nothing can be imported.

    ``columns`` are pairs of what was read and the heading it stood under ("class", "Reg Group");
    ``ignored`` the headings that were not read; of these ``doubted`` may hold the names that
    children go by, where no column that was read does.
    """

    file: str
    rows: tuple[Row, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    ignored: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    doubted: tuple[str, ...] = ()


def year_words(year: int) -> str:
    """Return a school year as staff write it: "Reception", "Year 3"."""
    if year < 0:
        return "Nursery"
    return f"Year {year}" if year else "Reception"
