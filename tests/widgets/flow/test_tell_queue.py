"""What children pressed goes to the disk in order; a fault is told at once and tried again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.ports import StoreFault
from app.domain.tell.records import TellId
from app.flow.tasks import Lane
from app.flow.tell_queue import TellQueue
from tests.widgets.desks import Back, Heard

ONE, OTHER = TellId("0" * 16), TellId("1" * 16)
FULL = StoreFault("tell/intake: no space is left on the disk")


class Disk:
    """Notes what was done; raises ``fault`` while it is set, for the Tell named (or for all)."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.fault: Exception | None = None
        self.bad = ""

    def work(self, name: str) -> Callable[[], None]:
        """Return a piece of work of this name."""

        def do() -> None:
            if self.fault is not None and name.startswith(self.bad):
                raise self.fault
            self.done.append(name)

        return do


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def queue(back: Back) -> TellQueue:
    return TellQueue(back)


def test_pieces_are_written_one_after_another_in_order(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    for name in ("a1", "a2", "a3"):
        queue.add(ONE, disk.work(name))
    assert back.lanes.waiting == [Lane.TELL]
    assert queue.waiting(ONE) == 3
    back.lanes.work()
    assert disk.done == ["a1", "a2", "a3"]
    assert queue.waiting(ONE) == 0


def test_kept_is_said_only_when_it_is_on_the_disk(queue: TellQueue, back: Back, disk: Disk) -> None:
    kept = Heard(queue.kept)
    queue.add(ONE, disk.work("a1"))
    assert kept.all == []
    back.lanes.work()
    assert kept.all == [ONE]


def test_a_fault_is_said_at_once_and_nothing_is_dropped(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    kept, failed = Heard(queue.kept), Heard(queue.failed)
    disk.fault = FULL
    queue.add(ONE, disk.work("a1"))
    queue.add(ONE, disk.work("a2"))
    back.lanes.work()
    assert failed.all == [ONE]
    assert kept.all == []
    assert queue.fault == str(FULL)
    assert queue.waiting(ONE) == 2
    disk.fault = None
    queue._retry.timeout.emit()
    back.lanes.work()
    assert disk.done == ["a1", "a2"]
    assert kept.all == [ONE, ONE]
    assert queue.fault == ""


def test_after_a_fault_it_tries_again_by_itself_or_with_the_next_press(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    disk.fault = FULL
    queue.add(ONE, disk.work("a1"))
    back.lanes.work()
    assert queue._retry.isActive()
    disk.fault = None
    queue.add(ONE, disk.work("a2"))
    back.lanes.work()
    assert disk.done == ["a1", "a2"]


def test_one_childs_tell_that_cannot_be_written_holds_up_no_other(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    kept, failed = Heard(queue.kept), Heard(queue.failed)
    disk.fault, disk.bad = FULL, "a"
    for tell, name in ((ONE, "a1"), (ONE, "a2"), (OTHER, "b1")):
        queue.add(tell, disk.work(name))
    back.lanes.work()
    assert disk.done == ["b1"]
    assert kept.all == [OTHER]
    assert set(failed.all) == {ONE}
    disk.fault = None
    queue._retry.timeout.emit()
    back.lanes.work()
    assert disk.done == ["b1", "a1", "a2"]


def test_what_is_kept_is_put_in_its_place_afterwards(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    back.tells.settled = -1
    queue.add(ONE, disk.work("a1"))
    back.lanes.work()
    assert back.tells.settled == 0


def test_what_could_not_be_put_in_its_place_is_tried_again(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    back.tells.settled, back.tells.unsettled = -1, FULL
    queue.add(ONE, disk.work("a1"))
    back.lanes.work()
    assert queue._retry.isActive()
    assert back.tells.settled == -1
    back.tells.unsettled = None
    queue._retry.timeout.emit()
    back.lanes.work()
    assert back.tells.settled == 0


def test_left_at_once_all_that_waits_is_given_in_order(
    queue: TellQueue, back: Back, disk: Disk
) -> None:
    back.tells.settled = -1
    for name in ("a1", "a2", "a3"):
        queue.add(ONE, disk.work(name))
    queue.finish()
    assert len(back.lanes.waiting) == 4
    back.lanes.work()
    assert disk.done == ["a1", "a2", "a3"]
    assert back.tells.settled == 0


def test_what_is_lost_at_leaving_stands_in_the_log(
    queue: TellQueue, back: Back, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    disk.fault = FULL
    queue.add(ONE, disk.work("a1"))
    back.lanes.work()
    caplog.clear()
    queue.finish()
    back.lanes.work()
    assert f"The record of Tells: {FULL}" in caplog.text


def test_the_log_never_has_the_words_of_a_fault_nobody_foresaw(
    queue: TellQueue, back: Back, disk: Disk, caplog: pytest.LogCaptureFixture
) -> None:
    disk.fault = KeyError("what the child wrote")
    queue.add(ONE, disk.work("a1"))
    back.lanes.work()
    assert queue.fault == "KeyError"
    assert "KeyError" in caplog.text
    assert "what the child wrote" not in caplog.text
