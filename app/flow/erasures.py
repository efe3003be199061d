"""Erasing by two: one holder asks, the other agrees, now or when they next sign in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell.deeds import Act
from app.domain.tell.desk import Hand, Reader
from app.domain.tell.erasing import Wish
from app.domain.tell.people import Person, PersonId
from app.domain.tell.records import TellId
from app.flow.inbox import NEXT, Inbox, InboxPage
from app.flow.noting import why_not
from app.flow.opening import opened
from app.flow.services import Services
from app.flow.staffroom import Staffroom
from app.flow.tasks import Lane
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ErasuresPage:
    """What is asked for. ``waiting``: by others, of whoever is signed in; ``asked``: by them.

    ``second`` is whom they want to ask. ``here``: the one they asked has given their passphrase.
    ``wait`` is how many seconds nobody can try one. ``erased`` was just erased.
    """

    waiting: tuple[Wish, ...] = ()
    asked: tuple[Wish, ...] = ()
    second: PersonId | None = None
    here: PersonId | None = None
    wait: int = 0
    busy: bool = False
    fault: str = ""
    erased: TellId | None = None


class Erasures(QObject):
    """Reads the record anew for each step: what is to go must be known to the last file."""

    changed = Signal(object)

    def __init__(self, services: Services, room: Staffroom, inbox: Inbox, tries: Tries) -> None:
        super().__init__()
        self._services = services
        self._room = room
        self._inbox = inbox
        self._tries = tries
        self._visit = Visit(services)
        self._beside = Visit(services)  # of whoever gives their passphrase beside the first
        self._page = ErasuresPage()
        self._other: Hand | None = None
        self._tries_key = False
        self._seen: frozenset[str] = frozenset()
        room.locked.connect(self.close)
        inbox.changed.connect(self._on_inbox)
        self._on_inbox(inbox.page)

    @property
    def page(self) -> ErasuresPage:
        """What is shown now."""
        return self._page

    def close(self) -> None:
        """Forget everything, the other's key before all."""
        self._beside.end()
        self._visit.end()
        self._other = None
        self._seen = frozenset()
        self._page = ErasuresPage()

    def leave(self) -> None:
        """Forget what was begun on the page, and the other's key, also one that is being tried."""
        self._beside.end()
        self._other = None
        page = replace(self._page, second=None, here=None, fault="", erased=None)
        self._publish(replace(page, busy=page.busy and not self._tries_key))
        self._tries_key = False

    def choose(self, second: PersonId) -> None:
        """Choose whom to ask."""
        self._publish(replace(self._page, second=second, fault=""))

    def ask(self, tell: TellId) -> None:
        """Ask whoever was chosen; nothing is destroyed yet."""
        signed, second = self._room.signed, self._page.second
        if signed is not None and second is not None and self._begin():
            ask = partial(_ask, self._services, signed.hand, tell, second)
            self._with(signed.hand, ask, self._on_asked)

    def agree(self, wish: Wish) -> None:
        """Agree to what somebody else asked for: its files go."""
        signed = self._room.signed
        if signed is not None and self._begin():
            self._agree(signed.hand, wish)

    def unlock(self, person: Person, passphrase: str) -> None:
        """Let the one who was asked give their passphrase here and now; a wrong one costs time."""
        if self._page.busy:
            return
        judge = self._beside.only_here(partial(self._judge, person, passphrase))
        if self._tries.spend(judge):
            self._tries_key = self._begin()
        else:
            self._refuse("")

    def agree_here(self, wish: Wish) -> None:
        """Agree in the name of the one who has just given their passphrase."""
        if self._other is not None and self._other.person == wish.second and self._begin():
            self._agree(self._other, wish)

    def _agree(self, hand: Hand, wish: Wish) -> None:
        work = partial(_agree, self._services, hand, wish)
        self._with(hand, work, partial(self._on_erased, wish))

    def _judge(self, person: Person, passphrase: str) -> None:
        work = partial(opened, self._services.staff_desk, person, passphrase)
        self._beside.run(Lane.CPU, work, partial(self._on_judged, person), self._on_failed)

    def _on_judged(self, person: Person, hand: Hand | None) -> None:
        # For the audit log, as at the door; a disk that fails must not keep anybody out.
        note = partial(self._services.staff_desk.note_visit, person.id, right=hand is not None)
        self._services.lanes.run(Lane.TELL, note, self._on_noted, self._on_noted)
        if hand is None:
            self._refuse("That is not the passphrase.")
            return
        self._other = hand
        self._tries.right(self._beside.only_here(partial(self._let_in, person.id)))

    def _on_noted(self, _: object) -> None:
        """Nobody waits for it."""

    def _let_in(self, person: PersonId) -> None:
        self._tries_key = False
        self._publish(replace(self._page, busy=False, here=person))

    def _on_asked(self, _: None) -> None:
        self._publish(replace(self._page, second=None))
        self._look()

    def _on_erased(self, wish: Wish, _: None) -> None:
        self._other = None
        self._seen = frozenset()
        self._inbox.close()  # the list of Tells reads it anew
        self._publish(ErasuresPage(erased=wish.tell))
        self._look()

    def _on_inbox(self, page: InboxPage) -> None:
        """Look into what is asked for, where a Tell says that something is."""
        asked = [deed.id for case in page.cases for deed in case.of(Act.ERASING)]
        if page.cases and page.whole and frozenset(asked) != self._seen:
            self._seen = frozenset(asked)
            self._look()

    def _look(self) -> None:
        signed = self._room.signed
        if signed is not None:
            look = partial(_wishes, self._services, signed.hand)
            self._with(signed.hand, look, self._on_wishes)

    def _on_wishes(self, found: tuple[tuple[Wish, ...], tuple[Wish, ...]]) -> None:
        waiting, asked = found
        self._publish(replace(self._page, waiting=waiting, asked=asked, busy=False))

    def _with(self, hand: Hand, work: Callable[[Reader], T], done: Callable[[T], None]) -> None:
        """Do something with all that a hand can read; it is read in pieces."""
        begin = partial(self._services.staff_desk.reader, hand.former or hand.seed)
        self._run(Lane.TELL, begin, partial(self._read_on, work, done))

    def _read_on(
        self, work: Callable[[Reader], T], done: Callable[[T], None], reader: Reader
    ) -> None:
        step, then = partial(reader.step, NEXT), partial(self._on_read, work, done, reader)
        self._run(Lane.TELL, step, then)

    def _on_read(
        self, work: Callable[[Reader], T], done: Callable[[T], None], reader: Reader, more: bool
    ) -> None:
        if more:
            self._read_on(work, done, reader)
        else:
            self._run(Lane.TELL, partial(work, reader), done)

    def _begin(self) -> bool:
        """Tell whether something can be begun, and say that it is."""
        if self._page.busy:
            return False
        self._publish(replace(self._page, busy=True, fault="", wait=0))
        return True

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(why_not(fault))

    def _refuse(self, why: str) -> None:
        self._tries_key = False
        self._publish(replace(self._page, busy=False, fault=why, wait=self._tries.wait))

    def _publish(self, page: ErasuresPage) -> None:
        self._page = page
        self.changed.emit(page)


def _ask(services: Services, hand: Hand, tell: TellId, second: PersonId, reader: Reader) -> None:
    services.erasing.ask(hand, reader, tell, second)


def _agree(services: Services, hand: Hand, wish: Wish, reader: Reader) -> None:
    services.erasing.agree(hand, reader, wish)


def _wishes(
    services: Services, hand: Hand, reader: Reader
) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
    return services.erasing.waiting(hand, reader), services.erasing.asked(hand, reader)
