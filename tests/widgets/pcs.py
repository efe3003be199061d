"""One PC of a live school, with the real desk, house, record and outbox, and a mail server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path

from app.bootstrap.house import House
from app.domain.pin import PinRecord
from app.domain.school import Pupil
from app.domain.tell.contact import Contacts, MailServer, Safety
from app.domain.tell.desk import Seed
from app.domain.tell.taps import Tap
from app.domain.tell.way import Way
from app.flow.desk import Desk
from app.flow.postman import Postman
from app.store.home import Home
from app.tell.channels import Channels
from tests import staffroom as records
from tests.fakes import MORNING, FakeClock
from tests.mailserver import Postbox, serving
from tests.tells import id_of
from tests.widgets.desks import AMINA, HILLSIDE, SlowLanes

LIMIT = 0.3
"""Seconds for a mail server to answer."""
PHRASE = "apple table river cloud stone"


@dataclass
class PC:
    """One PC of a live school; ``start`` is a start of the program, again after a restart."""

    home: Home
    clock: FakeClock = field(default_factory=lambda: FakeClock(MORNING.replace(hour=7)))
    lanes: SlowLanes = field(default_factory=SlowLanes)

    def __post_init__(self) -> None:
        self.house, self.desk = self._made()

    def start(self) -> None:
        """Start the program, as the kiosk does once it has the folder."""
        self.house.cabinet.release()
        self.lanes = SlowLanes()
        self.house, self.desk = self._made()
        self.desk.post_office.begin()
        self.desk.telling.prepare()
        self.work()

    def work(self) -> None:
        """Let all lanes do what they were given."""
        self.lanes.work()

    def way(self) -> Way:
        """How far the Tell of this sitting has come."""
        return self.desk.telling.page.way

    def let_pass(self, minutes: float) -> None:
        """Let time pass, with a round of the postman every half minute."""
        (postman,) = self.desk.post_office.findChildren(Postman)
        for _ in range(round(minutes * 2)):
            self.clock.let_pass(30)
            postman._rounds.timeout.emit()
            self.work()

    def child(self, *taps: Tap, pupil: Pupil | None = AMINA, ends: bool = True) -> None:
        """Let a child tell."""
        self.desk.session.sign_out()
        if pupil is not None:
            self.desk.session.sign_in(pupil)
            self.work()
        self.desk.telling.open("My path")
        self.desk.telling.yes()
        for tap in taps:
            self.desk.telling.keep(tap)
        self.work()
        if ends:
            self.desk.session.sign_out()
            self.desk.telling.end()
            self.work()

    def staff_open(self, name: str) -> None:
        """Let somebody sign in, and open the newest Tell."""
        self.desk.staffroom.approach()
        self.work()
        self.desk.staffroom.choose(id_of(name))
        self.desk.staffroom.give(PHRASE)
        self.work()
        self.desk.inbox.open()
        self.work()
        self.desk.inbox.look_at(self.desk.inbox.page.cases[0].tell)
        self.work()
        self.desk.lock()

    def _made(self) -> tuple[House, Desk]:
        house = House(self.home)
        house.lanes, house.clock = self.lanes, self.clock  # type: ignore[assignment]  # both as slow as we like
        house.channel = Channels(self.clock, LIMIT)
        house.cabinet.hold()
        desk = Desk(house)
        desk.session.use_school(house.schools.load() or HILLSIDE)
        return house, desk


def contacts(port: int) -> Contacts:
    """Return where the grown-ups of the school are reached."""
    names = ("dsl", "headteacher", "deputy", "chair")
    server = MailServer("127.0.0.1", port, sender="kiosk@school.test", safety=Safety.INSECURE)
    lines = {id_of(name): f"{name}@school.test" for name in names}
    return Contacts(server, lines, kiosk="Library 1")


def school_at(folder: Path, *, live: bool = True) -> PC:
    """Return a PC whose school has a list of recipients, of whom two have a passphrase here."""
    pc = PC(Home(folder))
    pc.house.schools.save(HILLSIDE)
    pc.house.pins.keep_pin(PinRecord("$hash"))
    room = records.staffroom(pc.house._vault)
    if not live:
        roster = replace(records.STAFF, version=2)
        room.publish(roster, "dsl", "headteacher", live=False)
    return pc


def with_keys(pc: PC, *names: str) -> None:
    """Give people a passphrase on this PC."""
    for name in names:
        seed = blake2b(name.encode(), digest_size=32, person=b"seeds").digest()
        pc.house.staff_desk.keep_key(id_of(name), Seed(seed), PHRASE)


@contextmanager
def post(pc: PC) -> Iterator[Postbox]:
    """Let a mail server run, by which the staff of a PC are told, and start it."""
    box = Postbox()
    with serving(box) as port:
        pc.house.contacts.save(contacts(port))
        pc.start()
        yield box


def subjects(box: Postbox) -> list[tuple[str, str]]:
    """Return who got what, in order."""
    return [(str(one["To"]).partition("@")[0], str(one["Subject"])) for one in box.letters]
