"""Practising Tell is not judged, fits no quiz, and ends as Yes or Not now and no more."""

from __future__ import annotations

import pytest

from app.domain.kind import Answer, UnfitAnswer
from app.interactions.practice_tell.model import Practice
from tests.kinds import faults_of, rows_of, sample, table_of

NAME = "practice-tell"


def practice() -> Practice:
    """Return the sample."""
    activity = sample(NAME).activity
    assert isinstance(activity, Practice)
    return activity


@pytest.mark.parametrize(
    ("pick", "words"), [("yes", "Now a grown-up would come"), ("not-now", "That is fine.")]
)
def test_both_ends_are_told_and_none_is_right_or_wrong(pick: str, words: str) -> None:
    verdict = practice().judge(Answer((pick,)))
    assert (verdict.outcome, verdict.right, verdict.ideas) == (pick, None, ())
    assert verdict.feedback.startswith(words)


def test_nothing_of_what_was_picked_on_the_way_can_be_an_answer() -> None:
    for pick in ("A game did a bad thing", "Class teacher", "worry", "yes:Class teacher"):
        with pytest.raises(UnfitAnswer):
            practice().judge(Answer((pick,)))
    with pytest.raises(UnfitAnswer):
        practice().judge(Answer(("yes", "worry")))


@pytest.mark.parametrize("key", ["about", "people"])
def test_there_are_two_or_three_cards_none_of_them_twice(key: str) -> None:
    table = table_of(NAME)
    rows = rows_of(table, key)
    rows.append({"text": str(rows[0]["text"]).upper()})
    assert any("read the same" in fault for fault in faults_of(NAME, table))
    rows[-1] = {"text": "One more"}
    assert faults_of(NAME, table) == ()
    rows.append({"text": "And more"})
    assert any("at most 3" in fault for fault in faults_of(NAME, table))
