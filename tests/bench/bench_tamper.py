"""Whether every one of 10,000 tamperings with a record is found, and how long a big one takes."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from app.domain.tell.lists import Kiosk, Listing, row_of
from app.store.cabinet import Cabinet, held
from app.store.clock import SystemClock
from app.store.home import Home
from app.store.vault import FolderVault
from app.tell.chain import Body, Chain
from app.tell.desk import Desk
from app.tell.entry import Kind
from app.tell.journal import file_name
from app.tell.plain import signed
from app.tell.rosterfile import RosterFile
from app.tell.sealing import Readers, begin_group, body_id, group_file, seal
from app.tell.verify import verify
from tests.bench.figures import Figure, at_most
from tests.staffroom import STAFF, keys_of
from tests.tampering import HARMS, Trials
from tests.tells import id_of

TRIALS = 10_000
TELLS = 10_000
MOST_SECONDS = 60.0


def tampered(trials: int) -> Figure:
    """Harm a record in every way in turn; count what is not found."""
    chance, kinds = random.Random(), list(HARMS.values())
    record = Trials()
    missed = sum(
        not record.is_found(kinds[number % len(kinds)], chance) for number in range(trials)
    )
    told = f"{trials:,} trials of {len(kinds)} kinds"
    return at_most("tampering with the record that is not found", missed, 0, "", told)


def publish(vault: FolderVault) -> None:
    """Put the first list in force."""
    desk = Desk(vault, SystemClock(), RosterFile(vault))
    own = desk.writers
    listing = Listing(STAFF, (Kiosk("Library 1", own.kiosk.public, own.desk.public),))
    row = row_of(listing)
    for name in ("dsl", "headteacher"):
        row = signed(row, id_of(name), keys_of(name).sign_secret)
    desk.publish(listing, row)


def fill(vault: FolderVault, folder: Path, tells: int) -> None:
    """Write so many Tells at once: true entries and true files, without a sync for each."""
    own = Desk(vault, SystemClock(), RosterFile(vault)).writers
    chain = Chain(vault, own.kiosk, SystemClock())
    chain.open()
    readers = Readers([keys_of("dsl").box_key], STAFF.escrow)
    bodies = []
    for _ in range(tells):
        group = group_file(begin_group(STAFF.escrow).head, [], random.randbytes(32))
        for data in (group, *(seal({"kind": "letter"}, readers).data for _ in range(4))):
            path = folder / file_name(data)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            bodies.append(Body(Kind.SEALED, bytes.fromhex(body_id(data)), len(data)))
    chain.add(bodies, 1)


def big(folder: Path, tells: int) -> Figure:
    """Measure how long a record of so many Tells takes."""
    home = Home(folder / "big")
    home.root.mkdir()
    with held(home) as cabinet:
        vault = FolderVault(cabinet, home.tell)
        publish(vault)
        fill(vault, home.tell, tells)
    begun = time.perf_counter()
    report = verify(FolderVault(Cabinet(home), home.tell))
    took = time.perf_counter() - begun
    told = f"{report.entries:,} entries, {report.files:,} files, sound: {report.sound}"
    return at_most(f"a record of {tells:,} Tells verified", took, MOST_SECONDS, " s", told)


def main(folder: Path | None = None, trials: int = TRIALS, tells: int = TELLS) -> list[Figure]:
    """Measure both, in a folder of its own that is removed again."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        return [tampered(trials), big(Path(name), tells)]


if __name__ == "__main__":
    found = main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(0 if all(figure.ok for figure in found) else 1)
