"""Signing in by passphrase, and what staff see of Tells and do with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import pytest

from app.bootstrap.house import House
from app.domain.pin import FREE_TRIES, PinRecord
from app.domain.tell.cases import Pile, Standing
from app.domain.tell.deeds import Act, Outcome
from app.domain.tell.desk import Seed
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Words
from app.flow.inbox import Inbox
from app.flow.staffroom import Staffroom
from app.flow.tries import Tries
from app.store.home import Home
from tests import staffroom as records
from tests.fakes import FakeClock
from tests.tells import id_of, press, tell
from tests.widgets.desks import Heard, SlowLanes

PHRASE = "apple table river cloud stone"
SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words("it is not nice at home"))


pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Room:
    """Staff at a PC whose record is on a real disk."""

    house: House
    clock: FakeClock
    lanes: SlowLanes
    records: records.Staffroom
    staff: Staffroom
    inbox: Inbox

    def tell(self, number: int, *taps: Tap) -> None:
        """Let a child tell."""
        tell(self.records.journal, number, taps, self.records.lists.reach().roster)
        self.records.journal.settle()
        self.records.clock.let_pass(60)

    def sign_in(self, name: str, phrase: str = PHRASE) -> None:
        """Sign somebody in, and read all that they may see."""
        self.staff.approach()
        self.lanes.work()
        self.staff.choose(id_of(name))
        self.staff.give(phrase)
        self.lanes.work()
        if self.inside():
            self.inbox.open()
            self.lanes.work()

    def inside(self) -> bool:
        """Tell whether anybody is signed in."""
        return self.staff.signed is not None

    def do(self, act: Act, about: str = "", words: str = "") -> None:
        """Do something with the Tell that is looked at."""
        self.inbox.do(act, about, words)
        self.lanes.work()

    def look(self) -> None:
        """Look at the newest Tell."""
        self.inbox.look_at(self.inbox.page.cases[0].tell)
        self.lanes.work()


def seed(name: str) -> Seed:
    """Return somebody's seed, as ``tests.staffroom`` makes their keys of it."""
    return Seed(blake2b(name.encode(), digest_size=32, person=b"seeds").digest())


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Yield a live school of seven, of whom three have a passphrase on this PC."""
    house, lanes = House(Home(tmp_path)), SlowLanes()
    house.lanes, house.clock = lanes, FakeClock()  # type: ignore[assignment]  # as slow as we like
    house.cabinet.hold()
    house.pins.keep_pin(PinRecord("$hash"))
    made = records.staffroom(house._vault)
    for name in ("dsl", "headteacher", "chair"):
        house.staff_desk.keep_key(id_of(name), seed(name), PHRASE)
    staff = Staffroom(house, Tries(house))
    clock = house.clock
    assert isinstance(clock, FakeClock)
    yield Room(house, clock, lanes, made, staff, Inbox(house, staff))
    staff.lock()


def test_the_right_passphrase_lets_in_and_shows_what_came(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    page = room.inbox.page
    assert [case.taps for case in page.cases] == [SAID]
    assert ([one.standing for one in page.of(Pile.TO_DO)], page.whole) == ([Standing.NEW], True)


def test_a_wrong_one_lets_nobody_in_and_costs_time_after_a_while(room: Room) -> None:
    for _ in range(FREE_TRIES):
        room.sign_in("dsl", "wrong")
        assert not room.inside()
        assert "not the passphrase" in room.staff.page.fault
    room.sign_in("dsl", "wrong")
    assert room.staff.page.wait > 0
    room.staff.give(PHRASE)
    room.lanes.work()
    assert not room.inside()
    room.clock.let_pass(60)
    room.sign_in("dsl")
    assert room.inside()
    kept = room.house.pins.pin()
    assert kept is not None
    assert kept.wrong == 0


def test_guessing_one_account_never_locks_another_for_more_than_a_minute(room: Room) -> None:
    for _ in range(8):
        room.sign_in("headteacher", "wrong")
        room.clock.let_pass(60)
    room.sign_in("dsl")
    assert room.inside()


def test_opening_a_tell_is_kept_and_seen_by_the_other(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    opened = Heard(room.inbox.opened)
    room.look()
    assert len(opened) == 1
    assert room.inbox.page.cases[0].standing is Standing.OPENED
    room.inbox.look_at(None)
    room.look()
    assert [deed.act for deed in room.inbox.page.cases[0].deeds] == [Act.OPENED, Act.READ]
    room.staff.lock()
    room.sign_in("headteacher")
    assert room.inbox.page.cases[0].standing is Standing.OPENED


def test_steps_notes_and_the_closing_stand_for_the_whole_circle(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    room.look()
    room.do(Act.STEP, "danger")
    room.do(Act.NOTE, words="rang home")
    room.do(Act.CLOSED, Outcome.FAMILY.value, "they know and help")
    room.staff.lock()
    room.sign_in("headteacher")
    (case,) = room.inbox.page.cases
    assert case.done == {"danger"}
    assert case.standing is Standing.CLOSED
    assert case.of(Act.NOTE)[0].words == "rang home"
    room.look()
    room.do(Act.REOPENED)
    assert room.inbox.page.cases[0].standing is Standing.OPENED


def test_the_chair_opens_what_is_said_of_the_dsl_and_the_dsl_sees_no_sign_of_it(room: Room) -> None:
    room.tell(1, *SAID, Names(id_of("dsl")))
    room.sign_in("dsl")
    before = room.inbox.page.cases
    room.staff.lock()
    room.sign_in("chair")
    room.look()
    room.do(Act.CLOSED, Outcome.REFERRED.value, "rang the LADO")
    room.staff.lock()
    room.sign_in("dsl")
    assert room.inbox.page.cases == before


def test_locking_forgets_key_and_tells(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    room.staff.lock()
    assert not room.inside()
    assert room.inbox.page.cases == ()
    room.inbox.open()
    room.lanes.work()
    assert room.inbox.page.cases == ()


def test_what_is_read_for_one_is_never_shown_to_the_next(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    room.inbox.close()
    room.inbox.open()
    late = room.lanes.hold_back()
    room.staff.lock()
    room.sign_in("chair")
    late()
    room.lanes.work()
    assert (room.inbox.page.viewer, room.inbox.page.cases) == (id_of("chair"), ())


def test_who_opens_a_tell_and_leaves_at_once_has_opened_it(room: Room) -> None:
    room.tell(1, *SAID)
    room.sign_in("dsl")
    opened = Heard(room.inbox.opened)
    room.inbox.look_at(room.inbox.page.cases[0].tell)
    room.staff.lock()
    room.lanes.work()
    assert len(opened) == 1
    assert room.inbox.page.cases == ()


def test_a_closing_says_to_nobody_that_others_read_on(room: Room) -> None:
    seen = []
    for number, taps in enumerate((SAID, (*SAID, Names(id_of("dsl")))), start=1):
        room.tell(number, *taps)
        room.sign_in("headteacher")
        room.look()
        if number == 2:  # had the child stopped, they might have left it open
            room.do(Act.CLOSED, Outcome.REFERRED.value, "rang the LADO")
        room.staff.lock()
        room.sign_in("dsl")
        case = room.inbox.page.cases[0]
        seen.append(([deed.act for deed in case.deeds], case.standing))
        room.staff.lock()
    assert seen[0] == seen[1] == ([Act.OPENED], Standing.OPENED)


def test_who_opens_it_while_the_child_sits_there_is_told_to_the_others(room: Room) -> None:
    press(room.records.journal, 1, room.records.lists.reach().roster)
    room.records.journal.settle()
    room.sign_in("dsl")
    room.look()
    room.staff.lock()
    room.sign_in("headteacher")
    (case,) = room.inbox.page.cases
    assert [(deed.act, deed.by) for deed in case.deeds] == [(Act.OPENED, id_of("dsl"))]


def test_looking_at_a_notice_is_in_ones_own_log_and_nobody_elses(room: Room) -> None:
    room.house.staff_desk.keep_key(id_of("computing-lead"), seed("computing-lead"), PHRASE)
    room.tell(1, About("bad-content"), Names(id_of("dsl")))
    room.sign_in("computing-lead")
    room.look()
    room.staff.lock()
    for name, count in (("computing-lead", 1), ("dsl", 0), ("headteacher", 0)):
        room.sign_in(name)
        (case,) = room.inbox.page.cases
        assert len(case.deeds) == count, name
        room.staff.lock()


def test_reading_again_is_told_to_the_ladder_too(room: Room) -> None:
    """It may have missed the first time: a power cut came before that was kept."""
    room.tell(1, *SAID)
    room.sign_in("dsl")
    opened = Heard(room.inbox.opened)
    room.look()
    room.inbox.look_at(None)
    room.look()
    assert len(opened) == 2
