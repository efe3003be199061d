"""Measures every figure there is a bench file for, and prints them as one table.

``python3 run.py bench [NAME ...]``: all of them, or those named (``start``, ``store`` ...).
"""

from __future__ import annotations

import pkgutil
import platform
import subprocess
import sys
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
HEAD = "| figure | measured | must | met | of |\n|---|---|---|---|---|"


def machine() -> str:
    """Return what was measured on, in a line."""
    cores = subprocess.run(["nproc"], capture_output=True, text=True, check=False).stdout.strip()
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ]
    processor = names[0] if names else platform.machine()
    return f"{cores} cores, {processor}, {platform.system()}, Python {platform.python_version()}"


def main(wanted: list[str]) -> int:
    """Run the benches, each in a process of its own, and return 1 where a bound is missed."""
    print(machine(), flush=True)
    print(HEAD, flush=True)
    missed = False
    for found in sorted(module.name for module in pkgutil.iter_modules([str(HERE)])):
        name = found.removeprefix("bench_")
        if name != found and (not wanted or name in wanted):
            # One process each: what one left in memory is not in the next one's figures.
            command = [sys.executable, "-m", "tests.bench", "--only", found]
            missed |= subprocess.run(command, check=False).returncode != 0
    return int(missed)


def one(found: str) -> int:
    """Run one bench here and print its rows."""
    from tests.bench.figures import Figure, row

    figures: list[Figure] = import_module(f"tests.bench.{found}").main()
    for figure in figures:
        print(row(figure), flush=True)
    return int(not all(figure.ok for figure in figures))


if __name__ == "__main__":
    words = sys.argv[1:]
    sys.exit(one(words[1]) if words[:1] == ["--only"] else main(words))
