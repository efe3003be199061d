"""The Tell button's controller: two taps to a record, and more only if the child says more."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.domain.ids import ClassId
from app.domain.tell.journal import Addressed, Reach
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.policy import BARE, Policy
from app.domain.tell.records import Detail, First, TellId, Who
from app.domain.tell.routing import circles, first_circle
from app.domain.tell.story import Scene, Step, after, before, steps
from app.domain.tell.taps import MOST_TAPS, Called, Tap, last
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane, told
from app.flow.tell_queue import TellQueue


class Saved(Enum):
    """What is true of what was pressed."""

    NOTHING = auto()  # nothing was pressed yet
    SAVING = auto()
    SAVED = auto()  # the disk said so
    FAILED = auto()  # the disk refused: a grown-up must be told by mouth
    TRIED = auto()  # nothing is kept where nobody is set up yet


@dataclass(frozen=True, slots=True)
class TellPage:
    """What the Tell page shows.

    ``readers`` are those who will see what is said, by what is known so far; ``live`` is False
    where a grown-up must be told by mouth all the same; ``opened``: a grown-up has opened it;
    ``goes_back``: there is a question before this one.
    """

    roster: Roster
    policy: Policy = BARE
    step: Step = Step.ASK
    taps: tuple[Tap, ...] = ()
    saved: Saved = Saved.NOTHING
    readers: frozenset[PersonId] = frozenset()
    live: bool = False
    opened: bool = False
    goes_back: bool = False

    @property
    def has_told(self) -> bool:
        """Whether *Yes* was pressed in this sitting."""
        return self.saved is not Saved.NOTHING


class _Known(NamedTuple):
    """What was read on the lane before the page could be shown."""

    reach: Reach
    policy: Policy


class Telling(QObject):
    """One Tell a sitting: more presses add to it, and signing out ends it.

    ``alarmed`` carries the id of a Tell whose first press is on the disk.
    """

    changed = Signal(object)
    alarmed = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._known = _Known(Reach(Roster()), BARE)
        self._page = TellPage(Roster())
        self._tell: TellId | None = None
        self._class_id: ClassId | None = None
        self._from = ""
        self._is_known = False
        self.queue = TellQueue(services.lanes, self)
        self.queue.kept.connect(self._on_kept)
        self.queue.failed.connect(self._on_failed)
        session.signed_in.connect(self._on_signed_in)
        session.signed_out.connect(self.end)

    @property
    def page(self) -> TellPage:
        """What is shown now."""
        return self._page

    def prepare(self) -> None:
        """Find out whom a Tell reaches, before anybody presses."""
        self._services.lanes.run(Lane.TELL, self._read, self._on_read, self._on_unread)

    def open(self, shown: str) -> None:
        """Begin, or go on with this sitting's Tell; ``shown`` is the page that stood there."""
        self._from = shown or self._from
        if self._page.has_told:
            self._publish(replace(self._page, step=Step.DONE))
        self.prepare()

    def yes(self) -> None:
        """Keep that this child would like a grown-up to come and talk."""
        if not self._page.has_told:
            self._publish(replace(self._page, saved=Saved.SAVING, step=self._after(Step.ASK)))
            if self._is_known:
                self._begin()

    def _begin(self) -> None:
        """Keep the first press, once it is known for whom."""
        reach = self._known.reach
        if not reach.records:
            self._publish(replace(self._page, saved=Saved.TRIED))
            return
        self._tell = TellId(secrets.token_hex(8))
        self._class_id = self._sitting_class()
        first = First(self._tell, self._now, self._kiosk, self._from, self._who, not reach.live)
        self.queue.add(partial(self._keep_first, first, self._class_id, self._known))
        self.queue.tidy(self._services.tells.settle)

    def say(self, *taps: Tap) -> None:
        """Keep what was picked, and go on to the next question."""
        page = self._page
        if not page.has_told:
            return
        if len(page.taps) + len(taps) > MOST_TAPS:  # a grown-up comes; nobody needs more than that
            self._publish(replace(page, step=Step.DONE))
            return
        said = page.taps
        for tap in taps:
            said = (*said, tap)
            self._keep(tap, said)
        saved = Saved.SAVING if self._tell is not None else page.saved
        readers = self._readers(said)
        step = after(page.step, self._way(said))
        self._publish(replace(page, taps=said, saved=saved, readers=readers, step=step))

    def skip(self) -> None:
        """Go on without an answer."""
        self._publish(replace(self._page, step=self._after(self._page.step)))

    def more(self) -> None:
        """Say more: begin with the questions again."""
        self._publish(replace(self._page, step=self._after(Step.ASK)))

    def back(self) -> bool:
        """Go one question back; return False where there is none."""
        step = self._before(self._page)
        if step is not None:
            self._publish(replace(self._page, step=step))
        return step is not None

    def end(self) -> None:
        """End this sitting's Tell: those who may can read on, and the next child finds nothing."""
        if self._tell is not None:
            self.queue.add(partial(self._services.tells.end, self._tell))
            self.queue.tidy(self._services.tells.settle)
        self._tell = self._class_id = None
        self._publish(self._fresh())

    def _read(self) -> _Known:
        self._services.tells.ready()
        return _Known(self._services.recipients.reach(), self._services.policy)

    def _on_read(self, known: _Known) -> None:
        self._known = known
        waits = self._page.has_told and not self._is_known
        self._is_known = True
        if waits:  # *Yes* came first
            self._begin()
        shown = self._fresh()
        if self._page.has_told:
            shown = replace(self._page, roster=shown.roster, policy=shown.policy, live=shown.live)
        self._publish(shown)

    def _on_unread(self, fault: Exception) -> None:
        """Where the record cannot be opened, a grown-up must be told by mouth."""
        self.queue.fault = told(fault)
        self._publish(replace(self._page, saved=Saved.FAILED))

    def _keep_first(self, first: First, class_id: ClassId | None, known: _Known) -> None:
        roster, routes = known.reach.roster, known.policy.routes
        addressed = Addressed(roster, circles(roster, routes, class_id, ()))
        self._services.tells.first(first, first_circle(roster, routes, class_id), addressed)

    def _keep(self, tap: Tap, said: tuple[Tap, ...]) -> None:
        if self._tell is None:
            return
        roster, routes = self._known.reach.roster, self._known.policy.routes
        addressed = Addressed(roster, circles(roster, routes, self._class_id, said))
        detail = Detail(self._tell, self._now, tap)
        self.queue.add(partial(self._services.tells.add, detail, addressed))

    def _fresh(self) -> TellPage:
        reach, policy = self._known
        page = TellPage(reach.roster, policy, live=reach.live)
        return replace(page, readers=self._readers(()))

    def _readers(self, said: tuple[Tap, ...]) -> frozenset[PersonId]:
        """Return who will see it, the first press too."""
        reach, policy = self._known
        found = circles(reach.roster, policy.routes, self._sitting_class(), said)
        return found.inner if said else found.inner | found.outer

    def _way(self, said: tuple[Tap, ...]) -> tuple[Step, ...]:
        school = self._session.school
        signed_in = self._session.sitting is not None or last(said, Called) is not None
        return steps(Scene(self._known.reach.roster, signed_in, bool(school.classes)), said)

    def _before(self, page: TellPage) -> Step | None:
        return before(page.step, self._way(page.taps)) if page.has_told else None

    def _after(self, step: Step) -> Step:
        return after(step, self._way(self._page.taps))

    def _sitting_class(self) -> ClassId | None:
        sitting = self._session.sitting
        return sitting.pupil.class_id if sitting is not None else None

    @property
    def _who(self) -> Who | None:
        sitting = self._session.sitting
        if sitting is None:
            return None
        pupil, school = sitting.pupil, self._session.school
        own = school.school_class(pupil.class_id)
        proved = own is not None and own.secrets and bool(pupil.secret)
        return Who(pupil.id, pupil.full_name, own.name if own is not None else "", proved)

    @property
    def _kiosk(self) -> str:
        return self._services.kiosk_name

    @property
    def _now(self) -> datetime:
        return self._services.clock.now()

    def _on_signed_in(self, _: object) -> None:
        self.end()

    def _on_kept(self) -> None:
        if self._page.saved in {Saved.SAVING, Saved.FAILED} and not self.queue.waiting:
            self._publish(replace(self._page, saved=Saved.SAVED))

    def _on_failed(self) -> None:
        if self._tell is not None:
            self._publish(replace(self._page, saved=Saved.FAILED, step=Step.DONE))

    def _publish(self, page: TellPage) -> None:
        self._page = replace(page, goes_back=self._before(page) is not None)
        self.changed.emit(self._page)
