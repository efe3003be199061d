"""The Tells that whoever is signed in may see: read newest first, and what they do with them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.problem import Problem
from app.domain.tell.audit import Erasure, Line, Visit, last_visit, lines
from app.domain.tell.cases import Case, Pile
from app.domain.tell.deeds import LOOKS, Act, Deed
from app.domain.tell.desk import Change, Lists, Reader
from app.domain.tell.lists import Listing, holders
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.policy import BARE, Policy
from app.domain.tell.records import TellId
from app.domain.tell.routing import People, first_circle
from app.domain.tell.sharing import told_of
from app.flow import visit
from app.flow.services import Services
from app.flow.staffroom import Signed, Staffroom
from app.flow.tasks import Lane, told

FIRST, NEXT = 80, 400
"""Entries read at once: so many Tells as a page shows, then in pieces that a press can come
between. The second is shown, too; the others only once all of them are read."""


KEPT = "Kept."
"""What is said once something is on the disk."""


@dataclass(frozen=True, slots=True)
class InboxPage:
    """What the pages of Tells show.

    ``cases`` are newest first; ``read`` of ``total`` entries of the record are read. ``open`` is
    the Tell that is looked at, ``viewer`` whoever is signed in, ``since`` when they were here last
    (None: not known, or never). ``visits`` and ``erasures`` are for the audit log.
    """

    viewer: PersonId | None = None
    listing: Listing | None = None
    waiting: Change | None = None
    policy: Policy = BARE
    cases: tuple[Case, ...] = ()
    visits: tuple[Visit, ...] = ()
    erasures: tuple[Erasure, ...] = ()
    pile: Pile = Pile.TO_DO
    since: datetime | None = None
    read: int = 0
    total: int = 0
    open: TellId | None = None
    problems: tuple[Problem, ...] = ()
    busy: bool = False
    said: str = ""
    fault: str = ""

    @property
    def case(self) -> Case | None:
        """The Tell that is looked at."""
        return next((one for one in self.cases if one.tell == self.open), None)

    @property
    def whole(self) -> bool:
        """Whether all of the record is read."""
        return self.read >= self.total

    @property
    def may_sign_waiting(self) -> bool:
        """Whether a list waits for the signature of whoever is signed in."""
        if self.waiting is None or self.listing is None or self.viewer in self.waiting.signed:
            return False
        return any(one.id == self.viewer for one in holders(self.listing.roster))

    def of(self, pile: Pile) -> tuple[Case, ...]:
        """Return the Tells of a pile, newest first."""
        return tuple(one for one in self.cases if one.lies_in(pile, self.viewer))

    def came_since(self) -> tuple[Case, ...]:
        """Return the Tells that came since whoever is signed in was here last; no drills."""
        own = (one for one in self.cases if not one.drill)
        return tuple(one for one in own if self.since is None or one.at > self.since)

    @property
    def log(self) -> tuple[Line, ...]:
        """The audit log, newest first."""
        return lines(self.cases, self.visits, self.erasures)


class _Found(NamedTuple):
    """What stands in what was read."""

    cases: tuple[Case, ...]
    visits: tuple[Visit, ...]
    erasures: tuple[Erasure, ...]


class _Seen(NamedTuple):
    """What has been read by now; taken on the lane, where alone the reader is touched.

    ``found`` is None in the middle of a long record: putting all of it together, and showing it
    anew, after each piece would take longer than the reading.
    """

    read: int
    total: int
    problems: tuple[Problem, ...]
    found: _Found | None
    more: bool
    done: Deed | None


class Inbox(QObject):
    """Reads on the lane "tell" in pieces; deeds are kept before they are shown as done."""

    changed = Signal(object)
    opened = Signal(object, object)

    def __init__(self, services: Services, room: Staffroom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._room = room
        self._visit = visit.Visit(services)
        self._page = InboxPage()
        self._reader: Reader | None = None
        self._came = services.clock.now()
        room.locked.connect(self.close)

    @property
    def page(self) -> InboxPage:
        """What is shown now."""
        return self._page

    def open(self) -> None:
        """Read what whoever is signed in may see."""
        signed = self._room.signed
        if signed is not None and self._reader is None:
            self._came = signed.at
            before = self._page
            self._publish(
                InboxPage(signed.person.id, busy=True, open=before.open, pile=before.pile)
            )
            work = partial(self._begin, signed)
            self._visit.run(Lane.TELL, work, self._on_begun, self._on_failed)

    def close(self) -> None:
        """Forget all that was read."""
        self._visit.end()
        self._reader = None
        self._page = InboxPage()

    def again(self) -> None:
        """Read all of it anew, if it was read: there is another key to read it with."""
        page = self._page
        if page.viewer is not None:
            self.close()
            self._page = replace(self._page, open=page.open, pile=page.pile)
            self.open()

    def show(self, pile: Pile) -> None:
        """Show another pile of Tells."""
        self._publish(replace(self._page, pile=pile))

    def look_at(self, tell: TellId | None) -> None:
        """Open one Tell, or (None) go back to the list; who opens it is kept."""
        self._publish(replace(self._page, open=tell, said="", fault=""))
        case = self._page.case
        if case is not None and self._page.viewer is not None:
            again = any(deed.by == self._page.viewer for deed in case.of(Act.OPENED))
            self.do(Act.READ if again else Act.OPENED)

    def do(self, act: Act, about: str = "", words: str = "") -> None:
        """Do something with the Tell that is looked at."""
        if self._page.open is not None:
            self.do_with(self._page.open, act, about, words)

    def do_with(self, tell: TellId, act: Act, about: str = "", words: str = "") -> None:
        """Do something with a Tell, whichever is looked at."""
        signed, reader = self._room.signed, self._reader
        case = next((one for one in self._page.cases if one.tell == tell), None)
        if signed is None or case is None or reader is None:
            return
        now, number = self._services.clock.now(), secrets.token_hex(8)
        deed = Deed(number, tell, now, signed.person.id, act, about, words)
        self._publish(replace(self._page, busy=True, said="", fault=""))
        work = partial(self._keep, signed, reader, deed, self._told_of(deed, case))
        # Not for this visit only: whoever opens a Tell and leaves at once has opened it.
        done, failed = partial(self._on_done, reader), partial(self._on_not_done, reader)
        self._services.lanes.run(Lane.TELL, work, done, failed)

    def _told_of(self, deed: Deed, case: Case) -> People:
        page = self._page
        roster = page.listing.roster if page.listing is not None else Roster()
        return told_of(deed, case, first_circle(roster, page.policy.routes, None))

    def _begin(self, signed: Signed) -> tuple[Reader, Lists, Policy, _Seen]:
        desk = self._services.staff_desk
        reader = desk.reader(signed.former or signed.seed)
        seen = _seen(reader, more=reader.step(FIRST))
        return reader, desk.lists(), self._services.policy, seen

    def _on_begun(self, begun: tuple[Reader, Lists, Policy, _Seen]) -> None:
        self._reader, lists, policy, seen = begun
        page = replace(self._page, listing=lists.in_force, waiting=lists.waiting)
        self._page = replace(page, policy=policy, busy=False)
        self._on_read(self._reader, seen)

    def _on_read(self, reader: Reader, seen: _Seen) -> None:
        self._show(seen)
        if seen.more:
            work, done = partial(_read_on, reader, NEXT), partial(self._on_read, reader)
            self._visit.run(Lane.TELL, work, done, self._on_failed)

    def _show(self, seen: _Seen) -> None:
        page = replace(self._page, problems=seen.problems, read=seen.read, total=seen.total)
        if seen.found is not None:
            cases, visits, erasures = seen.found
            since = last_visit(visits, self._came)
            page = replace(page, cases=cases, visits=visits, erasures=erasures, since=since)
        self._publish(page)

    def _keep(self, signed: Signed, reader: Reader, deed: Deed, people: People) -> _Seen:
        self._services.staff_desk.add(deed, signed.seed, people)
        reader.files.add_deed(deed)
        return _seen(reader, done=deed)

    def _on_done(self, reader: Reader, seen: _Seen) -> None:
        if reader is self._reader:  # else they have left since
            quiet = seen.done is None or seen.done.act in LOOKS
            self._page = replace(self._page, busy=False, said="" if quiet else KEPT)
            self._show(seen)
        if seen.done is not None and seen.done.act in LOOKS:  # again too: the first may be lost
            self._announce_opened(seen.done)

    def _on_not_done(self, reader: Reader, fault: Exception) -> None:
        if reader is self._reader:
            self._on_failed(fault)

    def _announce_opened(self, deed: Deed) -> None:
        self.opened.emit(deed.tell, deed.by)

    def _on_failed(self, fault: Exception) -> None:
        self._publish(replace(self._page, busy=False, fault=told(fault)))

    def _publish(self, page: InboxPage) -> None:
        self._page = page
        self.changed.emit(page)


def _read_on(reader: Reader, entries: int) -> _Seen:
    more = reader.step(entries)
    return _seen(reader, more=more, whole=not more or reader.read <= FIRST + NEXT)


def _seen(
    reader: Reader, *, more: bool = False, done: Deed | None = None, whole: bool = True
) -> _Seen:
    found = None
    if whole:
        found = _Found(reader.files.cases(), tuple(reader.visits), reader.erasures)
    return _Seen(reader.read, reader.total, tuple(reader.problems), found, more, done)
