"""How long a child's press takes to be durable, that 10,000 Tells cost nothing, and kill -9.

``python -m tests.bench.bench_tell [FOLDER]``; the folder should be on the disk that is meant.
"""

from __future__ import annotations

import os
import random
import secrets
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from nacl import bindings

from app.domain.tell.records import TellId
from app.domain.tell.routing import first_circle
from app.store.cabinet import Cabinet, held
from app.store.clock import SystemClock
from app.store.home import Home
from app.store.vault import FolderVault
from app.tell.chain import Body, Chain
from app.tell.entry import Kind
from app.tell.journal import KioskJournal, body_file, file_name
from tests.bench.figures import Figure, at_most, interleaved, middle, row
from tests.recorder import Recorder
from tests.teller import TellLedger, examine
from tests.tells import ROSTER, ROUTES, addressed, first, public_key

KILLS = 1_000
KILLS_A_FOLDER = 10
RUNS = 5
PAIRS = 60
NOISE = 0.3
"""Milliseconds by which identical runs differ."""
FILES_A_TELL = 5
CIRCLE = first_circle(ROSTER, ROUTES, None)
READERS = [public_key(name) for name in ("dsl", "headteacher", "escrow")]
FILES = (3, 3, 1, 1)
"""How many can open each sealed file of a first press: press and letters, the key on paper too."""


class Presses:
    """First presses kept by the journal of one folder."""

    def __init__(self, cabinet: Cabinet) -> None:
        self._journal = KioskJournal(FolderVault(cabinet, cabinet.home.tell), SystemClock())
        self._intake = cabinet.home.tell / "intake"
        self.size = 0
        self.by_the_journal()

    def by_the_journal(self) -> float:
        """Keep one press; return the milliseconds it took. Its sitting ends afterwards."""
        record = replace(first(1), tell=TellId(secrets.token_hex(8)))
        reached = addressed([])
        begun = time.perf_counter()
        self._journal.first(record, CIRCLE, reached)
        took = (time.perf_counter() - begun) * 1e3
        self.size = self._intake.stat().st_size
        self._journal.end(record.tell)
        self._journal.settle()
        return took


class Plain:
    """The same seals and the same bytes, and nothing else: what there is to compare with."""

    def __init__(self, folder: Path, size: int) -> None:
        self._path = folder / "plain"
        self._path.touch()
        self._data = secrets.token_bytes(size)

    def by_hand(self) -> float:
        """Seal as much, append as much, sync; return the milliseconds it took."""
        begun = time.perf_counter()
        self._seal()
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        os.write(file, self._data)
        os.fsync(file)
        os.close(file)
        took = (time.perf_counter() - begun) * 1e3
        os.truncate(self._path, 0)
        return took

    def _seal(self) -> None:
        for readers in FILES:
            key = secrets.token_bytes(32)
            for reader in READERS[:readers]:
                bindings.crypto_box_seal(key, reader)
            bindings.crypto_secretbox(bytes(1024), secrets.token_bytes(24), key)
        bindings.crypto_box_seal(secrets.token_bytes(32), READERS[-1])


def durability(folder: Path) -> Figure:
    """Measure a press against the same seals and bytes by hand, on the same disk."""
    runs = []
    for number in range(RUNS):
        home = Home(folder / f"press-{number}")
        home.root.mkdir()
        with held(home) as cabinet:
            presses = Presses(cabinet)
            plain = Plain(home.root, presses.size)
            runs.append(interleaved(presses.by_the_journal, plain.by_hand, PAIRS))
    ours, plain_ms = middle(runs)
    name = "a first press made durable, p50"
    return at_most(name, ours / plain_ms, 2.0, " x", f"{ours:.2f} ms against {plain_ms:.2f} ms")


def fill(home: Home, tells: int) -> None:
    """Give a folder so many Tells at once: true entries, all side files links to one."""
    home.root.mkdir()
    with held(home) as cabinet:
        vault = FolderVault(cabinet, home.tell)
        chain = Chain(vault, KioskJournal(vault, SystemClock()).writers.kiosk, SystemClock())
        data = secrets.token_bytes(1_808)
        vault.write({file_name(data): data})
        names = [secrets.token_bytes(32) for _ in range(tells * FILES_A_TELL)]
        for name in names:
            path = home.tell / body_file(name)
            path.parent.mkdir(exist_ok=True)
            path.hardlink_to(home.tell / file_name(data))
        chain.open()
        chain.add([Body(Kind.SEALED, name, len(data)) for name in names], ROSTER.version)


def many_tells(folder: Path) -> list[Figure]:
    """Measure a press, and a start, with 10,000 Tells kept and with 10."""
    few_home, many_home = Home(folder / "few"), Home(folder / "many")
    fill(few_home, 10)
    fill(many_home, 10_000)
    with held(few_home) as small, held(many_home) as large:
        few, many = Presses(small), Presses(large)
        runs = [interleaved(many.by_the_journal, few.by_the_journal, PAIRS) for _ in range(RUNS)]
        start, start_few = interleaved(lambda: ready(large), lambda: ready(small), 9)
    many_ms, few_ms = middle(runs)
    return [
        at_most(
            "a first press with 10,000 Tells kept against 10: more",
            max(many_ms - few_ms, 0.0),
            max(NOISE, few_ms * 0.1),
            " ms",
            f"{many_ms:.2f} ms against {few_ms:.2f} ms",
        ),
        at_most(
            "the record of 10,000 Tells ready, p50", start, 100, " ms", f"10: {start_few:.1f} ms"
        ),
    ]


def ready(cabinet: Cabinet) -> float:
    """Start the journal as the program does; return the milliseconds it took."""
    journal = KioskJournal(FolderVault(cabinet, cabinet.home.tell), SystemClock())
    begun = time.perf_counter()
    journal.ready()
    return (time.perf_counter() - begun) * 1e3


def killed(folder: Path, kills: int) -> list[Figure]:
    """Kill a process that tells; count what was acknowledged and is lost, or cannot be read."""
    moments = random.Random()
    lost = unreadable = 0
    ledgers = [TellLedger() for _ in range(0, kills, KILLS_A_FOLDER)]
    with Recorder("tests.teller") as recorder:
        for number in range(kills):
            home = Home(folder / f"killed-{number // KILLS_A_FOLDER}")
            home.root.mkdir(exist_ok=True)
            ledger = ledgers[number // KILLS_A_FOLDER]
            settled = moments.random() < 0.8
            recorder.kill_after(moments.uniform(0.0, 0.05), home, ledger, settled=settled)
            finding = examine(home, ledger)
            lost += finding.lost
            unreadable += finding.unreadable
    taps = sum(count + 1 for ledger in ledgers for count in ledger.kept.values())
    told = f"{taps:,} acknowledged in {kills:,} kills"
    return [
        at_most("kill -9: acknowledged presses and taps of Tells lost", lost, 0, "", told),
        at_most("kill -9: Tells that are half or unreadable", unreadable, 0, "", told),
    ]


def main(folder: Path | None = None, kills: int = KILLS) -> list[Figure]:
    """Measure all of it, in a folder of its own that is removed again."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        return [durability(place), *many_tells(place), *killed(place, kills)]


if __name__ == "__main__":
    found = main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    for figure in found:
        print(row(figure))
    sys.exit(0 if all(figure.ok for figure in found) else 1)
