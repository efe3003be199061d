"""The view of "sort": press a card, press a basket; a press on a sorted card takes it out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.kind import Answer
from app.interactions.sort.view import BasketButton
from app.kit.action_row import ActionRow
from app.kit.card_button import Mark
from app.kit.option_card import OptionCard
from tests.kinds import read, rows_of, sample, table_of
from tests.widgets.interactions.showing import Shown, by_mouse, by_space, by_touch, named

ALL = ("Fine to show", "Keep private", "Fine to show", "Keep private")


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, "sort").show()


def baskets(shown: Shown) -> dict[str, list[str]]:
    """Return the words of the cards in each basket."""
    found = shown.view.findChildren(BasketButton)
    return {one.id: [card.words for card in one.inside.cards] for one in found}


def held(shown: Shown) -> list[str]:
    """Return the words of the cards that are chosen now."""
    found = shown.view.findChildren(OptionCard)
    return [card.words for card in found if card.isVisible() and card.mark is Mark.HELD]


def test_the_first_card_is_chosen_already(shown: Shown) -> None:
    assert held(shown) == ["The film she likes best"]
    assert baskets(shown) == {"fine": [], "private": []}


def test_a_press_on_a_basket_puts_the_chosen_card_in_and_chooses_the_next(shown: Shown) -> None:
    shown.do(by_mouse, "Keep private")
    assert baskets(shown) == {"fine": [], "private": ["The film she likes best"]}
    assert held(shown) == ["The name of her street"]


def test_any_card_can_be_chosen_first(shown: Shown) -> None:
    shown.do(by_touch, "Her best pizza", "Keep private")
    assert baskets(shown)["private"] == ["Her best pizza"]
    assert held(shown) == ["The film she likes best"]


def test_a_press_on_a_sorted_card_fills_its_basket_while_one_is_chosen(shown: Shown) -> None:
    shown.do(by_mouse, "Keep private", "The film she likes best")
    assert baskets(shown)["private"] == ["The film she likes best", "The name of her street"]


def test_a_sorted_card_can_be_taken_out_and_put_elsewhere(shown: Shown) -> None:
    shown.do(by_mouse, *ALL)
    shown.do(by_mouse, "Her password")
    assert held(shown) == ["Her password"]
    assert "Her password" not in baskets(shown)["private"]
    shown.do(by_mouse, "Fine to show", "Done")
    assert sample("sort").activity.judge(shown.answers[0]).right is False


def test_the_last_one_can_be_taken_back_at_any_time(shown: Shown) -> None:
    (row,) = shown.view.findChildren(ActionRow)
    assert not row.back.isEnabled()
    shown.do(by_mouse, "Keep private", "Fine to show", "Take back")
    assert baskets(shown) == {"fine": [], "private": ["The film she likes best"]}
    assert held(shown) == ["The name of her street"]
    shown.do(by_mouse, "Take back")
    assert baskets(shown) == {"fine": [], "private": []}
    assert not row.back.isEnabled()
    shown.do(by_mouse, "Fine to show")
    assert baskets(shown)["fine"] == ["The film she likes best"]


def test_the_focus_goes_with_a_card_taken_back_by_keys(shown: Shown) -> None:
    shown.do(by_space, "Keep private", "Take back")
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionCard)
    assert focused.words == "The film she likes best"


def test_done_waits_for_all_and_a_basket_pressed_for_nothing_does_nothing(shown: Shown) -> None:
    (row,) = shown.view.findChildren(ActionRow)
    shown.do(by_mouse, *ALL[:3])
    assert not row.done.isEnabled()
    shown.do(by_mouse, ALL[3])
    assert row.done.isEnabled()
    full = baskets(shown)
    shown.do(by_mouse, "Fine to show")
    assert baskets(shown) == full


def test_what_lies_in_a_basket_is_told_to_screen_readers(shown: Shown) -> None:
    (basket,) = named(shown.view, "Fine to show")
    assert basket.accessibleDescription() == "empty"
    shown.do(by_mouse, "Fine to show")
    assert basket.accessibleDescription() == "The film she likes best"


def test_the_focus_goes_with_a_card_taken_out_by_keys(shown: Shown) -> None:
    shown.do(by_space, *ALL, "The film she likes best")
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionCard)
    assert focused.words == "The film she likes best"
    assert focused.ringed


def test_the_keys_go_as_one_reads(shown: Shown) -> None:
    shown.do(by_mouse, "Keep private", "Fine to show")
    shown.view.setFocus()
    met: list[str] = []
    while not met or met[-1] != "Keep private":
        QTest.keyClick(QApplication.focusWidget() or shown.view, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        met.append(focused.accessibleName())
    assert met == [
        "Her best pizza",
        "Her password",
        "Fine to show",
        "The name of her street",
        "Keep private",
    ]
    QTest.keyClick(QApplication.focusWidget() or shown.view, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "The film she likes best"


def test_no_ring_for_those_who_use_a_finger(shown: Shown) -> None:
    shown.do(by_touch, "Fine to show", "The film she likes best")
    focused = QApplication.focusWidget()
    assert isinstance(focused, OptionCard)
    assert not focused.ringed


def test_why_a_card_belongs_elsewhere_stands_on_the_card(shown: Shown) -> None:
    shown.show(answer=sample("sort").wrong)
    notes = {card.words: card.face.note for card in shown.view.findChildren(OptionCard)}
    assert notes.pop("The name of her street") == "A street helps a stranger to find her."
    assert set(notes.values()) == {""}
    told = {
        card.words: card.accessibleDescription() for card in shown.view.findChildren(OptionCard)
    }
    why = "belongs elsewhere. A street helps a stranger to find her."
    assert told.pop("The name of her street") == why
    assert set(told.values()) == {"in its basket"}


def test_the_baskets_take_the_room_that_the_cards_leave(shown: Shown) -> None:
    found = shown.view.findChildren(BasketButton)
    assert sum(one.width() for one in found) > shown.view.width() * 0.9
    heights = [found[0].height()]
    for label in ALL:
        shown.do(by_mouse, label)
        heights.append(found[0].height())
    assert heights == sorted(heights)
    assert heights[-1] > heights[0] * 1.2


def test_all_in_the_right_basket_is_marked_so(shown: Shown) -> None:
    shown.show(answer=sample("sort").right)
    found = shown.view.findChildren(BasketButton)
    marks = {card.mark for one in found for card in one.inside.cards}
    assert marks == {Mark.GOOD}


def test_where_not_all_cards_fit_the_others_wait(qtbot: QtBot) -> None:
    table = table_of("sort")
    rows = rows_of(table, "cards")
    rows += [{**rows[0], "id": f"more-{n}", "text": f"Another film, number {n}"} for n in range(4)]
    activity = read("sort", table, quiz=True)[0]
    shown = Shown(qtbot, "sort", QSize(1024, 768)).show(activity)
    texts = [words.text for words in activity.words() if words.slot == "card"]
    visible = [card.words for card in shown.view.findChildren(OptionCard) if card.isVisible()]
    assert 1 < len(visible) < 8
    assert visible == texts[: len(visible)]
    for _ in range(8):
        shown.do(by_mouse, "Fine to show")
    assert baskets(shown)["fine"] == texts
    shown.do(by_mouse, "Done")
    assert isinstance(shown.answers[0], Answer)
