"""A start ends what a power cut left of an erasure, and touches nothing else."""

from __future__ import annotations

from app.domain.tell.deeds import Act
from app.domain.tell.taps import Happens, Place
from app.domain.tell.vault import Vault
from app.tell.rosterfile import RosterFile
from app.tell.staffdesk import StaffDesk
from tests.fakes import FakeClock
from tests.power import MemoryDisk
from tests.staffroom import STAFF
from tests.tells import folder
from tests.worlds import World


def started(vault: Vault) -> StaffDesk:
    """Return the staff's side of a record as a start makes it."""
    return StaffDesk(vault, FakeClock(), RosterFile(vault), "Library 1")


def bodies(vault: Vault) -> int:
    """Return how many side files there are."""
    return sum(len(vault.names(f"bodies/{part}")) for part in vault.names("bodies"))


def test_files_that_were_to_go_go_at_the_next_start() -> None:
    world = World(STAFF, (Happens(Place.HOME),))
    vault = world.room.vault
    assert world.do("dsl", Act.EXPORTED)
    kept: dict[str, bytes] = {}
    for part in vault.names("bodies"):
        for name in vault.names(f"bodies/{part}"):
            kept[f"bodies/{part}/{name}"] = vault.read(f"bodies/{part}/{name}") or b""
    assert world.erase("dsl", "headteacher")
    after = bodies(vault)
    gone = {name: data for name, data in kept.items() if vault.read(name) is None}
    assert gone
    vault.write(gone)  # as if the power had gone before they did
    assert started(vault).finish_erasing() == len(gone)
    assert bodies(vault) == after
    assert started(vault).finish_erasing() == 0


def test_where_nothing_was_erased_a_start_leaves_all_as_it_is() -> None:
    world = World(STAFF, (Happens(Place.HOME),))
    before = bodies(world.room.vault)
    assert started(world.room.vault).finish_erasing() == 0
    assert bodies(world.room.vault) == before


def test_before_the_first_list_there_is_no_chain_to_look_at() -> None:
    disk = MemoryDisk()
    vault = folder(disk)
    assert started(vault).finish_erasing() == 0
    assert vault.names("chains") == ()
