"""kill -9 at random moments of Tells: nothing acknowledged is lost, nothing is unreadable."""

from __future__ import annotations

import random
from pathlib import Path

from app.store.home import Home
from tests.recorder import Recorder
from tests.teller import TellFinding, TellLedger, examine
from tests.tells import CANARY, tell_id

KILLS = 100
"""The bench makes it a thousand."""


def test_a_hundred_kills_lose_no_tell(tmp_path: Path) -> None:
    moments = random.Random(20260302)
    ledgers: dict[Home, TellLedger] = {}
    at_least = 0
    with Recorder("tests.teller") as recorder:
        for number in range(KILLS):
            home = Home(tmp_path / f"{number // 10}")
            home.root.mkdir(exist_ok=True)
            ledger = ledgers.setdefault(home, TellLedger())
            settled = moments.random() < 0.8
            recorder.kill_after(moments.uniform(0.0, 0.05), home, ledger, settled=settled)
            finding = examine(home, ledger)
            assert finding.sound, (number, finding)
            at_least += settled
    assert sum(len(one.kept) for one in ledgers.values()) >= at_least > KILLS // 2
    kept = (path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert not any(CANARY.encode() in data for data in kept)


def test_the_examination_finds_what_is_amiss(tmp_path: Path) -> None:
    home, ledger = Home(tmp_path), TellLedger()
    with Recorder("tests.teller") as recorder:
        recorder.kill_after(0.1, home, ledger, settled=True)
    assert examine(home, ledger) == TellFinding(lost=0, unreadable=0)
    ledger.note(f"kept {tell_id(1)} 0")
    assert examine(home, ledger) == TellFinding(lost=1, unreadable=0)
    some = next(path for path in home.tell.glob("bodies/*/*"))
    data = bytearray(some.read_bytes())
    data[-1] ^= 1
    some.write_bytes(data)
    assert examine(home, ledger) == TellFinding(lost=0, unreadable=1)
    some.unlink()
    assert examine(home, ledger) == TellFinding(lost=0, unreadable=1)
