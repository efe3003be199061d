"""A school whose people change: a real record on a real disk, with all controllers over it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from app.bootstrap.house import House
from app.domain.pin import PinRecord
from app.domain.tell.cases import Case
from app.domain.tell.desk import Seed
from app.domain.tell.people import PersonId
from app.domain.tell.taps import Tap
from app.flow.desk import Desk
from app.flow.new_key import NewKey
from app.store.home import Home
from app.tell import keys
from tests import staffroom as records
from tests.fakes import FakeClock
from tests.tells import id_of, private_key, tell
from tests.widgets.desks import HILLSIDE, SlowLanes

PHRASE = "apple table river cloud stone"
OTHER = "window pencil garden bottle seven"
ESCROW_KEYS = keys.escrow(private_key("escrow"))
ESCROW_WORDS = " ".join(keys.words_of(private_key("escrow")))
ROSTER = replace(records.STAFF, escrow_sign=ESCROW_KEYS.sign_key)


def seed(name: str) -> Seed:
    """Return somebody's seed, as ``tests.staffroom`` makes their keys of it."""
    return Seed(blake2b(name.encode(), digest_size=32, person=b"seeds").digest())


def words(name: str) -> str:
    """Return somebody's words, as they stand on their paper."""
    return " ".join(keys.words_of(seed(name)))


@dataclass
class ReadingRoom:
    """Staff at one PC; whatever is given to a lane waits for ``lanes.work``."""

    house: House
    lanes: SlowLanes
    desk: Desk
    records: records.Staffroom

    def tell(self, number: int, *taps: Tap) -> None:
        """Let a child tell."""
        tell(self.records.journal, number, taps, self.records.lists.reach().roster)
        self.records.journal.settle()
        self.records.clock.let_pass(60)

    def sign_in(self, person: PersonId, phrase: str = PHRASE) -> bool:
        """Sign somebody in, and do what that begins; return whether they are in."""
        self.approach(person, phrase)
        self.lanes.work()
        return self.desk.staffroom.signed is not None

    def approach(self, person: PersonId, phrase: str = PHRASE) -> None:
        """Come as far as the passphrase; nothing is judged yet."""
        self.desk.staffroom.approach()
        self.lanes.work()
        self.desk.staffroom.choose(person)
        self.desk.staffroom.give(phrase)

    def at_readers(self, name: str) -> None:
        """Sign somebody in, and open the page of who reads."""
        assert self.sign_in(id_of(name))
        self.desk.readers.open()
        self.lanes.work()

    def second(self, name: str, phrase: str = PHRASE) -> None:
        """Let another sign on the spot what waits."""
        self.desk.readers.sign_for(id_of(name), phrase)
        self.lanes.work()

    def make(self, key: NewKey, phrase: str = "") -> str:
        """Make a key: its passphrase where one is asked for, and its words; return them."""
        self.lanes.work()
        if phrase:
            key.take_passphrase(phrase, phrase)
            self.lanes.work()
        shown = key.page.words
        key.copied()
        assert key.page.proof is not None
        key.prove([shown[place - 1] for place in key.page.proof.places])
        self.lanes.work()
        return " ".join(shown)

    def cases(self, person: PersonId, phrase: str = PHRASE) -> tuple[Case, ...]:
        """Sign somebody in, and return what they see of Tells."""
        self.desk.staffroom.lock()
        assert self.sign_in(person, phrase)
        self.desk.inbox.open()
        self.lanes.work()
        assert self.desk.inbox.page.problems == ()
        return self.desk.inbox.page.cases

    def power_cut(self) -> ReadingRoom:
        """Start anew on what stands on the disk; whatever waited on a lane is lost."""
        self.house.cabinet.release()
        return room_on(self.house.home.root)


def room_on(root: Path) -> ReadingRoom:
    """Return a room on a data folder; an empty one becomes a live school of seven."""
    house, lanes = House(Home(root)), SlowLanes()
    house.lanes, house.clock = lanes, FakeClock()  # type: ignore[assignment]  # as slow as we like
    house.cabinet.hold()
    desk = Desk(house)
    desk.session.use_school(HILLSIDE)
    clock, lists = FakeClock(), house.recipients
    made = records.Staffroom(house._vault, clock, lists, house.staff_desk._desk, house.tells)
    if lists.listing() is None:
        house.pins.keep_pin(PinRecord("$hash"))
        made.publish(ROSTER, "dsl", "headteacher")
        for name in ("dsl", "headteacher", "chair", "computing-lead"):
            house.staff_desk.keep_key(id_of(name), seed(name), PHRASE)
    house.tells.ready()
    return ReadingRoom(house, lanes, desk, made)
