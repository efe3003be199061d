"""One thing at a time for staff: it is done, shown as done, and then comes what has waited."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.flow.office_page import OfficePage
from app.flow.services import Services
from app.flow.tasks import Lane, told

T = TypeVar("T")


class Turns(QObject):
    """One thing is done at a time: what is asked for meanwhile would begin from a school of before.

    Leaving a class's name by a press asks for two at once: such a wish waits its turn.
    """

    changed = Signal(object)

    def __init__(self, services: Services, page: OfficePage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._page = page
        self._wishes: deque[Callable[[], None]] = deque()

    @property
    def page(self) -> OfficePage:
        """What is shown now."""
        return self._page

    def _run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        if not self._page.busy:
            self._publish(replace(self._page, busy=True, said="", fault=""))
            then = partial(self._on_done, done)
            self._services.lanes.run(lane, work, then, failed or self._on_failed)

    def _waits(self, wish: Callable[[], None]) -> bool:
        """Keep a wish for later, if something is being done now; tell whether."""
        if self._page.busy:
            self._wishes.append(wish)
        return self._page.busy

    def _on_done(self, done: Callable[[T], None], result: T) -> None:
        done(result)
        while self._wishes and not self._page.busy:
            self._wishes.popleft()()

    def _on_failed(self, fault: Exception) -> None:
        self._wishes.clear()  # staff read first what is wrong
        self._publish(replace(self._page, busy=False, fault=told(fault)))

    def _publish(self, page: OfficePage) -> None:
        self._page = page
        self.changed.emit(page)
