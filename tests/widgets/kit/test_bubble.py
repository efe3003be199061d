"""Bubbles hold all their words; a message is only as wide as it needs, on its speaker's side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.looks import TEXT_SIZES, Looks
from app.kit import stylesheet
from app.kit.bubble import SpeechBubble, Tail
from app.kit.style import Style

LONG = "Where do you play football? I might come and watch. What is your team called?"
COLOUR = "#33CC33"


def column(qtbot: QtBot, *bubbles: SpeechBubble) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    for bubble in bubbles:
        layout.addWidget(bubble)
    layout.addStretch(1)
    page.resize(480, 900)
    page.show()
    return page


def coloured(image: QImage) -> tuple[int, int]:
    """Return the first and last column in which the bubble's colour stands, at mid height."""
    row = image.height() // 3
    columns = [x for x in range(image.width()) if image.pixelColor(x, row).name() == COLOUR.lower()]
    return columns[0], columns[-1]


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("tail", Tail)
def test_a_bubble_is_as_tall_as_its_words(
    qtbot: QtBot, qapp: QApplication, size: int, tail: Tail
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    bubble = SpeechBubble(LONG, tail)
    _page = column(qtbot, bubble)
    assert bubble.words.height() >= bubble.words.needed_height


@pytest.mark.parametrize(
    ("tail", "direction", "at_left"),
    [
        (Tail.START, Qt.LayoutDirection.LeftToRight, True),
        (Tail.END, Qt.LayoutDirection.LeftToRight, False),
        (Tail.START, Qt.LayoutDirection.RightToLeft, False),
        (Tail.END, Qt.LayoutDirection.RightToLeft, True),
    ],
)
def test_a_short_message_stands_on_its_speakers_side(
    qtbot: QtBot, tail: Tail, direction: Qt.LayoutDirection, at_left: bool
) -> None:
    bubble = SpeechBubble("Thanks!", tail, COLOUR)
    page = column(qtbot, bubble)
    page.setLayoutDirection(direction)
    first, last = coloured(bubble.grab().toImage())
    assert last - first < bubble.width() / 2
    assert (first + last < bubble.width()) is at_left


def test_a_bubble_that_says_more_grows(qtbot: QtBot) -> None:
    bubble = SpeechBubble("Hi", Tail.START)
    _page = column(qtbot, bubble)
    before = bubble.heightForWidth(bubble.width())
    bubble.say(LONG)
    assert bubble.heightForWidth(bubble.width()) > before
    assert bubble.words.text() == LONG


def test_a_colour_can_be_changed(qtbot: QtBot) -> None:
    bubble = SpeechBubble("Hi", Tail.NONE)
    _page = column(qtbot, bubble)
    bubble.set_colour(COLOUR)
    first, last = coloured(bubble.grab().toImage())
    assert last > first
