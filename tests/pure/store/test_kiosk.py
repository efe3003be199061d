"""This kiosk's file: numbers that never come twice, a PIN that is never taken for not made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson
import pytest

from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.ports import StoreFault
from app.store.cabinet import Cabinet, held
from app.store.envelope import Letter, seal
from app.store.home import Home
from app.store.kiosk import BLOCK, KioskFile
from tests.power import MemoryDisk, OwnCabinet

PIN = PinRecord("$argon2id$v=19$made-up", 2, 0.0)


class CountingDisk(MemoryDisk):
    """Counts what reaches the disk."""

    syncs = 0

    @override
    def sync(self, file: int) -> None:
        self.syncs += 1
        super().sync(file)


def test_after_a_restart_the_numbers_go_on_rising_under_the_same_id(cabinet: Cabinet) -> None:
    first = KioskFile(cabinet)
    numbers = [first.number() for _ in range(5)]
    for _ in range(3):
        again = KioskFile(cabinet)
        numbers += [again.number() for _ in range(5)]
    assert len({one.kiosk for one in numbers}) == 1
    assert numbers == sorted(set(numbers))


def test_once_ready_hundreds_of_numbers_are_given_without_the_disk() -> None:
    disk = CountingDisk()
    kiosk = KioskFile(OwnCabinet(Home(Path("/data")), disk))
    kiosk.ready()
    before = disk.syncs
    for _ in range(BLOCK // 2):
        kiosk.number()
    kiosk.ready()
    assert disk.syncs == before
    kiosk.number()
    kiosk.ready()
    assert disk.syncs == before + 1
    for _ in range(BLOCK):
        kiosk.number()
    assert disk.syncs == before + 1


def test_two_threads_never_get_the_same_number(cabinet: Cabinet) -> None:
    kiosk = KioskFile(cabinet)
    with ThreadPoolExecutor(4) as workers:
        numbers = list(workers.map(lambda _: kiosk.number(), range(3 * BLOCK)))
    assert len(set(numbers)) == len(numbers)


def test_numbers_and_pin_do_not_disturb_each_other(cabinet: Cabinet) -> None:
    kiosk = KioskFile(cabinet)
    kiosk.keep_pin(PIN)
    number = kiosk.number()
    kiosk.keep_pin(PinRecord(PIN.hash, 3))
    again = KioskFile(cabinet)
    assert again.pin() == PinRecord(PIN.hash, 3)
    assert again.number() > number
    assert {one.number().kiosk for one in (again, KioskFile(cabinet))} == {number.kiosk}


def test_from_the_last_good_copy_it_goes_on_under_a_new_id_with_its_pin(
    home: Home, cabinet: Cabinet
) -> None:
    kiosk = KioskFile(cabinet)
    kiosk.keep_pin(PIN)
    kiosk.ready()
    home.kiosk_file.write_bytes(b"damage")
    again = KioskFile(cabinet)
    fresh = again.number().kiosk
    assert fresh != kiosk.number().kiosk
    assert again.pin() == PIN
    assert fresh == KioskFile(cabinet).number().kiosk


def test_a_lost_pin_opens_to_nobody_at_every_start_until_it_is_reset(
    home: Home, cabinet: Cabinet
) -> None:
    KioskFile(cabinet).keep_pin(PIN)
    for path in (home.kiosk_file, home.kiosk_file.with_name("kiosk.json.last")):
        path.write_bytes(b"damage")
    assert KioskFile(Cabinet(home)).pin() == PinRecord("")
    kiosk = KioskFile(cabinet)
    assert kiosk.pin() == KioskFile(cabinet).pin() == PinRecord("")
    kiosk.number()
    assert KioskFile(cabinet).pin() == PinRecord("")


def test_where_the_folder_is_not_held_numbers_come_from_memory(home: Home) -> None:
    kiosk = KioskFile(Cabinet(home))
    assert kiosk.number() < kiosk.number()
    assert not home.kiosk_file.exists()
    with pytest.raises(StoreFault, match="for reading only"):
        kiosk.keep_pin(PIN)


@pytest.mark.parametrize(
    "row", [{}, {"hash": 7, "wrong": 0, "wait": 0.0}, {"hash": "x", "wrong": 0}]
)
def test_an_unfit_record_is_a_fault_with_its_remedy(
    home: Home, cabinet: Cabinet, row: dict[str, object]
) -> None:
    document = {"kiosk": {"id": "5eed0001", "next": 7}, "pin": row}
    home.kiosk_file.write_bytes(seal(Letter("kiosk", 1, orjson.dumps(document))))
    with pytest.raises(StoreFault, match="pin reset"):
        KioskFile(cabinet).pin()


def test_what_was_read_before_the_folder_was_held_is_read_again(home: Home) -> None:
    late = Cabinet(home)
    early = KioskFile(late)
    assert early.pin() is None
    with held(home) as cabinet:
        other = KioskFile(cabinet)
        other.keep_pin(PIN)
        theirs = other.number()
    late.hold()
    early.ready()
    assert early.pin() == PIN
    mine = early.number()
    assert mine.kiosk == theirs.kiosk
    assert mine.seq > theirs.seq
    late.release()


def test_numbers_from_memory_end_as_soon_as_the_disk_can_be_written(home: Home) -> None:
    cabinet = Cabinet(home)
    kiosk = KioskFile(cabinet)
    passing = kiosk.number().kiosk
    cabinet.hold()
    kiosk.ready()
    lasting = kiosk.number().kiosk
    assert lasting != passing
    assert lasting == KioskFile(cabinet).number().kiosk
    cabinet.release()
