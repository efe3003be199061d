"""The question how sure one is, a card that says which one it is, and the row with Done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kind import Sure
from app.domain.looks import TEXT_SIZES, Looks
from app.domain.smart import Rule
from app.kit import pictures, stylesheet
from app.kit.action_row import ActionRow
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from app.kit.style import Style
from app.kit.sure import SureQuestion


@pytest.fixture
def question(qtbot: QtBot) -> SureQuestion:
    made = SureQuestion(Rule.SAFE)
    qtbot.addWidget(made)
    made.resize(440, 460)
    made.show()
    return made


def test_each_answer_is_handed_up(question: SureQuestion) -> None:
    chosen: list[Sure] = []
    question.chosen.connect(chosen.append)
    for card in question.cards:
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert chosen == list(Sure)


def test_by_keys_too(question: SureQuestion) -> None:
    chosen: list[Sure] = []
    question.chosen.connect(chosen.append)
    question.cards[0].setFocus()
    QTest.keyClick(question.cards[0], Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or question, Qt.Key.Key_Return)
    assert chosen == [Sure.THINK_SO]


def test_what_is_spoken(question: SureQuestion) -> None:
    assert question.spoken() == (
        "How sure are you?",
        "I am sure",
        "I think so",
        "I am not sure",
    )


def test_faces_are_bundled(question: SureQuestion) -> None:
    assert all(pictures.known(card.face.picture) for card in question.cards)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("size", [QSize(330, 420), QSize(700, 380)])
def test_it_fits_the_side_of_a_page(
    qtbot: QtBot, qapp: QApplication, size: QSize, text_size: int
) -> None:
    stylesheet.apply(qapp, Style(Looks(text_size, still=True), 0.84))
    made = SureQuestion(Rule.SAFE)
    qtbot.addWidget(made)
    made.resize(size)
    made.show()
    assert made.prompt.needed_height <= made.prompt.height()
    for card in made.cards:
        assert card.text_fits
        assert not card.visibleRegion().isEmpty()


def test_a_card_says_which_one_it_is(qtbot: QtBot) -> None:
    card = OptionCard("b", "Block it", "art:block")
    qtbot.addWidget(card)
    picked: list[str] = []
    card.picked.connect(picked.append)
    card.click()
    assert picked == ["b"]


def test_a_card_that_is_taken_up_says_so_to_screen_readers(qtbot: QtBot) -> None:
    card = OptionCard("b", "Block it")
    qtbot.addWidget(card)
    card.show_mark(Mark.HELD, "chosen")
    assert card.isChecked()
    assert card.accessibleDescription() == "chosen"
    card.show_mark(Mark.NONE)
    assert not card.isChecked()


def test_a_card_at_rest_cannot_be_pressed_and_looks_the_same(qtbot: QtBot) -> None:
    card = OptionCard("b", "Block it")
    qtbot.addWidget(card)
    card.show()
    before = card.grab().toImage()
    card.rest()
    assert card.grab().toImage() == before
    assert card.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_settled_card_without_a_mark_steps_back(qtbot: QtBot) -> None:
    card, other = OptionCard("b", "Block it"), OptionCard("c", "Carry on")
    for one in (card, other):
        qtbot.addWidget(one)
    card.settle(Mark.NONE)
    other.settle(Mark.GOOD, "You chose this")
    assert not card.isEnabled()
    assert other.isEnabled()
    assert other.accessibleDescription() == "You chose this"


def test_done_can_be_pressed_when_there_is_something_to_hand_in(qtbot: QtBot) -> None:
    row = ActionRow(Rule.SAFE)
    qtbot.addWidget(row)
    row.show_step("Press what comes first.", ready=False)
    assert row.hint.text() == "Press what comes first."
    assert not row.done.isEnabled()
    row.show_step("Is that it?", ready=True)
    assert row.done.isEnabled()


def test_the_row_grows_with_the_letters(qtbot: QtBot, qapp: QApplication) -> None:
    row = ActionRow(Rule.SAFE)
    qtbot.addWidget(row)
    row.show_step("Press what comes first.", ready=True)
    row.resize(600, 120)
    row.show()
    stylesheet.apply(qapp, Style(Looks(150, still=True)))
    assert row.hint.needed_height <= row.hint.height()
    assert row.done.text_fits
