"""Texts with their places, and faults as sentences."""

from __future__ import annotations

import pytest

from app.domain.words import Picture, sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a PIN has 4 to 12 digits", "A PIN has 4 to 12 digits."),
        ("there is a class 'Oak' already", "There is a class 'Oak' already."),
        ("Done already.", "Done already."),
        ("really?", "Really?"),
        ("ångström is missing", "Ångström is missing."),
    ],
)
def test_a_fault_becomes_a_sentence_and_its_names_stay(words: str, said: str) -> None:
    assert sentence(words) == said


def test_a_picture_without_words_decorates() -> None:
    assert Picture("art:star").words == ""
