"""Every page in every setting: nothing cut, covered, overlapping, too small or out of order."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.looks import Typeface
from tests.widgets.walk.settings import SMALL, TALL, USUAL, Setting, extremes, pairs
from tests.widgets.walk.states import everything, the_fullest
from tests.widgets.walk.walking import Way, walk

WHOLE = [Setting(SMALL, 150, typeface=Typeface.LEXEND), Setting(TALL, 130), Setting(USUAL)]
"""Where every single state is looked at, not only the fullest of each sort."""
FULLEST = list(dict.fromkeys([*pairs(), *extremes()]))


@pytest.mark.parametrize("setting", FULLEST, ids=lambda setting: setting.name)
def test_every_page_stands_in_every_pair_of_settings(qapp: QApplication, setting: Setting) -> None:
    expect_sound(qapp, setting, the_fullest, least=75)


@pytest.mark.parametrize("setting", WHOLE, ids=lambda setting: setting.name)
def test_every_state_of_every_page_stands(qapp: QApplication, setting: Setting) -> None:
    expect_sound(qapp, setting, everything, least=450)


def expect_sound(application: QApplication, setting: Setting, way: Way, least: int) -> None:
    """Walk, and find nothing wrong in at least so many states."""
    halts, found = walk(application, setting, way)
    report = "\n".join([f"{len(found)} faults in {setting.name}", *found[:60]])
    assert not found, report
    assert halts >= least
