"""While nobody waits the kiosk loads what a pupil will ask for, and gives back what is over."""

from __future__ import annotations

import subprocess
import sys

from app.interactions.registry import kinds
from app.screens.registry import Audience, names, screen_class
from tests.lessonbook import ROOT

LOADED = """
import sys, time
from PySide6.QtWidgets import QApplication
from app.bootstrap.upkeep import Upkeep
application = QApplication([])
upkeep = Upkeep()
upkeep.load()
wanted, until = set(sys.argv[1:]), time.monotonic() + 30
while not wanted <= set(sys.modules) and time.monotonic() < until:
    application.processEvents()
print(*(name for name in sys.modules if name.startswith(("app.", "qtawesome"))))
"""
GIVEN_BACK = """
from pathlib import Path
from app.bootstrap import upkeep
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
blocks = [bytes(60_000) for _ in range(1_000)]
between, blocks = blocks[::50], None
before = held()
upkeep.tidy()
print(before - held())
"""


def shown(program: str, *words: str) -> str:
    """Run a program of its own and return what it prints."""
    return subprocess.check_output(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen"},
        text=True,
    )


def test_what_pupils_will_see_is_loaded_and_nothing_of_the_staffs() -> None:
    pages = {screen_class(name).__module__ for name in names(Audience.PUPIL)}
    views = {kind.view.partition(":")[0] for kind in kinds().values()}
    assert len(pages) >= 9
    assert len(views) >= 6
    loaded = set(shown(LOADED, *pages, *views).split())
    assert pages | views <= loaded
    staff = {name for name in loaded if name.startswith(("app.screens.staff.", "qtawesome"))}
    assert not staff


def test_what_lies_free_between_things_in_use_goes_back_to_the_pc() -> None:
    freed = 1_000 * 60_000 * 49 // 50
    assert int(shown(GIVEN_BACK)) > freed // 2
