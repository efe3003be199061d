"""Every bundled picture can be drawn, is there by name, and is drawn once for each size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.kit import pictures
from app.kit.picture_view import PictureView

SQUARE = QSize(48, 48)


def is_painted(view: PictureView) -> bool:
    """Tell whether anything stands in the middle of a view."""
    seen = QImage(view.size(), QImage.Format.Format_ARGB32)
    seen.fill(Qt.GlobalColor.transparent)
    view.render(seen, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return seen.pixelColor(view.rect().center()).alpha() > 0


def inked(drawn: QPixmap) -> float:
    """Return the share of pixels that something is drawn on."""
    image = drawn.toImage().convertToFormat(QImage.Format.Format_Alpha8)
    whole = image.width() * image.height()
    shown = sum(1 for value in bytes(image.constBits()) if value > 40)
    return shown / whole


@pytest.fixture
def own_picture(tmp_path: Path) -> Path:
    file = tmp_path / "red.png"
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    image.save(str(file))
    return file


def test_every_bundled_picture_shows_something() -> None:
    faint = [name for name in pictures.names() if inked(pictures.pixmap(name, SQUARE)) < 0.05]
    assert faint == []


def test_every_bundled_picture_is_one_qtsvg_can_draw() -> None:
    files = [(name, pictures.source(name)) for name in pictures.names()]
    assert [name for name, file in files if file is None or not pictures.draws(file)] == []


def test_names_are_known_with_and_without_art() -> None:
    assert pictures.known("shield")
    assert pictures.known("art:shield")
    assert not pictures.known("art:no-such-picture")


def test_an_authors_file_is_found_in_its_folder(own_picture: Path) -> None:
    key = pictures.key(own_picture.name, own_picture.parent)
    assert pictures.source(key) == own_picture
    assert pictures.key("art:shield", own_picture.parent) == "art:shield"
    assert pictures.key("", own_picture.parent) == ""


def test_what_is_not_there_has_no_source_and_draws_nothing(tmp_path: Path) -> None:
    assert pictures.source(str(tmp_path / "gone.svg")) is None
    assert inked(pictures.pixmap(str(tmp_path / "gone.svg"), SQUARE)) == 0


def test_a_relative_path_is_no_picture() -> None:
    assert pictures.source("pyproject.toml") is None


@pytest.mark.parametrize(("name", "words"), [("bad.svg", "<svg"), ("bad.png", "not a picture")])
def test_a_damaged_file_is_said_not_to_draw(tmp_path: Path, name: str, words: str) -> None:
    file = tmp_path / name
    file.write_text(words, encoding="utf-8")
    assert not pictures.draws(file)


def test_pixels_of_an_author_are_drawn_whole_and_centred(own_picture: Path) -> None:
    image = pictures.pixmap(str(own_picture), QSize(40, 40)).toImage()
    assert image.pixelColor(20, 20) == QColor("#FF0000")
    assert image.pixelColor(20, 2).alpha() == 0
    assert pictures.shape(str(own_picture)) == 2.0


def test_a_picture_is_as_sharp_as_the_screen() -> None:
    drawn = pictures.pixmap("star", QSize(30, 30), 2.0)
    assert (drawn.width(), drawn.devicePixelRatioF()) == (60, 2.0)


def test_a_picture_is_drawn_once_for_a_size() -> None:
    first = pictures.pixmap("art:star", QSize(33, 33))
    again = pictures.pixmap("art:star", QSize(33, 33))
    assert first.cacheKey() == again.cacheKey()


def test_pictures_paint_where_they_are_told() -> None:
    image = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    pictures.paint(painter, "art:heart", QRectF(50, 50, 50, 50))
    painter.end()
    assert image.pixelColor(75, 75).alpha() == 255
    assert image.pixelColor(20, 20).alpha() == 0


def test_a_view_says_what_it_shows(qtbot: QtBot) -> None:
    view = PictureView("art:owl", "An owl", 80)
    qtbot.addWidget(view)
    view.resize(120, 90)
    view.show()
    assert view.accessibleName() == "An owl"
    assert view.shown == "art:owl"
    assert is_painted(view)


def test_a_view_can_show_another_picture_or_none(qtbot: QtBot) -> None:
    view = PictureView("art:owl", "An owl")
    qtbot.addWidget(view)
    view.resize(80, 80)
    view.show()
    view.show_picture("", "")
    assert not is_painted(view)
    view.show_picture("art:dog", "A dog")
    assert view.accessibleName() == "A dog"
    assert is_painted(view)
