"""The pictures pupils are known by: animals, and the twelve for secret pictures."""

from __future__ import annotations

ANIMALS: tuple[str, ...] = (
    "badger", "bear", "beaver", "bee", "beetle", "bird", "bison", "blowfish", "butterfly", "camel",
    "cat", "chick", "chipmunk", "crab", "crocodile", "deer", "dodo", "dog", "dolphin", "dove",
    "duck", "eagle", "elephant", "fish", "flamingo", "fox", "frog", "giraffe", "goat", "hamster",
    "hedgehog", "horse", "kangaroo", "koala", "ladybird", "leopard", "lion", "llama", "lobster",
    "mouse", "octopus", "otter", "owl", "panda", "parrot", "peacock", "penguin", "polar-bear",
    "poodle", "rabbit", "raccoon", "ram", "seal", "shark", "sheep", "snail", "squid", "swan",
    "tiger", "turkey", "turtle", "unicorn", "whale", "wolf", "zebra",
)  # fmt: skip
"""Names of the bundled animal pictures, "art:animal-<name>". Never monkey, gorilla, pig, cow, rat,
sloth or snake: those are used to hurt."""

SECRETS: tuple[str, ...] = (
    "apple", "balloon", "bicycle", "boat", "book", "cake", "drum", "flower", "kite", "moon",
    "rainbow", "rocket",
)  # fmt: skip
"""Names of the twelve secret pictures, "art:secret-<name>"."""
