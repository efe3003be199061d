"""One pupil's way through one drawing of quiz items, as a value."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.attempt import Act, Attempt
from app.domain.ids import ItemId, QuizId, RunId
from app.domain.kind import Answer, UnfitAnswer, Verdict
from app.domain.quiz import Item, Quiz
from app.domain.run import UnfitMove

LENGTH = 6
"""How many items one go has: about five minutes for a seven-year-old."""


@dataclass(frozen=True, slots=True)
class QuizRun:
    """The items drawn, what was answered so far (one pair an item), and the item stood at.

    ``at`` equals ``len(items)`` once the pupil has gone on from the last item.
    """

    id: RunId
    quiz: QuizId
    version: str
    items: tuple[ItemId, ...]
    answered: tuple[tuple[Answer, Verdict], ...] = ()
    at: int = 0

    @property
    def ended(self) -> bool:
        """Whether all items are done."""
        return self.at == len(self.items)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on the item stood at, None while it awaits an answer."""
        return self.answered[self.at][1] if self.at < len(self.answered) else None


def draw(
    quiz: Quiz, attempts: tuple[Attempt, ...], due: tuple[ItemId, ...], length: int = LENGTH
) -> tuple[ItemId, ...]:
    """Return the practice items of a new go: due ones, then new ones, then those seen longest ago.

    ``attempts`` (in order) may hold anything; only answers to this quiz count.
    """
    items = [item.id for item in quiz.practice()]
    last_seen = dict.fromkeys(items, -1)
    for number, attempt in enumerate(attempts):
        item = ItemId(attempt.place)
        if attempt.act is Act.ANSWER and attempt.content == content(quiz.id) and item in last_seen:
            last_seen[item] = number
    first = [item for item in due if item in last_seen]
    rest = sorted((item for item in items if item not in first), key=lambda item: last_seen[item])
    return tuple((first + rest)[:length])


def content(quiz: QuizId) -> str:
    """Return the content id under which attempts at a quiz are kept."""
    return f"quiz:{quiz}"


def current(quiz: Quiz, run: QuizRun) -> Item:
    """Return the item stood at; raise ``UnfitMove`` after the last one."""
    item = None if run.ended else quiz.item(run.items[run.at])
    if item is None:
        raise UnfitMove("there is no item here")
    return item


def answer(quiz: Quiz, run: QuizRun, given: Answer) -> QuizRun:
    """Return the run with the current item answered; raise ``UnfitMove`` if it was before."""
    if run.verdict is not None:
        raise UnfitMove("this item has its answer")
    verdict = current(quiz, run).task.activity.judge(given)
    return replace(run, answered=(*run.answered, (given, verdict)))


def go_on(run: QuizRun) -> QuizRun:
    """Return the run at its next item; raise ``UnfitMove`` before the current one is answered."""
    if run.verdict is None:
        raise UnfitMove("this item awaits an answer")
    return replace(run, at=run.at + 1)


def replay(quiz: Quiz, attempts: tuple[Attempt, ...], run: RunId) -> QuizRun | None:
    """Return the run that its attempts (in order) lead to, None where the quiz lost its items."""
    state: QuizRun | None = None
    for attempt in attempts:
        if attempt.run != run:
            continue
        if attempt.act is Act.START and attempt.answer is not None:
            items = tuple(ItemId(pick) for pick in attempt.answer.picks)
            state = QuizRun(run, quiz.id, quiz.version, items)
        elif state is not None:
            state = _apply(quiz, state, attempt)
    known = state is not None and all(quiz.item(item) for item in state.items)
    return state if known else None


def _apply(quiz: Quiz, state: QuizRun, attempt: Attempt) -> QuizRun:
    try:
        if attempt.act is Act.ANSWER and attempt.answer is not None:
            return answer(quiz, state, attempt.answer)
        return go_on(state) if attempt.act in (Act.ON, Act.END) else state
    except (UnfitMove, UnfitAnswer):
        return state
