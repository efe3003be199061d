"""How long ``check`` takes for sixty lessons, as a whole process."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.figures import Figure, at_most, row

ROOT = Path(__file__).parents[2]
LESSONS, RUNS = 60, 5


def sixty(folder: Path) -> None:
    """Fill a folder with copies of the shipped lessons, each under an id of its own."""
    shipped = sorted((ROOT / "lessons").glob("*/*/lesson.toml"))
    for number in range(LESSONS):
        source = shipped[number % len(shipped)].parent
        copy = folder / "lessons" / source.parent.name / f"{source.name}-{number}"
        copytree(source, copy)
        text = (copy / "lesson.toml").read_text(encoding="utf-8")
        renamed = re.sub(r'(?m)^id = ".*"', f'id = "{copy.name}"', text, count=1)
        (copy / "lesson.toml").write_text(renamed, encoding="utf-8")


def main() -> list[Figure]:
    """Measure and return the figure."""
    with TemporaryDirectory(prefix="be-smart-bench-") as name:
        sixty(Path(name))
        command = [sys.executable, "-m", "app", "check", str(Path(name) / "lessons")]
        times: list[float] = []
        for _ in range(RUNS):
            began = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            times.append(time.perf_counter() - began)
    return [at_most("check of 60 lessons", median(times), 3, " s", f"median of {RUNS}")]


if __name__ == "__main__":
    for figure in main():
        print(row(figure))
