"""Motion is short, gives way to the next, ends where it should, and is off when still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPropertyAnimation
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks
from app.kit import motion, stylesheet
from app.kit.style import Style
from app.kit.tokens import ARRIVE_MS, MOVE_MS

HERE, THERE, ELSEWHERE = QPoint(0, 0), QPoint(120, 60), QPoint(10, 200)


class Arrivals:
    """Counts how often a motion said that it is done."""

    def __init__(self) -> None:
        self.count = 0

    def on_done(self) -> None:
        self.count += 1


@pytest.fixture
def thing(qtbot: QtBot) -> Iterator[QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 400)
    thing = QWidget(page)
    thing.setGeometry(0, 0, 40, 40)
    page.show()
    qtbot.waitExposed(page)
    yield thing
    page.close()


def test_it_goes_where_it_is_sent_and_says_so(thing: QWidget, qtbot: QtBot) -> None:
    arrivals = Arrivals()
    motion.move(thing, THERE, done=arrivals.on_done)
    assert motion.moving(thing)
    qtbot.waitUntil(lambda: arrivals.count == 1, timeout=2000)
    assert thing.pos() == THERE
    assert not motion.moving(thing)


def test_nothing_takes_longer_than_it_may(thing: QWidget) -> None:
    motion.move(thing, THERE, ms=5000)
    running = thing.findChild(QPropertyAnimation)
    assert isinstance(running, QPropertyAnimation)
    assert running.duration() <= ARRIVE_MS
    assert 150 <= MOVE_MS <= ARRIVE_MS <= 350


def test_the_next_motion_takes_over(thing: QWidget, qtbot: QtBot) -> None:
    first, second = Arrivals(), Arrivals()
    motion.move(thing, THERE, done=first.on_done)
    motion.move(thing, ELSEWHERE, done=second.on_done)
    qtbot.waitUntil(lambda: second.count == 1, timeout=2000)
    assert (thing.pos(), first.count) == (ELSEWHERE, 0)


def test_stopping_leaves_it_where_it_was_going(thing: QWidget) -> None:
    motion.move(thing, THERE)
    motion.stop(thing)
    assert thing.pos() == THERE
    assert not motion.moving(thing)


def test_what_arrives_ends_where_it_stands(thing: QWidget, qtbot: QtBot) -> None:
    thing.move(THERE)
    motion.arrive(thing)
    assert thing.pos() != THERE
    qtbot.waitUntil(lambda: not motion.moving(thing), timeout=2000)
    assert thing.pos() == THERE


def test_still_means_at_once(thing: QWidget, qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style(Looks(still=True)))
    arrivals = Arrivals()
    motion.move(thing, THERE, done=arrivals.on_done)
    assert (thing.pos(), arrivals.count) == (THERE, 1)
    motion.arrive(thing)
    assert thing.pos() == THERE


def test_what_is_hidden_is_moved_at_once(thing: QWidget) -> None:
    thing.hide()
    motion.move(thing, THERE)
    assert thing.pos() == THERE


def test_going_nowhere_is_done_at_once(thing: QWidget) -> None:
    arrivals = Arrivals()
    motion.move(thing, HERE, done=arrivals.on_done)
    assert arrivals.count == 1
