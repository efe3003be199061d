"""What every kind of activity promises: parse, judge, list its words; never a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.words import Picture, Words


class Sure(StrEnum):
    """How sure a pupil says to be of an answer."""

    SURE = "sure"
    THINK_SO = "think-so"
    NOT_SURE = "not-sure"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a pupil chose: ids of the kind's own, in the order that the kind defines.

    ``choice``/``chat``: one option id (chat also "block" and "tell"). ``spot-it``: the spots
    found. ``sort``: "card:basket" pairs. ``order``: card ids, first to last. ``compare``: page id,
    clue id.
    """

    picks: tuple[str, ...]
    sure: Sure | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The judgement of one part of an answer: a card, a spot, a clue."""

    id: str
    right: bool
    text: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from an answer.

    ``outcome`` is one of the activity's ``outcomes()``; ``right`` is None where the kind does not
    judge; ``ideas`` are the misconceptions that the answer speaks for.
    """

    outcome: str
    right: bool | None
    feedback: str
    ideas: tuple[IdeaId, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that could be picked: what a guesser, or a bot, sees of it."""

    id: str
    text: str


Pick = Callable[[Sequence[Candidate]], Candidate]
"""A way of guessing: takes the candidates as shown, gives the one it would press."""


class Activity(Protocol):
    """One parsed activity: a frozen dataclass in ``interactions/<kind>/model.py``."""

    @property
    def prompt(self) -> str:
        """What is asked of the pupil."""

    def judge(self, answer: Answer) -> Verdict:
        """Judge an answer; raise ``UnfitAnswer`` where it is not one this activity can get."""

    def outcomes(self) -> tuple[str, ...]:
        """Every outcome that ``judge`` can give, best first."""

    def words(self) -> tuple[Words, ...]:
        """Every text shown, the prompt first, in reading order; feedback last."""

    def pictures(self) -> tuple[Picture, ...]:
        """Every picture shown."""

    def ideas(self) -> tuple[IdeaId, ...]:
        """Every misconception that an answer can speak for, each once."""

    def said(self, answer: Answer) -> str:
        """The words of what was chosen, as the pupil saw them, for "my own answers"."""

    def guess(self, pick: Pick) -> Answer:
        """Answer by a way of guessing, one decision after another."""

    def chance(self) -> float:
        """How probable a right answer is for one who guesses at random, 0 to 1."""


class UnfitAnswer(ValueError):
    """An answer that the activity cannot have been given (a changed lesson, a damaged record)."""


class Kind(Protocol):
    """A kind of activity, found by its folder."""

    @property
    def name(self) -> str:
        """The word authors write: ``kind = "choice"``."""

    @property
    def view(self) -> str:
        """Where its view is: "app.interactions.choice.view:ChoiceView"; loaded when first shown."""

    @property
    def judged(self) -> bool:
        """False for kinds without right and wrong."""

    def parse(self, fields: Fields, *, quiz: bool) -> Activity:
        """Read an activity's own fields; faults go to ``fields``.

        In a quiz (``quiz``) every wrong option must name the idea behind it, and there must be
        both right and wrong answers.
        """
