"""Handing a Tell over: a file is made, noted in the record, brought to a drive, and then said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell.deeds import Act
from app.domain.tell.handover import Handover, Making
from app.domain.tell.records import TellId
from app.domain.tell.takeaway import Drive, Lock, Shape, file_name
from app.flow.inbox import Inbox
from app.flow.noting import Noting, Taking, why_not
from app.flow.services import Services
from app.flow.session import Session
from app.flow.staffroom import Staffroom
from app.flow.tasks import Lane

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HandingPage:
    """What the hand-over page shows of its files; ``drives`` is None while they are looked for.

    ``path`` is where the last file stands, once that is noted in the record.
    """

    tell: TellId | None = None
    drives: tuple[Drive, ...] | None = None
    drive: Drive | None = None
    shape: Shape = Shape.PDF
    busy: bool = False
    path: Path | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    """What is being handed over, and where to."""

    shape: Shape
    lock: Lock
    drive: Drive


class Handing(QObject):
    """Makes and saves on the lane "cpu"; a file that the record cannot note is taken back."""

    changed = Signal(object)

    def __init__(self, services: Services, session: Session, room: Staffroom, inbox: Inbox) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._room = room
        self._inbox = inbox
        self._page = HandingPage()
        self._noting = Noting(services, inbox, self)
        self._noting.noted.connect(self._on_noted)
        self._noting.removed.connect(self._refuse)
        room.locked.connect(self.close)

    @property
    def page(self) -> HandingPage:
        """What is shown now."""
        return self._page

    def open(self, tell: TellId) -> None:
        """Begin with a Tell; it is looked at, if it is not yet."""
        if self._page.busy:
            return
        self._publish(HandingPage(tell))
        if self._inbox.page.open != tell:
            self._inbox.look_at(tell)
        self.look()

    def close(self) -> None:
        """Forget what was chosen."""
        self._noting.drop()
        self._page = HandingPage()

    def look(self) -> None:
        """Look for drives."""
        self._publish(replace(self._page, drives=None, fault=""))
        self._run(Lane.CPU, self._services.takeaway.drives, self._on_drives)

    def choose_drive(self, drive: Drive) -> None:
        """Choose where the file goes."""
        self._publish(replace(self._page, drive=drive, fault=""))

    def choose_shape(self, shape: Shape) -> None:
        """Choose what the file is."""
        self._publish(replace(self._page, shape=shape, fault=""))

    def seal(self, passphrase: str, again: str) -> None:
        """Hand over a file that a passphrase opens."""
        if passphrase != again:
            self._refuse("The two passphrases are not the same.")
        else:
            self.hand_over(Lock(passphrase=passphrase))

    def hand_over(self, lock: Lock | None = None) -> None:
        """Make the file and bring it to the drive that was chosen."""
        page = self._page
        if page.busy or self._inbox.page.case is None:
            return
        if page.drive is None:
            self._refuse("Please choose a place for the file first.")
            return
        job = _Job(page.shape, lock or Lock(), page.drive)
        self._publish(replace(page, busy=True, path=None, fault=""))
        self._run(Lane.TELL, self._services.staff_desk.heads, partial(self._on_heads, job))

    def _on_heads(self, job: _Job, heads: Mapping[str, str]) -> None:
        handover = self._handover(heads)
        if handover is None:
            self.close()
            return
        made = partial(self._services.takeaway.made, handover, job.shape, job.lock)
        tell, making = handover.case.tell, handover.making
        name = file_name(tell, making.at, job.shape)
        about = job.shape.value
        self._noting.take(Taking(tell, making.by, job.drive, name, made, Act.EXPORTED, about))

    def _handover(self, heads: Mapping[str, str]) -> Handover | None:
        page = self._inbox.page
        if page.case is None or page.listing is None or page.viewer is None:
            return None
        now, school = self._services.clock.now().astimezone(), self._session.school.name
        making = Making(now, page.viewer, school, heads)
        return Handover(page.case, page.policy, page.listing.roster, making)

    def _on_noted(self, path: Path) -> None:
        self._publish(replace(self._page, busy=False, path=path))

    def _on_drives(self, drives: tuple[Drive, ...]) -> None:
        # A stick is the place for it: this PC's own disk is chosen by hand only.
        first = next((one for one in drives if one.removable), None)
        kept = self._page.drive if self._page.drive in drives else first
        self._publish(replace(self._page, drives=drives, drive=kept))

    def _refuse(self, why: str) -> None:
        self._publish(replace(self._page, busy=False, fault=why))

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(why_not(fault))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        here = self._page.tell
        self._services.lanes.run(lane, work, partial(self._go_on, here, done), self._on_failed)

    def _go_on(self, here: TellId | None, step: Callable[[T], None], result: T) -> None:
        """Take the next step, unless whoever asked for it has left."""
        if self._page.tell == here and self._room.signed is not None:
            step(result)

    def _publish(self, page: HandingPage) -> None:
        self._page = page
        self.changed.emit(page)
