"""Whoever is at a door: what they asked for comes to nothing once they have left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from app.flow.services import Services
from app.flow.tasks import Lane

T = TypeVar("T")


class Visit:
    """Runs work on lanes for one visit at a time."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._number = 0

    def end(self) -> None:
        """Whoever was here has left."""
        self._number += 1

    def only_here(self, step: Callable[[], None]) -> Callable[[], None]:
        """Return a step that does nothing once whoever is here now has left."""
        return partial(self._if_here, self._number, step)

    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do ``work`` on a lane; what comes of it is for who is here now."""
        here = self._number
        then, otherwise = partial(self._go_on, here, done), partial(self._go_on, here, failed)
        self._services.lanes.run(lane, work, then, otherwise)

    def _if_here(self, visit: int, step: Callable[[], None]) -> None:
        if visit == self._number:
            step()

    def _go_on(self, visit: int, step: Callable[[T], None], result: T) -> None:
        if visit == self._number:
            step(result)
