"""Being told: brings together what children tell, the postman, and how staff want to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.tell.way import Way
from app.flow.addressees import ListedStaff
from app.flow.broken_off import BrokenOff
from app.flow.postman import Means, Postman
from app.flow.tasks import Lane, told

if TYPE_CHECKING:
    from app.domain.tell.contact import Contacts
    from app.domain.tell.ladder import Alarm
    from app.domain.tell.people import PersonId
    from app.domain.tell.post import Health
    from app.domain.tell.records import TellId
    from app.flow.services import Services
    from app.flow.session import Session
    from app.flow.telling import Telling


class PostOffice(QObject):
    """Lets the postman work once Tell is live in a real school; in the demo he never does.

    ``moved``: how far a Tell has come, or the post's health, may be something else now.
    """

    moved = Signal()

    def __init__(
        self, services: Services, session: Session, telling: Telling, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._telling = telling
        self._has_begun = self._works = False
        self._opened: set[TellId] = set()
        self.fault = ""
        """Why it is not known how staff want to be told, for staff; "" while it is."""
        means = Means(
            services.clock,
            services.lanes,
            services.outbox,
            services.channel,
            ListedStaff(services, lambda: telling.known),
            services.staff_desk,
        )
        self._postman = Postman(means, self)
        self._postman.moved.connect(self.moved)
        self._broken_off = BrokenOff(services, self._postman, lambda: telling.known)
        telling.alarmed.connect(self._on_alarmed)
        telling.changed.connect(self._on_told)

    @property
    def health(self) -> Health:
        """Whether staff are being told, as of now."""
        return self._postman.health

    @property
    def works(self) -> bool:
        """Whether messages go out: Tell is live in a real school."""
        return self._works

    def begin(self) -> None:
        """Find out how staff want to be told; the data folder is this program's by now."""
        if self._session.school.demo or self._has_begun:
            return
        self._has_begun = True
        contacts = self._services.contacts
        self._services.lanes.run(Lane.DISK, contacts.load, self._on_loaded, self._on_not_loaded)

    def look(self) -> None:
        """Look at everything again: staff have changed how they are told."""
        self.fault = ""
        if self._works:
            self._postman.look()

    def opened(self, tell: TellId, by: PersonId) -> None:
        """Somebody has opened a Tell."""
        self._postman.opened(tell, by)
        # Only what everybody who had the first press knows: that another read on stays unsaid.
        if self._postman.is_opened(tell):
            self._opened.add(tell)
            self.moved.emit()

    def way(self, tell: TellId) -> Way:
        """Return how far a Tell has come."""
        if tell in self._opened or self._postman.is_opened(tell):
            return Way.OPENED
        if self._postman.reached(tell):
            return Way.GOING
        if not self._postman.health.channel:
            return Way.NO_CHANNEL
        return Way.LATE if self._postman.late(tell) else Way.HERE

    def finish(self) -> None:
        """Keep what is not kept yet: the kiosk is being left."""
        if self._works:
            self._postman.finish()

    def _on_alarmed(self, alarm: Alarm) -> None:
        if not self._session.school.demo:
            self._postman.raise_alarm(alarm)

    def _on_told(self, _: object) -> None:
        if self._telling.is_known:
            self._session.note_tell(self._telling.known.reach.live)
            self._start()

    def _start(self) -> None:
        live = self._telling.known.reach.live and not self._session.school.demo
        if live and self._has_begun and not self._works:
            self._works = True
            self._postman.start()
        if self._works or not live:
            self._broken_off.look(live=live)

    def _on_loaded(self, _: Contacts) -> None:
        self.look()
        self._on_told(None)

    def _on_not_loaded(self, fault: Exception) -> None:
        self.fault = told(fault)
        self._on_told(None)
        self.moved.emit()
