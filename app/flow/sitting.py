"""Who sits at this PC, and what they do there: what the session holds and is given."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.attempt import Act, Attempt
from app.domain.ids import IdeaId, RunId
from app.domain.kind import Answer
from app.domain.looks import Looks
from app.domain.school import Pupil


@dataclass(frozen=True, slots=True)
class Sitting:
    """One pupil's time at this PC: all that the screens may know of them."""

    pupil: Pupil
    name: str
    attempts: tuple[Attempt, ...]
    looks: Looks


@dataclass(frozen=True, slots=True)
class Deed:
    """What a pupil did, before it is given its number and time (see ``Attempt``)."""

    run: RunId
    content: str
    version: str
    act: Act
    place: str
    step: int | None = None
    answer: Answer | None = None
    right: bool | None = None
    ideas: tuple[IdeaId, ...] = ()
    asked: str = ""
    said: str = ""
