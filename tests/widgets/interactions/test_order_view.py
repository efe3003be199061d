"""The view of "order": each press gives a card the next place, another press takes it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.domain.looks import Looks
from app.interactions.order.view import NumberedCard
from app.kit import motion
from app.kit.action_row import ActionRow
from app.kit.card_button import Mark
from tests.kinds import read, rows_of, table_of
from tests.widgets.interactions.showing import USUAL, Shown, by_mouse, by_space, named, wear


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, "order").show()


def places(shown: Shown) -> dict[str, int]:
    """Return the numbers of the cards, in the order in which they stand."""
    found = shown.view.findChildren(NumberedCard)
    return {card.id: card.number for card in sorted(found, key=lambda one: (one.y(), one.x()))}


def row(shown: Shown) -> ActionRow:
    (found,) = shown.view.findChildren(ActionRow)
    return found


def test_it_begins_mixed_without_numbers(shown: Shown) -> None:
    assert list(places(shown)) != ["stop", "keep", "block", "show"]
    assert set(places(shown).values()) == {0}
    assert not row(shown).done.isEnabled()


def test_a_pressed_card_takes_the_next_place_and_goes_there(shown: Shown) -> None:
    shown.do(by_mouse, "Keep the message", "Block the sender")
    assert list(places(shown).items())[:2] == [("keep", 1), ("block", 2)]
    assert list(places(shown).values())[2:] == [0, 0]


def test_another_press_takes_it_back_and_the_others_move_up(shown: Shown) -> None:
    shown.do(by_mouse, "Keep the message", "Block the sender", "Keep the message")
    assert places(shown)["block"] == 1
    assert places(shown)["keep"] == 0


def test_done_waits_for_all(shown: Shown) -> None:
    shown.do(by_mouse, "Keep the message", "Block the sender", "Stop and breathe")
    assert not row(shown).done.isEnabled()
    shown.do(by_mouse, "Show it to Mum")
    assert row(shown).done.isEnabled()
    shown.do(by_mouse, "Done")
    assert shown.answers == [Answer(("keep", "block", "stop", "show"))]


def test_the_hint_says_what_to_do(shown: Shown) -> None:
    hints = [row(shown).hint.text()]
    for press in ("Keep the message", "Block the sender", "Stop and breathe", "Show it to Mum"):
        shown.do(by_mouse, press)
        hints.append(row(shown).hint.text())
    assert len(set(hints)) == 3
    assert all(hints)


def test_the_place_is_told_to_screen_readers(shown: Shown) -> None:
    shown.do(by_mouse, "Keep the message")
    (card,) = named(shown.view, "Keep the message")
    assert card.accessibleDescription() == "place 1"
    assert card.isChecked()
    shown.do(by_mouse, "Keep the message")
    assert card.accessibleDescription() == ""
    assert not card.isChecked()


def test_the_focus_stays_with_the_card_that_moves(shown: Shown) -> None:
    shown.do(by_space, "Keep the message")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.accessibleName() == "Keep the message"


def test_each_place_is_marked_after_the_answer(shown: Shown) -> None:
    shown.show(answer=Answer(("stop", "block", "keep", "show")))
    marks = {card.id: card.mark for card in shown.view.findChildren(NumberedCard)}
    assert marks == {
        "stop": Mark.GOOD,
        "block": Mark.OTHER,
        "keep": Mark.OTHER,
        "show": Mark.GOOD,
    }
    assert list(places(shown).items()) == [("stop", 1), ("block", 2), ("keep", 3), ("show", 4)]
    assert not row(shown).isVisible()


def test_cards_glide_to_their_place_unless_still(qtbot: QtBot) -> None:
    wear(Looks(still=False), USUAL)
    shown = Shown(qtbot, "order").show()
    last = max(shown.view.findChildren(NumberedCard), key=lambda one: (one.y(), one.x()))
    start = last.pos()
    last.click()
    assert motion.moving(last)
    assert last.pos() == start
    qtbot.waitUntil(lambda: not motion.moving(last), timeout=2000)
    assert next(iter(places(shown))) == last.id


def test_cards_without_pictures_hold_the_number_in_the_pictures_place(qtbot: QtBot) -> None:
    table = table_of("order")
    for card in rows_of(table, "cards"):
        del card["picture"]
    shown = Shown(qtbot, "order").show(read("order", table, quiz=True)[0])
    plain = shown.picture()
    shown.do(by_mouse, "Keep the message")
    assert next(iter(places(shown).items())) == ("keep", 1)
    assert shown.picture() != plain
