"""What controllers are given: the ports, each behind a property so that it is made at first use."""

from __future__ import annotations

from typing import Protocol

from app.domain.ports import Clock, Library, Numbers, ProgressStore, Schedule, SchoolStore
from app.flow.tasks import Lanes


class Services(Protocol):
    """The ports of one running kiosk; bootstrap builds them."""

    @property
    def clock(self) -> Clock:
        """The time."""

    @property
    def lanes(self) -> Lanes:
        """Where blocking work goes."""

    @property
    def schools(self) -> SchoolStore:
        """The school file."""

    @property
    def progress(self) -> ProgressStore:
        """Every pupil's attempts."""

    @property
    def numbers(self) -> Numbers:
        """This kiosk's numbers."""

    @property
    def schedule(self) -> Schedule:
        """Spaced review."""

    @property
    def library(self) -> Library:
        """Lessons, quizzes and rule cards."""
