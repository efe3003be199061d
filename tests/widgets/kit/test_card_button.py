"""Cards: their words whole at every size and theme, their marks said and seen, both directions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.looks import TEXT_SIZES, Looks, Theme
from app.domain.smart import Rule
from app.kit import card_plan, shapes, stylesheet, wrapping
from app.kit.card_button import CardButton, Mark
from app.kit.card_plan import Face
from app.kit.fonts import Role, font
from app.kit.style import Style
from app.kit.tiles import FaceTile, PictureTile

WORDS = "“I keep that private. Shall we just play?”"
PSEUDO = "“Ï ķééþ ţħåţ þřîṽåţé. Šħåļļ ŵé ĵûšţ þļåý one two three?”"


@pytest.fixture
def card(qtbot: QtBot) -> CardButton:
    made = CardButton(WORDS, "art:controller")
    qtbot.addWidget(made)
    made.set_rule(Rule.SAFE)
    return made


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("words", [WORDS, PSEUDO])
def test_at_the_height_it_asks_for_its_words_fit(
    card: CardButton, qapp: QApplication, size: int, words: str
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    card.set_words(words)
    for width in (260, 360, 700):
        card.resize(width, card.heightForWidth(width))
        assert card.text_fits, width


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_upright_cards_ask_for_room_for_picture_words_and_note(
    card: CardButton, qapp: QApplication, size: int
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    card.set_upright(upright=True)
    card.set_role(Role.HEADING)
    card.set_note("One tap. You do not need to write anything.")
    card.resize(card.sizeHint() + QSize(200, 0))
    card.resize(card.width(), card.heightForWidth(card.width()))
    assert card.text_fits


def test_too_small_a_card_says_that_its_words_do_not_fit(card: CardButton) -> None:
    card.resize(120, 60)
    assert not card.text_fits


def test_a_card_is_large_enough_to_press(card: CardButton, qapp: QApplication) -> None:
    for young in (True, False):
        style = Style(young=young)
        stylesheet.apply(qapp, style)
        least = card.minimumSizeHint() - QSize(2 * shapes.room(), 2 * shapes.room())
        assert min(least.width(), least.height()) >= style.target
        assert CardButton("A").heightForWidth(400) - 2 * shapes.room() >= style.target


@pytest.mark.parametrize("mark", [Mark.CHOSEN, Mark.GOOD, Mark.OTHER])
def test_marks_are_seen_and_said(card: CardButton, mark: Mark) -> None:
    card.setCheckable(True)
    card.resize(400, 120)
    before = card.grab().toImage()
    card.set_mark(mark, "You chose this")
    assert card.grab().toImage() != before
    assert card.accessibleDescription() == "You chose this"
    assert card.isChecked()
    card.set_mark(Mark.NONE)
    assert card.grab().toImage() == before
    assert not card.isChecked()


@pytest.mark.parametrize("theme", Theme)
def test_marks_differ_by_more_than_colour(
    card: CardButton, qapp: QApplication, theme: Theme
) -> None:
    stylesheet.apply(qapp, Style(Looks(theme=theme)))
    card.resize(400, 120)
    grey = []
    for mark in (Mark.NONE, Mark.GOOD, Mark.OTHER):
        card.set_mark(mark)
        grey.append(card.grab().toImage().convertToFormat(card.grab().toImage().Format.Format_Mono))
    assert grey[0] != grey[1] != grey[2] != grey[0]


def test_a_screen_reader_finds_a_button_with_name_note_and_action(qtbot: QtBot) -> None:
    card = CardButton("Yes please", "art:thumbs-up", "One tap")
    qtbot.addWidget(card)
    found = QAccessible.queryAccessibleInterface(card)
    assert found.role() in {QAccessible.Role.Button, QAccessible.Role.PushButton}
    assert found.text(QAccessible.Text.Name) == "Yes please"
    assert found.text(QAccessible.Text.Description) == "One tap"
    assert "Press" in found.actionInterface().actionNames()


def test_everything_is_mirrored_right_to_left(card: CardButton) -> None:
    card.set_words("")
    card.resize(400, 120)
    card.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    left = card.grab().toImage()
    card.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = card.grab().toImage()
    assert left.pixelColor(60, 60) != left.pixelColor(339, 60)
    assert right.pixelColor(339, 60) == left.pixelColor(60, 60)


def test_the_parts_of_a_card_never_overlap_and_stay_inside() -> None:
    faces = [Face(WORDS, picture="star"), Face(WORDS, "A note", "star", upright=True), Face(WORDS)]
    for face in [*faces, replace(faces[1], foot=40)]:
        for size in (QSize(300, 300), QSize(500, 200), QSize(240, 400)):
            plan = card_plan.plan(face, size)
            parts = [part for part in (plan.picture, plan.words, plan.note) if not part.isEmpty()]
            for number, part in enumerate(parts):
                assert plan.inner.contains(part), (face, size)
                assert not any(part.intersects(other) for other in parts[number + 1 :])


def test_a_foot_is_kept_free() -> None:
    face = Face(WORDS, picture="star", upright=True)
    with_foot = replace(face, foot=40)
    assert card_plan.height(with_foot, 300) == card_plan.height(face, 300) + 40
    size = QSize(300, 400)
    assert card_plan.plan(with_foot, size).inner.bottom() == (
        card_plan.plan(face, size).inner.bottom() - 40
    )


def test_faces_in_a_class_look_alike(qtbot: QtBot) -> None:
    tiles = [FaceTile(name, "fox") for name in ("Jo", "Mohammed-Amir", "Viktoriia")]
    plans = []
    for tile in tiles:
        qtbot.addWidget(tile)
        plans.append(card_plan.plan(tile.face, QSize(140, 140)))
    assert plans[0] == plans[1] == plans[2]


@pytest.mark.parametrize("name", ["<b>x</b>", "Bartholomew", "Mohammed-Amir", "عائشة", "Łucja"])
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_a_name_has_its_room_at_the_least_size(
    qtbot: QtBot, qapp: QApplication, name: str, size: int
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size=size)))
    tile = FaceTile(name, "fox")
    qtbot.addWidget(tile)
    plan = card_plan.plan(tile.face, tile.minimumSizeHint())
    letters = wrapping.fitted(name, font(Role.BODY), plan.words.size())
    assert wrapping.widest_word(name, QFontMetrics(letters)) <= plan.words.width()
    assert QFontMetrics(letters).height() <= plan.words.height()
    assert tile.accessibleName() == name


def test_a_picture_tile_says_its_words_and_shows_none(qtbot: QtBot) -> None:
    tile = PictureTile("A boat", "art:secret-boat")
    qtbot.addWidget(tile)
    assert tile.accessibleName() == "A boat"
    assert tile.face.words == ""
    assert tile.sizeHint().width() >= tile.minimumSizeHint().width()
