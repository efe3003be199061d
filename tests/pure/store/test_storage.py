"""TinyDB over a file that is replaced whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from tinydb import TinyDB, where

from app.domain.override import override
from app.domain.ports import StoreFault
from app.store.atomic import AtomicFile
from app.store.home import Home
from app.store.migrations import Format
from app.store.storage import AtomicStorage
from tests.power import MemoryDisk, OwnCabinet

HOME = Home(Path("/data"))


class CountingDisk(MemoryDisk):
    """Counts what reaches the disk."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0
        self.syncs = 0

    @override
    def read(self, path: Path) -> bytes:
        self.reads += 1
        return super().read(path)

    @override
    def sync(self, file: int) -> None:
        self.syncs += 1
        super().sync(file)


@pytest.fixture
def disk() -> CountingDisk:
    """An empty disk."""
    return CountingDisk()


def storage_on(disk: MemoryDisk) -> AtomicStorage:
    """Return the storage of one file."""
    return AtomicStorage(AtomicFile(OwnCabinet(HOME, disk), HOME.root / "shells.json", SHELLS))


SHELLS = Format("shells")


def test_tinydb_works_over_it(disk: CountingDisk) -> None:
    storage = storage_on(disk)
    shells = TinyDB(storage=lambda: storage).table("shells")
    shells.insert_multiple(
        {"name": name, "size": len(name)} for name in ("conch", "whelk", "limpet")
    )
    shells.update({"found": True}, where("size") > 5)
    shells.remove(where("name") == "conch")
    again = storage_on(disk)
    assert TinyDB(storage=lambda: again).table("shells").all() == [
        {"name": "whelk", "size": 5},
        {"name": "limpet", "size": 6, "found": True},
    ]


def test_every_write_is_on_the_disk_and_nothing_is_read_twice(disk: CountingDisk) -> None:
    storage = storage_on(disk)
    shells = TinyDB(storage=lambda: storage).table("shells")
    for number in range(10):
        shells.insert({"number": number})
        assert disk.syncs == number + 1
    reads = disk.reads
    assert len(shells) == 10
    assert disk.reads == reads


def test_what_is_written_together_reaches_the_disk_as_one(disk: CountingDisk) -> None:
    storage = storage_on(disk)
    tables = TinyDB(storage=lambda: storage)
    with storage.together():
        for name in ("shells", "crabs", "shells"):
            tables.table(name).insert({"name": name})
        assert disk.syncs == 0
    assert disk.syncs == 1
    assert {len(tables.table("shells")), len(tables.table("crabs"))} == {1, 2}


def test_together_is_nothing_at_all_when_it_breaks_off(disk: CountingDisk) -> None:
    storage = storage_on(disk)
    tables = TinyDB(storage=lambda: storage)
    tables.table("shells").insert({"name": "conch"})

    def break_off() -> None:
        with storage.together():
            tables.table("shells").truncate()
            raise KeyError("a fault half way")

    with pytest.raises(KeyError):
        break_off()
    assert tables.table("shells").all() == [{"name": "conch"}]
    tables.table("shells").insert({"name": "whelk"})
    again = storage_on(disk)
    assert len(TinyDB(storage=lambda: again).table("shells")) == 2


def test_after_a_failed_write_memory_says_what_the_disk_says(disk: CountingDisk) -> None:
    storage = AtomicStorage(AtomicFile(OwnCabinet(HOME, disk), HOME.root / "shells.json", SHELLS))
    shells = TinyDB(storage=lambda: storage).table("shells")
    shells.insert({"name": "conch"})

    def unplug() -> None:
        disk.watch = lambda: None
        raise OSError(5, "Input/output error")

    disk.watch = unplug
    with pytest.raises(StoreFault, match="Input/output error"):
        shells.update({"name": "whelk"})
    assert shells.all() == [{"name": "conch"}]
