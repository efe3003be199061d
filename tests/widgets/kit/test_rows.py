"""Stars and steps: as many as there are, said in words, told apart by more than colour."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks, Theme
from app.domain.smart import Rule
from app.kit import style, stylesheet
from app.kit.progress import ProgressPills
from app.kit.stars import StarRow
from app.kit.style import Style


def test_stars_say_how_many(qtbot: QtBot) -> None:
    row = StarRow(2, 3, "2 of 3 stars")
    qtbot.addWidget(row)
    assert row.accessibleName() == "2 of 3 stars"
    row.show_stars(3, 3, "3 of 3 stars")
    assert row.accessibleName() == "3 of 3 stars"


@pytest.mark.parametrize("theme", Theme)
def test_every_count_of_stars_looks_its_own(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    stylesheet.apply(qapp, Style(Looks(theme=theme)))
    row = StarRow(0)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    seen = set()
    for earned in range(4):
        row.show_stars(earned)
        seen.add(bytes(row.grab().toImage().constBits()))
    assert len(seen) == 4


def test_larger_stars_take_more_room(qtbot: QtBot) -> None:
    row = StarRow(1)
    qtbot.addWidget(row)
    before = row.sizeHint()
    row.set_size(68)
    assert row.sizeHint().height() > before.height()


@pytest.mark.parametrize("steps", [1, 8, 14])
def test_steps_share_the_room_there_is(qtbot: QtBot, steps: int) -> None:
    pills = ProgressPills(Rule.SAFE)
    qtbot.addWidget(pills)
    seen = set()
    for done in range(steps + 1):
        pills.show_progress(done, steps, f"Step {done} of {steps}")
        pills.resize(pills.minimumSizeHint())
        seen.add(bytes(pills.grab().toImage().constBits()))
    assert len(seen) == steps + 1
    assert pills.accessibleName() == f"Step {steps} of {steps}"


def test_steps_of_nobody_knows_how_many_end_in_dots(qtbot: QtBot) -> None:
    pills = ProgressPills(Rule.SAFE)
    qtbot.addWidget(pills)
    pills.show_progress(1, 2)
    closed = pills.sizeHint().width()
    pills.show_progress(1, 2, goes_on=True)
    assert pills.sizeHint().width() > closed
    pills.resize(pills.sizeHint())
    picture = pills.grab().toImage()
    row, muted = picture.height() // 2, QColor(style.current().palette.muted)
    dots = [at for at in range(closed, picture.width()) if picture.pixelColor(at, row) == muted]
    gaps = sum(after - before > 1 for before, after in pairwise(dots))
    assert gaps == 2, "three dots, and room between them"


def test_steps_begin_at_the_right_on_right_to_left_pages(qtbot: QtBot) -> None:
    pills = ProgressPills(Rule.SAFE)
    qtbot.addWidget(pills)
    pills.show_progress(1, 4)
    pills.resize(pills.sizeHint())
    middle = pills.height() // 2
    left = pills.grab().toImage().pixelColor(10, middle)
    pills.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = pills.grab().toImage()
    assert turned.pixelColor(pills.width() - 10, middle) == left
    assert turned.pixelColor(10, middle) != left


def test_steps_take_another_rules_colour(qtbot: QtBot) -> None:
    pills = ProgressPills(Rule.SAFE)
    qtbot.addWidget(pills)
    pills.show_progress(2, 4)
    pills.resize(pills.sizeHint())
    before = pills.grab().toImage()
    pills.set_rule(Rule.TELL)
    assert pills.grab().toImage() != before
