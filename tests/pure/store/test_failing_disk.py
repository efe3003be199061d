"""A disk that fails once, at every single call: memory and disk agree, and the next try works."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.domain.attempt import Attempt
from app.domain.looks import Looks
from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.ports import StoreFault
from app.domain.school import School
from app.store.home import Home
from app.store.kiosk import BLOCK, KioskFile
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from tests.deeds import AMINA, deed
from tests.power import MemoryDisk, OwnCabinet

HOME = Home(Path("/data"))
CALLS = range(18)
"""More than one save makes: the last ones show that all of it was covered."""


class FailingDisk(MemoryDisk):
    """Fails at one call, counted from when it is armed; with ``broken`` at that and all after."""

    def __init__(self) -> None:
        super().__init__()
        self.calls_left: int | None = None
        self.broken = False
        self.failed = 0

    def arm(self, calls: int, *, broken: bool = False) -> None:
        """Let so many calls pass, then fail."""
        self.calls_left, self.broken = calls, broken

    def mend(self) -> None:
        """Work again."""
        self.calls_left, self.broken = None, False

    @override
    def create(self, path: Path) -> int:
        self._call()
        return super().create(path)

    @override
    def write(self, file: int, data: memoryview) -> int:
        self._call()
        return super().write(file, data)

    @override
    def sync(self, file: int) -> None:
        self._call()
        super().sync(file)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._call()
        super().replace(source, target)

    @override
    def remove(self, path: Path) -> None:
        self._call()
        super().remove(path)

    @override
    def sync_folder(self, folder: Path) -> None:
        self._call()
        super().sync_folder(folder)

    def _call(self) -> None:
        if self.calls_left is None:
            return
        if self.calls_left > 0:
            self.calls_left -= 1
            return
        self.failed += 1
        if not self.broken:
            self.calls_left = None
        raise OSError(errno.ENOSPC, "No space left on device")


def tried(act: Callable[[], object]) -> bool:
    """Do it; return whether it worked."""
    try:
        act()
    except StoreFault as fault:
        if "the disk is full" not in str(fault):
            raise
        return False
    return True


def on_disk(disk: MemoryDisk) -> tuple[Attempt, ...]:
    """Return what another start would read."""
    cabinet = OwnCabinet(HOME, MemoryDisk(disk.files))
    attempts = ProgressFiles(cabinet).attempts(AMINA)
    assert cabinet.problems == ()
    return attempts


@pytest.mark.parametrize("broken", [False, True])
@pytest.mark.parametrize("calls", CALLS)
def test_an_answer_that_could_not_be_kept_is_kept_by_the_next_try(calls: int, broken: bool) -> None:
    disk = FailingDisk()
    store = ProgressFiles(OwnCabinet(HOME, disk))
    store.add(AMINA, deed(1))
    store.add(AMINA, deed(2))
    disk.arm(calls, broken=broken)
    kept = tried(lambda: store.add(AMINA, deed(3)))
    disk.mend()
    assert store.attempts(AMINA) == on_disk(disk)
    assert on_disk(disk)[:2] == (deed(1), deed(2))
    assert kept is (disk.failed == 0)
    store.add(AMINA, deed(3))
    assert store.attempts(AMINA) == on_disk(disk) == (deed(1), deed(2), deed(3))
    assert all(on_disk(MemoryDisk(files)) == on_disk(disk) for files in disk.after_a_cut())


def test_the_calls_of_a_save_are_all_covered() -> None:
    failures = 0
    for calls in CALLS:
        disk = FailingDisk()
        store = ProgressFiles(OwnCabinet(HOME, disk))
        store.add(AMINA, deed(1))
        disk.arm(calls)
        failures += not tried(partial(store.add, AMINA, deed(2)))
    assert 6 <= failures < len(CALLS)


@pytest.mark.parametrize("calls", CALLS)
def test_the_very_first_answer_may_fail_too(calls: int) -> None:
    disk = FailingDisk()
    store = ProgressFiles(OwnCabinet(HOME, disk))
    disk.arm(calls)
    tried(lambda: store.add(AMINA, deed(1)))
    disk.mend()
    store.add(AMINA, deed(1))
    assert store.attempts(AMINA) == on_disk(disk) == (deed(1),)


@pytest.mark.parametrize("calls", CALLS)
def test_looks_that_could_not_be_kept_are_not_shown_as_kept(calls: int) -> None:
    disk = FailingDisk()
    store = ProgressFiles(OwnCabinet(HOME, disk))
    store.keep_looks(AMINA, Looks(115))
    disk.arm(calls, broken=True)
    kept = tried(lambda: store.keep_looks(AMINA, Looks(150)))
    disk.mend()
    anew = ProgressFiles(OwnCabinet(HOME, MemoryDisk(disk.files)))
    assert store.looks(AMINA) == anew.looks(AMINA)
    assert not kept or store.looks(AMINA) == Looks(150)


@pytest.mark.parametrize("calls", CALLS)
def test_a_damaged_file_that_cannot_be_set_aside_is_not_overwritten(calls: int) -> None:
    disk = FailingDisk()
    store = ProgressFiles(OwnCabinet(HOME, disk))
    store.add(AMINA, deed(1))
    store.add(AMINA, deed(2))
    hurt = disk.files | {HOME.progress / f"{AMINA}.json": b"damaged"}
    worse = FailingDisk()
    worse.__dict__.update(MemoryDisk(hurt).__dict__, calls_left=calls, broken=True)
    again = ProgressFiles(OwnCabinet(HOME, worse))
    kept = tried(lambda: again.add(AMINA, deed(3)))
    assert b"damaged" in worse.files.values()
    worse.mend()
    assert again.attempts(AMINA) == ((deed(1), deed(3)) if kept else again.attempts(AMINA))
    assert again.attempts(AMINA)[0] == deed(1)


@pytest.mark.parametrize("calls", CALLS)
def test_the_school_is_the_old_one_after_a_failed_save(calls: int) -> None:
    disk = FailingDisk()
    store = SchoolFile(OwnCabinet(HOME, disk))
    old, new = School("Old", "00" * 32), School("New", "11" * 32)
    store.save(old)
    disk.arm(calls)
    kept = tried(lambda: store.save(new))
    disk.mend()
    assert store.load() in ((new,) if kept else (old, new))
    store.save(new)
    assert store.load() == new


@pytest.mark.parametrize("calls", CALLS)
def test_numbers_are_given_whatever_the_disk_does(calls: int) -> None:
    disk = FailingDisk()
    kiosk = KioskFile(OwnCabinet(HOME, disk))
    given = [kiosk.number()]
    disk.arm(calls, broken=True)
    given += [kiosk.number() for _ in range(2 * BLOCK)]
    disk.mend()
    kiosk.ready()
    given += [kiosk.number() for _ in range(2 * BLOCK)]
    later = KioskFile(OwnCabinet(HOME, MemoryDisk(disk.files)))
    given += [later.number() for _ in range(10)]
    assert len(set(given)) == len(given)


@pytest.mark.parametrize("calls", CALLS)
def test_a_pin_that_could_not_be_kept_is_the_one_before(calls: int) -> None:
    disk = FailingDisk()
    kiosk = KioskFile(OwnCabinet(HOME, disk))
    old, new = PinRecord("$argon2id$one", 4), PinRecord("$argon2id$one", 5, 5.0)
    kiosk.keep_pin(old)
    disk.arm(calls)
    kept = tried(lambda: kiosk.keep_pin(new))
    disk.mend()
    assert kiosk.pin() == KioskFile(OwnCabinet(HOME, MemoryDisk(disk.files))).pin()
    assert kiosk.pin() in ((new,) if kept else (old, new))
