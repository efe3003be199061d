"""The kind "order": every fault an author can make, the fixed mix, and how it is judged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kind import Answer, Candidate, UnfitAnswer
from app.domain.words import Slot
from app.interactions.order.model import Card, Order
from tests.kinds import faults_of, rows_of, sample, table_of

RIGHT = ("stop", "keep", "block", "show")


@pytest.fixture
def order() -> Order:
    activity = sample("order").activity
    assert isinstance(activity, Order)
    return activity


def test_the_right_order_is_the_authors(order: Order) -> None:
    verdict = order.judge(Answer(RIGHT))
    assert (verdict.outcome, verdict.right, verdict.ideas) == ("all", True, ())
    assert verdict.feedback == order.all_right


def test_another_order_tells_which_places_are_right(order: Order) -> None:
    verdict = order.judge(Answer(("stop", "block", "keep", "show")))
    assert (verdict.outcome, verdict.right) == ("some", False)
    assert verdict.feedback == order.some_right
    assert verdict.ideas == ("block-before-keeping",)
    assert [(part.id, part.right) for part in verdict.parts] == [
        ("stop", True),
        ("block", False),
        ("keep", False),
        ("show", True),
    ]


@pytest.mark.parametrize(
    "picks", [RIGHT[:3], (*RIGHT, "stop"), ("stop",) * 4, (*RIGHT[:3], "sleep"), ()]
)
def test_an_answer_holds_every_card_once(order: Order, picks: tuple[str, ...]) -> None:
    with pytest.raises(UnfitAnswer):
        order.judge(Answer(picks))


def test_what_was_said_is_numbered(order: Order) -> None:
    said = order.said(Answer(("show", "stop", "keep", "block")))
    assert said.startswith("1. Show it to Mum, 2. Stop and breathe, 3. ")


def test_the_words_stand_as_shown_not_as_right(order: Order) -> None:
    shown = [words.text for words in order.words() if words.slot is Slot.CARD]
    assert shown == [card.text for card in order.mixed]
    assert shown != [card.text for card in order.cards]


def test_a_guesser_picks_from_what_is_left(order: Order) -> None:
    def first(candidates: Sequence[Candidate]) -> Candidate:
        return candidates[0]

    guessed = order.guess(first)
    assert guessed == Answer(tuple(card.id for card in order.mixed))
    assert order.judge(guessed).right is False


@given(st.lists(st.text("abcdefgh-123", min_size=1), min_size=3, max_size=5, unique=True))
def test_the_mix_is_fixed_and_tells_nothing(ids: list[str]) -> None:
    cards = tuple(Card(one, one, None) for one in ids)
    order = Order("What first?", cards, "Yes.", "Nearly.", None)
    assert sorted(card.id for card in order.mixed) == sorted(ids)
    assert order.mixed == Order("What first?", cards, "Yes.", "Nearly.", None).mixed
    assert order.mixed != cards
    assert order.mixed != cards[::-1]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_too_few_cards_are_mixed_without_an_error(number: int) -> None:
    cards = tuple(Card(str(one), str(one), None) for one in range(number))
    assert len(Order("", cards, "", "", None).mixed) == number


def test_three_to_five_cards() -> None:
    table = table_of("order")
    rows = rows_of(table, "cards")
    rows += [{"id": "five", "text": "Five"}, {"id": "six", "text": "Six"}]
    (fault,) = faults_of("order", table)
    assert "has 6 of 'cards'" in fault
    del rows[5]
    assert faults_of("order", table) == ()
    del rows[2:]
    (fault,) = faults_of("order", table)
    assert "needs at least 3 of 'cards'; it has 2" in fault


def test_a_quiz_names_the_idea_behind_another_order() -> None:
    table = table_of("order")
    del table["idea"]
    (fault,) = faults_of("order", table)
    assert "names no 'idea'" in fault
    assert faults_of("order", table, quiz=False) == ()


def test_cards_differ() -> None:
    table = table_of("order")
    first, second, *_ = rows_of(table, "cards")
    second |= {"id": first["id"], "text": first["text"]}
    assert len(faults_of("order", table)) == 2


@pytest.mark.parametrize("key", ["id", "text"])
def test_a_card_needs(key: str) -> None:
    table = table_of("order")
    del rows_of(table, "cards")[1][key]
    (fault,) = faults_of("order", table)
    assert f"'{key}' is missing" in fault


def test_a_card_has_no_other_keys() -> None:
    table = table_of("order")
    rows_of(table, "cards")[0]["feedback"] = "Good."
    (fault,) = faults_of("order", table)
    assert "card 'stop': unknown key 'feedback'" in fault


@pytest.mark.parametrize("key", ["all", "some"])
def test_general_feedback_is_needed(key: str) -> None:
    table = table_of("order")
    del table[key]
    (fault,) = faults_of("order", table)
    assert f"'{key}' is missing" in fault
