"""kill -9 at a thousand random moments of a process that records answers through our store.

``python -m tests.bench.bench_kill9 [KILLS]``
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from app.store.home import Home
from tests.bench.figures import Figure, at_most, row
from tests.recorder import Ledger, Recorder, examine

KILLS = 1_000
KILLS_A_FOLDER = 50


def main(kills: int = KILLS) -> list[Figure]:
    """Kill that often; count what was acknowledged and is lost, and what cannot be read."""
    moments = random.Random()
    lost = unreadable = muddled = acknowledged = 0
    with tempfile.TemporaryDirectory() as folder, Recorder() as recorder:
        ledgers: dict[Home, Ledger] = {}
        for number in range(kills):
            home = Home(Path(folder) / str(number // KILLS_A_FOLDER))
            home.root.mkdir(exist_ok=True)
            ledger = ledgers.setdefault(home, Ledger())
            settled = moments.random() < 0.8
            recorder.kill_after(moments.uniform(0.0, 0.05), home, ledger, settled=settled)
            finding = examine(home, ledger)
            lost += finding.lost
            unreadable += finding.unreadable
            muddled += finding.doubled + (not finding.pin_fits)
        acknowledged = sum(len(ledger.kept) for ledger in ledgers.values())
    told = f"{acknowledged:,} acknowledged in {kills:,} kills"
    return [
        at_most("kill -9: acknowledged answers lost", lost, 0, "", told),
        at_most("kill -9: unreadable files", unreadable, 0, "", told),
        at_most("kill -9: numbers given twice, PIN records lost", muddled, 0, "", told),
    ]


if __name__ == "__main__":
    found = main(int(sys.argv[1]) if len(sys.argv) > 1 else KILLS)
    for figure in found:
        print(row(figure))
    sys.exit(0 if all(figure.ok for figure in found) else 1)
