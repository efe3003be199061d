"""The power goes at any moment: what is found afterwards is the old or the new, never between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from app.domain.attempt import Attempt
from app.domain.ids import ClassId, PupilId
from app.domain.looks import Looks
from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.school import Pupil, School, SchoolClass
from app.store.cabinet import Cabinet
from app.store.home import Home
from app.store.kiosk import BLOCK, KioskFile
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from tests.deeds import AMINA, BEN, deed
from tests.power import Files, MemoryDisk, OwnCabinet, copy_of

T = TypeVar("T")

HOME = Home(Path("/data"))
MAIN = HOME.progress / f"{AMINA}.json"
LAST = HOME.progress / f"{AMINA}.json.last"


def opened(disk: MemoryDisk) -> OwnCabinet:
    """Return the data folder on a disk."""
    return OwnCabinet(HOME, disk)


def found(files: Files) -> tuple[Attempt, ...]:
    """Return what the program's own store reads from a disk after a cut; it finds no damage."""
    cabinet = opened(MemoryDisk(files))
    attempts = ProgressFiles(cabinet).attempts(AMINA)
    assert cabinet.problems == ()
    return attempts


def states(disk: MemoryDisk, deed_done: Callable[[], None]) -> list[Files]:
    """Return every state the disk may be found in if the power goes while something is done."""
    seen: dict[frozenset[tuple[Path, bytes]], Files] = {}

    def look() -> None:
        seen.update((copy_of(files), files) for files in disk.after_a_cut())

    disk.watch = look
    deed_done()
    disk.watch = lambda: None
    return list(seen.values())


def outcomes(disk: MemoryDisk, act: Callable[[], None], read: Callable[[Files], T]) -> set[T]:
    """Return all that may be read after a cut while ``act`` runs."""
    return {read(files) for files in states(disk, act)}


def test_an_answer_is_kept_whole_or_not_at_all_at_every_cut() -> None:
    disk = MemoryDisk()
    store = ProgressFiles(opened(disk))
    kept: tuple[Attempt, ...] = ()
    for number in range(1, 7):
        attempt = deed(number)
        cuts = states(disk, partial(store.add, AMINA, attempt))
        assert len(cuts) > 100
        assert {found(files) for files in cuts} == {kept, (*kept, attempt)}
        kept = (*kept, attempt)
        assert {found(files) for files in disk.after_a_cut()} == {kept}


def test_a_second_cut_while_going_on_after_the_first_loses_nothing_either() -> None:
    disk = MemoryDisk(every=50)
    store = ProgressFiles(opened(disk))
    store.add(AMINA, deed(1))
    store.add(AMINA, deed(2))
    for files in states(disk, lambda: store.add(AMINA, deed(3))):
        before = found(files)
        again = MemoryDisk(files, every=50)
        reopened = ProgressFiles(opened(again))
        after = outcomes(again, partial(reopened.add, AMINA, deed(4)), found)
        assert after <= {before, (*before, deed(4))}
        assert {found(left) for left in again.after_a_cut()} == {(*before, deed(4))}


def test_looks_change_whole_and_leave_the_answers_alone() -> None:
    disk = MemoryDisk(every=7)
    store = ProgressFiles(opened(disk))
    store.add(AMINA, deed(1))
    store.keep_looks(AMINA, Looks(130))

    def read(files: Files) -> tuple[Looks, int]:
        return ProgressFiles(opened(MemoryDisk(files))).looks(AMINA), len(found(files))

    both = outcomes(disk, lambda: store.keep_looks(AMINA, Looks(150)), read)
    assert both == {(Looks(130), 1), (Looks(150), 1)}


@pytest.mark.parametrize("damaged", [b"", b"\0" * 400, b"be-smart progress 1 0 0\n{}"])
def test_a_damaged_file_is_never_lost_nor_the_good_copy_beside_it(damaged: bytes) -> None:
    disk = MemoryDisk()
    store = ProgressFiles(opened(disk))
    for number in (1, 2):
        store.add(AMINA, deed(number))
    hurt = disk.files | {MAIN: damaged}
    disk = MemoryDisk(hurt, every=25)

    def go_on() -> None:
        ProgressFiles(opened(disk)).add(AMINA, deed(3))

    for files in states(disk, go_on):
        assert damaged in files.values()
        after = ProgressFiles(opened(MemoryDisk(files))).attempts(AMINA)
        assert after in ((deed(1),), (deed(1), deed(3)))
    assert found(disk.files) == (deed(1), deed(3))


def test_an_erased_pupil_is_there_whole_or_gone_for_good() -> None:
    disk = MemoryDisk()
    store = ProgressFiles(opened(disk))
    for number in (1, 2, 3):
        store.add(AMINA, deed(number))
    left = outcomes(disk, lambda: store.erase(AMINA), found)
    assert left == {(deed(1), deed(2), deed(3)), ()}
    assert list(disk.after_a_cut()) == [{}]


def school(number: int) -> School:
    """Return a school that is another one each time."""
    oaks = SchoolClass(ClassId("c1"), "Oaks", secrets=bool(number % 2))
    zoe = Pupil(PupilId("b1"), f"Zoë {number}", "K", oaks.id, number, "fox")
    return School(f"School {number}", "ab" * 32, classes=(oaks,), pupils=(zoe,) * number)


def test_the_school_is_the_old_or_the_new_one() -> None:
    disk = MemoryDisk()
    store = SchoolFile(opened(disk))

    def read(files: Files) -> School | None:
        return SchoolFile(opened(MemoryDisk(files))).load()

    assert outcomes(disk, lambda: store.save(school(1)), read) == {None, school(1)}
    assert outcomes(disk, lambda: store.save(school(2)), read) == {school(1), school(2)}
    assert outcomes(disk, lambda: store.save(school(3)), read) == {school(2), school(3)}


def test_no_number_is_ever_given_twice() -> None:
    disk = MemoryDisk(every=5)
    given: list[tuple[str, int]] = []

    def use_up_blocks() -> None:
        kiosk = KioskFile(opened(disk))
        for _ in range(2 * BLOCK + 1):
            number = kiosk.number()
            given.append(number)

    seen: dict[frozenset[tuple[Path, bytes]], int] = {}

    def look() -> None:
        for files in disk.after_a_cut():
            seen[copy_of(files)] = len(given)  # the most that may have been given by then

    disk.watch = look
    use_up_blocks()
    disk.watch = lambda: None
    for files, so_far in seen.items():
        kiosk = KioskFile(opened(MemoryDisk(dict(files))))
        assert kiosk.number() not in given[:so_far]


def test_the_pin_is_the_old_or_the_new_one_and_never_lost() -> None:
    disk = MemoryDisk()
    kiosk = KioskFile(opened(disk))
    kiosk.ready()
    first, second = PinRecord("$argon2id$one", 4), PinRecord("$argon2id$one", 5, 5.0)

    def read(files: Files) -> PinRecord | None:
        return KioskFile(opened(MemoryDisk(files))).pin()

    assert outcomes(disk, lambda: kiosk.keep_pin(first), read) == {None, first}
    assert outcomes(disk, lambda: kiosk.keep_pin(second), read) == {first, second}
    third = replace(second, wrong=6, wait=10.0)
    assert outcomes(disk, lambda: kiosk.keep_pin(third), read) == {second, third}


class ForgetfulDisk(MemoryDisk):
    """Leaves out one step of the recipe, to show that this model would notice."""

    def __init__(self, left_out: str) -> None:
        super().__init__(every=40)
        self._left_out = left_out

    @override
    def sync(self, file: int) -> None:
        if self._left_out != "sync":
            super().sync(file)

    @override
    def sync_folder(self, folder: Path) -> None:
        if self._left_out != "sync_folder":
            super().sync_folder(folder)


@pytest.mark.parametrize("left_out", ["sync", "sync_folder"])
def test_the_model_catches_a_recipe_without_its_syncs(left_out: str) -> None:
    disk = ForgetfulDisk(left_out)
    store = ProgressFiles(opened(disk))
    store.add(AMINA, deed(1))
    store.add(AMINA, deed(2))
    after = [
        ProgressFiles(opened(MemoryDisk(files))).attempts(AMINA) for files in disk.after_a_cut()
    ]
    assert () in after or (deed(1),) in after


def test_the_model_catches_writing_in_place() -> None:
    disk = MemoryDisk({MAIN: b"the old document"})

    def write_in_place() -> None:
        file = disk.create(MAIN)
        disk.write(file, memoryview(b"the new document"))
        disk.sync(file)

    contents = {files.get(MAIN) for files in states(disk, write_in_place)}
    assert contents > {b"the old document", b"", b"the new d"}


def test_this_disk_does_what_the_real_one_does(tmp_path: Path) -> None:
    real, memory = Cabinet(Home(tmp_path)), OwnCabinet(Home(tmp_path), MemoryDisk())
    real.hold()
    for cabinet in (real, memory):
        store = ProgressFiles(cabinet)
        for number in (1, 2, 3):
            store.add(AMINA, deed(number))
            store.add(BEN, deed(number))
        store.erase(BEN)
        store.keep_looks(AMINA, Looks(130))
        SchoolFile(cabinet).save(school(1))
    real.release()
    kept = {path: path.read_bytes() for path in tmp_path.rglob("*.json*")}
    assert isinstance(memory.disk, MemoryDisk)
    assert memory.disk.files == kept
