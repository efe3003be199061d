"""A style is put in force at once, for kit widgets and stock ones, and only when it is another."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks, Theme, Typeface
from app.kit import fonts, style, stylesheet
from app.kit.field import Field
from app.kit.fonts import FontMissing, Role, font
from app.kit.style import Style
from app.kit.table import Table
from app.kit.tokens import PALETTES, contrast


def test_the_same_style_again_is_no_work(qapp: QApplication) -> None:
    assert stylesheet.apply(qapp, Style(unit=1.3))
    assert not stylesheet.apply(qapp, Style(unit=1.3))


@pytest.mark.parametrize("theme", Theme)
def test_stock_widgets_take_the_themes_colours(qapp: QApplication, theme: Theme) -> None:
    stylesheet.apply(qapp, Style(Looks(theme=theme)))
    palette, wanted = qapp.palette(), PALETTES[theme]
    assert palette.color(QPalette.ColorRole.Window).name() == wanted.paper.lower()
    assert palette.color(QPalette.ColorRole.WindowText).name() == wanted.ink.lower()
    colours = set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet.sheet(style.current())))
    assert wanted.surface in colours
    assert contrast(wanted.ink, wanted.surface) >= 7


def test_nothing_is_left_open_in_the_sheet() -> None:
    sheet = stylesheet.sheet(Style())
    assert sheet.count("{") == sheet.count("}")
    assert not re.search(r"\{\w+\}", sheet)


def test_stock_widgets_can_be_restyled_while_they_show(qtbot: QtBot, qapp: QApplication) -> None:
    field, table = Field("Name"), Table("Children")
    for widget in (field, table):
        qtbot.addWidget(widget)
        widget.show()
    heights = [field.sizeHint().height(), table.verticalHeader().defaultSectionSize()]
    large = Style(Looks(text_size=150, typeface=Typeface.OPEN_DYSLEXIC), unit=3)
    stylesheet.apply(qapp, large)
    assert field.styleSheet() == table.styleSheet() == stylesheet.sheet(large)
    assert field.sizeHint().height() > heights[0]
    assert table.verticalHeader().defaultSectionSize() > heights[1]
    assert qapp.font().family() == "OpenDyslexic"


def test_headings_and_reading_have_their_own_letters() -> None:
    assert font(Role.TITLE).family() == "Lexend"
    assert font(Role.BODY).family() == "Andika"
    assert (
        font(Role.TITLE).pixelSize()
        > font(Role.HEADING).pixelSize()
        > (font(Role.BODY).pixelSize())
    )


def test_a_scale_makes_letters_larger() -> None:
    assert font(Role.BODY, 2.0).pixelSize() == 2 * font(Role.BODY).pixelSize()


def test_a_font_that_is_gone_is_said_with_its_remedy() -> None:
    with pytest.raises(FontMissing, match="install Be SMART again"):
        fonts._load("Gone.ttf")
