"""Spaced review: what comes back when, worked out from the answers alone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attempt import Act, Attempt
from app.domain.ids import ItemId
from app.domain.kind import Answer, Sure
from app.domain.ports import Schedule
from app.store.schedule import LONGEST, Review
from tests.deeds import deed
from tests.fakes import MORNING, FakeSchedule

DAY = timedelta(days=1)


def answered(
    number: int, item: str, at: datetime, right: bool | None, sure: Sure | None = None
) -> Attempt:
    """Return an answer to a quiz item."""
    return deed(
        number,
        act=Act.ANSWER,
        content="quiz:safe/lks2",
        place=item,
        at=at,
        right=right,
        answer=Answer(("a",), sure),
    )


def days_until_due(*attempts: Attempt) -> int:
    """Return the first day after the last answer on which its item comes back."""
    review = Review()
    last = attempts[-1].at
    return next(n for n in range(1_000) if review.due(attempts, last + n * DAY))


def test_nothing_is_due_without_answers() -> None:
    assert Review().due((), MORNING) == ()


def test_nothing_is_due_right_after_its_answer() -> None:
    for right in (True, False):
        assert Review().due((answered(1, "x", MORNING, right),), MORNING) == ()


def test_a_wrong_one_comes_back_first_then_an_unsure_one_then_a_sure_one() -> None:
    waits = [
        days_until_due(answered(1, "x", MORNING, False, Sure.SURE)),
        days_until_due(answered(1, "x", MORNING, True, Sure.NOT_SURE)),
        days_until_due(answered(1, "x", MORNING, True, Sure.THINK_SO)),
        days_until_due(answered(1, "x", MORNING, True, Sure.SURE)),
    ]
    assert waits == sorted(waits)
    assert waits[0] == 1
    assert waits[3] > waits[2] > waits[0]


def test_without_being_asked_one_counts_as_thinking_so() -> None:
    unasked = days_until_due(answered(1, "x", MORNING, True))
    assert unasked == days_until_due(answered(1, "x", MORNING, True, Sure.THINK_SO))


def test_what_is_known_again_and_again_comes_back_ever_more_rarely() -> None:
    answers: list[Attempt] = []
    at, waits = MORNING, []
    for number in range(1, 7):
        answers.append(answered(number, "x", at, True))
        waits.append(days_until_due(*answers))
        at += waits[-1] * DAY
    assert waits == sorted(waits)
    assert waits[-1] > 5 * waits[0]
    assert max(waits) <= LONGEST


def test_a_slip_brings_it_back_soon() -> None:
    good = [answered(n, "x", MORNING + 10 * n * DAY, True) for n in range(1, 4)]
    slip = answered(4, "x", MORNING + 40 * DAY, False)
    assert days_until_due(*good, slip) < days_until_due(*good)


def test_the_most_overdue_comes_first() -> None:
    attempts = (
        answered(1, "new", MORNING - 2 * DAY, False),
        answered(2, "old", MORNING - 30 * DAY, False),
        answered(3, "fresh", MORNING, False),
    )
    assert Review().due(attempts, MORNING) == ("new", "old")
    in_order = (attempts[1], attempts[0], attempts[2])
    assert Review().due(in_order, MORNING) == ("old", "new")


def test_only_judged_answers_count() -> None:
    long_ago = MORNING - 90 * DAY
    attempts = (
        answered(1, "unjudged", long_ago, None),
        deed(2, act=Act.ON, place="passed", at=long_ago),
        answered(3, "judged", long_ago, True),
    )
    assert Review().due(attempts, MORNING) == ("judged",)


def test_a_clock_that_was_ahead_for_a_while_hides_nothing() -> None:
    years_ahead = MORNING + 4_000 * DAY
    first = (answered(1, "x", years_ahead, False), answered(2, "y", MORNING, False))
    later = (answered(1, "y", MORNING, False), answered(2, "x", years_ahead, False))
    for attempts in (first, later):
        assert Review().due(attempts, MORNING) == ()
        assert set(Review().due(attempts, MORNING + 2 * DAY)) == {"x", "y"}
    alone = (answered(1, "x", years_ahead, False),)
    assert Review().due(alone, MORNING) == ()


def test_a_clock_set_back_is_no_fault() -> None:
    attempts = (answered(1, "x", MORNING, True), answered(2, "x", MORNING - 400 * DAY, False))
    assert Review().due(attempts, MORNING + 30 * DAY) == ("x",)


MOMENTS = st.integers(-500, 500).map(lambda days: MORNING + days * DAY)
HISTORIES = st.lists(
    st.tuples(
        st.sampled_from("xyz"),
        MOMENTS,
        st.one_of(st.none(), st.booleans()),
        st.one_of(st.none(), st.sampled_from(Sure)),
    ),
    max_size=12,
)


@given(HISTORIES, MOMENTS)
def test_any_history_gives_the_same_on_every_pc(
    history: list[tuple[str, datetime, bool | None, Sure | None]], now: datetime
) -> None:
    attempts = tuple(answered(n, *one) for n, one in enumerate(history, 1))
    due = Review().due(attempts, now)
    assert due == Review().due(attempts, now)
    assert len(set(due)) == len(due)
    assert set(due) <= {ItemId(one.place) for one in attempts if one.right is not None}


@pytest.mark.parametrize("schedule", [Review(), FakeSchedule()])
def test_the_port_answers_with_items(schedule: Schedule) -> None:
    assert schedule.due((), MORNING) == ()
