"""Memory at My path against a bare window, and the processor time of standing still."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, at_most, row
from tests.bench.screen import BARE, Screen, cpu_seconds, kiosk_words, pss, screen

RUNS = 5
REST_SECONDS = 20.0


def idle_share(process: int) -> float:
    """Return the share of one processor, in per cent, that standing still takes."""
    before = cpu_seconds(process)
    time.sleep(REST_SECONDS)  # this is what is measured: nothing happening
    return (cpu_seconds(process) - before) / REST_SECONDS * 100


def to_my_path(on: Screen) -> None:
    """Sign the first child of the first class in, by keys: start, class, face."""
    for _ in range(3):
        on.key("space")


def kiosk_memory(on: Screen, home: Path) -> float:
    """Return the memory of supervisor and kiosk at My path, in MiB."""
    with on.program(*kiosk_words(home)) as program:
        on.settled(after_change=True)
        to_my_path(on)
        return pss(program.pid)


def bare_memory(on: Screen) -> float:
    """Return the memory of a bare window, in MiB."""
    with on.program("-c", BARE) as program:
        on.settled(after_change=True)
        return pss(program.pid)


def main() -> list[Figure]:
    """Measure and return the figures."""
    with TemporaryDirectory(prefix="be-smart-bench-") as folder, screen() as on:
        home = Path(folder)
        kiosk_memory(on, home)
        pairs = [(kiosk_memory(on, home), bare_memory(on)) for _ in range(RUNS)]
        ours, bare = median(one for one, _ in pairs), median(two for _, two in pairs)
        with on.program(*kiosk_words(home)) as program:
            on.settled(after_change=True)
            at_welcome = idle_share(program.pid)
            to_my_path(on)
            at_path = idle_share(program.pid)
    detail = f"{ours:.0f} MiB against {bare:.0f} MiB, medians of {RUNS}"
    return [
        at_most("memory at My path / bare window", ours / bare, 2.2, "x", detail),
        at_most("processor at rest on Welcome", at_welcome, 0.5, " %", f"{REST_SECONDS:.0f} s"),
        at_most("processor at rest on My path", at_path, 0.5, " %", f"{REST_SECONDS:.0f} s"),
    ]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
