"""The door to the staff pages: a PIN, made before any pupil comes, and a wait for wrong tries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.demo import DEMO_PIN, DEMO_PIN_HASH
from app.domain.pin import PinRecord
from app.domain.words import sentence
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane, known
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")


class Ask(StrEnum):
    """What the door asks for."""

    NOTHING = "nothing"  # it is being opened, or the disk is read
    PIN = "pin"
    NEW = "new"
    REPEAT = "repeat"
    RESET = "reset"  # the record was lost to damage: only the command can make a new PIN


@dataclass(frozen=True, slots=True)
class DoorPage:
    """What the PIN page shows. ``wait`` is whole seconds until the next try is allowed.

    ``fault`` is what was wrong with the last try, in words for staff; ``hint`` is the demo's PIN.
    """

    ask: Ask
    wait: int = 0
    fault: str = ""
    hint: str = ""
    busy: bool = False


class Door(QObject):
    """Lets staff in, and makes the PIN where there is none yet."""

    changed = Signal(object)
    entered = Signal()

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self.tries = Tries(services)
        self._first = ""
        self._visit = Visit(services)
        self._page = DoorPage(Ask.NOTHING)
        self.is_open = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._show_wait)

    @property
    def page(self) -> DoorPage:
        """What is shown now."""
        return self._page

    def approach(self) -> None:
        """Find out what to ask for."""
        self.close()
        self._publish(DoorPage(Ask.NOTHING, busy=True))
        self._run(Lane.DISK, self._services.pins.pin, self._on_record)

    def close(self) -> None:
        """Shut the door behind whoever leaves; what they asked for opens nothing any more."""
        self._visit.end()
        self.is_open = False
        self._first = ""
        self._second.stop()

    def give(self, pin: str) -> None:
        """Take the digits that were typed, for whatever is asked."""
        if self._page.busy:
            return
        if self._page.ask is Ask.PIN:
            self._try(pin)
        elif self._page.ask is Ask.NEW:
            self._take_new(pin)
        elif self._page.ask is Ask.REPEAT:
            self._take_repeat(pin)

    def _on_record(self, record: PinRecord | None) -> None:
        if record is None and self._session.school.demo:
            made = PinRecord(DEMO_PIN_HASH)
            keep = partial(self._services.pins.keep_pin, made)
            self._run(Lane.DISK, keep, partial(self._on_demo_pin, made))
        elif record is None:
            self._publish(DoorPage(Ask.NEW))
        elif not record.hash:
            self._publish(DoorPage(Ask.RESET))
        else:
            self.tries.take(record)
            self._ask_pin("")

    def _on_demo_pin(self, made: PinRecord, _: None) -> None:
        self._on_record(made)

    def _try(self, pin: str) -> None:
        if self.tries.spend(self._visit.only_here(partial(self._judge, pin))):
            self._publish(replace(self._page, busy=True, fault=""))

    def _judge(self, pin: str) -> None:
        record = self.tries.record
        if record is not None:
            work = partial(self._services.pin_mill.fits, pin, record.hash)
            self._run(Lane.CPU, work, self._on_judged)

    def _on_judged(self, fits: bool) -> None:
        if fits:
            self.tries.right(self._visit.only_here(self._let_in))
        else:
            self._ask_pin("That is not the PIN.")

    def _take_new(self, pin: str) -> None:
        weak = self._services.pin_mill.weakness(pin)
        if weak:
            self._publish(DoorPage(Ask.NEW, fault=sentence(weak)))
        else:
            self._first = pin
            self._publish(DoorPage(Ask.REPEAT))

    def _take_repeat(self, pin: str) -> None:
        if pin == self._first:
            self._keep(pin)
        else:
            self._first = ""
            self._publish(DoorPage(Ask.NEW, fault="Those two were not the same. Please try again."))

    def _keep(self, pin: str) -> None:
        self._publish(DoorPage(Ask.NOTHING, busy=True))
        work = partial(self._services.pin_mill.hashed, pin)
        self._run(Lane.CPU, work, self._on_hashed)

    def _on_hashed(self, kept: str) -> None:
        record = PinRecord(kept)
        self.tries.forget(record)
        self._run(Lane.DISK, partial(self._services.pins.keep_pin, record), self._on_entered)

    def _on_entered(self, _: None) -> None:
        self._let_in()

    def _let_in(self) -> None:
        self._first = ""
        self.is_open = True
        self.entered.emit()

    def _ask_pin(self, fault: str) -> None:
        hint = DEMO_PIN if self._session.school.demo else ""
        self._publish(DoorPage(Ask.PIN, self._wait, fault, hint))
        if self._wait:
            self._second.start()

    def _show_wait(self) -> None:
        if not self._wait:
            self._second.stop()
        self._publish(replace(self._page, wait=self._wait))

    @property
    def _wait(self) -> int:
        return self.tries.wait

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._publish(replace(self._page, ask=Ask.NOTHING, busy=False, fault=known(fault)))

    def _publish(self, page: DoorPage) -> None:
        self._page = page
        self.changed.emit(page)
