"""A lesson's memory: declared whole-number variables, conditions on them and effects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

State = tuple[tuple[str, int], ...]
"""Every declared variable with its value, in the order of declaration."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A declared variable: values from ``low`` to ``high``, both allowed; begins at ``start``."""

    name: str
    low: int
    high: int
    start: int


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds while ``low <= value <= high``; an open end is None."""

    variable: str
    low: int | None
    high: int | None

    def holds(self, state: State) -> bool:
        """Tell whether the state meets the condition."""
        value = dict(state)[self.variable]
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@dataclass(frozen=True, slots=True)
class Effect:
    """Sets a variable to ``value``, or adds ``value`` to it where ``adds``."""

    variable: str
    value: int
    adds: bool


def begin(variables: Iterable[Variable]) -> State:
    """Return the state in which a lesson begins."""
    return tuple((variable.name, variable.start) for variable in variables)


def hold(conditions: Iterable[Condition], state: State) -> bool:
    """Tell whether all conditions hold."""
    return all(condition.holds(state) for condition in conditions)


def change(state: State, effects: Iterable[Effect]) -> State:
    """Return the state after the effects, which are applied in their order."""
    values = dict(state)
    for effect in effects:
        values[effect.variable] = effect.value + (values[effect.variable] if effect.adds else 0)
    return tuple(values.items())
