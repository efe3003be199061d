"""What staff put in about how they are told: addresses, hours, holidays, who looks; and a test."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell import contact
from app.domain.tell.contact import Contacts, UnfitContact
from app.domain.tell.message import MessageId, trial
from app.domain.tell.people import Person, PersonId
from app.domain.tell.ports import Channel, ChannelFault
from app.domain.tell.post import Health
from app.flow.tasks import UNFORESEEN, Lane, told
from app.flow.visit import Visit

if TYPE_CHECKING:
    from app.domain.tell.schooltime import Holiday
    from app.flow.post_office import PostOffice
    from app.flow.services import Services
    from app.flow.staffroom import Staffroom
    from app.flow.telling import Telling

T = TypeVar("T")


class Typed(NamedTuple):
    """What stands in the form: texts as typed. ``hours``: from and to, from Monday on."""

    server: tuple[str, str]
    login: tuple[str, str]
    sender: str
    safety: str
    lines: Mapping[PersonId, str]
    hours: tuple[tuple[str, str], ...]
    kiosk: str
    watch: str


@dataclass(frozen=True, slots=True)
class BeingToldPage:
    """What the page shows.

    ``people`` are those on the list of recipients; ``ready``: it is known how staff are told;
    ``shut``: once Tell is live only who reads it may see addresses, and change anything. ``live``:
    messages go out; ``said`` is what was done last, ``fault`` what could not be; ``unfit`` says
    which kept addresses cannot be used from this PC; ``undo`` are the settings before the last
    change.
    """

    contacts: Contacts = field(default_factory=Contacts)
    people: tuple[Person, ...] = ()
    ready: bool = False
    shut: bool = False
    health: Health = field(default_factory=Health)
    live: bool = False
    unfit: tuple[str, ...] = ()
    busy: bool = False
    said: str = ""
    fault: str = ""
    undo: Contacts | None = None


class BeingTold(QObject):
    """Every change is kept on the disk before it is shown as done; what is typed is the screen's.

    Addresses are looked at, and tried, on the lane "net".
    """

    changed = Signal(object)

    def __init__(
        self,
        services: Services,
        telling: Telling,
        post: PostOffice,
        room: Staffroom,
    ) -> None:
        super().__init__()
        self._services = services
        self._telling = telling
        self._post = post
        self._room = room
        self._visit = Visit(services)
        self._page = BeingToldPage()
        post.moved.connect(self._on_moved)
        room.locked.connect(self.close)

    @property
    def page(self) -> BeingToldPage:
        """What is shown now."""
        return self._page

    def open(self) -> None:
        """Read how staff are told; whoever may not change it is shown no address."""
        self.close()
        if self._post.works and not self._room.reader_inside:
            self._publish(BeingToldPage(shut=True))
        else:
            self._run(Lane.DISK, self._services.contacts.load, self._on_loaded)

    def close(self) -> None:
        """Forget all of it: a password is among it."""
        self._visit.end()
        self._page = BeingToldPage()

    def keep(self, typed: Typed) -> None:
        """Take over what is typed, if all of it can be meant."""
        found = self._understood(typed)
        if found is not None:
            self._check(found, "It is kept.")

    def add_holiday(self, first: str, last: str) -> None:
        """Add days on which the school is closed."""
        if not self._page.ready:
            return
        try:
            after = self._page.contacts.with_holiday(first, last)
        except UnfitContact as fault:
            self._refuse(str(fault))
        else:
            self._keep(after, "The holiday is added.")

    def remove_holiday(self, holiday: Holiday) -> None:
        """Remove a holiday."""
        self._keep(self._page.contacts.without_holiday(holiday), "The holiday is removed.")

    def take_back(self) -> None:
        """Undo the last change."""
        if self._page.undo is not None:
            self._keep(self._page.undo, "It is as it was before.", undo=False)

    def try_out(self, typed: Typed) -> None:
        """Send a test message to every address that is typed; nothing is kept of it."""
        found = self._understood(typed)
        if found is None:
            return
        to = {one.title: found.addresses(one.id) for one in self._page.people}
        if not any(to.values()):
            self._refuse("There is no address yet to send a test message to.")
            return
        kiosk = found.kiosk or self._services.kiosk_name
        work = partial(_tried, self._services.channel, to, kiosk)
        self._run(Lane.NET, work, self._on_tried)

    def _understood(self, typed: Typed) -> Contacts | None:
        """Return what is meant, None where something cannot be, which is said."""
        if self._page.busy or not self._page.ready:
            return None
        try:
            return _contacts(typed, self._page.contacts)
        except UnfitContact as fault:
            self._refuse(str(fault))
            return None

    def _check(self, after: Contacts, said: str) -> None:
        work = partial(_unfit, self._services.channel, self._addresses(after))
        self._run(Lane.NET, work, partial(self._on_checked, after, said))

    def _on_checked(self, after: Contacts, said: str, unfit: tuple[str, ...]) -> None:
        if unfit:
            self._refuse(" ".join(unfit))
        else:
            self._page = replace(self._page, busy=False)
            self._keep(after, said)

    def _keep(self, after: Contacts, said: str, *, undo: bool = True) -> None:
        if self._page.busy or not self._page.ready:
            return
        before = self._page.contacts if undo else None
        self._publish(replace(self._page, busy=True, said="", fault=""))
        show = self._visit.only_here(partial(self._show_kept, after, said, before))
        # Not for this visit only: the post goes by it, whoever is here by then.
        work, done = partial(self._services.contacts.save, after), partial(self._on_kept, show)
        self._services.lanes.run(Lane.DISK, work, done, self._on_failed)

    def _on_kept(self, show: Callable[[], None], _: None) -> None:
        self._post.look()
        show()

    def _show_kept(self, after: Contacts, said: str, before: Contacts | None) -> None:
        self._page = replace(self._page, contacts=after, undo=before, unfit=(), busy=False)
        self._publish(replace(self._page, said=said, fault=""))

    def _on_loaded(self, contacts: Contacts) -> None:
        people = self._telling.known.reach.roster.people
        here = tuple(one for one in people if not one.left)
        self._publish(BeingToldPage(contacts, here, ready=True, live=self._post.works))
        work = partial(_unfit, self._services.channel, self._addresses(contacts))
        self._visit.run(Lane.NET, work, self._on_looked, self._on_failed)

    def _on_looked(self, unfit: tuple[str, ...]) -> None:
        self._publish(replace(self._page, unfit=unfit))

    def _on_tried(self, faults: Mapping[str, str]) -> None:
        lines = [f"{who}: {fault}." for who, fault in faults.items() if fault]
        took = [who for who, fault in faults.items() if not fault]
        said = f"The test message was taken for: {', '.join(took)}." if took else ""
        self._publish(replace(self._page, busy=False, said=said, fault=" ".join(lines)))

    def _on_moved(self) -> None:
        if self._marked(self._page) != self._page:
            self._publish(self._page)

    def _addresses(self, contacts: Contacts) -> tuple[str, ...]:
        return tuple(one for person in contacts.lines for one in contacts.addresses(person))

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, said="", fault=fault))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, said="", fault=""))
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(told(fault))

    def _marked(self, page: BeingToldPage) -> BeingToldPage:
        return replace(page, health=self._post.health, live=self._post.works)

    def _publish(self, page: BeingToldPage) -> None:
        self._page = self._marked(page)
        self.changed.emit(self._page)


def _contacts(typed: Typed, before: Contacts) -> Contacts:
    """Return what is meant; the holidays stay as they are. Raise ``UnfitContact``.

    A password that is kept goes to the server that it is kept for, and to no other.
    """
    host, (_, password) = typed.server[0].strip(), typed.login
    if password and password == before.server.password and host != before.server.host:
        raise UnfitContact("The mail server is another one: please type its password anew.")
    server = contact.server_of(*typed.server, typed.login, typed.sender, typed.safety)
    hours = tuple(contact.hours_of(day, *one) for day, one in enumerate(typed.hours))
    return Contacts(
        server=server,
        lines={who: contact.line_of(line, server) for who, line in typed.lines.items()},
        school=replace(before.school, week=hours if any(hours) else ()),
        kiosk=contact.text_of(typed.kiosk),
        watch=contact.text_of(typed.watch),
    )


def _unfit(channel: Channel, addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Return why some of the addresses can never be used from here, each reason once."""
    found = (channel.fault(one) for one in addresses)
    return tuple(dict.fromkeys(f"{fault.rstrip('.')}." for fault in found if fault))


def _tried(channel: Channel, to: Mapping[str, tuple[str, ...]], kiosk: str) -> dict[str, str]:
    """Send a test message to everybody, on the lane; return the fault of each, "" for none."""
    faults: dict[str, str] = {}
    for who, addresses in to.items():
        for address in addresses:
            message = trial(MessageId(secrets.token_hex(16)), PersonId(""), kiosk)
            try:
                channel.deliver(message, address)
                faults.setdefault(who, "")
            except ChannelFault as fault:
                faults[who] = str(fault).rstrip(".")
            except Exception:  # noqa: BLE001 - one address must not stop the next; its words may be secret
                faults[who] = UNFORESEEN.rstrip(".")
    return faults
