"""Random harm done to a record of Tells, and whether ``verify`` finds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

from app.domain.tell.deeds import Act
from app.store.vault import FolderVault
from app.tell.entry import SIZE
from app.tell.verify import Report, verify
from tests.power import Files, MemoryDisk
from tests.staffroom import Staffroom, changed, staffroom
from tests.tells import HOME, SAID, folder, tell

TELLS = 4
Harm = Callable[[Files, Random], None]


def schoolyear(disk: MemoryDisk) -> Staffroom:
    """Return a school with some Tells, deeds, two lists and an anchor."""
    room = staffroom(folder(disk))
    for number in range(1, TELLS + 1):
        tell(room.journal, number, SAID[: number % len(SAID)], room.lists.reach().roster)
        room.clock.let_pass(60)
        if number == TELLS // 2:
            room.do("headteacher", room.cases("headteacher")[0], Act.OPENED)
            room.publish(changed(room.lists.reach().roster, covering=True), "headteacher")
            room.desk.anchor()
    room.do("headteacher", room.cases("headteacher")[0], Act.NOTE, words="rang them")
    return room


def vault_of(files: Files) -> FolderVault:
    """Return the vault on these files."""
    return folder(MemoryDisk(files))


def checked(files: Files, *anchors: str) -> Report:
    """Check these files."""
    return verify(vault_of(files), anchors)


def _chains(files: Files) -> list[Path]:
    return [path for path in files if path.suffix == ".chain"]


def _bodies(files: Files) -> list[Path]:
    return [path for path in files if path.is_relative_to(HOME.tell / "bodies")]


def _entries(data: bytes) -> list[bytes]:
    return [data[at : at + SIZE] for at in range(0, len(data), SIZE)]


def _flip(files: Files, path: Path, chance: Random) -> None:
    data = bytearray(files[path])
    data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    files[path] = bytes(data)


def byte_of_a_chain(files: Files, chance: Random) -> None:
    """Change one byte of a chain."""
    _flip(files, chance.choice(_chains(files)), chance)


def byte_of_a_file(files: Files, chance: Random) -> None:
    """Change one byte of a side file."""
    _flip(files, chance.choice(_bodies(files)), chance)


def file_gone(files: Files, chance: Random) -> None:
    """Take a side file away."""
    del files[chance.choice(_bodies(files))]


def file_cut(files: Files, chance: Random) -> None:
    """Cut a side file short."""
    path = chance.choice(_bodies(files))
    files[path] = files[path][: chance.randrange(len(files[path]))]


def files_swapped(files: Files, chance: Random) -> None:
    """Let two side files change their names."""
    one, other = chance.sample(_bodies(files), 2)
    files[one], files[other] = files[other], files[one]


def _on_entries(change: Callable[[list[bytes], Random], None]) -> Harm:
    def harm(files: Files, chance: Random) -> None:
        path = chance.choice(_chains(files))
        entries = _entries(files[path])
        change(entries, chance)
        files[path] = b"".join(entries)

    harm.__doc__ = change.__doc__
    return harm


def _removed(entries: list[bytes], chance: Random) -> None:
    del entries[chance.randrange(len(entries))]


def _doubled(entries: list[bytes], chance: Random) -> None:
    entries.insert(chance.randrange(len(entries) + 1), chance.choice(entries))


def _swapped(entries: list[bytes], chance: Random) -> None:
    one, other = chance.sample(range(len(entries)), 2)
    entries[one], entries[other] = entries[other], entries[one]


def _end_cut(entries: list[bytes], chance: Random) -> None:
    del entries[chance.randrange(len(entries)) :]


HARMS: dict[str, Harm] = {
    "a byte of a chain changed": byte_of_a_chain,
    "a byte of a side file changed": byte_of_a_file,
    "a side file gone": file_gone,
    "a side file cut short": file_cut,
    "two side files swapped": files_swapped,
    "an entry removed": _on_entries(_removed),
    "an entry doubled": _on_entries(_doubled),
    "two entries swapped": _on_entries(_swapped),
    "an end cut off": _on_entries(_end_cut),
}


class Trials:
    """A record that is harmed again and again, each time from new; its heads are on paper."""

    def __init__(self) -> None:
        disk = MemoryDisk()
        schoolyear(disk)
        self.files = disk.files
        self.anchors = tuple(checked(self.files).heads.values())

    def is_found(self, harm: Harm, chance: Random) -> bool:
        """Harm a copy; tell whether it is found."""
        files = dict(self.files)
        harm(files, chance)
        return files == self.files or not checked(files, *self.anchors).sound
