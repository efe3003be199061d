"""Faults as the system itself makes them: a full disk, a read-only folder, no permission."""

from __future__ import annotations

import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.domain.override import override
from app.domain.pin import PinRecord
from app.domain.ports import StoreFault
from app.domain.school import School
from app.store.cabinet import Cabinet
from app.store.disk import Disk
from app.store.home import Home, find_home
from app.store.kiosk import KioskFile
from app.store.progress import ProgressFiles
from app.store.schoolfile import SchoolFile
from tests.deeds import AMINA, BEN, deed

NOBODY = 65534
"""A user without rights, wherever there are users."""


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let the system refuse every write beyond so many bytes of a file, in the middle of it."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def without_rights() -> Iterator[None]:
    """Let this process have no more rights than anybody; those of root reach past everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


class FullDisk(Disk):
    """A disk on which nothing fits any more once it is full: the system's own full device."""

    full = False

    @override
    def create(self, path: Path) -> int:
        return super().create(Path("/dev/full") if self.full else path)


@pytest.fixture
def public() -> Iterator[Home]:
    """A data folder that everybody can reach."""
    root = Path(tempfile.mkdtemp(prefix="be-smart-"))
    (root / "data").mkdir()
    root.chmod(0o755)
    (root / "data").chmod(0o777)
    yield Home(root / "data")
    shutil.rmtree(root)


@pytest.fixture
def kept(public: Home) -> Iterator[Cabinet]:
    """The same folder, held, with two answers in it, and a school."""
    cabinet = Cabinet(public)
    cabinet.hold()
    with without_rights():
        store = ProgressFiles(cabinet)
        store.add(AMINA, deed(1))
        store.add(AMINA, deed(2))
        SchoolFile(cabinet).save(School("Hillside", "00" * 32))
    yield cabinet
    cabinet.release()


def test_a_write_cut_short_by_a_full_disk_keeps_what_was_kept(cabinet: Cabinet) -> None:
    store = ProgressFiles(cabinet)
    for number in range(1, 6):
        store.add(AMINA, deed(number))
    size = (cabinet.home.progress / f"{AMINA}.json").stat().st_size
    with room_for(size), pytest.raises(StoreFault, match="the disk is full; free some space"):
        store.add(AMINA, deed(6))
    before = tuple(deed(number) for number in range(1, 6))
    assert store.attempts(AMINA) == ProgressFiles(cabinet).attempts(AMINA) == before
    assert not list(cabinet.home.progress.glob("*.tmp"))
    store.add(AMINA, deed(6))
    assert ProgressFiles(cabinet).attempts(AMINA) == (*before, deed(6))


def test_on_a_full_disk_reading_goes_on_and_writing_waits_for_room(home: Home) -> None:
    disk = FullDisk()
    cabinet = Cabinet(home, disk)
    cabinet.hold()
    store, schools, kiosk = ProgressFiles(cabinet), SchoolFile(cabinet), KioskFile(cabinet)
    school = School("Hillside", "00" * 32)
    store.add(AMINA, deed(1))
    schools.save(school)
    kiosk.keep_pin(PinRecord("$argon2id$made-up"))
    disk.full = True
    writes: list[Callable[[], None]] = [
        lambda: store.add(AMINA, deed(2)),
        lambda: store.add(BEN, deed(2)),
        lambda: schools.save(School("New", "11" * 32)),
        lambda: kiosk.keep_pin(PinRecord("$argon2id$other")),
    ]
    for write in writes:
        with pytest.raises(StoreFault, match="the disk is full"):
            write()
    assert store.attempts(AMINA) == (deed(1),)
    assert schools.load() == school
    assert kiosk.pin() == PinRecord("$argon2id$made-up")
    disk.full = False
    for write in writes:
        write()
    assert ProgressFiles(cabinet).attempts(AMINA) == (deed(1), deed(2))
    cabinet.release()


def test_in_a_read_only_folder_reading_goes_on(kept: Cabinet) -> None:
    home = kept.home
    for folder in (home.progress, home.root):
        folder.chmod(0o555)
    store = ProgressFiles(kept)
    with without_rights():
        with pytest.raises(StoreFault, match=r"no permission; let the account .* read and write"):
            store.add(AMINA, deed(3))
        with pytest.raises(StoreFault, match="no permission"):
            SchoolFile(kept).save(School("New", "11" * 32))
        assert store.attempts(AMINA) == (deed(1), deed(2))
        assert SchoolFile(kept).load() == School("Hillside", "00" * 32)
        numbers = KioskFile(kept)
        assert numbers.number() < numbers.number()
    for folder in (home.progress, home.root):
        folder.chmod(0o777)
    with without_rights():
        store.add(AMINA, deed(3))
        assert ProgressFiles(kept).attempts(AMINA) == (deed(1), deed(2), deed(3))


def test_a_file_one_may_not_read_is_a_fault_and_no_damage(kept: Cabinet) -> None:
    path = kept.home.progress / f"{AMINA}.json"
    path.chmod(0o000)
    with without_rights(), pytest.raises(StoreFault, match="no permission"):
        ProgressFiles(kept).attempts(AMINA)
    assert kept.problems == ()
    assert not kept.home.aside.exists()
    path.chmod(0o660)
    with without_rights():
        assert ProgressFiles(kept).attempts(AMINA) == (deed(1), deed(2))


def test_damage_in_a_read_only_folder_is_told_and_the_copy_before_it_used(kept: Cabinet) -> None:
    path = kept.home.progress / f"{AMINA}.json"
    path.write_bytes(b"damage")
    for folder in (kept.home.progress, kept.home.root):
        folder.chmod(0o555)
    with without_rights():
        store = ProgressFiles(kept)
        assert store.attempts(AMINA) == (deed(1),)
        assert [problem.file for problem in store.problems()] == [f"progress/{AMINA}.json"]
        with pytest.raises(StoreFault, match="no permission"):
            store.add(AMINA, deed(3))
    assert path.read_bytes() == b"damage"


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_data_folder_without_permission_is_said_at_the_start(public: Home, mode: int) -> None:
    public.root.chmod(mode)
    with without_rights(), pytest.raises(StoreFault, match=r"no permission; .* --home"):
        Cabinet(public).hold()
    with without_rights(), pytest.raises(StoreFault, match="no permission"):
        find_home(public.root / "below")


def test_without_rights_on_the_machines_folder_the_users_is_taken(
    public: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine, user = public.root / "machine", public.root / "user"
    machine.mkdir(mode=0o755)
    user.mkdir()
    user.chmod(0o777)
    if os.geteuid() != 0:
        machine.chmod(0o555)
    monkeypatch.setenv("XDG_DATA_DIRS", str(machine))
    monkeypatch.setenv("XDG_DATA_HOME", str(user))
    with without_rights():
        home = find_home()
    assert home.fallback
    assert home.root.parent == user
