"""A quiz bank and rule cards, as values."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app.content.card_reader import read_cards
from app.content.quiz_reader import read_quiz
from app.content.sheet import Sheet
from app.domain.fields import Faults
from app.domain.ids import ItemId
from app.domain.quiz import Form, Quiz
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule
from app.domain.words import Picture
from app.interactions.registry import kinds
from tests.lessonbook import CARD, edited, item, quiz


def read(text: str, cell: str = "safe/lks2") -> Quiz:
    """Return the quiz of a text without a fault."""
    faults = Faults("q")
    file = Path("quizzes") / f"{cell}.toml"
    found = read_quiz(Sheet(tomllib.loads(text), "v1"), file, kinds(), faults)
    assert faults.found == []
    return found


@pytest.mark.parametrize("cell", ["safe/lks2", "tell/ks1", "reliable/uks2"])
def test_its_place_says_what_a_quiz_is_for(cell: str) -> None:
    bank = read(quiz(), cell)
    assert (bank.id, bank.version) == (cell, "v1")
    assert f"{bank.rule}/{bank.band}" == cell
    assert bank.folder == Path("quizzes") / bank.rule


def test_a_bank_holds_its_items_in_order_and_its_ideas() -> None:
    bank = read(quiz())
    assert bank.title == "What shall Ben do?"
    assert bank.ideas == (("all-is-fine", "All is fine"),)
    assert len(bank.items) == 18
    assert bank.items[0].id == "a-0"
    assert bank.items[0].strand == "privacy-and-security"
    assert [one.form for one in bank.items].count(Form.B) == 5
    assert [one.id for one in bank.practice()] == [f"practice-{number}" for number in range(8)]


def test_an_item_is_found_by_its_id() -> None:
    bank = read(quiz())
    assert bank.item(ItemId("b-2")) is bank.items[7]
    assert bank.item(ItemId("z")) is None


def test_an_item_may_ask_how_sure() -> None:
    first = item(0, "a")
    bank = read(edited(quiz(), first, first.replace("  prompt", "  sure = true\n  prompt")))
    assert [one.id for one in bank.items if one.task.asks_sure] == ["a-0"]


def test_a_bank_has_words_of_its_own() -> None:
    bank = read(quiz() + '\n[words]\ntorch = "a lamp"\n')
    assert [(one.word, one.meaning) for one in bank.words] == [("torch", "a lamp")]


def test_a_rule_has_a_card_for_every_band() -> None:
    faults = Faults("c")
    cards = read_cards(Sheet(tomllib.loads(CARD), "v1"), Rule.MEETING, faults)
    assert faults.found == []
    assert [card.band for card in cards] == list(Band)
    assert cards[1] == RuleCard(
        Rule.MEETING, Band.LKS2, Picture("art:shield"), "Keep it to yourself.",
        ("I can wait.", "I can ask.", "I can stop."),
    )  # fmt: skip
