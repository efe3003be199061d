"""Lets whoever is signed in write Tells anew for the list in force, a little at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.tell.desk import Hand, Rewriting
from app.flow.services import Services
from app.flow.tasks import Lane, told
from app.flow.visit import Visit

AT_ONCE = 1
"""So many Tells are written between two presses of a child that may wait for the lane."""


class Rewriter(QObject):
    """Begins at a sign-in, and where a list comes into force; what was cut short begins anew.

    ``changed`` says that ``share`` or ``fault`` is another, ``finished`` that all is written.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._visit = Visit(services)
        self.share: float | None = None
        """How much is done, 0 to 1; None while nothing is being written."""
        self.fault = ""

    def begin(self, hand: Hand) -> None:
        """Write anew what somebody can read, unless it is done."""
        self.stop()
        work = partial(self._find, hand)
        self._visit.run(Lane.TELL, work, self._on_found, self._on_failed)

    def stop(self) -> None:
        """Forget the keys; what is left is done after another sign-in."""
        self._visit.end()
        self.share, self.fault = None, ""

    def _find(self, hand: Hand) -> Rewriting | None:
        return self._services.staff_desk.rewriting(hand, self._services.policy.routes)

    def _on_found(self, rewriting: Rewriting | None) -> None:
        if rewriting is None:
            self.finished.emit()
        else:
            self._on_written(rewriting, (True, 0.0))

    def _on_written(self, rewriting: Rewriting, done: tuple[bool, float]) -> None:
        more, share = done
        self.share = share if more else None
        self.changed.emit()
        if more:
            # Given to the lane again each time, behind whatever a child has pressed meanwhile.
            work, then = partial(_step, rewriting), partial(self._on_written, rewriting)
            self._visit.run(Lane.TELL, work, then, self._on_failed)
        else:
            self.finished.emit()

    def _on_failed(self, fault: Exception) -> None:
        self.share, self.fault = None, told(fault)
        self.changed.emit()


def _step(rewriting: Rewriting) -> tuple[bool, float]:
    more = rewriting.step(AT_ONCE)
    return more, rewriting.share
