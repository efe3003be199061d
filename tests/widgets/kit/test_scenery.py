"""Backdrops cover a page at every shape of window, and keep to the theme."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks, Theme
from app.domain.smart import Rule
from app.kit import scenery, stylesheet
from app.kit.backdrop import Backdrop
from app.kit.style import Style

UNPAINTED = QColor("#FF00FF")
NEEDED = {
    "bedroom", "bus", "calm", "chat", "classroom", "computer-room", "game", "hills", "kitchen",
    "library", "living-room", "park", "playground", "sky", "web-page",
}  # fmt: skip


def painted(name: str, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(UNPAINTED)
    painter = QPainter(image)
    scenery.paint(painter, name, size)
    painter.end()
    return image


def corners(image: QImage) -> list[QColor]:
    right, bottom = image.width() - 1, image.height() - 1
    return [image.pixelColor(x, y) for x in (0, right) for y in (0, bottom)]


def test_the_places_that_stories_need_are_there() -> None:
    assert set(scenery.names()) >= NEEDED


@pytest.mark.parametrize("size", [QSize(1024, 768), QSize(768, 1366), QSize(1920, 1080)])
def test_scenery_covers_the_page_whatever_its_shape(size: QSize) -> None:
    for name in scenery.names():
        assert UNPAINTED not in corners(painted(name, size)), name


@pytest.mark.parametrize("theme", [Theme.CONTRAST_LIGHT, Theme.CONTRAST_DARK])
def test_the_contrast_themes_leave_the_bare_paper(qapp: QApplication, theme: Theme) -> None:
    style = Style(Looks(theme=theme))
    stylesheet.apply(qapp, style)
    assert set(map(QColor.name, corners(painted("hills", QSize(300, 200))))) == {
        QColor(style.palette.paper).name()
    }


def test_the_calm_theme_takes_the_colours_back(qapp: QApplication) -> None:
    bright = painted("hills", QSize(300, 200)).pixelColor(150, 180)
    stylesheet.apply(qapp, Style(Looks(theme=Theme.GREY)))
    calm = painted("hills", QSize(300, 200)).pixelColor(150, 180)
    assert calm.hsvSaturation() < bright.hsvSaturation() / 2


def test_an_unknown_backdrop_leaves_the_paper() -> None:
    assert not scenery.known("nowhere")
    assert corners(painted("nowhere", QSize(30, 20)))[0].name() == "#fffbf4"


def test_an_authors_own_picture_covers_too(tmp_path: Path) -> None:
    file = tmp_path / "own.png"
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    image.save(str(file))
    assert set(map(QColor.name, corners(painted(str(file), QSize(90, 40))))) == {"#00ff00"}


def test_a_backdrop_paints_scenery_or_a_rules_tint(qtbot: QtBot) -> None:
    page = Backdrop()
    qtbot.addWidget(page)
    page.resize(200, 100)
    assert page.grab().toImage().pixelColor(5, 5).name() == "#fffbf4"
    page.set_rule(Rule.TELL)
    tint = page.grab().toImage().pixelColor(5, 1)
    assert tint.red() - tint.green() > 10
    page.set_scenery("sky")
    sky = page.grab().toImage().pixelColor(5, 5)
    assert sky.blue() > sky.red()
