"""The view of "choice": one press answers; pictures decide how the cards stand."""

from __future__ import annotations

from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.kit.card_button import CardButton, Mark
from tests.kinds import read, rows_of, table_of
from tests.widgets.interactions.showing import Shown, by_mouse


def cards(shown: Shown) -> list[CardButton]:
    return shown.view.findChildren(CardButton)


def test_one_press_is_the_answer(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "choice").show()
    shown.do(by_mouse, "Send it to all of Sam's friends")
    assert shown.answers == [Answer(("share",))]


def test_the_chosen_card_is_marked_and_the_others_step_back(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "choice").show(answer=Answer(("type",)))
    assert [card.mark for card in cards(shown)] == [Mark.OTHER, Mark.NONE, Mark.NONE]
    assert [card.isEnabled() for card in cards(shown)] == [True, False, False]
    assert cards(shown)[0].accessibleDescription() == "You chose this"
    shown = Shown(qtbot, "choice").show(answer=Answer(("check",)))
    assert [card.mark for card in cards(shown)] == [Mark.NONE, Mark.GOOD, Mark.NONE]


def test_pictures_stand_above_the_words_in_a_row_where_there_is_room(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "choice").show()
    assert all(card.face.upright for card in cards(shown))
    assert len({card.y() for card in cards(shown)}) == 1


def test_in_a_narrow_place_they_stand_below_one_another(qtbot: QtBot) -> None:
    shown = Shown(qtbot, "choice", QSize(768, 1366)).show()
    shown.view.setFixedWidth(420)
    shown.show()
    assert not any(card.face.upright for card in cards(shown))
    assert len({card.y() for card in cards(shown)}) == 3


def test_without_a_picture_for_each_they_stand_below_one_another(qtbot: QtBot) -> None:
    table = table_of("choice")
    del rows_of(table, "options")[1]["picture"]
    shown = Shown(qtbot, "choice").show(read("choice", table, quiz=True)[0])
    assert len({card.x() for card in cards(shown)}) == 1
    assert not any(card.face.upright for card in cards(shown))
