"""A line of a class list made ready to be compared with the pupils there are."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.classlist import Row
from app.domain.ids import ClassId
from app.domain.names import fold
from app.domain.school import Pupil

Name = tuple[str, str]


def name_of(one: Row | Pupil, *, initials: bool = True) -> Name:
    """Return the name in the form in which it is compared, without its initial if so wished."""
    first_name, initial = spelling_of(one, initials=initials)
    return fold(first_name), fold(initial)


def spelling_of(one: Row | Pupil, *, initials: bool = True) -> Name:
    """Return the name just as it is written, without its initial if so wished."""
    return one.first_name, one.initial if initials else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A good line of the file: its row, the keyed hash of its pupil id ("" without), its class."""

    row: Row
    key: str
    class_id: ClassId
    name: Name

    @property
    def line(self) -> int:
        """The line it begins on, which tells it from all others."""
        return self.row.line

    @property
    def spelling(self) -> Name:
        """The name just as it is written."""
        return spelling_of(self.row)

    @property
    def sight(self) -> tuple[object, ...]:
        """All that is kept of the line: two lines of one sight may be one child written twice."""
        return self.class_id, self.name, self.row.year
