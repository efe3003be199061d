"""A lesson's memory: conditions and effects on whole numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.variables import Condition, Effect, Variable, begin, change, hold

STATE = (("told", 1), ("calm", -2))


def test_a_lesson_begins_with_every_start_in_order() -> None:
    variables = (Variable("told", 0, 2, 1), Variable("calm", -3, 3, -2))
    assert begin(variables) == STATE
    assert begin(()) == ()


@pytest.mark.parametrize(
    ("low", "high", "holds"),
    [(1, None, True), (2, None, False), (None, 1, True), (None, 0, False), (1, 1, True),
     (0, 0, False), (None, None, True), (0, 2, True)],
)  # fmt: skip
def test_a_condition_holds_between_its_ends_both_included(
    low: int | None, high: int | None, *, holds: bool
) -> None:
    assert Condition("told", low, high).holds(STATE) is holds


def test_all_conditions_must_hold_and_none_always_hold() -> None:
    told, calm = Condition("told", 1, None), Condition("calm", 0, None)
    assert hold((), STATE)
    assert hold((told,), STATE)
    assert not hold((told, calm), STATE)


def test_effects_set_and_add_in_their_order_and_keep_the_order_of_the_state() -> None:
    effects = (Effect("calm", 5, adds=False), Effect("calm", 2, adds=True), Effect("told", 1, True))
    assert change(STATE, effects) == (("told", 2), ("calm", 7))
    assert change(STATE, ()) == STATE
    assert STATE == (("told", 1), ("calm", -2)), "the state before stays as it was"


@given(st.lists(st.integers(-9, 9), max_size=6), st.integers(-9, 9))
def test_adding_is_the_sum_and_setting_forgets(steps: list[int], last: int) -> None:
    state = (("n", 0),)
    adds = tuple(Effect("n", step, adds=True) for step in steps)
    assert change(state, adds) == (("n", sum(steps)),)
    assert change(state, (*adds, Effect("n", last, adds=False))) == (("n", last),)
