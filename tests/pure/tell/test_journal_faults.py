"""The kiosk's journal where something fails: tried again, set aside, never doubled."""

from __future__ import annotations

import logging

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.taps import Happens, Names, Place, Tap, Words, Worry
from app.store.vault import FolderVault
from app.tell import intake
from app.tell.entry import SIZE
from app.tell.journal import KioskJournal
from app.tell.writer import writers
from tests.power import MemoryDisk, OwnCabinet
from tests.tells import (
    CANARY,
    HOME,
    SAID,
    first,
    folder,
    id_of,
    kiosk,
    named_files,
    press,
    say,
    tell,
    tell_id,
    told,
    view,
)

GROWN_UP: tuple[Tap, ...] = (Worry(2), Happens(Place.GROWN_UP), Names(id_of("dsl")), Words(CANARY))


class FlakyVault(FolderVault):
    """A vault that fails while it is told to."""

    def __init__(self) -> None:
        super().__init__(OwnCabinet(HOME, MemoryDisk()), HOME.tell)
        self.failing: set[str] = set()

    @override
    def append(self, name: str, data: bytes) -> None:
        if name.partition("/")[0] in self.failing:
            raise StoreFault("the disk is full")
        super().append(name, data)


def test_a_press_that_could_not_be_kept_can_be_tried_again() -> None:
    vault = FlakyVault()
    journal = kiosk(vault)
    journal.ready()
    vault.failing = {"intake"}
    with pytest.raises(StoreFault):
        press(journal, 1)
    vault.failing = set()
    tell(journal, 1, [Worry(1)])
    found = view(vault, "dsl")
    assert found is not None
    assert (found.firsts, found.taps) == ([first(1)], [Worry(1)])


def test_a_tap_that_could_not_be_kept_is_not_there_and_can_be_made_again() -> None:
    vault = FlakyVault()
    journal = kiosk(vault)
    press(journal, 1)
    for count in range(1, len(GROWN_UP) + 1):
        vault.failing = {"intake"}
        with pytest.raises(StoreFault):
            say(journal, 1, GROWN_UP[:count])
        vault.failing = set()
        say(journal, 1, GROWN_UP[:count])
    journal.end(tell_id(1))
    journal.settle()
    found = view(vault, "headteacher")
    assert found is not None
    assert found.taps == list(GROWN_UP)


def test_a_sitting_ends_also_where_the_disk_cannot_take_that() -> None:
    vault = FlakyVault()
    journal = kiosk(vault)
    press(journal, 1)
    say(journal, 1, [Worry(3)])
    vault.failing = {"intake"}
    with pytest.raises(StoreFault):
        journal.end(tell_id(1))
    vault.failing = set()
    journal.settle()
    found = view(vault, "dsl")
    assert found is not None
    assert found.taps == [Worry(3)]
    journal.end(tell_id(1))  # once more is no fault


def test_what_could_not_be_settled_is_settled_later_and_once() -> None:
    vault = FlakyVault()
    journal = kiosk(vault)
    press(journal, 1)
    vault.failing = {"chains"}
    for _ in range(2):
        with pytest.raises(StoreFault):
            journal.settle()
    say(journal, 1, [Worry(1)])
    journal.end(tell_id(1))
    with pytest.raises(StoreFault):
        journal.settle()
    vault.failing = set()
    journal.settle()
    assert len(named_files(vault)) == 5


def test_a_start_that_fails_and_is_tried_again_doubles_nothing() -> None:
    vault = FlakyVault()
    journal = kiosk(vault)
    press(journal, 1)
    for count in range(1, 4):
        say(journal, 1, SAID[:count])
    again = KioskJournal(vault, journal._clock)
    vault.failing = {"chains"}
    for _ in range(2):
        with pytest.raises(StoreFault):
            again.ready()
    vault.failing = set()
    again.ready()
    found = view(vault, "headteacher")
    assert found is not None
    assert found.taps == list(SAID[:3])


def test_a_tampered_end_is_set_aside_and_said(caplog: pytest.LogCaptureFixture) -> None:
    vault = told(())
    name = writers(vault).kiosk.file
    data = vault.read(name) or b""
    vault.cut(name, len(data) - SIZE)
    vault.append(name, bytes(SIZE))
    with caplog.at_level(logging.ERROR):
        kiosk(vault).ready()
    assert "damaged from entry 5 on" in caplog.text
    aside = vault.names("aside")
    assert len(aside) == 1
    assert vault.read(f"aside/{aside[0]}") == bytes(SIZE)
    assert vault.read(name) == data[:-SIZE]


def test_more_than_a_power_cut_can_tear_is_set_aside_though_a_tell_was_open() -> None:
    vault = folder(MemoryDisk())
    journal = kiosk(vault)
    for number in range(4):
        tell(journal, number, ())
    press(journal, 5)
    name = writers(vault).kiosk.file
    data = bytearray(vault.read(name) or b"")
    data[-10 * SIZE] ^= 1
    vault.cut(name, 0)
    vault.append(name, bytes(data))
    kiosk(vault).ready()
    aside = vault.names("aside")
    assert [vault.read(f"aside/{one}") for one in aside] == [bytes(data[-10 * SIZE :])]


def test_a_torn_frame_is_set_aside_and_logged_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    vault = told(())
    vault.append(intake.FILE, b"BSI1 torn")
    kiosk(vault).ready()
    assert vault.read(intake.FILE) == b""
    assert [vault.read(f"aside/{one}") for one in vault.names("aside")] == [b"BSI1 torn"]
    (said,) = [one.getMessage() for one in caplog.records]
    assert "bytes are set aside" in said
    assert CANARY not in said
