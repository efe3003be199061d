"""The disk's own calls, and the patience with which Windows' moments are waited out."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.store.disk import Disk, Patience


def test_bytes_written_in_pieces_are_read_back(tmp_path: Path) -> None:
    disk, path = Disk(), tmp_path / "shells.json"
    file = disk.create(path)
    data = memoryview(b"conch, cockle, whelk")
    taken = disk.write(file, data[:5])
    disk.write(file, data[taken:])
    disk.sync(file)
    disk.close(file)
    assert disk.read(path) == b"conch, cockle, whelk"


def test_creating_empties_what_stood_there(tmp_path: Path) -> None:
    disk, path = Disk(), tmp_path / "shells.json"
    path.write_bytes(b"a much longer text")
    disk.close(disk.create(path))
    assert path.read_bytes() == b""


def test_an_open_file_is_not_handed_to_children(tmp_path: Path) -> None:
    disk = Disk()
    file = disk.create(tmp_path / "shells.json")
    assert not os.get_inheritable(file)
    disk.close(file)


def test_replacing_leaves_one_file(tmp_path: Path) -> None:
    disk = Disk()
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    disk.replace(tmp_path / "a", tmp_path / "b")
    disk.sync_folder(tmp_path)
    assert disk.names(tmp_path) == ("b",)
    assert disk.read(tmp_path / "b") == b"a"
    disk.remove(tmp_path / "b")
    assert disk.names(tmp_path) == ()


def test_a_missing_folder_has_no_names_and_is_made_with_those_above(tmp_path: Path) -> None:
    disk, folder = Disk(), tmp_path / "one" / "two"
    assert disk.names(folder) == ()
    disk.make_folder(folder)
    disk.make_folder(folder)
    assert folder.is_dir()


def test_syncing_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Disk().sync_folder(tmp_path / "none")


class WindowsError32(OSError):
    """What Windows says while another program has a file open."""

    winerror = 32


class Scanner:
    """A virus scanner that keeps a file busy for some tries."""

    def __init__(self, busy_tries: int, error: OSError | None = None) -> None:
        self.tries = 0
        self.now = 0.0
        self._busy = busy_tries
        self._error = error or WindowsError32(errno.EACCES, "the file is in use")

    def moment(self) -> float:
        """Return the time."""
        return self.now

    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    def act(self) -> str:
        """Work once the scanner is done."""
        self.tries += 1
        if self.tries <= self._busy:
            raise self._error
        return "done"

    @property
    def patience(self) -> Patience:
        """The patience under test, on this scanner's time."""
        return Patience(moment=self.moment, pause=self.pause)


def test_a_busy_moment_is_waited_out() -> None:
    scanner = Scanner(busy_tries=6)
    assert scanner.patience(scanner.act) == "done"
    assert scanner.tries == 7
    assert 0 < scanner.now < 1


def test_patience_ends_after_two_and_a_half_seconds() -> None:
    scanner = Scanner(busy_tries=1_000_000)
    with pytest.raises(WindowsError32):
        scanner.patience(scanner.act)
    assert 2.0 < scanner.now <= 2.5
    assert scanner.tries > 10


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "full"),
        FileNotFoundError(errno.ENOENT, "none"),
        PermissionError(13, ""),
    ],
)
def test_other_errors_are_not_waited_for(error: OSError) -> None:
    scanner = Scanner(1, error)
    with pytest.raises(type(error)):
        scanner.patience(scanner.act)
    assert (scanner.tries, scanner.now) == (1, 0.0)


def test_what_works_at_once_takes_no_time() -> None:
    scanner = Scanner(0)
    assert scanner.patience(scanner.act) == "done"
    assert scanner.now == 0.0
