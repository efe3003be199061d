"""What the School pages show: one frozen value that the office hands up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.plan import Plan
from app.domain.school import School


@dataclass(frozen=True, slots=True)
class OfficePage:
    """What the School pages show.

    ``said`` is what was done last, ``fault`` what could not be; ``plan`` is the class list that is
    being looked through, ``file`` its name; ``undo`` is the school before the last change.
    """

    school: School
    busy: bool = False
    said: str = ""
    fault: str = ""
    file: str = ""
    plan: Plan | None = None
    answers: Mapping[int, str] | None = None
    undo: School | None = None
