"""Who of the staff is signed in with a passphrase: their key is in memory until they lock it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.pin import PinRecord
from app.domain.tell.desk import Hand, Lists, Seed
from app.domain.tell.people import Person, PersonId, Roster
from app.domain.tell.routing import may_read
from app.flow.opening import fits, opened
from app.flow.services import Services
from app.flow.tasks import Lane, known
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RoomPage:
    """What the sign-in shows: who can sign in, who was chosen, and why the last try failed.

    ``wait`` is how many seconds nobody can try.
    """

    people: tuple[Person, ...] = ()
    person: Person | None = None
    wait: int = 0
    fault: str = ""
    busy: bool = False


@dataclass(frozen=True, slots=True)
class Signed:
    """Whoever is signed in, and since when.

    ``former`` is their seed before, while the Tells are not written anew for the one they have.
    """

    person: Person
    seed: Seed
    at: datetime
    former: Seed | None = None

    @property
    def hand(self) -> Hand:
        """Their id and keys."""
        return Hand(self.person.id, self.seed, self.former)


class Staffroom(QObject):
    """Lets a grown-up in by their passphrase, and locks behind them."""

    changed = Signal(object)
    entered = Signal()
    locked = Signal()

    def __init__(self, services: Services, tries: Tries, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tries = tries
        self._page = RoomPage()
        self._visit = Visit(services)
        self.signed: Signed | None = None
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._show_wait)

    @property
    def page(self) -> RoomPage:
        """What is shown now."""
        return self._page

    @property
    def reader_inside(self) -> bool:
        """Whether somebody is signed in who may read Tells."""
        return self.signed is not None and may_read(self.signed.person)

    def approach(self) -> None:
        """Find out who can sign in."""
        self.lock()
        self._publish(RoomPage(busy=True))
        self._run(Lane.DISK, self._services.pins.pin, self._on_record)

    def choose(self, person: PersonId | None) -> None:
        """Choose who signs in, or (None) let others choose."""
        chosen = next((one for one in self._page.people if one.id == person), None)
        self._publish(replace(self._page, person=chosen, fault="", wait=self._tries.wait))

    def give(self, passphrase: str) -> None:
        """Try a passphrase. The try costs the same whoever's it is, and locks nobody out."""
        person = self._page.person
        if person is None or self._page.busy:
            return
        if self._tries.spend(self._visit.only_here(partial(self._judge, person, passphrase))):
            self._publish(replace(self._page, busy=True, fault=""))
        else:
            self._refuse("")

    def lock(self) -> None:
        """Forget the key of whoever is signed in."""
        self._visit.end()
        self._second.stop()
        was_in, self.signed = self.signed is not None, None
        self._page = RoomPage()
        if was_in:
            self._announce_locked()

    def follow(self, roster: Roster, renewed: Seed | None = None) -> None:
        """Be whom another list says; ``renewed`` is a new seed that it may name.

        Who is not on it any more, or whose key is not here, is signed out.
        """
        signed, desk = self.signed, self._services.staff_desk
        person = roster.person(signed.person.id) if signed is not None else None
        if signed is None or person is None or not person.enrolled:
            self.lock()
        elif fits(desk, person, signed.seed):
            self.signed = replace(signed, person=person)
        elif renewed is not None and fits(desk, person, renewed):
            self.signed = replace(signed, person=person, seed=renewed, former=signed.seed)
        else:
            self.lock()

    def forget_former(self) -> bool:
        """Forget the seed of before: all is written for the new one. Tell whether there was one."""
        signed = self.signed
        if signed is None or signed.former is None:
            return False
        self.signed = replace(signed, former=None)
        return True

    def _judge(self, person: Person, passphrase: str) -> None:
        work = partial(opened, self._services.staff_desk, person, passphrase)
        self._run(Lane.CPU, work, partial(self._on_judged, person))

    def _on_record(self, record: PinRecord | None) -> None:
        self._tries.take(record)
        self._run(Lane.TELL, self._services.staff_desk.lists, self._on_lists)

    def _on_lists(self, lists: Lists) -> None:
        listing = lists.in_force
        people = listing.roster.people if listing is not None else ()
        enrolled = tuple(one for one in people if one.enrolled)
        self._publish(RoomPage(enrolled, wait=self._tries.wait))

    def _on_judged(self, person: Person, hand: Hand | None) -> None:
        came = self._services.clock.now()  # before the visit is noted, which is not "before" itself
        self._note_visit(person, right=hand is not None)
        if hand is None:
            self._refuse("That is not the passphrase.")
            return
        self.signed = Signed(person, hand.seed, came, hand.former)
        self._tries.right(self._visit.only_here(self._let_in))

    def _note_visit(self, person: Person, *, right: bool) -> None:
        """Keep it for the audit log; a disk that fails must not keep anybody out."""
        work = partial(self._services.staff_desk.note_visit, person.id, right=right)
        self._services.lanes.run(Lane.TELL, work, _noted, _noted)

    def _let_in(self) -> None:
        self._page = replace(self._page, busy=False)
        self.entered.emit()

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, fault=fault, wait=self._tries.wait))
        if self._tries.wait:
            self._second.start()

    def _show_wait(self) -> None:
        if not self._tries.wait:
            self._second.stop()
        self._publish(replace(self._page, wait=self._tries.wait))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._publish(replace(self._page, busy=False, fault=known(fault)))

    def _publish(self, page: RoomPage) -> None:
        self._page = page
        self.changed.emit(page)

    def _announce_locked(self) -> None:
        self.locked.emit()


def _noted(_: object) -> None:
    """Nobody waits for it; a disk that cannot keep it says so wherever it matters."""
