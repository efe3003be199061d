"""The files of a Tell: staff add some from a drive, take them out again, or save them elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell.attachments import Attachment, NotAttached, about
from app.domain.tell.deeds import Act
from app.domain.tell.people import PersonId
from app.domain.tell.policy import may_attach
from app.domain.tell.records import BodyId, TellId
from app.domain.tell.routing import route_of
from app.domain.tell.takeaway import Drive
from app.domain.words import sentence
from app.flow.inbox import Inbox, InboxPage
from app.flow.noting import Noting, Taking
from app.flow.services import Services
from app.flow.staffroom import Staffroom
from app.flow.tasks import Lane, told
from app.flow.visit import Visit

T = TypeVar("T")
LONGEST = 120
"""Letters of a file's name that are kept."""


@dataclass(frozen=True, slots=True)
class ExhibitsPage:
    """What the page of files shows: ``found`` on drives (None while they are looked for).

    ``path`` is where a file was saved last.
    """

    tell: TellId | None = None
    found: tuple[Path, ...] | None = None
    drives: tuple[Drive, ...] = ()
    busy: bool = False
    path: Path | None = None
    fault: str = ""


class _Adding(NamedTuple):
    """A file that is being added: to which Tell, by whom, and its name."""

    tell: TellId
    by: PersonId | None
    name: str


class ExhibitDesk(QObject):
    """Seals on the lane "cpu"; what is added or saved elsewhere is noted in the record."""

    changed = Signal(object)

    def __init__(self, services: Services, room: Staffroom, inbox: Inbox) -> None:
        super().__init__()
        self._services = services
        self._inbox = inbox
        self._visit = Visit(services)
        self._noting = Noting(services, inbox, self)
        self._noting.noted.connect(self._on_noted)
        self._noting.removed.connect(self._refuse)
        self._page = ExhibitsPage()
        room.locked.connect(self.close)

    @property
    def page(self) -> ExhibitsPage:
        """What is shown now."""
        return self._page

    def open(self, tell: TellId) -> None:
        """Begin with a Tell; it is looked at, if it is not yet."""
        self._visit.end()
        self._publish(ExhibitsPage(tell))
        if self._inbox.page.open != tell:
            self._inbox.look_at(tell)
        self.look()

    def close(self) -> None:
        """Forget what was found."""
        self._noting.drop()
        self._visit.end()
        self._page = ExhibitsPage()

    def look(self) -> None:
        """Look for files that can be added."""
        self._publish(replace(self._page, found=None, fault=""))
        takeaway = self._services.takeaway
        self._run(Lane.CPU, takeaway.found, self._on_found)
        self._run(Lane.CPU, takeaway.drives, self._on_drives)

    def add(self, path: Path) -> None:
        """Add a file, where the policy lets files be added to such a Tell."""
        page = self._inbox.page
        if page.case is None or page.listing is None or not allowed(page):
            return
        if self._begin():
            tell, escrow = page.case.tell, page.listing.roster.escrow
            work = partial(_sealed, self._services, tell, path, escrow)
            adding = _Adding(tell, page.viewer, path.name[-LONGEST:])
            # Whatever is looked at meanwhile, it is this Tell's.
            self._add_on(Lane.CPU, work, partial(self._on_sealed, adding), adding)

    def take_out(self, one: Attachment) -> None:
        """Take a file out: it is listed no more, and goes when the Tell is erased."""
        self._inbox.do(Act.DETACHED, one.body, one.name)

    def save(self, one: Attachment, drive: Drive) -> None:
        """Save a file onto a drive, as it was added."""
        tell, viewer = self._page.tell, self._inbox.page.viewer
        if tell is not None and viewer is not None and self._begin():
            made = partial(self._services.exhibits.opened, one)
            name = Path(one.name).name
            words = f"the file '{one.name}' to "
            saved = ("", words, f"saved {words}")
            self._noting.take(Taking(tell, viewer, drive, name, made, Act.ACTION, *saved))

    def _on_sealed(self, adding: _Adding, made: tuple[bytes, bytes]) -> None:
        sealed, key = made
        if self._inbox.page.viewer == adding.by:
            keep = partial(self._services.exhibits.keep, sealed)
            self._add_on(Lane.TELL, keep, partial(self._on_kept, adding, key), adding)

    def _on_kept(self, adding: _Adding, key: bytes, body: BodyId) -> None:
        if self._page.tell == adding.tell:
            self._publish(replace(self._page, busy=False))
        if self._inbox.page.viewer == adding.by:
            self._inbox.do_with(adding.tell, Act.ATTACHED, about(body, key), adding.name)

    def _on_not_added(self, adding: _Adding, fault: Exception) -> None:
        if self._page.tell == adding.tell:
            self._on_failed(fault)

    def _add_on(
        self, lane: Lane, work: Callable[[], T], done: Callable[[T], None], adding: _Adding
    ) -> None:
        self._services.lanes.run(lane, work, done, partial(self._on_not_added, adding))

    def _on_noted(self, path: Path) -> None:
        self._publish(replace(self._page, busy=False, path=path))

    def _on_found(self, found: tuple[Path, ...]) -> None:
        self._publish(replace(self._page, found=found))

    def _on_drives(self, drives: tuple[Drive, ...]) -> None:
        self._publish(replace(self._page, drives=drives))

    def _begin(self) -> bool:
        if self._page.busy or self._inbox.page.busy:
            return False
        self._publish(replace(self._page, busy=True, path=None, fault=""))
        return True

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        known = isinstance(fault, NotAttached)
        self._refuse(sentence(str(fault)) if known else told(fault))

    def _refuse(self, why: str) -> None:
        found = self._page.found or ()
        self._publish(replace(self._page, busy=False, found=found, fault=why))

    def _publish(self, page: ExhibitsPage) -> None:
        self._page = page
        self.changed.emit(page)


def allowed(page: InboxPage) -> bool:
    """Tell whether whoever looks may add files to this Tell: never to one of private pictures."""
    case, viewer = page.case, page.viewer
    if case is None or viewer is None or page.listing is None or not case.may_act(viewer):
        return False
    route = route_of(page.listing.roster, case.taps)
    return may_attach(page.policy.checklists(case.category, route))


def _sealed(services: Services, tell: TellId, path: Path, escrow: bytes) -> tuple[bytes, bytes]:
    return services.exhibits.sealed(tell, services.takeaway.read(path), escrow)
