"""Pages are named, hold their content, and stay calm when something goes wrong."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.looks import Looks
from app.kit import stylesheet
from app.kit.card import Card
from app.kit.frames import PhoneFrame
from app.kit.page import Page
from app.kit.style import Style
from app.kit.text import Text


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page("My path", "hills")
    qtbot.addWidget(made)
    made.content.addWidget(Text("Where next?"))
    made.resize(1024, 700)
    made.show()
    return made


def read(page: Page) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def test_the_title_names_the_page(page: Page) -> None:
    assert page.accessibleName() == "My path"
    page.set_title("My stars")
    assert (page.heading.text(), page.accessibleName()) == ("My stars", "My stars")
    page.set_title("")
    assert not page.heading.isVisible()


def test_a_fault_takes_the_contents_place_and_leaves_again(page: Page) -> None:
    assert "Where next?" in read(page)
    page.show_fault("We cannot open this now.", "Please ask a grown-up.")
    faulty = [page.faulty]
    assert read(page) >= {"We cannot open this now.", "Please ask a grown-up."}
    assert "Where next?" not in read(page)
    page.clear_fault()
    faulty.append(page.faulty)
    assert faulty == [True, False]
    assert "Where next?" in read(page)


def test_a_second_fault_takes_the_place_of_the_first(page: Page) -> None:
    page.show_fault("One")
    page.show_fault("Two")
    assert "One" not in read(page) - {""}
    assert "Two" in read(page)


def test_margins_follow_the_window(page: Page, qapp: QApplication) -> None:
    before = page.heading.x()
    stylesheet.apply(qapp, Style(unit=2.0))
    qapp.processEvents()
    page.layout()
    assert page.heading.geometry().x() == 2 * before


@pytest.mark.parametrize("size", [100, 150])
def test_a_phone_holds_its_title_whole(qtbot: QtBot, qapp: QApplication, size: int) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    phone = PhoneFrame("BlockStar99 and the others", "art:controller")
    qtbot.addWidget(phone)
    phone.resize(420, 500)
    phone.show()
    assert phone.title.height() >= phone.title.needed_height


@pytest.mark.parametrize("picture", ["", "art:robot"])
def test_a_phone_shows_whom_one_talks_to_with_a_picture_or_without(
    qtbot: QtBot, picture: str
) -> None:
    phone = PhoneFrame("Robo", picture)
    qtbot.addWidget(phone)
    phone.resize(400, 500)
    phone.show()
    assert (phone.title.text(), phone.picture.shown) == ("Robo", picture)
    assert phone.picture.isVisible() is bool(picture)


def test_a_card_can_be_coloured(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.resize(200, 200)
    assert card.grab().toImage().pixelColor(100, 100).name() == "#ffffff"
    card.set_colour("#123456")
    assert card.grab().toImage().pixelColor(100, 100).name() == "#123456"
