"""The kind "sort": every fault an author can make, and how it is judged."""

from __future__ import annotations

import pytest

from app.domain.kind import Answer, UnfitAnswer
from app.domain.words import Picture, Slot
from app.interactions.sort.model import Sort, pair
from tests.kinds import Table, faults_of, read, rows_of, sample, table_of

RIGHT = {"film": "fine", "street": "private", "food": "fine", "word": "private"}


@pytest.fixture
def sort() -> Sort:
    activity = sample("sort").activity
    assert isinstance(activity, Sort)
    return activity


def answer(**changes: str) -> Answer:
    return Answer(tuple(pair(card, basket) for card, basket in (RIGHT | changes).items()))


def with_cards(number: int) -> Table:
    table = table_of("sort")
    rows = rows_of(table, "cards")
    rows += [{**rows[0], "id": f"more-{n}", "text": f"More {n}"} for n in range(number - 4)]
    return table


def test_cards_and_baskets_stand_as_written(sort: Sort) -> None:
    assert [card.id for card in sort.cards] == list(RIGHT)
    assert [basket.label for basket in sort.baskets] == ["Fine to show", "Keep private"]
    assert sort.baskets[0].picture == Picture("art:megaphone")
    assert len(sort.pictures()) == 6


def test_every_card_in_its_basket(sort: Sort) -> None:
    verdict = sort.judge(answer())
    assert (verdict.outcome, verdict.right, verdict.feedback) == ("all", True, sort.all_right)
    assert [part.right for part in verdict.parts] == [True] * 4


def test_the_order_of_the_pairs_does_not_matter(sort: Sort) -> None:
    backwards = Answer(tuple(reversed(answer().picks)))
    assert sort.judge(backwards) == sort.judge(answer())


def test_cards_elsewhere(sort: Sort) -> None:
    verdict = sort.judge(answer(word="fine", food="private", film="private"))
    assert (verdict.outcome, verdict.right, verdict.feedback) == ("some", False, sort.some_right)
    assert verdict.ideas == ("everything-is-risky", "friends-share-passwords")
    assert {part.id: part.right for part in verdict.parts} == {
        "film": False,
        "street": True,
        "food": False,
        "word": False,
    }
    assert verdict.parts[3].text == "With it, anybody could play as Zoe."


@pytest.mark.parametrize(
    "picks",
    [
        answer().picks[:3],
        (*answer().picks, "film:fine"),
        (*answer().picks, "film:private"),
        (*answer().picks[:3], "film:private"),
        (*answer().picks[:3], "word"),
        (*answer().picks[:3], "word:"),
        (*answer().picks[:3], "word:bin"),
        (*answer().picks[:3], "word:fine:private"),
        (*answer().picks[:3], "sword:fine"),
        (),
    ],
)
def test_each_card_goes_into_one_basket(sort: Sort, picks: tuple[str, ...]) -> None:
    with pytest.raises(UnfitAnswer):
        sort.judge(Answer(picks))
    with pytest.raises(UnfitAnswer):
        sort.said(Answer(picks))


def test_what_was_said_names_the_baskets(sort: Sort) -> None:
    assert sort.said(answer()) == (
        "Fine to show: The film she likes best, Her best pizza; "
        "Keep private: The name of her street, Her password"
    )
    everything = answer(street="fine", word="fine")
    assert "Keep private" not in sort.said(everything)


def test_slots(sort: Sort) -> None:
    slots = [words.slot for words in sort.words()]
    assert slots[1:7] == [Slot.CARD] * 4 + [Slot.BASKET] * 2


def test_chance_with_three_baskets() -> None:
    table = table_of("sort")
    rows_of(table, "baskets").append({"id": "ask", "label": "Ask first"})
    activity, faults = read("sort", table, quiz=True)
    assert faults == ()
    assert activity.chance() == pytest.approx(3**-4)


def test_two_or_three_baskets() -> None:
    table = table_of("sort")
    rows = rows_of(table, "baskets")
    rows += [{"id": "ask", "label": "Ask"}, {"id": "bin", "label": "Bin"}]
    (fault,) = faults_of("sort", table)
    assert "has 4 of 'baskets'" in fault
    del rows[1:]
    assert any("needs at least 2 of 'baskets'" in fault for fault in faults_of("sort", table))


def test_three_to_eight_cards() -> None:
    assert faults_of("sort", with_cards(8)) == ()
    (fault,) = faults_of("sort", with_cards(9))
    assert "has 9 of 'cards'" in fault
    table = table_of("sort")
    del rows_of(table, "cards")[2:]
    (fault,) = faults_of("sort", table)
    assert "needs at least 3 of 'cards'; it has 2" in fault


def test_a_card_belongs_into_a_basket_that_is_there() -> None:
    table = table_of("sort")
    rows_of(table, "cards")[0]["basket"] = "bin"
    (fault,) = faults_of("sort", table)
    assert "card 'film' belongs to 'bin', which is no basket" in fault


def test_a_card_without_a_basket_is_one_fault() -> None:
    table = table_of("sort")
    del rows_of(table, "cards")[0]["basket"]
    (fault,) = faults_of("sort", table)
    assert "card 'film': 'basket' is missing" in fault


def test_there_must_be_something_to_sort() -> None:
    table = table_of("sort")
    for row in rows_of(table, "cards"):
        row["basket"] = "fine"
    (fault,) = faults_of("sort", table, quiz=False)
    assert "all the cards belong into one basket" in fault


def test_a_card_of_a_quiz_names_its_idea() -> None:
    table = table_of("sort")
    del rows_of(table, "cards")[1]["idea"]
    (fault,) = faults_of("sort", table)
    assert "card 'street': names no 'idea'" in fault
    assert faults_of("sort", table, quiz=False) == ()


@pytest.mark.parametrize(("rows", "key"), [("cards", "text"), ("baskets", "label")])
def test_ids_and_texts_differ(rows: str, key: str) -> None:
    table = table_of("sort")
    first, second, *_ = rows_of(table, rows)
    second["id"], second[key] = first["id"], first[key]
    assert sum(f"two {rows}" in fault for fault in faults_of("sort", table)) == 2


@pytest.mark.parametrize("rows", ["cards", "baskets"])
def test_unknown_keys_inside(rows: str) -> None:
    table = table_of("sort")
    rows_of(table, rows)[0]["colour"] = "red"
    (fault,) = faults_of("sort", table)
    assert "unknown key 'colour'" in fault


@pytest.mark.parametrize("key", ["all", "some"])
def test_general_feedback_is_needed(key: str) -> None:
    table = table_of("sort")
    del table[key]
    (fault,) = faults_of("sort", table)
    assert f"'{key}' is missing" in fault
