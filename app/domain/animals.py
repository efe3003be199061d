"""Which animal a child is known by: never two alike in a class while there is a choice."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b

from app.domain.pictures import ANIMALS

ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"bear", "koala", "panda", "polar-bear"}),
    frozenset({"badger", "beaver", "chipmunk", "hamster", "hedgehog", "mouse", "otter"}),
    frozenset({"bee", "beetle", "grasshopper", "ladybird"}),
    frozenset({"blackbird", "chick", "dove", "duck", "eagle", "goose", "red-bird", "swan"}),
    frozenset({"parrot", "peacock", "phoenix"}),
    frozenset({"angelfish", "dolphin", "fish", "seal"}),
    frozenset({"cat", "leopard", "lion", "tiger"}),
    frozenset({"crab", "lobster"}),
    frozenset({"crocodile", "diplodocus", "dragon", "tyrannosaurus"}),
    frozenset({"frog", "turtle"}),
    frozenset({"fox", "wolf"}),
    frozenset({"deer", "llama", "moose"}),
    frozenset({"horse", "unicorn", "zebra"}),
    frozenset({"jellyfish", "octopus", "squid"}),
)
"""Animals that a five-year-old may take for each other when they are small on a page."""

_ALIKE_OF = {animal: group for group in ALIKE for animal in group}


def animal_for(child: str, taken: Collection[str]) -> str | None:
    """Return an animal for a child (any text of their own) that is not ``taken`` in the class.

    The same question always gets the same answer; over many children every animal comes up about
    as often. None where all are taken.
    """
    start = int.from_bytes(blake2b(child.encode(), digest_size=4).digest()) % len(ANIMALS)
    turned = ANIMALS[start:] + ANIMALS[:start]
    free = [animal for animal in turned if animal not in taken]
    return min(free, key=lambda animal: _crowd(animal, taken), default=None)


def animal_words(animal: str) -> str:
    """Return an animal's name as it is read: "polar bear"."""
    return animal.replace("-", " ")


def _crowd(animal: str, taken: Collection[str]) -> int:
    return sum(other in taken for other in _ALIKE_OF.get(animal, frozenset()))
