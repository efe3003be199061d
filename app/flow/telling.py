"""The Tell button's controller: two taps to a record, and more only if the child says more."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from app.domain.tell.people import PersonId, Roster
from app.domain.tell.policy import BARE, Policy
from app.domain.tell.records import Detail, First, TellId
from app.domain.tell.routing import circles
from app.domain.tell.story import Scene, Step, after, before, steps
from app.domain.tell.taps import MOST_TAPS, Called, Tap, last
from app.domain.tell.way import Way
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tell_keeper import TellKeeper
from app.flow.tell_known import Known
from app.flow.tell_past import TellPast
from app.flow.tell_who import class_of, who_of


class Saved(Enum):
    """What is true of what was pressed."""

    NOTHING = auto()  # nothing was pressed yet
    UNREADY = auto()  # nor could anything be kept now: a grown-up must be told by mouth
    SAVING = auto()
    SAVED = auto()  # the disk said so
    FAILED = auto()  # the disk refused: a grown-up must be told by mouth
    TRIED = auto()  # nothing is kept where nobody is set up yet


@dataclass(frozen=True, slots=True)
class TellPage:
    """What the Tell page shows.

    ``readers`` are those who will see what is said, by what is known so far; ``live`` is False
    where a grown-up must be told by mouth all the same; ``way`` is how far it has come;
    ``earlier_opened``: a grown-up has opened what this child told before (only behind their secret
    pictures); ``goes_back``: there is a question before this one.
    """

    roster: Roster
    policy: Policy = BARE
    step: Step = Step.ASK
    taps: tuple[Tap, ...] = ()
    saved: Saved = Saved.NOTHING
    readers: frozenset[PersonId] = frozenset()
    live: bool = False
    way: Way = Way.HERE
    earlier_opened: bool = False
    goes_back: bool = False

    @property
    def has_told(self) -> bool:
        """Whether *Yes* was pressed in this sitting."""
        return self.saved not in {Saved.NOTHING, Saved.UNREADY}


class Telling(QObject):
    """One Tell a sitting: more presses add to it, and signing out ends it.

    ``alarmed`` carries an ``Alarm`` of which staff are to be told now.
    """

    changed = Signal(object)
    alarmed = Signal(object)

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._page = TellPage(Roster())
        self._tell: TellId | None = None
        self._from = ""
        self._keeper = TellKeeper(services, self)
        self._keeper.found.connect(self._on_found)
        self._keeper.unfound.connect(self._on_unfound)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_failed)
        self._keeper.alarmed.connect(self.alarmed)
        self._past = TellPast()
        self._how_far: Callable[[TellId], Way] | None = None
        session.signed_in.connect(self.end)
        session.signed_out.connect(self.end)

    @property
    def page(self) -> TellPage:
        """What is shown now."""
        return self._page

    @property
    def fault(self) -> str:
        """Why something could not be kept, for staff; "" while all is well."""
        return self._keeper.fault

    @property
    def known(self) -> Known:
        """Whom a Tell reaches, as far as that was found out."""
        return self._keeper.known

    @property
    def is_known(self) -> bool:
        """Whether it was found out."""
        return self._keeper.is_known

    def follow(self, way: Callable[[TellId], Way]) -> None:
        """Show from now on how far a Tell has come, as ``way`` says."""
        self._how_far = way

    def look_again(self) -> None:
        """Show how far it has come by now."""
        if self._marked(self._page) != self._page:
            self._publish(self._page)

    def prepare(self) -> None:
        """Find out whom a Tell reaches, before anybody presses."""
        self._keeper.prepare(class_of(self._session))

    def open(self, shown: str) -> None:
        """Begin, or go on with this sitting's Tell; ``shown`` is the page that stood there."""
        self._from = shown or self._from
        if self._page.has_told:
            self.enough()
        self.prepare()

    def yes(self) -> None:
        """Keep that this child would like a grown-up to come and talk."""
        if self._page.has_told:
            return
        self._tell = TellId(secrets.token_hex(8))
        now, kiosk = self._services.clock.now(), self._services.kiosk_name
        first = First(self._tell, now, kiosk, self._from, who_of(self._session))
        self._keeper.begin(first, class_of(self._session))
        saved = Saved.TRIED if self._reaches_nobody else Saved.SAVING
        self._publish(replace(self._page, saved=saved, step=self._after(Step.ASK)))
        self._past.note(first.who, self._tell)

    def say(self, *taps: Tap) -> None:
        """Keep what was picked, and go on to the next question."""
        if self._page.has_told:
            self.keep(*taps)
            self.skip()

    def keep(self, *taps: Tap) -> None:
        """Keep what was said; after the most that is kept of a sitting, nothing more."""
        page = self._page
        said = (*page.taps, *taps)
        if not page.has_told:
            return
        if len(said) > MOST_TAPS:  # a grown-up comes; nobody needs more than that
            self.enough()
            return
        for tap in taps:
            self._keep(tap)
        saved = Saved.SAVING if taps and page.saved is not Saved.TRIED else page.saved
        self._publish(replace(page, taps=said, saved=saved, readers=self._readers(said)))

    def skip(self) -> None:
        """Go on without an answer."""
        self._publish(replace(self._page, step=self._after(self._page.step)))

    def enough(self) -> None:
        """Ask no more, and show what happens next."""
        self._publish(replace(self._page, step=Step.DONE))

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
        self._keeper.end()
        self._tell, self._from = None, ""
        self._publish(self._fresh())

    def finish(self) -> None:
        """End it, and give all that waits to the disk: the kiosk is being left."""
        self.end()
        self._keeper.finish()

    @property
    def _reaches_nobody(self) -> bool:
        return self._keeper.is_known and not self._keeper.known.reach.records

    def _keep(self, tap: Tap) -> None:
        if self._tell is not None:
            self._keeper.add(Detail(self._tell, self._services.clock.now(), tap))

    def _on_found(self, known: Known) -> None:
        page, fresh = self._page, self._fresh()
        if not page.has_told:
            self._publish(fresh)
            return
        readers = self._readers(page.taps)
        self._publish(replace(page, roster=fresh.roster, policy=fresh.policy, readers=readers))
        if page.saved in {Saved.SAVING, Saved.FAILED} and not page.roster.version:
            # *Yes* came before it was known whether anybody is set up.
            saved = page.saved if known.reach.records else Saved.TRIED
            self._publish(replace(self._page, live=known.reach.live, saved=saved))

    def _on_unfound(self) -> None:
        """Where the record cannot be opened, a grown-up must be told by mouth."""
        if self._page.has_told:
            self._publish(replace(self._page, saved=Saved.FAILED, step=Step.DONE))
        else:
            self._publish(replace(self._page, saved=Saved.UNREADY))

    def _fresh(self) -> TellPage:
        reach, policy = self._keeper.known
        return TellPage(reach.roster, policy, readers=self._readers(()), live=reach.live)

    def _readers(self, said: tuple[Tap, ...]) -> frozenset[PersonId]:
        """Return who will see it, the first press too."""
        reach, policy = self._keeper.known
        found = circles(reach.roster, policy.routes, class_of(self._session), said)
        return found.inner if said else found.inner | found.outer

    def _way(self, said: tuple[Tap, ...]) -> tuple[Step, ...]:
        school = self._session.school
        signed_in = self._session.sitting is not None or last(said, Called) is not None
        return steps(Scene(self._keeper.known.reach.roster, signed_in, bool(school.classes)), said)

    def _before(self, page: TellPage) -> Step | None:
        return before(page.step, self._way(page.taps)) if page.has_told else None

    def _after(self, step: Step) -> Step:
        return after(step, self._way(self._page.taps))

    def _on_kept(self, tell: TellId) -> None:
        waits = self._page.saved in {Saved.SAVING, Saved.FAILED}
        if tell == self._tell and waits and not self._keeper.waiting(tell):
            self._publish(replace(self._page, saved=Saved.SAVED))

    def _on_failed(self, tell: TellId) -> None:
        if tell == self._tell:
            self._publish(replace(self._page, saved=Saved.FAILED, step=Step.DONE))

    def _marked(self, page: TellPage) -> TellPage:
        """Return the page with how far this Tell has come, and the one before it."""
        if self._how_far is None:
            return page
        way = self._how_far(self._tell) if self._tell is not None else Way.HERE
        earlier = None if page.has_told else self._past.of(who_of(self._session))
        opened = earlier is not None and self._how_far(earlier) is Way.OPENED
        return replace(page, way=way, earlier_opened=opened)

    def _publish(self, page: TellPage) -> None:
        page = replace(page, goes_back=self._before(page) is not None)
        self._page = self._marked(page)
        self.changed.emit(self._page)
