"""From exec to a fully painted Welcome, against a bare window: judged on the frame buffer."""

from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, at_most, interleaved, row
from tests.bench.screen import BARE, Screen, kiosk_words, screen

PAIRS = 9


def seconds_to_rest(on: Screen, *words: str) -> float:
    """Return the seconds from the start of a program to the last change of the picture."""
    began = time.perf_counter()
    with on.program(*words):
        return on.settled(after_change=True) - began


def main() -> list[Figure]:
    """Measure and return the figure."""
    with TemporaryDirectory(prefix="be-smart-bench-") as folder, screen() as on:
        kiosk = kiosk_words(Path(folder))
        seconds_to_rest(on, *kiosk)  # makes the demo school and warms the page cache
        seconds_to_rest(on, "-c", BARE)
        ours, bare = interleaved(
            lambda: seconds_to_rest(on, *kiosk), lambda: seconds_to_rest(on, "-c", BARE), PAIRS
        )
    detail = f"{ours * 1000:.0f} ms against {bare * 1000:.0f} ms, medians of {PAIRS}"
    return [at_most("start to Welcome painted / bare window", ours / bare, 1.8, "x", detail)]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
