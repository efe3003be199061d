"""Numbers while the next ones are written: nobody waits for the disk, and none is given twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import Number
from app.domain.pin import PinRecord
from app.store.home import Home
from app.store.kiosk import BLOCK, KioskFile
from tests.power import Files, MemoryDisk, OwnCabinet
from tests.pure.store.test_failing_disk import CALLS, FailingDisk

HOME = Home(Path("/data"))


def opened(disk: MemoryDisk) -> KioskFile:
    """Return the kiosk's file on a disk."""
    return KioskFile(OwnCabinet(HOME, disk))


class Journal:
    """Every number that was given, and what a power cut may leave at every moment of a write."""

    def __init__(self, disk: MemoryDisk) -> None:
        self.disk = disk
        self.kiosk = opened(disk)
        self.given: list[Number] = []
        self.cuts: list[tuple[Files, int]] = []

    def ask(self, times: int = 1) -> None:
        """Take numbers."""
        self.given += [self.kiosk.number() for _ in range(times)]

    def ask_and_look(self) -> None:
        """Take a number, unless it had to wait for this very write; look what a cut would leave."""
        if self.kiosk._block.left:
            self.ask()
        self.cuts += [(files, len(self.given)) for files in self.disk.after_a_cut()]

    def during(self, write: Callable[[], None]) -> None:
        """Ask after every single thing that is done to the disk."""
        self.disk.watch = self.ask_and_look
        write()
        self.disk.watch = lambda: None


def half_used(disk: MemoryDisk) -> Journal:
    """Return a kiosk that will reserve the next numbers as soon as it is told to."""
    journal = Journal(disk)
    journal.ask(BLOCK // 2 + 1)
    return journal


@pytest.mark.parametrize("write", ["ready", "keep_pin"])
def test_no_answer_waits_while_something_is_written(write: str) -> None:
    journal = half_used(MemoryDisk())
    work: dict[str, Callable[[], None]] = {
        "ready": journal.kiosk.ready,
        "keep_pin": partial(journal.kiosk.keep_pin, PinRecord("$argon2id$made-up")),
    }
    numbers: list[Number] = []
    with ThreadPoolExecutor(1) as screen:
        journal.disk.watch = lambda: numbers.append(
            screen.submit(journal.kiosk.number).result(timeout=5)
        )
        work[write]()
    assert len(numbers) > 3
    assert set(numbers).isdisjoint(journal.given)


def test_what_is_given_meanwhile_is_given_once_whenever_the_power_goes() -> None:
    journal = half_used(MemoryDisk(every=5))
    journal.during(journal.kiosk.ready)
    journal.ask(BLOCK)
    assert len(set(journal.given)) == len(journal.given)
    for files, so_far in journal.cuts:
        later = opened(MemoryDisk(files))
        assert {later.number() for _ in range(3)}.isdisjoint(journal.given[:so_far])


@pytest.mark.parametrize("calls", CALLS)
def test_what_is_given_while_a_write_fails_is_given_once(calls: int) -> None:
    disk = FailingDisk()
    journal = half_used(disk)
    disk.arm(calls)
    journal.during(journal.kiosk.ready)
    disk.mend()
    journal.ask(BLOCK + 1)
    again = Journal(MemoryDisk(disk.files))
    again.ask()
    numbers = journal.given + again.given
    assert len(set(numbers)) == len(numbers)


MOVES = st.lists(
    st.one_of(
        st.sampled_from(["give", "ready", "mend", "start"]),
        st.integers(0, CALLS[-1]),  # the disk breaks after so many more calls
    ),
    max_size=12,
)


@given(MOVES)
@settings(max_examples=60)
def test_whatever_happens_no_number_is_given_twice(moves: list[str | int]) -> None:
    disk = FailingDisk()
    journal = Journal(disk)
    for move in moves:
        match move:
            case int():
                disk.arm(move, broken=True)
            case "give":
                journal.ask(BLOCK // 3)
            case "ready":
                journal.during(journal.kiosk.ready)
            case "mend":
                disk.mend()
            case "start":  # as after a kill: whatever was reserved and not used is forgotten
                journal.kiosk = opened(disk)
    assert len(set(journal.given)) == len(journal.given)


def test_threads_that_reserve_and_threads_that_ask_agree() -> None:
    kiosk = opened(MemoryDisk())

    def ask(turn: int) -> Number:
        if turn % 100 == 0:
            kiosk.ready()
        return kiosk.number()

    with ThreadPoolExecutor(4) as workers:
        numbers = list(workers.map(ask, range(4 * BLOCK)))
    assert len(set(numbers)) == len(numbers)
