"""The list of who reads and the next one: proposed by one holder, signed by another, or dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.pin import PinRecord
from app.domain.tell.changes import why_not
from app.domain.tell.desk import Hand, Lists, Seed
from app.domain.tell.lists import Listing
from app.domain.tell.people import PersonId, Roster
from app.flow.opening import opened
from app.flow.readers_page import ReadersPage, Task
from app.flow.services import Services
from app.flow.staffroom import Staffroom
from app.flow.tasks import Lane, told
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")

WRONG = "That is not the passphrase."
SIGNED = "You have signed it. Another who may read has to sign it too."
IN_FORCE = "The new list is in force."
DROPPED = "It is taken back. Nothing has changed."


class Signing(QObject):
    """Reads the lists, and signs the next one.

    ``followed`` says that another list is in force: whoever is signed in is shown as it says.
    """

    changed = Signal(object)
    followed = Signal()

    def __init__(self, services: Services, room: Staffroom, tries: Tries) -> None:
        super().__init__()
        self._services = services
        self._room = room
        self._tries = tries
        self._visit = Visit(services)
        self._page = ReadersPage()
        self._renewed: Seed | None = None
        room.locked.connect(self.close)

    @property
    def page(self) -> ReadersPage:
        """What is shown now."""
        return self._page

    def open(self) -> None:
        """Read the lists."""
        signed = self._room.signed
        if signed is not None:
            self._page = ReadersPage(signed.person.id, self._page.lists)
            self._run(Lane.DISK, self._services.pins.pin, self._on_record)

    def close(self) -> None:
        """Forget every key that is in memory."""
        self._visit.end()
        self._renewed = None
        self._page = ReadersPage()

    def sign(self) -> None:
        """Sign the list that waits as whoever is signed in."""
        waiting, signed = self._page.lists.waiting, self._room.signed
        if waiting is not None and signed is not None and not self._page.busy:
            self._sign(waiting.listing, signed.hand)

    def sign_for(self, person: PersonId, passphrase: str) -> None:
        """Let another holder, who stands here, sign the list that waits."""
        waiting = self._page.lists.waiting
        if waiting is not None:
            self._try(person, passphrase, partial(self._sign, waiting.listing))

    def drop(self) -> None:
        """Take the list back that waits."""
        if self._page.may_sign and not self._page.busy:
            self._run(Lane.TELL, self._services.staff_desk.drop, self._on_dropped)

    def _propose(self, roster: Roster) -> None:
        """Sign another list as whoever is signed in, where it can be one."""
        signed, now = self._room.signed, self._page.lists.in_force
        if signed is None or now is None or self._page.busy or not self._fits(roster):
            return
        if self._page.lists.waiting is not None:
            self._refuse("A change waits already. Sign it, or take it back.")
        elif roster != now.roster:
            self._sign(replace(now, roster=roster), signed.hand)
        else:
            self._show("That is how it is already.")

    def _fits(self, roster: Roster) -> bool:
        unfit = why_not(self._page.roster, roster)
        self._publish(replace(self._page, unfit=unfit, said="", fault=""))
        return unfit is None

    def _sign(self, listing: Listing, hand: Hand) -> None:
        if not any(one.id == hand.person for one in self._page.holders):
            self._refuse("Only those who read can sign it.")
            return
        work = partial(self._services.staff_desk.sign, listing, {hand.person: hand.seed})
        self._run(Lane.TELL, work, self._on_signed)

    def _on_signed(self, lists: Lists) -> None:
        before = self._page.roster.version
        self._page = replace(self._page, lists=lists)
        if lists.waiting is not None or self._page.roster.version == before:
            self._show(SIGNED)
            return
        self._show(IN_FORCE)
        self._room.follow(self._page.roster, self._renewed)
        self._renewed = None
        self.followed.emit()

    def _on_dropped(self, lists: Lists) -> None:
        self._page = replace(self._page, lists=lists)
        self._show(DROPPED)

    def _try(self, person: PersonId, passphrase: str, then: Callable[[Hand], None]) -> None:
        """Judge a passphrase; it costs here what it costs at the staff's door."""
        known = self._page.roster.person(person)
        if known is None or self._page.busy:
            return
        judge = partial(opened, self._services.staff_desk, known, passphrase)
        done = partial(self._on_judged, person, then)
        if self._tries.spend(self._visit.only_here(partial(self._run, Lane.CPU, judge, done))):
            self._publish(replace(self._page, busy=True, fault=""))
        else:
            self._refuse(f"Please wait {self._tries.wait} seconds, then try again.")

    def _on_judged(self, person: PersonId, then: Callable[[Hand], None], hand: Hand | None) -> None:
        if hand is None:
            work = partial(self._services.staff_desk.note_visit, person, right=False)
            self._services.lanes.run(Lane.TELL, work, _noted, _noted)
            self._refuse(WRONG)
        else:
            self._tries.right(self._visit.only_here(partial(self._go_on, then, hand)))

    def _go_on(self, then: Callable[[Hand], None], hand: Hand) -> None:
        self._page = replace(self._page, busy=False)
        then(hand)

    def _on_record(self, record: PinRecord | None) -> None:
        self._tries.take(record)
        self._run(Lane.TELL, self._services.staff_desk.lists, self._on_read)

    def _on_read(self, lists: Lists) -> None:
        self._page = replace(self._page, lists=lists)
        self._show()

    def _show(self, said: str = "") -> None:
        """Show the list, and what was done last."""
        page = ReadersPage(self._page.viewer, self._page.lists, self._page.classes)
        self._publish(replace(page, task=Task.LIST, said=said))

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, said="", fault=fault))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, fault=""))
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(told(fault))

    def _publish(self, page: ReadersPage) -> None:
        self._page = page
        self.changed.emit(page)


def _noted(_: object) -> None:
    """Nobody waits for it."""
