"""How long an answer takes to be durable, how much room it takes, and that a school costs nothing.

``python -m tests.bench.bench_store [FOLDER]``; the folder should be on the disk that is meant.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from app.domain.ids import PupilId
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.progress import ProgressFiles
from app.store.records import attempt_row
from tests.bench.figures import Figure, at_most, interleaved, middle, row
from tests.deeds import AMINA, deed, history

RUNS = 7
PAIRS = 60
NOISE = 0.3
"""Milliseconds by which identical runs differ."""


class Plain:
    """The same recipe for the same bytes, and nothing else: what there is to compare with."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "plain.json"

    def keep(self, data: bytes) -> None:
        """Replace the file: temporary file, sync, two renames, sync of the folder."""
        fresh = self._folder / "plain.json.tmp"
        file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o660)
        os.write(file, data)
        os.fsync(file)
        os.close(file)
        if self._file.exists():
            self._file.replace(self._folder / "plain.json.last")
        fresh.replace(self._file)
        folder = os.open(self._folder, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


class Turns:
    """Answers of one pupil, kept one after another by the store, and the same bytes without it."""

    def __init__(self, cabinet: Cabinet, pupil: PupilId, numbers: Iterator[int]) -> None:
        self._store = ProgressFiles(cabinet)
        self._plain = Plain(cabinet.home.progress)
        self._file = cabinet.home.progress / f"{pupil}.json"
        self._pupil = pupil
        self._numbers = numbers

    def by_the_store(self) -> float:
        """Keep one more answer; return the milliseconds it took."""
        attempt = deed(next(self._numbers))
        begun = time.perf_counter()
        self._store.add(self._pupil, attempt)
        return (time.perf_counter() - begun) * 1e3

    def by_hand(self) -> float:
        """Keep the bytes that the store would write; return the milliseconds it took."""
        data = self._file.read_bytes()
        begun = time.perf_counter()
        self._plain.keep(data)
        return (time.perf_counter() - begun) * 1e3


def fill(home: Home, pupil: PupilId, attempts: int) -> None:
    """Give a pupil a past, without the time it would take to live it."""
    with held(home) as cabinet:
        store = ProgressFiles(cabinet)
        store.add(pupil, deed(1))
        rows: dict[str, object] = {one.id: attempt_row(one) for one in history(attempts)}
        store._document(pupil).storage.write({"attempts": rows})


def durability(folder: Path, earlier: int, bound: float) -> Figure:
    """Measure an answer's way to the disk with so many earlier ones of the same pupil."""
    runs = []
    for number in range(RUNS):
        home = Home(folder / f"{earlier}-{number}")
        home.root.mkdir()
        fill(home, AMINA, earlier)
        with held(home) as cabinet:
            turns = Turns(cabinet, AMINA, count(earlier + 1))
            turns.by_the_store()
            turns.by_hand()
            runs.append(interleaved(turns.by_the_store, turns.by_hand, PAIRS))
    store, plain = middle(runs)
    name = f"an answer made durable, p50, {earlier:,} earlier ones"
    return at_most(name, store / plain, bound, " x", f"{store:.2f} ms against {plain:.2f} ms")


def room(folder: Path) -> Figure:
    """Measure the bytes an attempt takes in a pupil's file."""
    home = Home(folder / "room")
    home.root.mkdir()
    with held(home) as cabinet:
        store = ProgressFiles(cabinet)
        for attempt in history(150):
            store.add(AMINA, attempt)
    size = (home.progress / f"{AMINA}.json").stat().st_size / 150
    return at_most("an attempt on the disk, average", size, 400, " bytes")


def school_size(folder: Path) -> Figure:
    """Measure the same answer in a school of 10 and in one of 450."""
    homes = {}
    for pupils in (10, 450):
        home = Home(folder / f"school-{pupils}")
        home.root.mkdir()
        fill(home, AMINA, 100)
        body = (home.progress / f"{AMINA}.json").read_bytes()
        for number in range(pupils - 1):
            for end in ("", ".last"):
                (home.progress / f"{number:012x}.json{end}").write_bytes(body)
        homes[pupils] = home
    with held(homes[10]) as small, held(homes[450]) as large:
        runs = []
        for number in range(RUNS):
            few, many = (
                Turns(cabinet, PupilId(f"{number:012x}"), count(2_000 * (number + 1)))
                for cabinet in (small, large)
            )
            for turns in (few, many):
                turns.by_the_store()
            runs.append(interleaved(many.by_the_store, few.by_the_store, PAIRS))
    many_ms, few_ms = middle(runs)
    more = max(many_ms - few_ms, 0.0)
    return at_most(
        "an answer in a school of 450 against one of 10: more",
        more,
        max(NOISE, few_ms * 0.1),
        " ms",
        f"{many_ms:.2f} ms against {few_ms:.2f} ms",
    )


def main(folder: Path | None = None) -> list[Figure]:
    """Measure all of it, in a folder of its own that is removed again."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name)
        return [
            durability(place, 100, 2.0),
            durability(place, 1_000, 3.0),
            room(place),
            school_size(place),
        ]


if __name__ == "__main__":
    found = main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    for figure in found:
        print(row(figure))
    sys.exit(0 if all(figure.ok for figure in found) else 1)
