"""All pairs: a short list of combinations in which every two values of two settings meet."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import combinations, product

Choice = tuple[int, int]
"""The number of a setting, and the number of one of its values."""
Pair = tuple[Choice, Choice]


def all_pairs(counts: Sequence[int]) -> list[tuple[int, ...]]:
    """Return combinations (the number of one value for each setting) that hold every pair.

    ``counts`` say how many values each setting has. Greedy, and the same list at each call: each
    combination begins with a pair that is still missing, and takes setting by setting the value
    that adds most of the missing ones.
    """
    left = dict.fromkeys(every_pair(counts))
    found: list[tuple[int, ...]] = []
    while left:
        found.append(_combination(counts, next(iter(left)), left))
        for pair in combinations(enumerate(found[-1]), 2):
            left.pop(pair, None)
    return found


def every_pair(counts: Sequence[int]) -> list[Pair]:
    """Return every pair of values of two different settings."""
    return [
        ((one, first), (other, second))
        for one, other in combinations(range(len(counts)), 2)
        for first, second in product(range(counts[one]), range(counts[other]))
    ]


def _combination(counts: Sequence[int], first: Pair, left: Container[Pair]) -> tuple[int, ...]:
    chosen = dict(first)
    for at in range(len(counts)):
        if at not in chosen:
            gains = [_gain((at, value), chosen, left) for value in range(counts[at])]
            chosen[at] = gains.index(max(gains))
    return tuple(chosen[at] for at in range(len(counts)))


def _gain(one: Choice, chosen: dict[int, int], left: Container[Pair]) -> int:
    """Count the missing pairs that a value makes with those chosen already."""
    return sum((min(one, other), max(one, other)) in left for other in chosen.items())
