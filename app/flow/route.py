"""Where to go: a screen asks for another by its name, and never knows its class."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, init=False)
class To:
    """A wish to go to the screen ``name``; ``given`` is handed to its ``enter()``."""

    name: str
    given: tuple[object, ...]

    def __init__(self, name: str, *given: object) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "given", given)
