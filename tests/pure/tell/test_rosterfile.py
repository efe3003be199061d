"""The list in force is read anew once a chain has changed, and only then."""

from __future__ import annotations

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.people import Role
from app.domain.tell.taps import Happens, Place
from app.store.vault import FolderVault
from app.tell.rosterfile import RosterFile
from tests.power import MemoryDisk, OwnCabinet
from tests.staffroom import changed, grown_up, staffroom
from tests.tells import HOME, folder, tell


class Counting(FolderVault):
    """A vault that counts what is read whole."""

    reads = 0

    @override
    def read(self, name: str) -> bytes | None:
        self.reads += 1
        return super().read(name)


def test_chains_are_read_once_until_one_of_them_grows() -> None:
    disk = MemoryDisk()
    room = staffroom(folder(disk))
    vault = Counting(OwnCabinet(HOME, disk), HOME.tell)
    lists = RosterFile(vault)
    assert lists.reach().live
    read = vault.reads
    for _ in range(5):
        assert lists.reach().live
    assert vault.reads == read
    tell(room.journal, 1, (Happens(Place.HOME),), room.lists.reach().roster)
    lists.reach()
    assert vault.reads > read


def test_a_list_that_another_program_put_in_force_is_seen_at_once() -> None:
    disk = MemoryDisk()
    room = staffroom(folder(disk))
    lists = RosterFile(folder(disk))
    assert lists.reach().roster.version == 1
    new = grown_up("dsl 2", Role.DSL)
    roster = lists.reach().roster
    room.publish(changed(roster, people=(*roster.people, new)), "dsl", "headteacher")
    assert lists.reach().roster.person(new.id) == new


def test_an_end_that_was_exchanged_is_seen_though_the_chain_is_as_long() -> None:
    disk = MemoryDisk()
    room = staffroom(folder(disk))
    lists = RosterFile(folder(disk))
    assert lists.listing() is not None
    name = room.desk.writers.desk.file
    data = room.vault.read(name) or b""
    room.vault.write({name: data[:-1] + bytes([data[-1] ^ 1])})
    with pytest.raises(StoreFault):
        lists.listing()
