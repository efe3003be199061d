"""A crash between a press and the outbox: staff are told at the next start, whatever was said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.tell.taps import Happens, Names, Place, Tap, Wants, Words
from tests.tells import CANARY, id_of
from tests.widgets.pcs import PC, post, school_at, subjects, with_keys

pytestmark = pytest.mark.usefixtures("qapp")
NEW = "1 new Tell: open the desk"
CUT_SHORT = "A Tell may have been cut short: please look at the desk"
BOTH = [("dsl", NEW), ("headteacher", NEW)]
OTHERS = [("deputy", CUT_SHORT), ("chair", CUT_SHORT)]
HEAD, DEPUTY = Names(id_of("headteacher")), Names(id_of("deputy"))
SAID: tuple[tuple[Tap, ...], ...] = (
    (),
    (Words(CANARY),),
    (Happens(Place.GROWN_UP),),
    (Happens(Place.GROWN_UP), HEAD),
    (HEAD, DEPUTY, Wants(id_of("chair"))),
    (Wants(id_of("teacher")),),
)


@pytest.fixture
def pc(tmp_path: Path) -> Iterator[PC]:
    """Yield a PC that is not started yet."""
    made = school_at(tmp_path)
    yield made
    made.desk.lock()


def intake(pc: PC) -> int:
    """Return how many bytes wait for their place."""
    return (pc.home.tell / "intake").stat().st_size


def press(pc: PC) -> None:
    """Let the record have a first press, and nothing else be done."""
    pc.desk.telling.open("Welcome")
    pc.desk.telling.yes()
    while not intake(pc):
        pc.lanes.step()


def test_a_press_whose_alarm_was_lost_is_told_at_the_next_start(pc: PC) -> None:
    with post(pc) as box:
        press(pc)
        assert box.seen == []
        pc.start()
        assert subjects(box) == BOTH + OTHERS
        assert intake(pc) == 0
        pc.start()
        pc.let_pass(1)
        assert len(box.seen) == 4, "nobody is told twice"


@pytest.mark.parametrize("said", SAID)
def test_who_is_told_after_a_power_cut_does_not_hang_on_what_was_said(
    pc: PC, said: tuple[Tap, ...]
) -> None:
    with post(pc) as box:
        pc.child(*said, ends=False)
        assert subjects(box) == BOTH
        pc.start()
        assert subjects(box) == BOTH + OTHERS
        pc.let_pass(70)
        assert [who for who, _ in subjects(box)[4:]][:2] == ["deputy", "chair"], "the first ladder"


def test_an_opening_does_not_keep_the_others_from_being_told(tmp_path: Path) -> None:
    def mails(folder: Path, *said: Tap) -> list[tuple[str, str]]:
        pc = school_at(folder)
        with_keys(pc, "chair")
        with post(pc):
            pc.child(*said, ends=False)
        pc.start()
        if said:
            pc.staff_open("chair")
        with post(pc) as box:
            pc.let_pass(11)
            return subjects(box)

    plain = mails(tmp_path / "a")
    assert ("deputy", CUT_SHORT) in plain
    assert mails(tmp_path / "b", HEAD, DEPUTY) == plain


def test_what_was_opened_by_then_stays_so(pc: PC) -> None:
    with_keys(pc, "dsl")
    with post(pc) as box:
        pc.child(ends=False)
        pc.staff_open("dsl")
        pc.start()
        pc.let_pass(50)
        assert subjects(box) == BOTH + OTHERS, "the first ladder has ended"


def test_the_record_holds_it_until_the_outbox_does(pc: PC) -> None:
    with post(pc):
        press(pc)
        pc.house.outbox.load()
        broken = pc.home.outbox_file
        broken.unlink(missing_ok=True)
        broken.mkdir()
        pc.start()
        assert intake(pc)
        broken.rmdir()
        pc.let_pass(1)
        assert intake(pc) == 0


def test_a_drill_that_was_broken_off_tells_nobody(tmp_path: Path) -> None:
    pc = school_at(tmp_path, live=False)
    with post(pc) as box:
        press(pc)
        pc.start()
        pc.work()
        assert box.seen == []
        assert intake(pc) == 0


def test_without_any_address_it_waits_for_one(pc: PC) -> None:
    pc.start()
    press(pc)
    pc.start()
    assert pc.desk.post_office.health.channel is False
    assert intake(pc) == 0
    with post(pc) as box:
        pc.let_pass(1)
        assert sorted(subjects(box)) == sorted(BOTH + OTHERS)
