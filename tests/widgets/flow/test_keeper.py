"""The keeper says "kept" only when the disk has said so, and drops nothing."""

from __future__ import annotations

from dataclasses import replace
from threading import Event

import pytest

from app.domain.attempt import Act, Attempt, Deed, numbered
from app.domain.ids import PupilId, RunId
from app.domain.override import override
from app.domain.ports import StoreFault
from app.flow.desk import Desk
from app.flow.keeper import Keeper, Keeping
from app.flow.tasks import Lane, Lanes
from tests.fakes import MORNING, FakeNumbers, FakeProgress
from tests.widgets.desks import AMINA, BEN, Back, Heard, SlowLanes

FULL = StoreFault("progress/amina.json: no space is left on the disk")


def attempt(back: Back) -> Attempt:
    """Return an attempt with the next number."""
    deed = Deed(RunId("r"), "lesson:park", "v1", Act.START, "hello")
    return numbered(deed, back.numbers.attempt_id(), back.numbers.number(), MORNING)


@pytest.fixture
def keeper(desk: Desk) -> Keeper:
    return desk.keeper


def test_nothing_waits_at_first(keeper: Keeper) -> None:
    assert keeper.keeping == Keeping(0, "")
    assert keeper.keeping.kept


def test_it_is_kept_only_when_it_is_on_the_disk(keeper: Keeper, back: Back) -> None:
    heard, one = Heard(keeper.changed), attempt(back)
    keeper.record(AMINA.id, one)
    assert heard.last == Keeping(1, "")
    assert back.progress.attempts(AMINA.id) == ()
    back.lanes.work()
    assert heard.last == Keeping(0, "")
    assert back.progress.attempts(AMINA.id) == (one,)


def test_many_are_written_one_after_another_in_order(keeper: Keeper, back: Back) -> None:
    many = [attempt(back) for _ in range(5)]
    for one in many:
        keeper.record(AMINA.id, one)
    assert len(back.lanes.waiting) == 1
    back.lanes.work()
    assert list(back.progress.attempts(AMINA.id)) == many


def test_a_failed_write_is_told_and_kept_for_later(keeper: Keeper, back: Back) -> None:
    heard, one = Heard(keeper.changed), attempt(back)
    back.progress.broken = FULL
    keeper.record(AMINA.id, one)
    back.lanes.work()
    assert heard.last == Keeping(1, str(FULL))
    assert keeper.waiting(AMINA.id) == (one,)
    assert keeper.waiting(BEN.id) == ()


def test_the_next_answer_tries_the_failed_one_first(keeper: Keeper, back: Back) -> None:
    first, second = attempt(back), attempt(back)
    back.progress.broken = FULL
    keeper.record(AMINA.id, first)
    back.lanes.work()
    back.progress.broken = None
    keeper.record(AMINA.id, second)
    back.lanes.work()
    assert keeper.keeping == Keeping(0, "")
    assert back.progress.attempts(AMINA.id) == (first, second)


def test_after_a_while_it_tries_again_by_itself(keeper: Keeper, back: Back) -> None:
    back.progress.broken = FULL
    keeper.record(AMINA.id, attempt(back))
    back.lanes.work()
    assert keeper._retry.isActive()
    back.progress.broken = None
    keeper._retry.timeout.emit()
    back.lanes.work()
    assert keeper.keeping.kept


def test_erasing_one_child_loses_nothing_of_another(keeper: Keeper, back: Back) -> None:
    mine, theirs = attempt(back), attempt(back)
    keeper.record(AMINA.id, mine)
    keeper.record(BEN.id, theirs)
    keeper.forget(AMINA.id)
    back.lanes.work()
    assert back.progress.attempts(BEN.id) == (theirs,)
    assert keeper.keeping.kept


def test_a_write_that_fails_for_one_who_was_erased_is_no_fault(keeper: Keeper, back: Back) -> None:
    keeper.record(AMINA.id, attempt(back))
    back.progress.broken = FULL
    keeper.forget(AMINA.id)
    back.lanes.work()
    assert keeper.keeping == Keeping(0, "")


def test_left_at_once_all_that_waits_is_kept_in_order(keeper: Keeper, back: Back) -> None:
    many = [attempt(back) for _ in range(4)]
    for one in many:
        keeper.record(AMINA.id, one)
    keeper.finish()
    assert len(back.lanes.waiting) == 4
    back.lanes.work()
    assert list(back.progress.attempts(AMINA.id)) == many


def test_left_with_a_full_disk_it_tries_once_more_and_says_so(
    keeper: Keeper, back: Back, caplog: pytest.LogCaptureFixture
) -> None:
    back.progress.broken = FULL
    keeper.record(AMINA.id, attempt(back))
    back.lanes.work()
    keeper.finish()
    back.lanes.work()
    assert "could not be kept:" in caplog.text
    assert back.lanes.waiting == []


class RealLanes(SlowLanes):
    """Those that a kiosk has."""

    run = Lanes.run


def nothing(_: object) -> None:
    """Nobody waits for what comes back."""


def test_what_is_lost_at_leaving_stands_in_the_log(
    back: Back, caplog: pytest.LogCaptureFixture
) -> None:
    """On real lanes, which drop every outcome once they are closed."""
    back.lanes = lanes = RealLanes()
    keeper, disk = Keeper(back), Event()
    lanes.run(Lane.DISK, disk.wait, nothing, nothing)  # nothing has come back before we leave
    back.progress.broken = FULL
    for _ in range(3):
        keeper.record(AMINA.id, attempt(back))
    keeper.finish()
    disk.set()
    lanes.close()
    assert caplog.text.count(f"could not be kept: {FULL}") == 3


class Unforeseen(FakeProgress):
    """Progress in which something happens that nobody foresaw, and has a child's name in it."""

    @override
    def add(self, pupil: PupilId, attempt: Attempt) -> None:
        raise KeyError(AMINA.first_name)


def test_a_fault_nobody_foresaw_is_told_once_and_tried_again_and_names_nobody(
    back: Back, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(back, progress=Unforeseen())
    keeper = Keeper(broken)
    keeper.record(AMINA.id, attempt(back))
    with pytest.raises(KeyError):
        back.lanes.work()
    assert keeper._retry.isActive()
    assert "could not be kept: KeyError" in caplog.text
    assert AMINA.first_name not in caplog.text
    keeper._retry.timeout.emit()
    back.lanes.work()  # the calm page need not come again and again
    broken.progress = back.progress
    keeper._retry.timeout.emit()
    back.lanes.work()
    assert keeper.keeping == Keeping(0, "")
    assert len(back.progress.attempts(AMINA.id)) == 1


def test_what_is_stuck_of_one_child_is_told_of_no_other(keeper: Keeper, back: Back) -> None:
    back.progress.broken, back.progress.stuck = FULL, AMINA.id
    keeper.record(AMINA.id, attempt(back))
    keeper.record(BEN.id, attempt(back))
    back.lanes.work()
    assert keeper.keeping_of(AMINA.id) == Keeping(1, str(FULL))
    assert keeper.keeping_of(BEN.id) == Keeping(0, "")
    assert keeper.keeping == Keeping(1, str(FULL))
    keeper.forget(AMINA.id)
    assert keeper.keeping == Keeping(0, "")


class ReadyNumbers(FakeNumbers):
    """Numbers that count how often some were reserved."""

    def __init__(self) -> None:
        super().__init__()
        self.reserved = 0

    @override
    def ready(self) -> None:
        self.reserved += 1


def test_numbers_are_reserved_on_the_lane_behind_every_answer(back: Back) -> None:
    back.numbers = numbers = ReadyNumbers()
    keeper = Keeper(back)
    for _ in range(2):
        keeper.record(AMINA.id, attempt(back))
    assert numbers.reserved == 0
    back.lanes.work()
    assert numbers.reserved == 2


def test_the_log_says_why_and_not_whose(
    keeper: Keeper, back: Back, caplog: pytest.LogCaptureFixture
) -> None:
    back.progress.broken = StoreFault("progress/a1b2.json: read only")
    keeper.record(AMINA.id, attempt(back))
    back.lanes.work()
    assert "read only" in caplog.text
    assert AMINA.first_name not in caplog.text


def test_what_one_child_waits_for_is_kept_while_another_plays(keeper: Keeper, back: Back) -> None:
    mine, theirs = attempt(back), attempt(back)
    keeper.record(AMINA.id, mine)
    keeper.record(BEN.id, theirs)
    back.lanes.work()
    assert back.progress.attempts(AMINA.id) == (mine,)
    assert back.progress.attempts(BEN.id) == (theirs,)
