"""Texts are plain, whole, and as tall as they need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks, Theme, Typeface
from app.domain.smart import Rule
from app.kit import stylesheet, wrapping
from app.kit.fonts import Role, font
from app.kit.style import Style
from app.kit.text import Text

LONG = "BlockStar99 wants to know where I play football. What shall I say to them?"
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


def letters(role: Role = Role.BODY) -> QFontMetrics:
    return QFontMetrics(font(role))


@pytest.mark.parametrize("typed", ["<b>x</b>", "<img src=x>", "a &amp; b", "**no**"])
def test_markup_is_shown_as_typed(qtbot: QtBot, typed: str) -> None:
    text = Text(typed)
    qtbot.addWidget(text)
    assert text.text() == typed
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() >= letters().horizontalAdvance(typed)


def test_a_text_is_as_tall_as_its_lines(qtbot: QtBot) -> None:
    text = Text(LONG)
    qtbot.addWidget(text)
    wide, narrow = text.heightForWidth(2000), text.heightForWidth(200)
    assert wide <= letters().height() + 2
    assert narrow >= 4 * letters().lineSpacing()


def test_a_layout_gives_a_text_the_height_it_needs(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    text = Text(LONG)
    column.addWidget(text)
    column.addStretch(1)
    page.resize(260, 900)
    page.show()
    assert text.height() >= text.needed_height


def test_a_word_wider_than_its_line_is_broken_not_cut() -> None:
    broken = wrapping.breakable(WORD, letters(), 150)
    assert broken.replace("\u200b", "") == WORD
    assert wrapping.lines_size(WORD, letters(), 150).width() <= 160


def test_words_that_fit_are_left_alone() -> None:
    assert wrapping.breakable(LONG, letters(), 400) == LONG


def test_a_hyphen_is_a_place_to_break() -> None:
    whole = letters().horizontalAdvance("Mohammed-Amir")
    assert wrapping.widest_word("Mohammed-Amir", letters()) < whole


def test_a_path_breaks_after_its_slashes(qtbot: QtBot) -> None:
    path = "/srv/be-smart/lessons/meeting/a_day_out/lesson.toml"
    metrics = letters()
    half = metrics.horizontalAdvance(path) // 2 + metrics.horizontalAdvance("a_day_out/")
    assert wrapping.lines_size(path, metrics, half).width() <= half
    assert 2 <= wrapping.lines_height(path, metrics, half) / metrics.height() < 3
    assert wrapping.breakable("either/or", metrics, half) == "either/\u200bor"
    text = Text(path)
    qtbot.addWidget(text)
    assert text.minimumSizeHint().width() < half


def test_no_word_asks_for_more_than_a_page_has(qtbot: QtBot) -> None:
    text = Text("a_very_long_name_for_a_lesson_that_somebody_made_up_on_a_rainy_day.toml")
    qtbot.addWidget(text)
    wide = letters().height() * 10 + 1
    assert text.minimumSizeHint().width() <= wide
    assert text.heightForWidth(wide) > letters().height()


def test_a_text_of_nothing_takes_no_room() -> None:
    assert wrapping.lines_size("", letters(), 100) == QSize(0, 0)


def test_fits_knows_both_ways_of_not_fitting() -> None:
    assert wrapping.fits("Hello", letters(), QSize(200, 60))
    assert not wrapping.fits("Hello", letters(), QSize(20, 600))
    assert not wrapping.fits(LONG, letters(), QSize(200, 60))


def test_letters_shrink_only_as_far_as_needed() -> None:
    full = font(Role.BODY)
    assert wrapping.fitted("Hi", full, QSize(300, 60)).pixelSize() == full.pixelSize()
    smaller = wrapping.fitted("Bartholomew", full, QSize(110, 60)).pixelSize()
    assert full.pixelSize() * wrapping.LEAST_SHARE <= smaller < full.pixelSize()
    least = wrapping.fitted(WORD, full, QSize(40, 20)).pixelSize()
    assert least == round(full.pixelSize() * wrapping.LEAST_SHARE)


@pytest.mark.parametrize("size", [100, 115, 130, 150])
def test_letters_grow_at_once_with_the_style(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    text = Text(LONG)
    qtbot.addWidget(text)
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    assert text.font().pixelSize() == round(24 * size / 100)


@pytest.mark.parametrize("typeface", Typeface)
def test_letters_are_the_bundled_ones(qapp: QApplication, typeface: Typeface) -> None:
    stylesheet.apply(qapp, Style(Looks(typeface=typeface)))
    for role in Role:
        chosen = font(role)
        assert chosen.family() in {"Andika", "Lexend", "OpenDyslexic"}
        assert QFontMetrics(chosen).inFontUcs4(ord("ŵ"))
        assert QFontMetrics(chosen).inFontUcs4(ord("ł"))


def test_a_text_can_be_quiet_or_in_a_rules_colour(qtbot: QtBot, qapp: QApplication) -> None:
    text = Text("IIIIIIIIIIIIIIII", Role.TITLE)
    qtbot.addWidget(text)
    text.resize(300, 60)

    def darkest() -> QColor:
        image = text.grab().toImage()
        spots = [image.pixelColor(x, y) for x in range(60) for y in range(8, 50, 3)]
        return min(spots, key=QColor.lightness)

    ink = darkest()
    text.set_muted(True)
    assert darkest().lightness() > ink.lightness()
    text.set_rule(Rule.TELL)
    assert darkest().red() > darkest().green() + 60
    stylesheet.apply(qapp, Style(Looks(theme=Theme.CONTRAST_LIGHT)))
    text.set_rule(None)
    text.set_muted(False)
    assert darkest().lightness() < 20


def test_english_on_a_right_to_left_page_keeps_its_own_direction(
    qtbot: QtBot, qapp: QApplication
) -> None:
    text = Text("Stop!", Role.TITLE)
    qtbot.addWidget(text)
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    text.resize(text.sizeHint())
    left_to_right = text.grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert text.grab().toImage() == left_to_right
