"""Lanes: work leaves the screen's thread in order; results and faults come back on it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.flow.tasks import Lane, Lanes


class Results:
    """What came back, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.faults: list[str] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.get_ident())

    def fail(self, fault: Exception) -> None:
        self.faults.append(str(fault))
        self.threads.add(threading.get_ident())


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def let_arrive(qtbot: QtBot) -> None:
    """Process the events until what other lanes sent before has been delivered, or dropped."""
    after, others = Results(), Lanes()
    others.run(Lane.DISK, lambda: "after", after.take, after.fail)
    qtbot.waitUntil(lambda: bool(after.done))
    others.close()


def broken() -> None:
    raise OSError("the disk is full")


def test_work_is_done_elsewhere_and_comes_back_here(lanes: Lanes, qtbot: QtBot) -> None:
    results = Results()
    lanes.run(Lane.DISK, threading.get_ident, results.take, results.fail)
    qtbot.waitUntil(lambda: bool(results.done))
    assert results.done != [threading.get_ident()]
    assert results.threads == {threading.get_ident()}


def test_a_lane_keeps_the_order(lanes: Lanes, qtbot: QtBot) -> None:
    results = Results()
    for number in range(50):
        lanes.run(Lane.DISK, partial(int, number), results.take, results.fail)
    qtbot.waitUntil(lambda: len(results.done) == 50)
    assert results.done == list(range(50))


def test_one_lane_does_not_wait_for_another(lanes: Lanes, qtbot: QtBot) -> None:
    results, go = Results(), threading.Event()
    lanes.run(Lane.CPU, go.wait, results.take, results.fail)
    lanes.run(Lane.DISK, lambda: "disk", results.take, results.fail)
    qtbot.waitUntil(lambda: results.done == ["disk"])
    go.set()
    qtbot.waitUntil(lambda: results.done == ["disk", True])


def test_a_fault_comes_back_as_one_and_the_lane_goes_on(lanes: Lanes, qtbot: QtBot) -> None:
    results = Results()
    lanes.run(Lane.DISK, broken, results.take, results.fail)
    lanes.run(Lane.DISK, lambda: "next", results.take, results.fail)
    qtbot.waitUntil(lambda: results.done == ["next"])
    assert results.faults == ["the disk is full"]


def test_closing_waits_no_longer_than_it_was_told_to(qtbot: QtBot) -> None:
    lanes, results, go = Lanes(), Results(), threading.Event()
    lanes.run(Lane.DISK, go.wait, results.take, results.fail)
    lanes.run(Lane.CPU, lambda: "done", results.take, results.fail)
    assert not lanes.close(seconds=0.05)
    go.set()
    let_arrive(qtbot)
    assert results.done == []


def test_closing_says_that_all_is_done(lanes: Lanes) -> None:
    results = Results()
    lanes.run(Lane.DISK, lambda: "done", results.take, results.fail)
    assert lanes.close(seconds=60)


def test_closing_finishes_the_work_and_drops_what_it_returned(qtbot: QtBot) -> None:
    lanes, results, done = Lanes(), Results(), threading.Event()
    lanes.run(Lane.DISK, done.set, results.take, results.fail)
    lanes.close()
    assert done.is_set()
    let_arrive(qtbot)
    assert results.done == []


def test_what_is_given_after_closing_is_dropped(qtbot: QtBot) -> None:
    lanes, results, done = Lanes(), Results(), threading.Event()
    lanes.close()
    lanes.run(Lane.DISK, done.set, results.take, results.fail)
    assert lanes.close(seconds=60)  # were there a worker again, it would be done now
    assert not done.is_set()
    let_arrive(qtbot)
    assert results.done == []
