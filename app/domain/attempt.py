"""An attempt: the only stored truth about what a pupil did; ever added, never changed."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from app.domain.ids import AttemptId, IdeaId, KioskId, Number, RunId
from app.domain.kind import Activity, Answer, Sure


class Act(StrEnum):
    """What the pupil did. The values are what stands on the disk."""

    START = "start"  # began a lesson or quiz
    ANSWER = "answer"
    ON = "on"  # went on to ``place``
    BACK = "back"  # rewound to the step of number ``step``
    END = "end"  # reached the ending ``place``, or the end of a quiz


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a pupil did, before it is given its number and time.

    ``content`` is "lesson:<id>" or "quiz:<rule>/<band>", ``version`` that content's version;
    ``place`` the scene, ending or item. ``asked`` is the prompt and ``said`` the words of what
    was chosen, both as shown; ``right`` and ``ideas`` what the verdict said then.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Deed):
    """A deed with all that makes it complete in itself.

    ``kiosk`` and ``seq`` order what one kiosk recorded, whatever its clock said; ``at`` is UTC.
    """

    id: AttemptId
    kiosk: KioskId
    seq: int
    at: datetime


def answered(deed: Deed, activity: Activity, answer: Answer) -> Deed:
    """Return a deed with an answer, the verdict on it and the words that were shown."""
    verdict = activity.judge(answer)
    return replace(
        deed,
        answer=answer,
        right=verdict.right,
        ideas=verdict.ideas,
        asked=activity.prompt,
        said=activity.said(answer),
    )


def numbered(deed: Deed, attempt_id: AttemptId, number: Number, at: datetime) -> Attempt:
    """Return the attempt that a deed is once it has id, number and time (UTC)."""
    done = {one.name: getattr(deed, one.name) for one in fields(Deed)}
    return Attempt(**done, id=attempt_id, kiosk=number.kiosk, seq=number.seq, at=at)


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
