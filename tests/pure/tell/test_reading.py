"""Reading with one key: who may read sees all of a Tell, and nobody else more than its press."""

from __future__ import annotations

import pytest

from app.domain.tell.cases import Case, Standing
from app.domain.tell.deeds import Act
from app.domain.tell.taps import Happens, Names, Place, Tap, Wants, Words
from app.tell.entry import SIZE
from app.tell.journal import body_file
from app.tell.reading import Reading, read_all
from app.tell.sealing import body_id
from app.tell.writer import writers
from tests.power import MemoryDisk
from tests.staffroom import Staffroom, keys_of, staffroom
from tests.tells import CANARY, folder, id_of, tell, tell_id


@pytest.fixture
def room() -> Staffroom:
    """Return a live school."""
    return staffroom(folder(MemoryDisk()))


SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))


def told(room: Staffroom, *taps: Tap) -> None:
    """Let a child tell."""
    tell(room.journal, 1, taps, room.lists.reach().roster)
    room.journal.settle()


@pytest.mark.parametrize("name", ["dsl", "headteacher"])
def test_those_who_may_read_on_see_all_of_it(room: Staffroom, name: str) -> None:
    told(room, *SAID)
    case = room.case(name)
    assert case.taps == SAID
    assert case.first is not None
    assert case.standing is Standing.NEW
    assert case.may_act(id_of(name))


@pytest.mark.parametrize("name", ["deputy", "chair", "stand-in", "computing-lead", "teacher"])
def test_nobody_else_sees_that_there_is_a_tell(room: Staffroom, name: str) -> None:
    told(room, *SAID)
    assert room.cases(name) == ()


def test_the_grown_up_whom_the_child_wants_sees_the_press_alone(room: Staffroom) -> None:
    told(room, Wants(id_of("teacher")), *SAID)
    case = room.case("teacher")
    assert case.first is not None
    assert case.taps == ()
    assert not case.may_act(id_of("teacher"))


def view(case: Case) -> tuple[object, ...]:
    """Return what a viewer sees of a Tell, without keys, which are others in any world."""
    assert case.letter is not None
    return case.first, case.notice, case.letter.circle, case.letter.group_key, case.taps, case.deeds


def test_who_is_spoken_of_sees_what_they_would_had_the_child_stopped() -> None:
    views = []
    for taps in ((), (*SAID, Happens(Place.GROWN_UP), Names(id_of("dsl")))):
        room = staffroom(folder(MemoryDisk()))
        told(room, *taps)
        room.do("dsl", room.case("dsl"), Act.NOTE, words="I shall ask her")
        if taps:
            room.do("chair", room.case("chair"), Act.NOTE, words="about the DSL")
        views.append(view(room.case("dsl")))
    assert views[0] == views[1]


def test_the_chair_reads_what_was_said_of_the_dsl_and_what_the_head_did(room: Staffroom) -> None:
    told(room, *SAID, Names(id_of("dsl")))
    room.do("headteacher", room.case("headteacher"), Act.NOTE, words="rang the LADO")
    case = room.case("chair")
    assert case.taps == (*SAID, Names(id_of("dsl")))
    assert [deed.words for deed in case.deeds] == ["rang the LADO"]
    assert case.first is not None
    assert case.first.who is not None


def test_a_deed_is_seen_by_the_circle_and_by_nobody_else(room: Staffroom) -> None:
    told(room, *SAID)
    room.do("dsl", room.case("dsl"), Act.OPENED)
    assert room.case("headteacher").standing is Standing.OPENED
    assert room.cases("chair") == ()


def test_the_newest_tells_are_whole_before_the_older_ones_are_read(room: Staffroom) -> None:
    roster = room.lists.reach().roster
    for number in range(1, 6):
        tell(room.journal, number, SAID, roster)
        room.journal.settle()
        room.clock.let_pass(60)
    reading_key = keys_of("dsl").box_secret
    reading = Reading(room.vault, room.lists.history(), reading_key)
    assert reading.step(5)
    (newest,) = reading.files.cases()
    assert (newest.tell, newest.taps) == (f"{5:016x}", SAID)
    while reading.step(5):
        pass
    assert len(reading.files.cases()) == 5


def test_a_file_that_is_gone_or_changed_is_said_and_the_rest_is_read(room: Staffroom) -> None:
    told(room, *SAID)
    names = [
        f"bodies/{one}/{name}"
        for one in room.vault.names("bodies")
        for name in room.vault.names(f"bodies/{one}")
    ]
    group = next(name for name in names if (room.vault.read(name) or b"").startswith(b"BSG1"))
    data = room.vault.read(group) or b""
    room.vault.write({group: data[:-1] + bytes([data[-1] ^ 1])})
    reading = read_all(room.vault, room.lists.history(), keys_of("dsl").box_secret)
    (problem,) = reading.problems
    assert problem.file == group == body_file(bytes.fromhex(body_id(data)))
    (case,) = reading.files.cases()
    assert (case.taps, case.first is not None) == ((), True)
    room.vault.remove((group,))
    reading = read_all(room.vault, room.lists.history(), keys_of("dsl").box_secret)
    assert "gone" in reading.problems[0].fault


def test_a_forged_tell_is_not_read_and_staff_are_told_of_it(room: Staffroom) -> None:
    told(room, *SAID)
    other = staffroom(folder(MemoryDisk()))
    tell(other.journal, 77, SAID)
    theirs, ours = writers(other.vault).kiosk, writers(room.vault).kiosk
    forged = other.vault.read(theirs.file) or b""
    room.vault.write({theirs.file: forged})
    room.vault.append(ours.file, forged[-SIZE:])
    reading = read_all(room.vault, room.lists.history(), keys_of("dsl").box_secret)
    assert [one.file for one in reading.problems] == [theirs.file, ours.file]
    assert all("forged" in one.fault for one in reading.problems)
    assert [case.tell for case in reading.files.cases()] == [tell_id(1)]


@pytest.mark.parametrize("change", ["gone", "doubled", "exchanged"])
def test_entries_out_of_their_order_are_told_to_staff(room: Staffroom, change: str) -> None:
    told(room, *SAID)
    file = writers(room.vault).kiosk.file
    data = room.vault.read(file) or b""
    one, two = data[SIZE : 2 * SIZE], data[2 * SIZE : 3 * SIZE]
    middle = {"gone": two, "doubled": one + one + two, "exchanged": two + one}[change]
    room.vault.cut(file, SIZE)
    room.vault.append(file, middle + data[3 * SIZE :])
    reading = read_all(room.vault, room.lists.history(), keys_of("dsl").box_secret)
    assert {one.file for one in reading.problems} == {file}
    assert all("gone, doubled or exchanged" in one.fault for one in reading.problems)
