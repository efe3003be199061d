"""Passphrases that are changed or forgotten, new keys, and the words in the safe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap.house import House
from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.audit import Visit, Way
from app.domain.tell.people import Person, PersonId, Role
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.flow.paper_way import Step
from app.flow.readers_page import Task
from app.tell.staffdesk import StaffDesk
from tests.readingroom import ESCROW_WORDS, OTHER, PHRASE, ReadingRoom, room_on, words
from tests.tells import id_of

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words("it is not nice at home"))
ABOUT_DSL: tuple[Tap, ...] = (Happens(Place.GROWN_UP), Names(id_of("dsl")))
HEIRS = tuple(
    Person(PersonId(f"0000000{number}"), f"Heir {number}", "face", frozenset({role}))
    for number, role in ((1, Role.DSL), (2, Role.HEAD))
)
LATER = tuple(
    replace(one, id=PersonId(f"{one.id[:-1]}{number}"), title=f"Later {number}")
    for number, one in enumerate(HEIRS, 3)
)

pytestmark = pytest.mark.usefixtures("qapp")


class Unnoting(StaffDesk):
    """A desk over a record that is full."""

    def __init__(self, house: House) -> None:
        super().__init__(house._vault, house.clock, house.recipients, house.kiosk_name)

    @override
    def note_visit(self, person: PersonId, *, right: bool, way: Way = Way.PASSPHRASE) -> None:
        raise StoreFault("the disk is full")


@pytest.fixture
def room(tmp_path: Path) -> ReadingRoom:
    """Return a live school of seven, of whom four have a passphrase on this PC."""
    return room_on(tmp_path)


def change(room: ReadingRoom, old: str, new: str, again: str) -> str:
    """Change the passphrase of whoever is signed in; return what is said to it."""
    room.desk.readers.begin(Task.PASSPHRASE)
    room.desk.readers.take_passphrase(old, new, again)
    room.lanes.work()
    return room.desk.readers.page.fault


def test_another_passphrase_opens_the_same_key(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    room.at_readers("dsl")
    assert "not the same" in change(room, PHRASE, OTHER, OTHER + "s")
    assert "too easy" in change(room, PHRASE, "password", "password")
    assert "not the passphrase" in change(room, "wrong", OTHER, OTHER)
    assert change(room, PHRASE, OTHER, OTHER) == ""
    room = room.power_cut()
    assert not room.sign_in(id_of("dsl"), PHRASE)
    (case,) = room.cases(id_of("dsl"), OTHER)
    assert case.taps == SAID


def forget(room: ReadingRoom, name: str, paper: str) -> Step:
    """Type words from paper for somebody's key; return how far they come."""
    room.desk.forgotten.open(room.records.lists.reach().roster.person(id_of(name)))
    room.lanes.work()
    room.desk.forgotten.give(paper)
    room.lanes.work()
    return room.desk.forgotten.page.step


def test_one_s_own_words_give_another_passphrase(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    assert forget(room, "dsl", words("dsl").upper()) is Step.KEY
    room.desk.forgotten.key.take_passphrase(OTHER, OTHER)
    room.lanes.work()
    assert room.desk.forgotten.page.step is Step.DONE
    assert not room.sign_in(id_of("dsl"), PHRASE)
    (case,) = room.cases(id_of("dsl"), OTHER)
    assert case.taps == SAID


def visits(room: ReadingRoom, name: str, phrase: str = PHRASE) -> list[tuple[Way, bool]]:
    """Return what somebody's audit log holds of their key."""
    room.cases(id_of(name), phrase)
    return sorted(
        (one.way, one.right) for one in room.desk.inbox.page.log if isinstance(one, Visit)
    )


def test_wrong_words_and_a_passphrase_that_was_replaced_stand_in_their_log_alone(
    room: ReadingRoom,
) -> None:
    forget(room, "dsl", words("headteacher"))
    forget(room, "dsl", "one two three")
    assert forget(room, "dsl", words("dsl")) is Step.KEY
    room.desk.forgotten.key.take_passphrase(OTHER, OTHER)
    room.lanes.work()
    wrong, right, entered = (Way.PAPER, False), (Way.PAPER, True), (Way.PASSPHRASE, True)
    assert visits(room, "dsl", OTHER) == [wrong, wrong, right, entered]
    assert visits(room, "headteacher") == [entered]


def test_a_passphrase_is_replaced_only_after_the_log_says_so(room: ReadingRoom) -> None:
    assert forget(room, "dsl", words("dsl")) is Step.KEY
    room.desk.forgotten.key.take_passphrase(OTHER, OTHER)
    kept = room.house.home.tell / "staff" / f"{id_of('dsl')}.key"
    before = kept.read_bytes()
    while kept.read_bytes() == before:
        room.lanes.step()
    room = room.power_cut()  # nobody saw that it was done
    assert (Way.PAPER, True) in visits(room, "dsl", OTHER)


def test_a_record_that_takes_nothing_keeps_nobody_from_a_new_passphrase(room: ReadingRoom) -> None:
    assert forget(room, "dsl", words("dsl")) is Step.KEY
    room.house.staff_desk = Unnoting(room.house)
    room.desk.forgotten.key.take_passphrase(OTHER, OTHER)
    room.lanes.work()
    assert room.desk.forgotten.page.step is Step.DONE


@pytest.mark.parametrize(
    ("paper", "fault"),
    [
        (words("headteacher"), "another key"),
        (ESCROW_WORDS, "another key"),
        (words("nobody"), "another key"),
        ("one two three", "24 are needed"),
        (words("dsl").replace(words("dsl").split()[0], "notaword"), "No such word"),
    ],
)
def test_other_words_give_nothing(room: ReadingRoom, paper: str, fault: str) -> None:
    assert forget(room, "dsl", paper) is Step.WORDS
    assert fault in room.desk.forgotten.page.fault


def test_guessing_words_costs_time(room: ReadingRoom) -> None:
    for _ in range(5):
        forget(room, "dsl", words("chair"))
    assert forget(room, "dsl", words("dsl")) is Step.WORDS
    assert "Please wait" in room.desk.forgotten.page.fault


def renew(room: ReadingRoom) -> str:
    """Let the safeguarding lead make a new key; it waits for another. Return its words."""
    room.at_readers("dsl")
    room.desk.readers.renew_key(PHRASE)
    return room.make(room.desk.readers.key)


def test_a_new_key_opens_all_that_the_old_one_opened(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    room.tell(2, *ABOUT_DSL)
    paper = renew(room)
    assert room.sign_in(id_of("dsl"))  # the old one, until another has signed
    room.at_readers("dsl")
    room.second("headteacher")
    assert room.desk.staffroom.signed is None  # the page was left since: the new key is not here
    assert [one.taps for one in room.cases(id_of("dsl"))] == [(), SAID]
    assert not list(room.house.home.tell.glob("staff/*.next"))
    assert [one.taps for one in room.cases(id_of("dsl"))] == [(), SAID]
    assert forget(room, "dsl", words("dsl")) is Step.WORDS
    assert forget(room, "dsl", paper) is Step.KEY


def test_a_new_key_that_is_signed_at_once_keeps_its_owner_signed_in(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    renew(room)
    room.second("chair")
    assert room.desk.staffroom.signed is not None
    assert [one.taps for one in room.cases(id_of("dsl"))] == [SAID]


def test_a_power_cut_while_tells_are_written_for_a_new_key_loses_none(room: ReadingRoom) -> None:
    for number in (1, 2, 3):
        room.tell(number, *SAID)
    renew(room)
    room.desk.readers.sign_for(id_of("headteacher"), PHRASE)
    while room.desk.rewriter.share is None or room.desk.rewriter.share < 0.6:
        room.lanes.step()
    room = room.power_cut()
    assert room.sign_in(id_of("dsl"))  # all is written anew with the old one
    assert [one.taps for one in room.cases(id_of("dsl"))] == [SAID] * 3


def test_a_new_passphrase_goes_for_a_key_that_waits_too(room: ReadingRoom) -> None:
    room.tell(1, *SAID)
    renew(room)
    assert change(room, PHRASE, OTHER, OTHER) == ""
    room.desk.staffroom.lock()
    room.at_readers("headteacher")
    room.desk.readers.sign()
    room.lanes.work()
    assert [one.taps for one in room.cases(id_of("dsl"), OTHER)] == [SAID]


def open_safe(room: ReadingRoom) -> Step:
    """Type the words in the safe; return how far they come."""
    room.desk.recovery.open(None)
    room.lanes.work()
    room.desk.recovery.give(ESCROW_WORDS)
    room.lanes.work()
    return room.desk.recovery.page.step


def recover(room: ReadingRoom, heirs: tuple[Person, ...] = HEIRS) -> None:
    """Let the words in the safe name two new people, up to the signature."""
    recovery = room.desk.recovery
    assert open_safe(room) is Step.PEOPLE
    for heir in heirs:
        recovery.name(heir)
        room.make(recovery.key, OTHER)
    assert recovery.page.heirs[0].box_key


def test_the_words_in_the_safe_make_new_readers_and_everybody_is_shown_it(
    room: ReadingRoom,
) -> None:
    room.tell(1, *SAID)
    recover(room)
    room.desk.recovery.sign()
    room.lanes.work()
    assert room.desk.recovery.page.step is Step.DONE
    assert not room.sign_in(id_of("dsl"))
    (case,) = room.cases(HEIRS[0].id, OTHER)
    assert case.taps == SAID
    listing = room.desk.inbox.page.listing
    assert listing is not None
    assert listing.recovery
    room.desk.readers.open()
    room.lanes.work()
    readers = room.desk.readers
    assert readers.page.recovered
    assert not readers.page.may_cover  # what one alone signs must not hide it
    readers.let_teachers_see(on=True)
    room.lanes.work()
    readers.sign_for(HEIRS[1].id, OTHER)
    room.lanes.work()
    assert not readers.page.recovered


def test_a_recovery_needs_two_and_the_words_in_the_safe(room: ReadingRoom) -> None:
    recovery = room.desk.recovery
    recovery.open(None)
    room.lanes.work()
    recovery.give(words("dsl"))
    room.lanes.work()
    assert "another key" in recovery.page.fault
    recovery.give(ESCROW_WORDS)
    room.lanes.work()
    recovery.name(HEIRS[0])
    room.make(recovery.key, OTHER)
    recovery.sign()
    room.lanes.work()
    assert recovery.page.step is Step.PEOPLE
    assert recovery.page.unfit is not None
    assert room.records.lists.reach().roster.version == 1


def test_a_power_cut_in_a_recovery_is_gone_on_with_by_the_same_words(room: ReadingRoom) -> None:
    for number in (1, 2, 3):
        room.tell(number, *SAID)
    recover(room)
    room.desk.recovery.sign()
    while (room.desk.recovery.page.share or 0) < 0.6:
        room.lanes.step()
    room = room.power_cut()
    assert open_safe(room) is Step.DONE
    assert [one.taps for one in room.cases(HEIRS[1].id, OTHER)] == [SAID] * 3


def test_the_words_in_the_safe_work_again_where_the_heirs_lose_their_keys_too(
    room: ReadingRoom,
) -> None:
    room.tell(1, *SAID)
    recover(room)
    assert not room.desk.recovery.page.recovered
    room.desk.recovery.sign()
    room.lanes.work()
    room = room.power_cut()
    room.tell(2, *SAID)
    recover(room, LATER)
    assert room.desk.recovery.page.recovered
    room.desk.recovery.sign()
    room.lanes.work()
    assert room.desk.recovery.page.step is Step.DONE
    assert not room.sign_in(HEIRS[0].id, OTHER)
    assert [one.taps for one in room.cases(LATER[0].id, OTHER)] == [SAID, SAID]
    assert room.records.lists.reach().roster.version == 3
