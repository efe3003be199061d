"""Lists that are in no chain yet: a damaged one is set aside, and keeps nobody out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.desk import Seed
from app.domain.tell.lists import Listing
from app.store.vault import FolderVault
from app.tell.plain import packed
from app.tell.staffdesk import DRAFT, WAITING, StaffDesk
from tests.fakes import FakeClock
from tests.power import MemoryDisk, OwnCabinet
from tests.staffroom import Staffroom, changed, seed_of, staffroom
from tests.tells import HOME, folder, id_of

DAMAGED = (b"", b"garbage", packed({}), packed({"people": 3}), b"BSP1\n[1]", b"BSP1\n\xff")


class BadSector(FolderVault):
    """A vault in which one file cannot be read."""

    @override
    def read(self, name: str) -> bytes | None:
        if name == WAITING:
            raise StoreFault(f"{name}: the disk cannot read it")
        return super().read(name)


class ReadOnly(FolderVault):
    """A vault that takes nothing."""

    @override
    def write(self, files: Mapping[str, bytes]) -> None:
        raise StoreFault("the disk is read-only")


def desk_of(room: Staffroom) -> StaffDesk:
    """Return the staff's side of a school."""
    return StaffDesk(room.vault, FakeClock(), room.lists, "Library 1")


def next_list(room: Staffroom) -> Listing:
    """Return a change of who reads."""
    listing = room.lists.listing()
    assert listing is not None
    return replace(listing, roster=changed(listing.roster, teacher_sees=True))


@pytest.mark.parametrize("data", DAMAGED)
@pytest.mark.parametrize("name", [WAITING, DRAFT])
def test_a_damaged_list_is_set_aside_and_is_none(name: str, data: bytes) -> None:
    room = staffroom(folder(MemoryDisk()))
    desk = desk_of(room)
    room.vault.write({name: data})
    lists = desk.lists()
    assert (lists.in_force, lists.waiting) == (room.lists.listing(), None)
    assert desk.draft() is None
    (aside,) = room.vault.names("aside")
    assert aside.startswith(f"{name}.")
    assert room.vault.read(f"aside/{aside}") == data
    assert room.vault.read(name) is None


def test_a_change_is_signed_anew_over_a_damaged_one() -> None:
    room = staffroom(folder(MemoryDisk()))
    desk, wanted = desk_of(room), next_list(room)
    room.vault.write({WAITING: b"garbage"})
    desk.sign(wanted, {id_of("dsl"): Seed(seed_of("dsl"))})
    lists = desk.sign(wanted, {id_of("headteacher"): Seed(seed_of("headteacher"))})
    assert lists.in_force is not None
    assert lists.in_force.roster.teacher_sees


def test_a_damaged_list_that_cannot_be_set_aside_keeps_nobody_out() -> None:
    disk = MemoryDisk()
    room = staffroom(folder(disk))
    room.vault.write({WAITING: b"garbage"})
    vault = ReadOnly(OwnCabinet(HOME, disk), HOME.tell)
    desk = StaffDesk(vault, FakeClock(), room.lists, "Library 1")
    assert desk.lists().waiting is None
    assert room.vault.read(WAITING) == b"garbage"


def test_a_waiting_list_that_the_disk_cannot_read_keeps_nobody_out() -> None:
    disk = MemoryDisk()
    room = staffroom(folder(disk))
    vault = BadSector(OwnCabinet(HOME, disk), HOME.tell)
    desk = StaffDesk(vault, FakeClock(), room.lists, "Library 1")
    assert desk.lists().in_force is not None
