"""Which bundled pictures and backdrops there are, as far as content needs to know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

BUNDLED = "art:"


@dataclass(frozen=True, slots=True)
class Artwork:
    """Answers for names: ``picture("shield")`` of "art:shield", ``backdrop("bedroom")``."""

    picture: Callable[[str], bool]
    backdrop: Callable[[str], bool]


def is_bundled(name: str) -> bool:
    """Tell whether a picture's name speaks of a bundled picture."""
    return name.startswith(BUNDLED)


def is_backdrop(name: str) -> bool:
    """Tell whether a picture's name speaks of a bundled backdrop: no dot, no folder."""
    return not is_bundled(name) and not set(name) & set("./\\:")
