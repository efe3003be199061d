"""An attempt: the only stored truth about what a pupil did; ever added, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.ids import AttemptId, IdeaId, KioskId, RunId
from app.domain.kind import Answer, Sure


class Act(StrEnum):
    """What the pupil did. The values are what stands on the disk."""

    START = "start"  # began a lesson or quiz
    ANSWER = "answer"
    ON = "on"  # went on to ``place``
    BACK = "back"  # rewound to the step of number ``step``
    END = "end"  # reached the ending ``place``, or the end of a quiz


@dataclass(frozen=True, slots=True)
class Attempt:
    """One thing a pupil did, complete in itself.

    ``content`` is "lesson:<id>" or "quiz:<rule>/<band>", ``version`` that content's version;
    ``place`` the scene, ending or item. ``kiosk`` and ``seq`` order what one kiosk recorded,
    whatever its clock said; ``at`` is UTC. ``asked`` is the prompt and ``said`` the words of what
    was chosen, both as shown; ``right`` and ``ideas`` what the verdict said then.
    """

    id: AttemptId
    kiosk: KioskId
    seq: int
    at: datetime
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

    @property
    def sure(self) -> Sure | None:
        """How sure the pupil said to be, where that was asked."""
        return self.answer.sure if self.answer else None


def in_order(attempts: tuple[Attempt, ...]) -> tuple[Attempt, ...]:
    """Return the union of histories, each attempt once, in an order every PC agrees on.

    Within a kiosk the sequence counts, not the clock, so that a clock set back changes nothing;
    each attempt's time is therefore lifted to that of the kiosk's attempts before it.
    """
    latest: dict[KioskId, datetime] = {}
    keyed: list[tuple[datetime, KioskId, int, Attempt]] = []
    unique = {attempt.id: attempt for attempt in attempts}
    for attempt in sorted(unique.values(), key=lambda one: (one.kiosk, one.seq)):
        at = max(attempt.at, latest.get(attempt.kiosk, attempt.at))
        latest[attempt.kiosk] = at
        keyed.append((at, attempt.kiosk, attempt.seq, attempt))
    return tuple(row[3] for row in sorted(keyed, key=lambda row: row[:3]))
