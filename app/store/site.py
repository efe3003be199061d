"""Is this a place where data stay: not a temporary or roaming folder, nor one on the network?"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from app.domain.problem import Problem

NETWORK = frozenset({
    "9p", "afs", "ceph", "cifs", "davfs", "fuse.rclone", "fuse.sshfs", "gfs2", "lustre", "ncpfs",
    "nfs", "nfs4", "smb3", "smbfs",
})  # fmt: skip
"""File systems of other machines, by their names on Linux."""
MEMORY = frozenset({"tmpfs", "ramfs"})
"""File systems that are gone when the PC is turned off."""
REMOTE_DRIVE = 4
"""What Windows answers for a drive on the network (GetDriveTypeW, DRIVE_REMOTE)."""


@dataclass(frozen=True, slots=True)
class Site:
    """What can be known of a folder; the system's answers, so that ``judge`` is pure.

    ``kind`` is the file system's name ("ext4", "remote" for a network drive, "" if unknown),
    ``temporary`` and ``roaming`` the folders that the system uses for such things.
    """

    root: PurePath
    kind: str
    temporary: tuple[PurePath, ...]
    roaming: tuple[PurePath, ...]


def doubts(root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a place for data."""
    return judge(survey(root, os.environ))


def survey(root: Path, environment: Mapping[str, str]) -> Site:
    """Ask the system about a folder."""
    given = [environment.get(name, "") for name in ("TEMP", "TMP", "TMPDIR")]
    temporary = [tempfile.gettempdir(), *filter(None, given)]
    roaming = [environment["APPDATA"]] if environment.get("APPDATA") else []
    return Site(root, _kind(root), tuple(map(Path, temporary)), tuple(map(Path, roaming)))


def judge(site: Site) -> tuple[Problem, ...]:
    """Return a problem for each way in which data could be lost or meddled with there."""
    found = []
    if _within(site.root, site.temporary) or _in_temporary_profile(site.root):
        found.append("this is a temporary folder that the system may empty at any time")
    if site.kind in MEMORY:
        found.append("this folder is in memory only and is gone when the PC is turned off")
    if _within(site.root, site.roaming):
        found.append("this folder roams with the account: PCs would overwrite each other's copy")
    if site.kind in NETWORK | {"remote"} or site.root.drive.startswith("\\\\"):
        found.append("this folder is on the network, where a file can be left half written")
    remedy = "choose a folder on this PC's own disk with --home"
    return tuple(Problem(str(site.root), "the data folder", f"{one}; {remedy}") for one in found)


def kind_of_mount(root: PurePath, mounts: Iterable[str]) -> str:
    """Return the file system's name from the lines of Linux's ``mountinfo``, "" if none fits."""
    best, kind = -1, ""
    for line in mounts:
        left, _, right = line.partition(" - ")
        words, names = left.split(" "), right.split(" ")
        if len(words) < 5:
            continue
        point = PurePath(words[4].replace("\\040", " "))
        # A later mount on the same point hides the earlier one.
        if root.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), names[0]
    return kind


def _kind(root: Path) -> str:
    if sys.platform == "win32":
        import ctypes

        remote = ctypes.windll.kernel32.GetDriveTypeW(root.anchor) == REMOTE_DRIVE
        return "remote" if remote else ""
    try:
        mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""  # no Linux: what the path itself tells must do
    return kind_of_mount(root.resolve(), mounts)


def _within(root: PurePath, folders: Iterable[PurePath]) -> bool:
    return any(root.is_relative_to(folder) for folder in folders)


def _in_temporary_profile(root: PurePath) -> bool:
    """Tell whether Windows gave the account a profile that it throws away (C:\\Users\\TEMP.x)."""
    parts = [part.casefold() for part in root.parts]
    if "users" not in parts[:-1]:
        return False
    profile = parts[parts.index("users") + 1]
    return profile == "temp" or profile.startswith("temp.")
