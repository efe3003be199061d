"""Bots that answer a quiz without knowing anything: none of them may get far above chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import fmean

from app.content.wording import DATA, read_list
from app.domain.kind import Activity, Candidate, Pick
from app.domain.quiz import Quiz

MARGIN = 0.10
"""How far above chance a bot may score: 10 points of 100."""
NUDGE = 1e-9

Cue = Callable[[Candidate], int]
"""How strongly a candidate says "press me" to a bot; 0 for not at all."""


@dataclass(frozen=True, slots=True)
class Bot:
    """A way of guessing. Without ``cue`` it goes by place or length alone, told by ``pick``."""

    name: str
    pick: Pick | None = None
    cue: Cue | None = None

    def score(self, activity: Activity) -> float:
        """Return how probable a right answer of this bot is, 0 to 1.

        Where nothing in an activity speaks to its cue it guesses at random; where only some of the
        decisions do, it takes the first or the last in the others, half of the time each.
        """
        if self.cue is None:
            return _right(activity, self.pick or _first)
        pickers = [_Picker(self.cue, _first), _Picker(self.cue, _last)]
        scores = [_right(activity, picker.pick) for picker in pickers]
        return fmean(scores) if pickers[0].cued else activity.chance()


class _Picker:
    """Picks what its cue points at, else falls back; remembers whether the cue ever spoke."""

    def __init__(self, cue: Cue, fallback: Pick) -> None:
        self._cue = cue
        self._fallback = fallback
        self.cued = False

    def pick(self, candidates: Sequence[Candidate]) -> Candidate:
        """Return the candidate with the strongest cue, the earliest of equals."""
        best = max(candidates, key=self._cue)
        if self._cue(best) == 0:
            return self._fallback(candidates)
        self.cued = True
        return best


def _first(candidates: Sequence[Candidate]) -> Candidate:
    return candidates[0]


def _last(candidates: Sequence[Candidate]) -> Candidate:
    return candidates[-1]


def _longest(candidates: Sequence[Candidate]) -> Candidate:
    return max(candidates, key=lambda one: len(one.text))


def _says_tell(candidate: Candidate) -> int:
    return len(re.findall(r"\b(?:tell|tells|told)\b", candidate.text, re.IGNORECASE))


def _says_good_words(candidate: Candidate) -> int:
    words = re.findall(r"[a-z]+(?:-[a-z]+)?", candidate.text.lower())
    return sum(word in _good_words() for word in words)


@cache
def _good_words() -> frozenset[str]:
    return frozenset(read_list(DATA / "good-words.txt"))


BOTS = (
    Bot("always first", pick=_first),
    Bot("always last", pick=_last),
    Bot("always longest", pick=_longest),
    Bot("always tell", cue=_says_tell),
    Bot("always the good word", cue=_says_good_words),
)


def guessing_faults(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Yield the bots that do better than chance and 10 points over the quiz's whole bank."""
    activities = [item.task.activity for item in quiz.items]
    if not activities:
        return
    chance = fmean(activity.chance() for activity in activities)
    for bot in BOTS:
        score = fmean(bot.score(activity) for activity in activities)
        if score > chance + MARGIN + NUDGE:
            most = 100 * (chance + MARGIN)
            fault = f"the bot '{bot.name}' scores {100 * score:.0f} of 100, at most {most:.0f}"
            yield "the whole bank", f"{fault}; vary which answers are right: {_fallen(quiz, bot)}"


def _fallen(quiz: Quiz, bot: Bot) -> str:
    """Name the items that this bot gets right, for the author to change."""
    won = [item.id for item in quiz.items if bot.score(item.task.activity) > MARGIN + 0.5]
    return ", ".join(won)


def _right(activity: Activity, pick: Pick) -> float:
    return 1.0 if activity.judge(activity.guess(pick)).right else 0.0
