"""The power goes while two Tells are told: every legal order of names, and far more prefixes.

After every single thing done to the disk: every subset of the names and folders that were not
synced yet, with unsynced bytes all there and all gone; and, file by file, prefixes of the bytes
that were not synced, zeros and rubbish in their place. Each state is opened as the program does it.
The suite (``tests/pure/tell/test_power_cut.py``) tries a sample of these at each run.
"""

from __future__ import annotations

from app.domain.ports import StoreFault
from tests.bench.figures import Figure, at_most
from tests.power import Files, MemoryDisk, copy_of
from tests.pure.tell.test_power_cut import Told, examine, tell_all
from tests.tells import Broken, folder, kiosk

EVERY = 31
"""Of what was being written every so manieth prefix: a prime, so that no piece of a frame is always
cut alike. All of them would take an hour."""
Found = dict[int, tuple[Files, Told]]


def every_state() -> list[tuple[Files, Told]]:
    """Return all of them, each once, with what was acknowledged by then."""
    disk, told = MemoryDisk(every=EVERY), Told()
    found: Found = {}

    def look() -> None:
        for files in disk.all_names_after_a_cut():
            found[hash(copy_of(files))] = files, told.copy()
        for files in disk.all_contents_after_a_cut():
            found[hash(copy_of(files))] = files, told.copy()

    disk.watch = look
    tell_all(kiosk(folder(disk)), told)
    return list(found.values())


def main() -> list[Figure]:
    """Try all of them and return the figures."""
    states = every_state()
    bad = 0
    for files, told in states:
        try:
            examine(files, told)
        except (AssertionError, Broken, StoreFault):
            bad += 1
    of = f"of {len(states):,} states of the disk"
    return [at_most("a power cut: Tells lost, half, or unreadable", bad, 0, "", of)]
