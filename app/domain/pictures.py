"""The pictures pupils are known by: animals, and the twelve for secret pictures."""

from __future__ import annotations

ANIMALS: tuple[str, ...] = (
    "angelfish", "badger", "bear", "beaver", "bee", "beetle", "blackbird", "butterfly", "cat",
    "caterpillar", "chick", "chipmunk", "crab", "crocodile", "deer", "diplodocus", "dolphin",
    "dove", "dragon", "duck", "eagle", "fish", "flamingo", "fox", "frog", "giraffe", "goose",
    "grasshopper", "hamster", "hedgehog", "horse", "jellyfish", "kangaroo", "koala", "ladybird",
    "leopard", "lion", "llama", "lobster", "moose", "mouse", "octopus", "otter", "panda", "parrot",
    "peacock", "penguin", "phoenix", "polar-bear", "rabbit", "red-bird", "seal", "squid", "swan",
    "tiger", "turtle", "tyrannosaurus", "unicorn", "wolf", "zebra",
)  # fmt: skip
"""Names of the bundled animal pictures, "art:animal-<name>". Never monkey, gorilla, pig, cow, rat,
sloth or snake, nor others that are used to hurt (donkey, dog, whale, elephant, raccoon ...)."""

SECRETS: tuple[str, ...] = (
    "apple", "balloon", "bicycle", "boat", "book", "cake", "drum", "flower", "kite", "moon",
    "rainbow", "rocket",
)  # fmt: skip
"""Names of the twelve secret pictures, "art:secret-<name>"."""
