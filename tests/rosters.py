"""Small class lists and schools for the tests of imports."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count

from app.domain.classlist import ClassList, Row
from app.domain.plan import Fate, Line, Plan, Tools
from app.domain.roster import answered, apply, plan
from app.domain.school import Pupil, School
from app.staff.pupilkey import keyed

HASH_KEY = "5c" * 32
EMPTY = School("Hill Top Primary", HASH_KEY)


def numbered_ids() -> Callable[[], str]:
    """Return a maker of ids: 000000000001, 000000000002 and so on."""
    numbers = count(1)
    return lambda: f"{next(numbers):012x}"


def rows(*texts: str) -> ClassList:
    """Return a class list of rows such as "Amina K|Owl|1" or "Amina K|Owl|1|A123", from line 2."""
    return ClassList("list.csv", tuple(_row(line, text) for line, text in enumerate(texts, 2)))


def _row(line: int, text: str) -> Row:
    name, class_name, year, *rest = text.split("|")
    first_name, _, initial = name.rpartition(" ")
    number = int(year) if year else None
    return Row(line, first_name, initial, class_name, number, rest[0] if rest else "")


def planned(school: School, *texts: str, whole: bool = False) -> Plan:
    """Return the plan of importing rows into a school."""
    # Ids go on from the pupils there are, as random ones never come twice.
    first = 1_000 * (len(school.pupils) + 1)
    numbers = count(first)
    tools = Tools(keyed(school.hash_key), lambda: f"{next(numbers):012x}")
    return plan(school, rows(*texts), tools, whole=whole)


def imported(school: School, *texts: str, answers: Mapping[int, str] | None = None) -> School:
    """Return the school after importing rows, with answers where they are needed."""
    return apply(answered(planned(school, *texts), answers or {}), first_of)


def first_of(pictures: Sequence[str]) -> str:
    """Choose the first: nothing is left to chance in a test."""
    return pictures[0]


def school_of(*texts: str) -> School:
    """Return a school into which these rows were imported."""
    return imported(EMPTY, *texts)


def child(school: School, name: str, class_name: str = "") -> Pupil:
    """Return the one pupil of this first name and initial (in a class)."""
    [found] = [
        one
        for one in school.pupils
        if f"{one.first_name} {one.initial}".strip() == name
        and class_name in {"", home(school, one)}
    ]
    return found


def home(school: School, pupil: Pupil) -> str:
    """Return the name of a pupil's class."""
    found = school.school_class(pupil.class_id)
    assert found is not None
    return found.name


def line(plan: Plan, number: int) -> Line:
    """Return what becomes of one line."""
    [found] = [one for one in plan.lines if one.line == number]
    return found


def fates(plan: Plan) -> list[Fate]:
    """Return what becomes of each line, in their order."""
    return [one.fate for one in plan.lines]
