"""When a quiz item comes back to a pupil: FSRS, worked out anew from the attempts each time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.attempt import Act, Attempt
from app.domain.ids import ItemId
from app.domain.kind import Sure
from app.domain.override import override
from app.domain.ports import Schedule

if TYPE_CHECKING:
    from fsrs import Card, Rating, Scheduler

LONGEST = 180
"""Days after which even the best known item comes back: within the school year."""


class Review(Schedule):
    """The published schedule FSRS (package ``fsrs``) with its own default parameters.

    A wrong answer is its "again", a right one "hard" from a pupil who says to be not sure, "easy"
    from one who is sure, "good" otherwise. There are no learning steps of minutes: lessons are days
    apart. Nothing is drawn at random, so that every PC comes to the same result.
    """

    def __init__(self) -> None:
        self._made: Scheduler | None = None

    @override
    def due(self, attempts: tuple[Attempt, ...], now: datetime) -> tuple[ItemId, ...]:
        from fsrs import Card

        scheduler = self._scheduler()
        cards: dict[ItemId, Card] = {}
        for attempt, at in _reviews(attempts, now):
            item = ItemId(attempt.place)
            # With an id and a date of its own: else it would ask the clock, and sleep.
            card = cards.get(item) or Card(card_id=0, due=at)
            cards[item] = scheduler.review_card(card, _rating(attempt), at)[0]
        overdue = [(card.due, item) for item, card in cards.items() if card.due <= now]
        return tuple(item for _, item in sorted(overdue, key=lambda pair: pair[0]))

    def _scheduler(self) -> Scheduler:
        if self._made is None:
            # Imported at the first quiz: the first paint can do without.
            from fsrs import Scheduler

            self._made = Scheduler(
                learning_steps=(),
                relearning_steps=(),
                maximum_interval=LONGEST,
                enable_fuzzing=False,
            )
        return self._made


def _reviews(attempts: tuple[Attempt, ...], now: datetime) -> Iterator[tuple[Attempt, datetime]]:
    """Yield the judged answers, each with a time that never falls and is never still to come.

    A clock that was set back, or ahead for a while, thus spoils no schedule: an answer from the
    future was given when the one before it was (the first: when the next was).
    """
    judged = [one for one in attempts if one.act is Act.ANSWER and one.right is not None]
    latest = next((one.at for one in judged if one.at <= now), now)
    for attempt in judged:
        latest = max(latest, attempt.at) if attempt.at <= now else latest
        yield attempt, latest


def _rating(attempt: Attempt) -> Rating:
    from fsrs import Rating

    if not attempt.right:
        return Rating.Again
    by_sure = {Sure.SURE: Rating.Easy, Sure.NOT_SURE: Rating.Hard}
    return by_sure.get(attempt.sure, Rating.Good) if attempt.sure else Rating.Good
