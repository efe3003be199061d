"""What is drawn is kept, up to so many bytes; what was not used for longest goes first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.kit import stylesheet
from app.kit.kept import Kept
from app.kit.style import Style

SIDE = 1_024
"""A picture of four MiB."""


class Drawing:
    """Draws, and counts how often."""

    def __init__(self) -> None:
        self.kept = Kept()
        self.drawn: list[str] = []

    def get(self, name: str) -> None:
        self.kept.get(name, lambda: self._draw(name))

    def _draw(self, name: str) -> QPixmap:
        self.drawn.append(name)
        return QPixmap(QSize(SIDE, SIDE))


@pytest.mark.usefixtures("qapp")
def test_once_drawn_it_is_shown_again() -> None:
    one = Drawing()
    one.get("a")
    one.get("a")
    assert one.drawn == ["a"]


def test_the_least_used_goes_first(qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style())
    one = Drawing()
    for name in ("a", "b", "a", "c", "a", "b"):
        one.get(name)
    assert one.drawn == ["a", "b", "c", "b"]


def test_a_larger_window_keeps_more(qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style(unit=2.0))
    one = Drawing()
    for name in ("a", "b", "c", "d", "a"):
        one.get(name)
    assert one.drawn == ["a", "b", "c", "d"]


def test_one_that_is_larger_than_all_the_room_can_be_shown(qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style(unit=0.3))
    one = Drawing()
    one.get("a")
    one.get("a")
    assert one.drawn == ["a"]


@pytest.mark.usefixtures("qapp")
def test_everything_can_be_let_go() -> None:
    one = Drawing()
    one.get("a")
    one.kept.clear()
    one.get("a")
    assert one.drawn == ["a", "a"]


def test_at_rest_what_showed_last_stays(qapp: QApplication) -> None:
    stylesheet.apply(qapp, Style(unit=2.0))
    one = Drawing()
    for name in ("a", "b", "c"):
        one.get(name)
    one.kept.shrink()
    for name in ("c", "b", "a"):
        one.get(name)
    assert one.drawn == ["a", "b", "c", "b", "a"]
