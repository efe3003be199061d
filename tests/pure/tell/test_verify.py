"""Verify: whatever is changed in a record is found, and nothing else is."""

from __future__ import annotations

from random import Random

import pytest

from app.domain.tell.lists import Kiosk, row_of
from app.tell.chain import Body, Chain
from app.tell.desk import Desk
from app.tell.entry import SIZE, Kind
from app.tell.journal import KioskJournal, file_name
from app.tell.plain import packed, signed
from app.tell.reading import read_all
from app.tell.rosterfile import RosterFile
from app.tell.sealing import body_id
from app.tell.writer import Writer, writers
from tests.fakes import FakeClock
from tests.power import Files, MemoryDisk
from tests.staffroom import STAFF, Staffroom, changed, keys_of, staffroom
from tests.tampering import HARMS, Trials, checked, schoolyear, vault_of
from tests.tells import HOME, SAID, folder, id_of, kiosk, press, say, tell, tell_id

TRIALS_A_KIND = 30


@pytest.fixture(scope="module")
def trials() -> Trials:
    """A record to be harmed."""
    return Trials()


def test_a_record_as_it_was_written_is_sound(trials: Trials) -> None:
    report = checked(trials.files, *trials.anchors, trials.anchors[0][:16])
    assert report.sound
    assert report.notes == []
    assert report.entries == 1 + 5 * 4 + 1 + 5
    assert report.files == 5 * 4 + 5
    assert len(report.heads) == 2


@pytest.mark.parametrize("kind", HARMS)
def test_every_harm_is_found(trials: Trials, kind: str) -> None:
    chance = Random(kind)
    for _ in range(TRIALS_A_KIND):
        state = chance.getstate()
        assert trials.is_found(HARMS[kind], chance), (kind, state)


def test_every_single_byte_of_an_entry_counts(trials: Trials) -> None:
    path = HOME.tell / writers(vault_of(trials.files)).kiosk.file
    for at in range(3 * SIZE, 4 * SIZE, 3):
        data = bytearray(trials.files[path])
        data[at] ^= 1
        report = checked({**trials.files, path: bytes(data)})
        (first,) = report.firsts()
        assert first.where == "entry 3"


def room_of(files: Files) -> Staffroom:
    """Return the school on these files."""
    vault, clock = vault_of(files), FakeClock()
    lists = RosterFile(vault)
    desk = Desk(vault, clock, lists)
    return Staffroom(vault, clock, lists, desk, KioskJournal(vault, clock), count=99)


def files_of(room: Staffroom) -> Files:
    """Return all files of a school that lives in memory."""
    disk = room.vault._disk  # type: ignore[attr-defined]  # it is a FolderVault on a MemoryDisk
    assert isinstance(disk, MemoryDisk)
    return disk.files


def test_the_first_break_is_named_with_what_to_do_and_the_rest_is_listed(trials: Trials) -> None:
    path = HOME.tell / writers(vault_of(trials.files)).kiosk.file
    data = trials.files[path]
    report = checked({**trials.files, path: data[: 2 * SIZE] + data[3 * SIZE :]})
    (first,) = report.firsts()
    assert (first.file, first.where) == (f"chains/{path.name}", "entry 2")
    assert "entries are gone" in first.fault
    assert "keep this folder as it is" in first.fault
    assert report.rest() == ()
    (note,) = report.notes
    assert "no chain names it" in note.fault


def test_a_forged_tell_is_refused_and_shown(trials: Trials) -> None:
    """Somebody with public keys only seals a false Tell and adds it under a key of their own."""
    room = room_of(trials.files)
    other = staffroom(folder(MemoryDisk()))
    tell(other.journal, 77, SAID)
    theirs = writers(other.vault).kiosk
    room.vault.write({theirs.file: other.vault.read(theirs.file) or b""})
    (first,) = checked(files_of(room)).firsts()
    assert first.file == theirs.file
    assert "forged" in first.fault
    reading = read_all(room.vault, room.lists.history(), keys_of("headteacher").box_secret)
    assert tell_id(77) not in {case.tell for case in reading.files.cases()}


def test_an_entry_of_another_key_in_the_kiosks_chain_is_refused(trials: Trials) -> None:
    room = room_of(trials.files)
    other = staffroom(folder(MemoryDisk()))
    tell(other.journal, 77, SAID)
    theirs, ours = writers(other.vault).kiosk, writers(room.vault).kiosk
    data = other.vault.read(theirs.file) or b""
    room.vault.append(ours.file, data[SIZE:])
    (first,) = checked(files_of(room)).firsts()
    assert (first.file, first.where) == (ours.file, "entry 21")
    assert "forged" in first.fault


def test_a_kiosk_that_no_list_names_any_more_is_refused() -> None:
    room = staffroom(folder(MemoryDisk()))
    old = room.lists.listing()
    assert old is not None
    stranger = Kiosk("Hall", bytes(32), bytes(32))
    listing = room.publish(changed(old.roster), "dsl", "headteacher", kiosks=(stranger,))
    tell(room.journal, 1, SAID, listing.roster)
    report = checked(files_of(room))
    assert not report.sound
    assert any("does not name this PC" in one.fault for one in report.breaks)


def test_an_older_list_put_back_is_refused() -> None:
    room = staffroom(folder(MemoryDisk()))
    desk = writers(room.vault).desk.file
    older = room.vault.read(desk) or b""
    roster = changed(STAFF, covering=True)
    room.publish(roster, "dsl")
    tell(room.journal, 1, SAID, roster)
    assert checked(files_of(room)).sound
    room.vault.cut(desk, len(older))
    report = checked(files_of(room))
    assert "an older list was put back" in report.firsts()[0].fault


def test_a_list_that_one_has_signed_alone_is_refused_where_it_stands() -> None:
    room = staffroom(folder(MemoryDisk()))
    old = room.lists.listing()
    assert old is not None
    row: dict[str, object] = {**row_of(old), "version": 2}
    row = signed(row, id_of("dsl"), keys_of("dsl").sign_secret)
    room.desk.note(row, 2)
    (first,) = checked(files_of(room)).firsts()
    assert first.where == "entry 2"
    assert "refused" in first.fault


def test_a_plain_file_named_as_a_sealed_one_is_found() -> None:
    room = staffroom(folder(MemoryDisk()))
    tell(room.journal, 1, SAID)
    own = writers(room.vault).kiosk
    add_body(room, own, Kind.SEALED, packed({"kind": "anchor"}))
    (first,) = checked(files_of(room)).firsts()
    assert first.where.startswith("entry 6, its file bodies/")


def add_body(room: Staffroom, writer: Writer, kind: Kind, data: bytes) -> None:
    """Add an entry for a file, as who has this PC's keys could."""
    chain = Chain(room.vault, writer, room.clock)
    chain.open()
    room.vault.write({file_name(data): data})
    chain.add([Body(kind, bytes.fromhex(body_id(data)), len(data))], 1)


def test_a_body_that_is_named_twice_is_found() -> None:
    room = staffroom(folder(MemoryDisk()))
    own = writers(room.vault)
    for writer in own:
        add_body(room, writer, Kind.PLAIN, packed({"kind": "alive"}))
    (first,) = checked(files_of(room)).firsts()
    assert "doubled" in first.fault


def test_an_end_cut_before_the_last_anchor_is_found_without_paper(trials: Trials) -> None:
    path = HOME.tell / writers(vault_of(trials.files)).kiosk.file
    cut = trials.files[path][: 5 * SIZE]
    (first,) = checked({**trials.files, path: cut}).firsts()
    assert "the anchor in entry" in first.fault
    without = {name: data for name, data in trials.files.items() if name != path}
    assert not checked(without).sound


def test_an_anchor_of_another_record_is_not_found_here(trials: Trials) -> None:
    (first,) = checked(trials.files, "ab" * 32).firsts()
    assert first.file == f"anchor {'ab' * 32}"


def test_a_copy_without_this_pcs_key_is_checked_all_the_same(trials: Trials) -> None:
    copy = {path: data for path, data in trials.files.items() if path.name != "kiosk.key"}
    report = checked(copy, *trials.anchors)
    assert report.sound
    assert report.entries == 27


def test_a_sitting_that_lasts_is_no_alarm() -> None:
    room = staffroom(folder(MemoryDisk()))
    press(room.journal, 1, STAFF)
    room.journal.settle()
    say(room.journal, 1, SAID[:2], STAFF)
    assert checked(files_of(room)).sound
    data = bytearray(room.vault.read("intake") or b"")
    data[len(data) // 2] ^= 1
    room.vault.write({"intake": bytes(data)})
    (first,) = checked(files_of(room)).firsts()
    assert (first.file, first.where.split()[0]) == ("intake", "from")


def test_nothing_is_written_and_an_empty_folder_is_sound() -> None:
    disk = MemoryDisk()
    schoolyear(disk)
    before = disk.files
    assert checked(before).sound
    report = checked({})
    assert (report.sound, report.entries) == (True, 0)
    assert disk.files == before


STATES = 3


def after_cuts() -> list[Files]:
    """Return what power cuts leave of a Tell and a deed, before the program starts again."""
    disk = MemoryDisk(every=300)
    room = staffroom(folder(disk))
    found: list[Files] = []
    chance = Random(5)
    disk.watch = lambda: found.extend(disk.some_after_a_cut(STATES, chance))
    tell(room.journal, 1, SAID[:2], STAFF)
    tell(room.journal, 2, (), STAFF)
    disk.watch = lambda: None
    return found


def test_a_torn_end_is_no_alarm_once_the_kiosk_has_started_again() -> None:
    states = after_cuts()
    assert len(states) > 300
    for files in Random(6).sample(states, 80):
        disk = MemoryDisk(files)
        kiosk(folder(disk)).ready()
        report = checked(disk.files)
        assert report.sound, report.breaks
        assert not [one for one in report.notes if one.file.startswith("bodies")]


def test_a_torn_chain_is_no_alarm_either_while_the_intake_holds_what_it_names() -> None:
    for files in Random(7).sample(after_cuts(), 80):
        report = checked(files)
        assert all(one.file == "intake" for one in report.breaks), report.breaks


def test_deeds_that_a_start_took_out_are_kept_aside_and_told(trials: Trials) -> None:
    path = HOME.tell / writers(vault_of(trials.files)).desk.file
    data = bytearray(trials.files[path])
    data[-2 * SIZE] ^= 1
    room = room_of({**trials.files, path: bytes(data)})
    room.desk.anchor()
    report = checked(files_of(room))
    assert any(one.file.startswith("aside/") for one in report.notes)
    assert not checked(files_of(room), *trials.anchors).sound


def test_an_end_that_a_start_took_out_stays_an_alarm(trials: Trials) -> None:
    path = HOME.tell / writers(vault_of(trials.files)).kiosk.file
    data = bytearray(trials.files[path])
    data[-1] ^= 1
    disk = MemoryDisk({**trials.files, path: bytes(data)})
    kiosk(folder(disk)).ready()
    report = checked(disk.files)
    assert report.firsts()[0].file.startswith("aside/")
