"""Who sits at this PC: what the session holds of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.attempt import Attempt
from app.domain.looks import Looks
from app.domain.school import Pupil


@dataclass(frozen=True, slots=True)
class Sitting:
    """One pupil's time at this PC: all that the screens may know of them."""

    pupil: Pupil
    name: str
    attempts: tuple[Attempt, ...]
    looks: Looks
