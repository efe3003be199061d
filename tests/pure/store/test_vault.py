"""The folder that Tells are kept in: on a real disk, a full one, a failing one, a vanished one."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.override import override
from app.domain.ports import StoreFault
from app.domain.tell.vault import Vault
from app.store.cabinet import Cabinet
from app.store.disk import Disk
from app.store.home import Home
from app.store.vault import FolderVault
from tests.power import MemoryDisk, OwnCabinet
from tests.tells import HOME, folder, read_by, real_vault, tell, tell_id
from tests.tells import kiosk as journal_on

Acts = tuple[Callable[[], object], ...]
CALLS = 400
"""More than one Tell makes; a test ends when it has seen that all were covered."""


@pytest.fixture
def vault(cabinet: Cabinet) -> FolderVault:
    """The vault of an empty folder."""
    return real_vault(cabinet)


class FailingDisk(MemoryDisk):
    """Fails at one call, counted from when it is armed; with ``broken`` at that and all after."""

    def __init__(self, code: int = errno.ENOSPC) -> None:
        super().__init__()
        self._code = code
        self.left: int | None = None
        self.broken = False
        self.failed = 0

    def arm(self, left: int, *, broken: bool = False) -> None:
        """Let so many calls pass, then fail."""
        self.left, self.broken = left, broken

    def _call(self) -> None:
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            self.failed += 1
            if not self.broken:
                self.left = None
            raise OSError(self._code, "failed")

    @override
    def read(self, path: Path) -> bytes:
        self._call()
        return super().read(path)

    @override
    def create(self, path: Path) -> int:
        self._call()
        return super().create(path)

    @override
    def open_growing(self, path: Path) -> int:
        self._call()
        return super().open_growing(path)

    @override
    def cut(self, file: int, size: int) -> None:
        self._call()
        super().cut(file, size)

    @override
    def write(self, file: int, data: memoryview) -> int:
        self._call()
        return super().write(file, data)

    @override
    def sync(self, file: int) -> None:
        self._call()
        super().sync(file)

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._call()
        super().replace(source, target)

    @override
    def remove(self, path: Path) -> None:
        self._call()
        super().remove(path)

    @override
    def sync_folder(self, folder: Path) -> None:
        self._call()
        super().sync_folder(folder)

    @override
    def make_folder(self, folder: Path) -> None:
        self._call()
        super().make_folder(folder)


def test_whole_files_are_put_there_and_replaced(vault: FolderVault, home: Home) -> None:
    vault.write({"a/b/one": b"1", "two": b"2"})
    vault.write({"two": b"22"})
    assert (vault.read("a/b/one"), vault.read("two"), vault.read("three")) == (b"1", b"22", None)
    assert (vault.end("two", 1), vault.end("two", 9)) == ((2, b"2"), (2, b"22"))
    assert vault.end("three", 1) == (0, b"")
    assert vault.names("a/b") == ("one",)
    assert vault.names("nowhere") == ()
    assert sorted(path.name for path in home.tell.rglob("*")) == ["a", "b", "one", "two"]


def test_a_file_grows_and_is_cut(vault: FolderVault) -> None:
    vault.append("grows", b"abc")
    vault.append("grows", b"def")
    assert vault.read("grows") == b"abcdef"
    vault.cut("grows", 2)
    vault.append("grows", b"X")
    assert vault.read("grows") == b"abX"
    vault.cut("new", 0)
    assert vault.read("new") == b""


def test_what_another_run_left_is_gone_on_with(cabinet: Cabinet, vault: FolderVault) -> None:
    vault.append("chains/c", b"abc")
    again = real_vault(cabinet)
    again.append("chains/c", b"def")
    assert again.read("chains/c") == b"abcdef"


def test_files_are_removed_and_one_that_is_not_there_is_no_fault(vault: FolderVault) -> None:
    vault.write({"a/one": b"1"})
    vault.append("a/grows", b"1")
    vault.remove(("a/one", "a/grows", "a/none", "nowhere/none"))
    assert vault.names("a") == ()
    vault.append("a/grows", b"2")
    assert vault.read("a/grows") == b"2"


def test_nothing_is_written_in_a_folder_that_is_not_held(home: Home) -> None:
    vault = real_vault(Cabinet(home))
    acts: Acts = (
        lambda: vault.write({"one": b"1"}),
        lambda: vault.append("one", b"1"),
        lambda: vault.cut("one", 0),
        lambda: vault.remove(("one",)),
    )
    for act in acts:
        with pytest.raises(StoreFault, match="for reading only"):
            act()
    assert vault.read("one") is None


def test_a_growing_file_that_vanished_is_a_fault_and_not_begun_anew(
    vault: FolderVault, home: Home
) -> None:
    vault.append("grows", b"abc")
    home.tell.rename(home.tell.with_name("unmounted"))
    acts: Acts = (lambda: vault.append("grows", b"d"), lambda: vault.cut("grows", 0))
    for act in acts:
        with pytest.raises(StoreFault):
            act()
    assert not home.tell.exists()
    home.tell.with_name("unmounted").rename(home.tell)
    vault.append("grows", b"def")
    assert vault.read("grows") == b"abcdef"


def test_a_data_folder_that_vanished_is_not_made_again(tmp_path: Path) -> None:
    home = Home(tmp_path / "mounted")
    vault = FolderVault(OwnCabinet(home), home.tell)
    with pytest.raises(StoreFault):
        vault.append("grows", b"abc")
    with pytest.raises(StoreFault):
        vault.write({"one": b"1"})
    assert not home.root.exists()


def test_a_file_that_lost_its_end_is_a_fault_and_not_filled_up(
    vault: FolderVault, home: Home
) -> None:
    vault.append("grows", b"abcdef")
    (home.tell / "grows").write_bytes(b"abc")
    with pytest.raises(StoreFault, match="only 3 of 6 bytes"):
        vault.append("grows", b"g")
    assert (home.tell / "grows").read_bytes() == b"abc"


def test_a_failed_cut_does_not_come_back_as_zeros() -> None:
    """The file is short already when its sync fails: it must not be lengthened again."""
    disk = FailingDisk()
    vault = folder(disk)
    vault.append("grows", b"abcdef")
    disk.arm(2)  # opened, cut, and then not synced
    with pytest.raises(StoreFault):
        vault.cut("grows", 0)
    vault.append("grows", b"g")
    assert vault.read("grows") == b"g"


@pytest.mark.parametrize("broken", [False, True])
def test_a_failed_append_leaves_nothing_that_a_later_one_does_not_cut(broken: bool) -> None:
    for calls in range(CALLS):
        disk = FailingDisk()
        vault = folder(disk)
        if calls % 2:
            vault.append("a/grows", b"abc")
        before = b"abc" * (calls % 2)
        disk.arm(calls // 2, broken=broken)
        try:
            vault.append("a/grows", b"d" * 900)
        except StoreFault:
            assert disk.failed
        else:
            before += b"d" * 900
        disk.arm(CALLS)
        vault.append("a/grows", b"e")
        assert vault.read("a/grows") == before + b"e"
        # Also the name of the file and of its folder is on the medium now.
        assert all(before + b"e" in files.values() for files in disk.after_a_cut())
        if not disk.failed and calls > 20:
            return
    pytest.fail("the disk failed to the end")


@pytest.mark.parametrize("calls", range(16))
def test_a_failed_write_leaves_the_old_file_or_the_new(calls: int) -> None:
    disk = FailingDisk()
    vault = folder(disk)
    vault.write({"a/one": b"old"})
    disk.arm(calls)
    try:
        vault.write({"a/one": b"new", "b/two": b"new"})
    except StoreFault:
        assert vault.read("a/one") in (b"old", b"new")
    disk.arm(CALLS)
    vault.write({"a/one": b"new", "b/two": b"new"})
    assert all(list(files.values()) == [b"new", b"new"] for files in disk.after_a_cut())
    assert vault.names("a") == ("one",)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "the disk failed"),
        (errno.EACCES, "no permission"),
    ],
)
def test_each_fault_says_what_to_do(code: int, told: str) -> None:
    disk = FailingDisk(code)
    vault = folder(disk)
    vault.append("grows", b"a")
    acts: Acts = (
        lambda: vault.append("grows", b"b"),
        lambda: vault.write({"one": b"1"}),
        lambda: vault.cut("grows", 0),
        lambda: vault.read("grows"),
    )
    for act in acts:
        disk.arm(0, broken=True)
        with pytest.raises(StoreFault, match=told):
            act()


@pytest.mark.parametrize("broken", [False, True])
def test_a_tell_on_a_disk_that_fails_at_any_call_is_whole_after_the_next_start(
    broken: bool,
) -> None:
    for calls in range(0, CALLS, 3):
        disk = FailingDisk(errno.EIO)
        journal = journal_on(folder(disk))
        tell(journal, 1, ())
        disk.arm(calls, broken=broken)
        kept = True
        try:
            tell(journal, 2, ())
        except StoreFault:
            kept = False
        failed, disk.left = disk.failed, None
        tell(journal, 3, ())
        again = MemoryDisk(disk.files)
        journal_on(folder(again)).ready()
        found = read_by(folder(again), "headteacher")
        assert {tell_id(1), tell_id(3)} <= found.keys()
        assert not kept or tell_id(2) in found
        if not failed:
            assert calls > 30
            return
    pytest.fail("the disk failed to the end")


class HalfDisk(Disk):
    """A real disk that takes one byte at a time."""

    @override
    def write(self, file: int, data: memoryview) -> int:
        return super().write(file, data[:1])


def test_half_taken_writes_are_gone_on_with(tmp_path: Path) -> None:
    home = Home(tmp_path)
    vault: Vault = FolderVault(OwnCabinet(home, HalfDisk()), home.tell)
    vault.append("grows", b"abc")
    vault.append("grows", b"def")
    vault.write({"one": b"whole"})
    assert (vault.read("grows"), vault.read("one")) == (b"abcdef", b"whole")


def test_every_file_stands_below_the_folder_of_tells(vault: FolderVault, cabinet: Cabinet) -> None:
    vault.write({"kiosk.key": b"1"})
    assert (cabinet.home.tell / "kiosk.key").read_bytes() == b"1"
    assert HOME.tell == HOME.root / "tell"
