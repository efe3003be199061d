"""Places where data do not stay are known for what they are, on every system."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.store.site import Site, doubts, judge, kind_of_mount, survey

TEMP = (PurePosixPath("/tmp"),)  # noqa: S108 - the very thing to be found
WINDOWS_TEMP = (PureWindowsPath(r"C:\Users\Ann\AppData\Local\Temp"),)
ROAMING = (PureWindowsPath(r"C:\Users\Ann\AppData\Roaming"),)


def found(root: PurePath, kind: str = "ext4") -> list[str]:
    """Return what is said of a place, shortened to its first words."""
    windows = isinstance(root, PureWindowsPath)
    site = Site(root, kind, WINDOWS_TEMP if windows else TEMP, ROAMING if windows else ())
    return [problem.fault.split(",")[0].split(";")[0] for problem in judge(site)]


@pytest.mark.parametrize(
    "root",
    [
        PurePosixPath("/usr/local/share/be-smart"),
        PurePosixPath("/home/temp/be-smart"),
        PurePosixPath("/template/be-smart"),
        PureWindowsPath(r"C:\ProgramData\be-smart"),
        PureWindowsPath(r"C:\Users\Ann\AppData\Local\be-smart"),
        PureWindowsPath(r"C:\Users\Template\be-smart"),
        PureWindowsPath(r"D:\Users"),
    ],
)
def test_a_good_place_raises_no_doubt(root: PurePath) -> None:
    assert found(root) == []


@pytest.mark.parametrize(
    ("root", "kind", "said"),
    [
        (PurePosixPath("/tmp/x"), "ext4", "temporary"),  # noqa: S108 - the very thing to be found
        (PureWindowsPath(r"c:\users\ann\appdata\local\TEMP\x"), "", "temporary"),
        (PureWindowsPath(r"C:\Users\TEMP\AppData\Local\be-smart"), "", "temporary"),
        (PureWindowsPath(r"C:\Users\TEMP.SCHOOL.003\be-smart"), "", "temporary"),
        (PurePosixPath("/dev/shm/x"), "tmpfs", "in memory only"),  # noqa: S108 - as above
        (PurePosixPath("/mnt/ram"), "ramfs", "in memory only"),
        (PureWindowsPath(r"C:\Users\Ann\AppData\Roaming\be-smart"), "", "roams"),
        (PurePosixPath("/srv/school"), "nfs4", "on the network"),
        (PurePosixPath("/srv/school"), "cifs", "on the network"),
        (PurePosixPath("/home/ann/share"), "fuse.sshfs", "on the network"),
        (PureWindowsPath(r"\\server\share\be-smart"), "", "on the network"),
        (PureWindowsPath(r"H:\be-smart"), "remote", "on the network"),
    ],
)
def test_a_bad_place_is_told(root: PurePath, kind: str, said: str) -> None:
    (fault,) = found(root, kind)
    assert said in fault


def test_every_doubt_names_folder_and_remedy() -> None:
    site = Site(PurePosixPath("/tmp/x"), "nfs", TEMP, ())  # noqa: S108 - the very thing to be found
    told = judge(site)
    assert len(told) == 2
    for problem in told:
        assert problem.file == "/tmp/x"  # noqa: S108 - the very thing to be found
        assert problem.fault.endswith("choose a folder on this PC's own disk with --home")


MOUNTS = [
    "22 1 8:2 / / rw,relatime - ext4 /dev/sda2 rw",
    "30 22 0:25 / /home rw shared:1 - nfs4 server:/home rw",
    "31 30 8:3 / /home/local\\040disk rw - xfs /dev/sdb1 rw",
    "40 22 0:30 / /srv rw - ext4 /dev/sdc1 rw",
    "41 22 0:31 / /srv rw - cifs //server/srv rw",
    "a broken line",
]


@pytest.mark.parametrize(
    ("root", "kind"),
    [
        ("/var/lib/be-smart", "ext4"),
        ("/home/ann/be-smart", "nfs4"),
        ("/homestead", "ext4"),
        ("/home/local disk/be-smart", "xfs"),
        ("/srv/be-smart", "cifs"),
    ],
)
def test_the_nearest_and_latest_mount_counts(root: str, kind: str) -> None:
    assert kind_of_mount(PurePosixPath(root), MOUNTS) == kind


def test_without_mounts_nothing_is_known() -> None:
    assert kind_of_mount(PurePosixPath("/srv"), []) == ""


def test_the_system_is_asked(tmp_path: Path) -> None:
    site = survey(tmp_path, {"TMPDIR": str(tmp_path), "APPDATA": str(tmp_path / "roaming")})
    assert tmp_path in site.temporary
    assert site.roaming == (tmp_path / "roaming",)
    assert site.kind
    assert survey(tmp_path, {}).roaming == ()


def test_a_test_folder_is_temporary(tmp_path: Path) -> None:
    assert any("temporary" in problem.fault for problem in doubts(tmp_path))
