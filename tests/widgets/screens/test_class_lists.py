"""Class lists: what stops a list stands where staff see it first."""

from __future__ import annotations

from app.domain.plan import Fate, Line
from app.screens.staff.class_lists import stopping_first


def test_refused_and_asked_lines_stand_first_and_the_rest_as_in_the_file() -> None:
    fates = (Fate.ADDED, Fate.ASKED, Fate.SAME, Fate.REFUSED, Fate.ADDED, Fate.ASKED)
    lines = [Line(number, fate, "Ada", "3B", "") for number, fate in enumerate(fates, start=2)]
    assert [line.line for line in stopping_first(lines)] == [5, 3, 7, 2, 4, 6]
