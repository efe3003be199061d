"""What staff take away: it is whole or not there, and no business of other accounts."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.domain.override import override
from app.store.disk import Disk
from app.store.papers import Papers


class FullDisk(Disk):
    """A disk that takes three bytes and is full then."""

    def __init__(self) -> None:
        self.room = 3

    @override
    def write(self, file: int, data: memoryview) -> int:
        if self.room == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = super().write(file, data[: self.room])
        self.room -= taken
        return taken


class Onlooker(Disk):
    """A disk that notes what others may do with a file when its first bytes come."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rights: list[int] = []

    @override
    def write(self, file: int, data: memoryview) -> int:
        (found,) = self.path.iterdir()
        self.rights.append(found.stat().st_mode & 0o077)
        return super().write(file, data)


class Stick(Disk):
    """A stick whose file system knows no accounts."""

    @override
    def change_rights(self, path: Path, rights: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")


def test_a_stick_that_knows_no_accounts_takes_it_all_the_same(tmp_path: Path) -> None:
    Papers(Stick()).write(tmp_path / "zoe.json", b"Zoe")
    assert (tmp_path / "zoe.json").read_bytes() == b"Zoe"


def test_a_paper_is_written_into_a_folder_that_is_made_for_it(tmp_path: Path) -> None:
    path = tmp_path / "Documents" / "zoe.json"
    Papers().write(path, "Zoë".encode())
    assert path.read_text(encoding="utf-8") == "Zoë"
    assert list(path.parent.iterdir()) == [path]


def test_other_accounts_cannot_read_it_at_any_time(tmp_path: Path) -> None:
    disk = Onlooker(tmp_path)
    Papers(disk).write(tmp_path / "zoe.json", "Zoë".encode())
    assert disk.rights == [0]
    assert (tmp_path / "zoe.json").stat().st_mode & 0o777 == 0o600


def test_on_a_full_disk_the_paper_before_it_stands_untouched(tmp_path: Path) -> None:
    path = tmp_path / "zoe.json"
    Papers().write(path, b"the old one")
    with pytest.raises(OSError, match="No space left"):
        Papers(FullDisk()).write(path, b"the new one")
    assert path.read_text(encoding="utf-8") == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_paper_stands_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "Documents" / "zoe.json"
    Papers().write_new(path, b"Zoe")
    assert path.read_bytes() == b"Zoe"
    assert list(path.parent.iterdir()) == [path]
    other = tmp_path / "amy.json"
    with pytest.raises(OSError, match="No space left"):
        Papers(FullDisk()).write_new(other, b"Amy, all of it")
    assert not other.exists()


def test_a_new_paper_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "zoe.json"
    path.write_bytes(b"the old one")
    with pytest.raises(FileExistsError):
        Papers().write_new(path, b"the new one")
    assert path.read_bytes() == b"the old one"


def test_somebody_s_own_file_of_the_name_that_we_write_first_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "zoe.json.tmp"
    own.write_bytes(b"their own")
    Papers().write(tmp_path / "zoe.json", b"Zoe")
    assert own.read_bytes() == b"their own"
