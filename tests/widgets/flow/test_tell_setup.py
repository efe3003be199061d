"""Setting Tell up: from nothing to a live school, and gone on with after every break."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from app.bootstrap.house import House
from app.domain.tell.people import Person, PersonId, Role
from app.domain.tell.setup import Missing, Stage
from app.flow.keeper import Keeper
from app.flow.session import Session
from app.flow.tell_setup import TellSetup
from app.flow.tries import Tries
from app.store.home import Home
from app.tell.keys import escrow, key_of
from app.tell.reading import read_all
from tests.widgets.desks import HILLSIDE, SlowLanes

PHRASE = "apple table river cloud stone"


def grown_up(number: int, *roles: Role) -> Person:
    """Return a grown-up who has not enrolled."""
    return Person(PersonId(f"{number:08x}"), roles[0].value, "face", frozenset(roles))


LEAD, HEAD = grown_up(1, Role.DSL), grown_up(2, Role.HEAD)
PEOPLE = (LEAD, HEAD, grown_up(3, Role.CHAIR), grown_up(4, Role.STAND_IN))


pytestmark = pytest.mark.usefixtures("qapp")


@dataclass
class Room:
    """A set-up over a real record on a real disk."""

    house: House
    lanes: SlowLanes
    setup: TellSetup

    def stage(self) -> Stage:
        """How far the school has come."""
        return self.setup.page.stage

    @property
    def turn(self) -> tuple[Stage, str]:
        """How far it has come, and whose turn it is."""
        person = self.setup.page.person
        return self.stage(), person.title if person is not None else ""

    @property
    def live(self) -> bool:
        """Whether children may rely on Tell."""
        return self.house.recipients.reach().live

    def another_day(self) -> Room:
        """Leave, and come back when the program has been started anew."""
        self.setup.close()
        self.house.cabinet.release()
        return room_on(self.house.home.root)

    def enrol(self, phrase: str = PHRASE) -> None:
        """Let whoever's turn it is make a passphrase, copy the words and prove it."""
        self.setup.key.take_passphrase(phrase, phrase)
        self.lanes.work()
        self.prove()

    def prove(self) -> None:
        """Copy the words that are shown, and type two of them back."""
        self.setup.key.copied()
        proof, words = self.setup.key.page.proof, self.setup.key.page.words
        assert proof is not None
        self.setup.key.prove([words[place - 1].upper() for place in proof.places])
        self.lanes.work()

    def name(self, *people: Person) -> None:
        """Name the grown-ups."""
        self.setup.name(people)
        self.lanes.work()

    def unlock(self, person: Person, phrase: str = PHRASE) -> None:
        """Let somebody type their passphrase."""
        self.setup.unlock(person.id, phrase)
        self.lanes.work()

    def up_to_drill(self) -> None:
        """Come to the last stage."""
        self.name(*PEOPLE)
        self.enrol()
        self.enrol()
        self.setup.show_escrow()
        self.lanes.work()
        self.prove()


def room_on(root: Path) -> Room:
    """Return a room on a data folder: as the kiosk starts."""
    house, lanes = House(Home(root)), SlowLanes()
    house.lanes = lanes
    house.cabinet.hold()
    session = Session(house, Keeper(house))
    session.use_school(HILLSIDE)
    setup = TellSetup(house, session, Tries(house))
    setup.open()
    lanes.work()
    return Room(house, lanes, setup)


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Return a room in a school that has just begun."""
    return room_on(tmp_path)


def test_a_school_comes_from_nothing_to_live(room: Room) -> None:
    assert room.stage() is Stage.PEOPLE
    room.up_to_drill()
    assert room.stage() is Stage.DRILL
    assert not room.live
    room.setup.send_drill()
    room.lanes.work()
    room.unlock(LEAD)
    assert room.setup.page.opened == {LEAD.id}
    assert not room.live
    room.unlock(HEAD)
    assert room.stage() is Stage.LIVE
    assert room.live


def test_who_is_missing_is_said_and_nothing_goes_on(room: Room) -> None:
    room.name(LEAD, HEAD)
    assert room.stage() is Stage.PEOPLE
    assert set(room.setup.page.missing) == {Missing.CHAIR, Missing.STAND_IN}


def test_who_leads_the_school_too_needs_a_second_reader(room: Room) -> None:
    both = grown_up(2, Role.HEAD, Role.DSL)
    room.name(both, *PEOPLE[2:])
    assert room.stage() is Stage.KEYS
    assert room.turn == (Stage.KEYS, both.title)
    room.enrol()
    assert room.turn == (Stage.KEYS, PEOPLE[2].title)


@pytest.mark.parametrize(
    ("typed", "again", "said"),
    [(PHRASE, PHRASE + "s", "not the same"), ("password", "password", "too easy to guess")],
)
def test_a_passphrase_that_will_not_do_is_refused(
    room: Room, typed: str, again: str, said: str
) -> None:
    room.name(*PEOPLE)
    room.setup.key.take_passphrase(typed, again)
    room.lanes.work()
    assert said in room.setup.page.fault
    assert room.setup.key.page.words == ()


def test_words_that_were_not_copied_keep_nobody_s_key(room: Room) -> None:
    room.name(*PEOPLE)
    room.setup.key.take_passphrase(PHRASE, PHRASE)
    room.lanes.work()
    room.setup.key.copied()
    room.setup.key.prove(("not", "these"))
    room.lanes.work()
    assert "look at your paper" in room.setup.page.fault
    room.setup.key.show_again()
    assert room.setup.key.page.proof is None
    assert len(room.setup.key.page.words) == 24
    assert not list(room.house.home.tell.glob("staff/*"))


def test_it_is_gone_on_with_another_day_at_each_stage(room: Room) -> None:
    room.name(*PEOPLE)
    room = room.another_day()
    assert room.turn == (Stage.KEYS, LEAD.title)
    room.enrol()
    room = room.another_day()
    assert room.turn == (Stage.KEYS, HEAD.title)
    room.enrol()
    room = room.another_day()
    assert room.stage() is Stage.ESCROW
    room.setup.show_escrow()
    room.lanes.work()
    room.prove()  # nobody's key is in memory any more: both type their passphrases
    assert room.turn == (Stage.SIGN, LEAD.title)
    room.unlock(LEAD)
    assert room.turn == (Stage.SIGN, HEAD.title)
    room.unlock(HEAD)
    assert room.stage() is Stage.DRILL
    room.setup.send_drill()
    room.lanes.work()
    room.unlock(HEAD)
    room = room.another_day()
    assert room.setup.page.opened == {HEAD.id}
    room.unlock(LEAD)
    assert room.another_day().stage() is Stage.LIVE


def test_the_words_in_the_safe_open_the_record_and_can_sign_a_recovery(room: Room) -> None:
    room.name(*PEOPLE)
    room.enrol()
    room.enrol()
    room.setup.show_escrow()
    room.lanes.work()
    key = key_of(room.setup.key.page.words)
    room.prove()
    roster = room.house.recipients.reach().roster
    assert (roster.escrow, roster.escrow_sign) == (escrow(key).box_key, escrow(key).sign_key)
    room.setup.send_drill()
    room.lanes.work()
    history = room.house.recipients.history()
    cases = read_all(room.house._vault, history, key).files.cases()
    assert [case.drill for case in cases] == [True]


def test_a_drill_that_was_not_sent_cannot_be_opened(room: Room) -> None:
    room.up_to_drill()
    room.unlock(LEAD)
    assert "drill cannot be opened" in room.setup.page.fault
    assert room.setup.page.opened == frozenset()


def test_a_wrong_passphrase_signs_nothing(room: Room) -> None:
    room.up_to_drill()
    room.setup.send_drill()
    room.lanes.work()
    room.unlock(LEAD, "another table river cloud stone")
    assert "not the passphrase" in room.setup.page.fault
    assert room.setup.page.opened == frozenset()


def test_nothing_of_a_passphrase_or_of_words_stands_on_the_disk(room: Room) -> None:
    room.name(*PEOPLE)
    room.setup.key.take_passphrase(PHRASE, PHRASE)
    room.lanes.work()
    words = room.setup.key.page.words
    room.prove()
    kept = b"".join(path.read_bytes() for path in room.house.home.root.rglob("*.*"))
    assert kept
    assert PHRASE.encode() not in kept
    assert " ".join(words).encode() not in kept
