"""Two panes keep their shares, beside or above each other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.override import override
from app.kit import style
from app.kit.split import Split
from app.kit.text import Text


class Pane(QWidget):
    """A pane that would like to be huge."""

    @override
    def heightForWidth(self, width: int) -> int:
        return 60_000 // max(1, width)


def made(qtbot: QtBot, width: int, height: int) -> tuple[Split, QWidget, QWidget]:
    first, second = QWidget(), QWidget()
    split = Split(first, second, (3, 1), (1, 2))
    qtbot.addWidget(split)
    split.resize(width, height)
    split.show()
    return split, first, second


def test_beside_each_other_in_a_wide_window(qtbot: QtBot) -> None:
    split, first, second = made(qtbot, 1000, 600)
    gap = style.current().space(2)
    assert not split.stacked
    assert (first.width(), second.width()) == ((1000 - gap) * 3 // 4, (1000 - gap + 3) // 4)
    assert second.x() == first.width() + gap
    assert first.height() == second.height() == 600


def test_above_each_other_in_a_tall_window(qtbot: QtBot) -> None:
    split, first, second = made(qtbot, 600, 1000)
    assert split.stacked
    assert abs(first.height() * 2 - second.height()) <= 3
    assert second.y() > first.height()
    assert first.width() == second.width() == 600


def test_mirrored_from_right_to_left(qtbot: QtBot) -> None:
    split, first, second = made(qtbot, 1000, 600)
    split.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert first.geometry().right() == 999
    assert second.x() == 0


def test_a_hidden_pane_leaves_its_room(qtbot: QtBot) -> None:
    split, first, second = made(qtbot, 1000, 600)
    second.hide()
    QCoreApplication.sendPostedEvents(split, QEvent.Type.LayoutRequest.value)
    assert first.size() == split.size()
    second.show()
    QCoreApplication.sendPostedEvents(split, QEvent.Type.LayoutRequest.value)
    assert first.width() < 1000


def test_a_low_pane_gets_the_least_it_needs(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    first.setMinimumHeight(10)
    split = Split(Text("A line", parent=None), second, tall=(1, 20))
    qtbot.addWidget(split)
    split.resize(300, 600)
    split.show()
    text = split.findChildren(Text)[0]
    assert text.height() >= text.minimumSizeHint().height()


def test_it_is_as_tall_as_its_panes_need(qtbot: QtBot) -> None:
    first, second = Pane(), Pane()
    for pane in (first, second):
        policy = pane.sizePolicy()
        policy.setHeightForWidth(True)
        pane.setSizePolicy(policy)
    split = Split(first, second)
    qtbot.addWidget(split)
    split.resize(1000, 400)
    split.show()
    assert split.hasHeightForWidth()
    gap = style.current().space(2)
    assert split.heightForWidth(600 + gap) == 60_000 // 300
    split.resize(400, 1000)
    assert split.heightForWidth(600) == 2 * 100 + gap
    second.hide()
    assert split.heightForWidth(600) == 100
