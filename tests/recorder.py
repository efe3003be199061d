"""A process that records answers through the program's own store, and is killed while it does.

``python -m tests.recorder`` waits for folders on its standard input. For each it forks a child that
records there, and acknowledges what the store acknowledged; ``Recorder`` is the killer's side.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

import filelock

from app.domain.ids import PupilId
from app.domain.looks import TEXT_SIZES, Looks
from app.domain.override import override
from app.domain.pin import PinRecord
from app.store.cabinet import Cabinet, held
from app.store.home import Home
from app.store.kiosk import KioskFile
from app.store.progress import ProgressFiles
from tests.deeds import AMINA, BEN, deed

PUPILS = (AMINA, BEN)
LOADED = (filelock,)
"""Imported before the fork, so that a child is recording within milliseconds."""


def record(home: Home) -> None:
    """Record answers, looks and PIN tries until killed; say each that was kept."""
    with held(home) as cabinet:
        store, kiosk = ProgressFiles(cabinet), KioskFile(cabinet)
        before = kiosk.pin()
        begin = before.wrong + 1 if before else 1
        for number in range(begin, begin + 100_000):
            pupil = PUPILS[number % 7 % 2]
            attempt = deed(number, id=kiosk.attempt_id())
            store.add(pupil, replace(attempt, **kiosk.number()._asdict()))
            say(f"kept {pupil} {attempt.id}")
            if number % 5 == 0:
                store.keep_looks(pupil, Looks(TEXT_SIZES[number % 4]))
                kiosk.keep_pin(PinRecord("$argon2id$made-up", number))
                say(f"pin {number}")


def say(line: str) -> None:
    """Write at once, in one piece: a killed process empties no buffers."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def serve(act: Callable[[Home], None]) -> None:
    """Fork a child for every folder named on standard input; one whose killer died ends."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"child {os.getpid()}")  # by itself, so that nothing it does is said before
            signal.alarm(30)
            act(Home(Path(line.strip())))
            os._exit(0)
        os.waitpid(child, 0)
        say("gone")


class Notes(Protocol):
    """What was acknowledged, as its killer notes it."""

    def note(self, line: str) -> None:
        """Note one line that was said."""


@dataclass
class Ledger(Notes):
    """What was acknowledged in one folder."""

    kept: set[tuple[PupilId, str]] = field(default_factory=set)
    pin: int = 0

    @override
    def note(self, line: str) -> None:
        word, *rest = line.split()
        if word == "kept":
            self.kept.add((PupilId(rest[0]), rest[1]))
        elif word == "pin":
            self.pin = int(rest[0])


@dataclass(frozen=True)
class Finding:
    """What a folder holds after a kill, compared with what was acknowledged."""

    lost: int
    unreadable: int
    doubled: int
    pin_fits: bool

    @property
    def sound(self) -> bool:
        """Whether nothing is amiss."""
        return (self.lost, self.unreadable, self.doubled, self.pin_fits) == (0, 0, 0, True)


def examine(home: Home, ledger: Ledger) -> Finding:
    """Open a folder as the program does and look for all that was acknowledged."""
    cabinet = Cabinet(home)
    cabinet.hold()
    store, kiosk = ProgressFiles(cabinet), KioskFile(cabinet)
    found = [(pupil, one) for pupil in PUPILS for one in store.attempts(pupil)]
    record = kiosk.pin()
    finding = Finding(
        lost=len(ledger.kept - {(pupil, str(one.id)) for pupil, one in found}),
        unreadable=len(cabinet.problems),
        doubled=len(found) - len({(one.kiosk, one.seq) for _, one in found}),
        pin_fits=(record.wrong if record else 0) in range(ledger.pin, ledger.pin + 6),
    )
    cabinet.release()
    return finding


class Recorder:
    """Starts recorders, or others that work as they do, and kills them."""

    def __init__(self, module: str = "tests.recorder") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=Path(__file__).resolve().parent.parent,
        )
        self._rest = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def kill_after(self, seconds: float, home: Home, ledger: Notes, *, settled: bool) -> None:
        """Let a recorder run for so long, kill it, and note what it acknowledged until then.

        Where it may be ``settled`` the time counts from its first acknowledgement, not its birth.
        """
        self._write(f"{home.root}\n")
        child = int(next(self._lines(60.0)).removeprefix("child "))
        if settled:
            ledger.note(next(self._lines(60.0)))
        for line in self._lines(seconds):
            ledger.note(line)
        os.kill(child, signal.SIGKILL)
        for line in self._lines(60.0):
            if line == "gone":
                return
            ledger.note(line)

    def _write(self, text: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(text.encode())
        self._process.stdin.flush()

    def _lines(self, seconds: float) -> Iterator[str]:
        """Yield what is said until so many seconds have passed."""
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            line, newline, rest = self._rest.partition(b"\n")
            if newline and left > 0:
                self._rest = rest
                yield line.decode()
                continue
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                return
            said = os.read(pipe, 65536)
            assert said, "the recorder ended by itself"
            self._rest += said


if __name__ == "__main__":
    serve(record)
