"""The file that is replaced whole: what stands on the disk, and what is done with damage."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.store.atomic import AtomicFile, Source
from app.store.cabinet import Cabinet
from app.store.disk import Disk
from app.store.envelope import Letter, seal
from app.store.home import Home
from app.store.migrations import Document, Format

SHELLS = Format("shells")


@pytest.fixture
def path(home: Home) -> Path:
    """Where the file stands."""
    return home.root / "beach" / "shells.json"


@pytest.fixture
def file(cabinet: Cabinet, path: Path) -> AtomicFile:
    """A file that is not there yet."""
    return AtomicFile(cabinet, path, SHELLS)


def shells(number: int) -> Document:
    """Return a document."""
    return {"shells": {"1": {"number": number}}}


def bytes_of(number: int) -> bytes:
    """Return the same document as it stands on the disk."""
    return seal(SHELLS.fold(shells(number)))


def save(file: AtomicFile, *numbers: int) -> None:
    """Save these documents one after another, as a program does that has just started."""
    file.load()
    for number in numbers:
        file.save(shells(number))


def last_of(path: Path) -> Path:
    """Return where the last good copy stands."""
    return path.with_name(f"{path.name}.last")


def names(folder: Path) -> list[str]:
    """Return what stands in a folder."""
    return sorted(one.name for one in folder.iterdir())


def test_the_first_save_makes_folder_and_file(file: AtomicFile, path: Path) -> None:
    assert file.load() is None
    assert file.source is Source.NOWHERE
    file.save(shells(1))
    assert path.read_bytes() == bytes_of(1)
    assert names(path.parent) == ["shells.json"]


def test_the_last_good_copy_stands_beside_it(file: AtomicFile, path: Path) -> None:
    save(file, 1, 2, 3)
    assert path.read_bytes() == bytes_of(3)
    assert last_of(path).read_bytes() == bytes_of(2)
    assert names(path.parent) == ["shells.json", "shells.json.last"]


def test_files_are_no_business_of_other_accounts(file: AtomicFile, path: Path) -> None:
    save(file, 1)
    assert path.stat().st_mode & 0o007 == 0


def test_a_file_left_half_written_is_removed(file: AtomicFile, path: Path) -> None:
    save(file, 1)
    path.with_name("shells.json.tmp").write_bytes(bytes_of(2)[:20])
    assert file.load() == shells(1)
    assert names(path.parent) == ["shells.json"]


def cut(data: bytes) -> bytes:
    """Damage a file as a cut write does."""
    return data[: len(data) // 2]


def altered(data: bytes) -> bytes:
    """Damage a file so that it still reads as JSON."""
    return data.replace(b"2", b"7")


def emptied(_: bytes) -> bytes:
    """Damage a file as some file systems do."""
    return b""


@pytest.mark.parametrize("damage", [cut, altered, emptied])
def test_a_damaged_file_is_set_aside_and_the_last_good_copy_used(
    cabinet: Cabinet, file: AtomicFile, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    save(file, 1, 2)
    hurt = damage(path.read_bytes())
    path.write_bytes(hurt)

    again = AtomicFile(cabinet, path, SHELLS)
    assert again.load() == shells(1)
    assert again.source is Source.LAST
    (aside,) = cabinet.home.aside.iterdir()
    assert aside.read_bytes() == hurt
    (problem,) = cabinet.problems
    assert problem.file == "beach/shells.json"
    assert "set aside" in problem.fault
    assert "check this PC's disk" in problem.fault

    again.save(shells(3))
    assert AtomicFile(cabinet, path, SHELLS).load() == shells(3)
    assert last_of(path).read_bytes() == bytes_of(1)


def test_two_damages_are_set_aside_under_different_names(
    cabinet: Cabinet, file: AtomicFile, path: Path
) -> None:
    file.load()
    for number in (1, 2):
        file.save(shells(number))
        path.write_bytes(b"damage %d" % number)
        assert file.load() in (None, shells(1))
    assert len(names(cabinet.home.aside)) == 2
    assert len({one.read_bytes() for one in cabinet.home.aside.iterdir()}) == 2


def test_without_a_sound_copy_it_is_lost_which_is_not_the_same_as_new(
    cabinet: Cabinet, file: AtomicFile, path: Path
) -> None:
    save(file, 1, 2)
    for one in path.parent.iterdir():
        one.write_bytes(b"")
    assert file.load() is None
    assert file.source is Source.LOST
    assert len(names(cabinet.home.aside)) == 2
    assert {problem.file for problem in cabinet.problems} == {
        "beach/shells.json",
        "beach/shells.json.last",
    }
    later = AtomicFile(Cabinet(cabinet.home), path, SHELLS)
    assert later.load() is None
    assert later.source is Source.LOST


def test_a_document_of_another_format_is_damage(file: AtomicFile, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(seal(Letter("school", 1, b"{}")))
    assert file.load() is None
    assert file.source is Source.LOST


def test_a_newer_schema_is_refused_and_left_untouched(
    cabinet: Cabinet, file: AtomicFile, path: Path
) -> None:
    save(file, 1, 2)
    newer = seal(Letter("shells", 2, b'{"shells":{"1":{"sort":"conch"}}}'))
    path.write_bytes(newer)
    with pytest.raises(StoreFault, match=r"shells\.json: this file was written by a newer"):
        AtomicFile(cabinet, path, SHELLS).load()
    assert path.read_bytes() == newer
    assert names(path.parent) == ["shells.json", "shells.json.last"]


def test_an_older_schema_is_read_and_kept_as_the_last_copy(
    cabinet: Cabinet, file: AtomicFile, path: Path
) -> None:
    save(file, 1)

    def add_a_table(old: Document) -> Document:
        return {**old, "crabs": {}}

    grown = AtomicFile(cabinet, path, Format("shells", (add_a_table,)))
    document = grown.load()
    assert document == {**shells(1), "crabs": {}}
    assert path.read_bytes() == bytes_of(1)
    grown.save(document)
    assert path.read_bytes().startswith(b"be-smart shells 2 ")
    assert last_of(path).read_bytes() == bytes_of(1)


def test_a_folder_that_is_not_held_is_only_read(home: Home, file: AtomicFile, path: Path) -> None:
    save(file, 1, 2)
    path.write_bytes(b"damage")
    fresh = path.with_name("shells.json.tmp")
    fresh.write_bytes(b"another Be SMART writes this just now")

    reader = AtomicFile(Cabinet(home), path, SHELLS)
    assert reader.load() == shells(1)
    assert names(path.parent) == ["shells.json", "shells.json.last", "shells.json.tmp"]
    assert path.read_bytes() == b"damage"
    with pytest.raises(StoreFault, match="for reading only"):
        reader.save(shells(3))
    with pytest.raises(StoreFault, match="for reading only"):
        reader.erase()


def test_only_what_was_set_aside_is_said_to_be(home: Home, file: AtomicFile, path: Path) -> None:
    save(file, 1, 2)
    path.write_bytes(b"damage")
    reading = Cabinet(home)
    assert AtomicFile(reading, path, SHELLS).load() == shells(1)
    (problem,) = reading.problems
    assert "it stays where it is until it can be set aside in the folder 'aside'" in problem.fault
    assert not home.aside.exists()


class BadSector(Disk):
    """A disk that cannot read some files."""

    def __init__(self, fault: OSError, *bad: Path) -> None:
        self.fault = fault
        self.bad = bad

    @override
    def read(self, path: Path) -> bytes:
        if path in self.bad:
            raise self.fault
        return super().read(path)


class WindowsFault(OSError):
    """A fault as Windows numbers it; its errno is that of no permission."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "")
        self.winerror = winerror


UNREADABLE = [OSError(errno.EIO, "Input/output error"), WindowsFault(23), WindowsFault(1117)]


@pytest.mark.parametrize("fault", UNREADABLE)
def test_a_file_the_disk_cannot_read_gives_way_to_the_last_good_copy(
    cabinet: Cabinet, file: AtomicFile, path: Path, fault: OSError
) -> None:
    save(file, 1, 2)
    cabinet.disk = BadSector(fault, path)
    again = AtomicFile(cabinet, path, SHELLS)
    assert again.load() == shells(1)
    assert again.source is Source.LAST
    (problem,) = cabinet.problems
    assert problem.fault.startswith("the disk failed while it was read; it stays where it is")
    assert path.read_bytes() == bytes_of(2)

    again.save(shells(3))
    (aside,) = cabinet.home.aside.iterdir()
    assert aside.read_bytes() == bytes_of(2)
    assert path.read_bytes() == bytes_of(3)
    (problem,) = cabinet.problems
    assert problem.fault.startswith("the disk failed while it was read; it is set aside")


@pytest.mark.parametrize("fault", UNREADABLE)
def test_where_no_copy_can_be_read_the_disk_is_at_fault_and_nothing_is_lost(
    cabinet: Cabinet, file: AtomicFile, path: Path, fault: OSError
) -> None:
    save(file, 1, 2)
    sound = cabinet.disk
    cabinet.disk = BadSector(fault, path, last_of(path))
    again = AtomicFile(cabinet, path, SHELLS)
    with pytest.raises(StoreFault, match="the disk failed"):
        again.load()
    cabinet.disk = sound
    assert AtomicFile(cabinet, path, SHELLS).load() == shells(2)


def test_no_permission_hides_no_newer_file_behind_an_older_one(
    cabinet: Cabinet, file: AtomicFile, path: Path
) -> None:
    save(file, 1, 2)
    cabinet.disk = BadSector(PermissionError(errno.EACCES, "Permission denied"), path)
    with pytest.raises(StoreFault, match="no permission"):
        AtomicFile(cabinet, path, SHELLS).load()
    assert cabinet.problems == ()


def test_erase_leaves_no_copy_anywhere(cabinet: Cabinet, file: AtomicFile, path: Path) -> None:
    other = AtomicFile(cabinet, path.with_name("other.json"), SHELLS)
    for one in (file, other):
        save(one, 1, 2)
        one.path.write_bytes(b"damage")
        one.load()
    file.save(shells(3))
    path.with_name("shells.json.tmp").write_bytes(b"half")
    file.erase()
    assert names(path.parent) == ["other.json.last"]
    assert [name.split(".")[0] for name in names(cabinet.home.aside)] == ["other"]
    assert file.load() is None
    assert file.source is Source.NOWHERE
