"""Proving that words were copied: two of them, asked by their places, are typed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

ASKED = 2


class Proof(NamedTuple):
    """Which words are asked for; ``places`` count from 1, as they stand on the paper."""

    places: tuple[int, ...]


def asked(words: Sequence[str], choose: Callable[[Sequence[int], int], Sequence[int]]) -> Proof:
    """Return which words to type back; ``choose`` picks so many of several by chance."""
    return Proof(tuple(sorted(choose(range(1, len(words) + 1), ASKED))))


def is_proved(words: Sequence[str], proof: Proof, typed: Sequence[str]) -> bool:
    """Tell whether what was typed are the words asked for, whatever their capitals."""
    wanted = [words[place - 1] for place in proof.places]
    return [word.strip().casefold() for word in typed] == wanted
