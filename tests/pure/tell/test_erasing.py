"""Erasing by two: written down before anything goes, whole after any power cut, and only by two."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from app.domain.tell.deeds import Act
from app.domain.tell.erasing import NotErasable, may_agree
from app.domain.tell.taps import Happens, Names, Place, Tap, Words
from app.tell.erasing import Eraser
from app.tell.journal import body_file
from app.tell.plain import signed
from app.tell.plainfiles import erased
from app.tell.verify import verify
from tests.power import Files, MemoryDisk
from tests.staffroom import STAFF, keys_of
from tests.tampering import checked
from tests.tells import CANARY, folder, id_of, tell, tell_id
from tests.worlds import TELL, World

SAID: tuple[Tap, ...] = (Happens(Place.HOME), Words(CANARY))
ABOUT_DSL: tuple[Tap, ...] = (Words(CANARY), Happens(Place.GROWN_UP), Names(id_of("dsl")))


def handed_over(*taps: Tap, by: str = "dsl", disk: MemoryDisk | None = None) -> World:
    """Return a school in which a Tell was told, opened and handed over."""
    world = World(STAFF, taps, disk)
    assert world.do("headteacher", Act.OPENED)
    assert world.do(by, Act.EXPORTED, "CPOMS")
    return world


def bodies(world: World) -> set[str]:
    """Return the names of all side files."""
    vault = world.room.vault
    return {name for part in vault.names("bodies") for name in vault.names(f"bodies/{part}")}


def test_two_erase_a_tell_and_nothing_of_it_is_left_to_read() -> None:
    world = handed_over(*SAID)
    before = bodies(world)
    assert world.erase("dsl", "headteacher")
    assert world.case("dsl") is world.case("headteacher") is None
    assert world.me("dsl").reading.problems == []
    assert len(before - bodies(world)) == 3 + 2  # press, group, letter; opened, exported
    assert verify(world.room.vault).sound


def test_all_of_it_can_be_asked_first_and_agreed_to_later() -> None:
    world = handed_over(*SAID)
    before = bodies(world)
    world.eraser.ask(world.me("dsl"), TELL, id_of("headteacher"))
    assert before < bodies(world)
    assert world.case("dsl") is not None
    assert world.eraser.waiting(world.me("dsl")) == ()
    (request,) = world.eraser.waiting(world.me("headteacher"))
    assert (request.by, request.second) == (id_of("dsl"), id_of("headteacher"))
    world.eraser.agree(world.me("headteacher"), request)
    assert world.eraser.waiting(world.me("headteacher")) == ()


def test_it_must_have_been_handed_over_by_one_of_the_two() -> None:
    world = World(STAFF, SAID)
    assert world.do("headteacher", Act.OPENED)
    assert not world.erase("dsl", "headteacher")
    assert world.do("headteacher", Act.EXPORTED)
    assert world.erase("dsl", "headteacher")


@pytest.mark.parametrize("second", ["dsl", "chair", "teacher"])
def test_only_another_holder_who_reads_it_can_be_asked(second: str) -> None:
    assert not handed_over(*SAID).erase("dsl", second)


def test_who_cannot_read_it_cannot_ask() -> None:
    world = handed_over(*SAID)
    with pytest.raises(NotErasable, match="only who can read"):
        world.eraser.ask(world.me("chair"), TELL, id_of("dsl"))
    case = world.case("dsl")
    assert case is not None
    assert may_agree(case, id_of("dsl"), STAFF) == (id_of("headteacher"),)
    assert may_agree(case, id_of("chair"), STAFF) == ()


def test_who_is_spoken_of_and_another_erase_what_they_see_and_no_more() -> None:
    world = handed_over(*ABOUT_DSL)
    assert world.erase("dsl", "headteacher")
    assert world.case("dsl") is None
    for name in ("headteacher", "chair"):
        case = world.case(name)
        assert case is not None
        assert (case.taps, case.first) == (ABOUT_DSL, None)
        assert case.at == case.details[0].at
    assert world.me("chair").reading.problems == []


def test_two_of_whom_one_did_not_know_of_the_press_leave_it_to_those_who_did() -> None:
    world = handed_over(*ABOUT_DSL, by="headteacher")
    seen = world.view("dsl")
    assert world.erase("headteacher", "chair")
    assert world.view("dsl") == seen
    assert world.case("chair") is None
    left = world.case("headteacher")
    assert left is not None
    assert (left.taps, left.letter) == ((), None)
    assert verify(world.room.vault).sound


def test_another_tell_is_not_touched_nor_can_it_be_named() -> None:
    world = handed_over(*SAID)
    tell(world.room.journal, 2, SAID, STAFF)
    world.eraser.ask(world.me("dsl"), TELL, id_of("headteacher"))
    (request,) = world.eraser.waiting(world.me("headteacher"))
    other = world.me("dsl").reading.opened[tell_id(2)]
    with pytest.raises(NotErasable, match="no part of this Tell"):
        world.eraser.agree(world.me("headteacher"), replace(request, keys={**other}))  # type: ignore[dict-item]  # as ids
    stone = {**request.stones[0], "bodies": list(other)}
    with pytest.raises(NotErasable, match="did not sign"):
        world.eraser.agree(world.me("headteacher"), replace(request, stones=(stone,)))
    world.eraser.agree(world.me("headteacher"), request)
    case = next(one for one in world.me("dsl").reading.files.cases())
    assert (case.tell, case.taps) == (tell_id(2), SAID)


def test_a_tell_with_hundreds_of_deeds_goes_whole() -> None:
    world = handed_over(*SAID)
    for _ in range(90):
        world.do("dsl", Act.READ)
    before = bodies(world)
    assert world.erase("headteacher", "dsl")
    assert world.case("dsl") is None
    assert len(before - bodies(world)) == 3 + 2 + 90


def test_a_tombstone_of_one_excuses_nothing() -> None:
    world = handed_over(*SAID)
    body = next(iter(world.me("dsl").reading.opened[TELL]))
    row = {
        "kind": "tombstone",
        "at": world.room.clock.now().isoformat(),
        "by": [id_of("dsl"), id_of("headteacher")],
        "bodies": [body],
    }
    world.room.desk.note(signed(row, id_of("dsl"), keys_of("dsl").sign_secret))
    history = world.room.lists.history()
    assert erased(world.room.vault, history) == frozenset()
    world.room.vault.remove((body_file(bytes.fromhex(body)),))
    assert not verify(world.room.vault).sound
    assert any("nobody erased it" in one.fault for one in world.me("dsl").reading.problems)


def states_while_erased() -> list[Files]:
    """Return what power cuts leave while a Tell is agreed to be erased."""
    disk = MemoryDisk(every=200)
    world = handed_over(*SAID, disk=disk)
    world.eraser.ask(world.me("dsl"), TELL, id_of("headteacher"))
    (request,) = world.eraser.waiting(world.me("headteacher"))
    found: list[Files] = []
    chance = Random(3)
    disk.watch = lambda: found.extend(disk.some_after_a_cut(4, chance))
    world.eraser.agree(world.me("headteacher"), request)
    disk.watch = lambda: None
    return found


def test_a_power_cut_at_any_moment_leaves_it_there_or_lets_it_be_ended() -> None:
    states = states_while_erased()
    assert len(states) > 60
    ends = set()
    for files in states:
        world = World.__new__(World)
        world.reopen(folder(MemoryDisk(files)))
        world.eraser.finish()
        stones = erased(world.room.vault, world.room.lists.history())
        left = bodies(world) & stones
        assert left == set()
        ends.add(world.case("dsl") is None)
        assert (world.case("dsl") is None) == bool(stones)
        assert world.me("dsl").reading.problems == []
    assert ends == {True, False}


def test_verify_tells_of_an_erasure_that_is_not_ended_and_of_no_alarm() -> None:
    reports = [checked(files) for files in Random(1).sample(states_while_erased(), 60)]
    faults = [one for report in reports for one in report.breaks]
    # The desk's own end may be torn until the program starts again.
    assert all("power cut" in one.fault or "does not begin" in one.fault for one in faults), faults
    notes = [one.fault for report in reports for one in report.notes]
    assert any("two holders erased it" in one for one in notes)


def test_finishing_when_there_is_nothing_to_finish() -> None:
    world = World(STAFF, SAID)
    room = world.room
    assert Eraser(room.vault, room.clock, room.lists, room.desk).finish() == 0
