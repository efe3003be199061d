"""Two panes above one another, parted where their contents ask for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.override import override
from app.kit import style
from app.kit.scroll import Scroll
from app.kit.stack import Stack


class Pane(QWidget):
    """A pane of a height, which it would rather not go below ``least`` of."""

    def __init__(self, tall: int, least: int) -> None:
        super().__init__()
        self._tall, self._least = tall, least

    @override
    def heightForWidth(self, width: int) -> int:
        return self._tall

    @override
    def sizeHint(self) -> QSize:
        return QSize(100, self._tall)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(100, self._least)


def made(qtbot: QtBot, upper: int, lower: int) -> tuple[Stack, Pane, Scroll]:
    """Return a stack 600 pixels tall whose panes need these heights, the upper at least 50."""
    above, below = Pane(upper, 50), Scroll(Pane(lower, lower))
    stack = Stack(above, below)
    qtbot.addWidget(stack)
    stack.resize(400, 600)
    stack.show()
    return stack, above, below


def test_the_lower_has_all_that_the_upper_does_not_need(qtbot: QtBot) -> None:
    _, above, below = made(qtbot, 120, 200)
    gap = style.current().space(1)
    assert above.height() == 120
    assert (below.y(), below.height()) == (120 + gap, 480 - gap)


def test_the_lower_gives_way_first_for_it_scrolls(qtbot: QtBot) -> None:
    _, above, below = made(qtbot, 300, 400)
    assert above.height() == 300
    assert below.height() == 300 - style.current().space(1)


def test_the_upper_gives_way_to_the_least_of_the_lower(qtbot: QtBot) -> None:
    _, above, below = made(qtbot, 580, 2_000)
    assert below.height() == below.minimumSizeHint().height()
    assert above.height() == 600 - style.current().space(1) - below.height()


def test_the_upper_keeps_its_least_height(qtbot: QtBot) -> None:
    stack, above, _ = made(qtbot, 580, 2_000)
    stack.resize(400, 120)
    assert above.height() == 50


def test_a_hidden_upper_pane_leaves_its_room(qtbot: QtBot) -> None:
    stack, above, below = made(qtbot, 120, 200)
    above.hide()
    QCoreApplication.sendPostedEvents(stack, QEvent.Type.LayoutRequest.value)
    assert below.geometry() == stack.rect()
    above.show()
    QCoreApplication.sendPostedEvents(stack, QEvent.Type.LayoutRequest.value)
    assert above.height() == 120
