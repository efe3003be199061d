"""Pills: large enough, their words whole, every manner readable in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.domain.smart import Rule
from app.kit import shapes, stylesheet
from app.kit.pill_button import Manner, PillButton
from app.kit.style import Style

LABELS = ["Tell", "How it looks", "Ĥöŵ îţ ļööķš ţö ýöû ŵéļļ"]


def button(qtbot: QtBot, words: str, manner: Manner = Manner.QUIET) -> PillButton:
    made = PillButton(words, "art:house", manner)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("words", LABELS)
@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_words_fit_at_the_size_asked_for(
    qtbot: QtBot, qapp: QApplication, words: str, upright: bool, size: int
) -> None:
    for typeface in Typeface:
        stylesheet.apply(qapp, Style(Looks(text_size=size, typeface=typeface)))
        made = button(qtbot, words)
        made.set_upright(upright)
        made.resize(made.sizeHint())
        assert made.text_fits, typeface


def test_words_alone_fit_too(qtbot: QtBot) -> None:
    made = PillButton("Go on", "", Manner.MAIN)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    assert made.text_fits


def test_too_narrow_a_pill_says_so(qtbot: QtBot) -> None:
    made = button(qtbot, "How it looks")
    made.resize(90, 90)
    assert not made.text_fits


@pytest.mark.parametrize("share", [0.75, 0.9, 1.0, 1.5])
def test_a_wrapping_pill_asks_for_the_height_that_its_words_need(
    qtbot: QtBot, share: float
) -> None:
    made = button(qtbot, "Try another way")
    made.set_wrapping()
    usual = made.sizeHint()
    wide = max(made.minimumSizeHint().width(), round(usual.width() * share))
    made.resize(wide, made.heightForWidth(wide))
    assert made.text_fits
    assert made.height() >= usual.height()
    if share >= 1:
        assert made.height() == usual.height()


@pytest.mark.parametrize("unit", [0.84, 1.0, 2.8])
def test_pills_are_large_enough_to_press(qtbot: QtBot, qapp: QApplication, unit: float) -> None:
    style = Style(unit=unit)
    stylesheet.apply(qapp, style)
    least = button(qtbot, "A").minimumSizeHint()
    assert min(least.width(), least.height()) - 2 * shapes.room() >= style.target


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("manner", Manner)
def test_every_manner_shows_its_words_and_its_press(
    qtbot: QtBot, qapp: QApplication, theme: Theme, manner: Manner
) -> None:
    stylesheet.apply(qapp, Style(Looks(theme=theme)))
    made, blank = button(qtbot, "Tell", manner), button(qtbot, "", manner)
    made.set_rule(Rule.TELL)
    blank.set_rule(Rule.TELL)
    for one in (made, blank):
        one.resize(QSize(220, 90))
    assert made.grab().toImage() != blank.grab().toImage()
    at_rest = made.grab().toImage()
    made.setDown(True)
    assert made.grab().toImage() != at_rest


def test_changes_are_shown(qtbot: QtBot) -> None:
    made = button(qtbot, "Go on")
    made.resize(220, 90)
    first = made.grab().toImage()
    made.set_picture("art:star")
    second = made.grab().toImage()
    made.set_manner(Manner.MAIN)
    assert len({bytes(image.constBits()) for image in (first, second, made.grab().toImage())}) == 3
