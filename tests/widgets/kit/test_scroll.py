"""What is too tall can be turned by finger, keys and wheel alike, and follows the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.kit import shapes, style
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text

STORY = "Amina has a new friend in her game, and the friend has many questions for her. "


def made(
    qtbot: QtBot, inner: QWidget, width: int, height: int, *, from_end: bool = False
) -> Scroll:
    scroll = Scroll(inner, from_end=from_end)
    qtbot.addWidget(scroll)
    scroll.resize(width, height)
    scroll.show()
    return scroll


def arrow(scroll: Scroll, words: str) -> QAbstractButton:
    found = [one for one in scroll.findChildren(QAbstractButton) if one.accessibleName() == words]
    return found[0]


def column(*widgets: QWidget) -> QWidget:
    inner = QWidget()
    layout = QVBoxLayout(inner)
    for widget in widgets:
        layout.addWidget(widget)
    return inner


@pytest.fixture
def long(qtbot: QtBot) -> Scroll:
    return made(qtbot, Text(STORY * 12), 700, 300)


def top_of(scroll: Scroll) -> int:
    return -scroll.inner.y()


def test_what_fits_has_no_arrows(qtbot: QtBot) -> None:
    scroll = made(qtbot, Text(STORY), 700, 300)
    assert not arrow(scroll, "More below").isVisible()
    assert scroll.inner.width() == 700
    assert scroll.inner.height() == 300


def test_what_does_not_fit_has_arrows_beside_it(long: Scroll) -> None:
    down = arrow(long, "More below")
    assert down.isVisible()
    assert down.width() - 2 * shapes.room() >= style.current().target
    assert down.x() >= long.inner.width()
    assert long.inner.height() >= long.inner.heightForWidth(long.inner.width())


def test_arrows_turn_and_stop_at_the_ends(long: Scroll) -> None:
    up, down = arrow(long, "Back up"), arrow(long, "More below")
    assert not up.isEnabled()
    seen = [top_of(long)]
    while down.isEnabled():
        QTest.mouseClick(down, Qt.MouseButton.LeftButton)
        seen.append(top_of(long))
    assert seen == sorted(set(seen))
    assert seen[-1] == long.inner.height() - long.height()
    assert up.isEnabled()
    while up.isEnabled():
        QTest.keyClick(up, Qt.Key.Key_Space)
    assert top_of(long) == 0


def test_a_turn_leaves_something_of_what_was_read(long: Scroll) -> None:
    arrow(long, "More below").click()
    assert 0 < top_of(long) < long.height()


def test_in_a_narrow_place_the_arrows_stand_below(qtbot: QtBot) -> None:
    scroll = made(qtbot, Text(STORY * 8), 320, 400)
    up, down = arrow(scroll, "Back up"), arrow(scroll, "More below")
    assert scroll.inner.width() == 320
    assert up.y() == down.y()
    assert not up.geometry().intersects(down.geometry())
    assert scroll.rect().contains(down.geometry())


def test_mirrored_from_right_to_left(long: Scroll) -> None:
    before = arrow(long, "More below").geometry()
    long.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = arrow(long, "More below").geometry()
    assert after.x() == long.width() - before.right() - 1


def test_a_messenger_shows_the_end_and_stays_there(qtbot: QtBot) -> None:
    inner = column(*(Text(STORY) for _ in range(8)))
    scroll = made(qtbot, inner, 700, 300, from_end=True)
    assert top_of(scroll) == inner.height() - 300
    layout = inner.layout()
    assert layout is not None
    layout.addWidget(Text(STORY))
    for _ in range(3):
        QCoreApplication.processEvents()
    assert top_of(scroll) == inner.height() - 300
    assert not arrow(scroll, "More below").isEnabled()


def test_it_follows_the_focus(qtbot: QtBot) -> None:
    buttons = [PillButton(f"Way {number}") for number in range(12)]
    scroll = made(qtbot, column(*buttons), 700, 300)
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    buttons[-1].setFocus()
    assert not buttons[-1].visibleRegion().isEmpty()
    buttons[0].setFocus()
    assert not buttons[0].visibleRegion().isEmpty()


def test_it_never_scrolls_sideways(qtbot: QtBot) -> None:
    scroll = made(qtbot, column(Text(STORY * 8)), 260, 400)
    assert scroll.inner.width() <= 260
    assert scroll.inner.x() == 0


def test_what_grows_and_shrinks_is_laid_out_anew(qtbot: QtBot) -> None:
    text = Text(STORY)
    scroll = made(qtbot, text, 700, 300)
    text.setText(STORY * 12)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert arrow(scroll, "More below").isVisible()
    text.setText(STORY)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert not arrow(scroll, "More below").isVisible()


def test_arrows_are_out_of_the_way_of_the_keys_where_there_is_nothing_to_turn(
    qtbot: QtBot,
) -> None:
    scroll = made(qtbot, column(PillButton("One"), PillButton("Two")), 700, 600)
    for words in ("Back up", "More below"):
        assert not arrow(scroll, words).isVisible()


def test_made_narrower_it_asks_for_the_room_that_it_needs_then(qtbot: QtBot) -> None:
    high = QWidget()
    high.setMinimumHeight(300)
    page = column(high, low := Scroll(Text("word " * 16)))
    qtbot.addWidget(page)
    for width in (1366, 330):
        page.resize(width, 480)
        page.show()
        QApplication.processEvents()
    assert low.height() >= low.minimumSizeHint().height()
    assert arrow(low, "Back up").y() >= 0
