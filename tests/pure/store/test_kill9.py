"""kill -9 at random moments: nothing that was acknowledged is lost, nothing is unreadable."""

from __future__ import annotations

import random
from pathlib import Path

from app.store.cabinet import held
from app.store.home import Home
from app.store.progress import ProgressFiles
from tests.deeds import AMINA, deed
from tests.recorder import Finding, Ledger, Recorder, examine

KILLS = 100
"""The bench makes it a thousand."""


def test_a_hundred_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    moments = random.Random(20260302)
    ledgers: dict[Home, Ledger] = {}
    acknowledged = at_least = 0
    with Recorder() as recorder:
        for number in range(KILLS):
            home = Home(tmp_path / f"{number // 20}")
            home.root.mkdir(exist_ok=True)
            ledger = ledgers.setdefault(home, Ledger())
            before = len(ledger.kept)
            settled = moments.random() < 0.8
            recorder.kill_after(moments.uniform(0.0, 0.05), home, ledger, settled=settled)
            finding = examine(home, ledger)
            assert finding.sound, (number, finding)
            acknowledged += len(ledger.kept) - before
            at_least += settled
    assert acknowledged >= at_least > KILLS // 2


def test_the_examination_finds_what_is_amiss(tmp_path: Path) -> None:
    home, ledger = Home(tmp_path), Ledger()
    with held(home) as cabinet:
        store = ProgressFiles(cabinet)
        for number in (1, 2):
            store.add(AMINA, deed(number))
            ledger.note(f"kept {AMINA} {deed(number).id}")
    assert examine(home, ledger) == Finding(lost=0, unreadable=0, doubled=0, pin_fits=True)
    ledger.note(f"kept {AMINA} {deed(3).id}")
    ledger.note("pin 5")
    assert examine(home, ledger) == Finding(lost=1, unreadable=0, doubled=0, pin_fits=False)
    with held(home) as cabinet:
        ProgressFiles(cabinet).add(AMINA, deed(3, seq=2))
    (home.progress / f"{AMINA}.json.last").write_bytes(b"")
    assert examine(home, ledger) == Finding(lost=0, unreadable=0, doubled=1, pin_fits=False)
    (home.progress / f"{AMINA}.json").write_bytes(b"")
    assert examine(home, ledger) == Finding(lost=3, unreadable=2, doubled=0, pin_fits=False)
