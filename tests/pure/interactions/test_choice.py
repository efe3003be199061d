"""The kind "choice": every fault an author can make, and how it is judged."""

from __future__ import annotations

import pytest

from app.domain.kind import Answer
from app.domain.words import Picture, Slot
from app.interactions.choice.model import Choice
from tests.kinds import faults_of, read, rows_of, sample, table_of


@pytest.fixture
def choice() -> Choice:
    activity = sample("choice").activity
    assert isinstance(activity, Choice)
    return activity


def test_the_options_stand_as_written(choice: Choice) -> None:
    assert [option.id for option in choice.options] == ["type", "check", "share"]
    assert choice.options[0].picture == Picture("art:writing")
    assert len(choice.pictures()) == 3


def test_the_outcome_is_the_option(choice: Choice) -> None:
    assert choice.outcomes() == ("check", "type", "share")
    verdict = choice.judge(Answer(("type",)))
    assert (verdict.outcome, verdict.right) == ("type", False)
    assert verdict.ideas == ("prizes-are-real",)
    assert verdict.feedback == choice.options[0].feedback


def test_what_was_said_is_the_option(choice: Choice) -> None:
    assert choice.said(Answer(("check",))) == "Close it and carry on playing"


def test_options_are_in_the_words_with_their_slot(choice: Choice) -> None:
    slots = [words.slot for words in choice.words()]
    assert slots == [Slot.PROMPT] + [Slot.OPTION] * 3 + [Slot.FEEDBACK] * 3


def test_chance_is_one_in_three(choice: Choice) -> None:
    assert choice.chance() == pytest.approx(1 / 3)


def test_several_options_may_be_right() -> None:
    table = table_of("choice")
    row = rows_of(table, "options")[0]
    row["right"] = True
    del row["idea"]
    activity, faults = read("choice", table, quiz=True)
    assert faults == ()
    assert activity.chance() == pytest.approx(2 / 3)
    assert activity.outcomes() == ("type", "check", "share")


@pytest.mark.parametrize("quiz", [True, False])
def test_two_to_four_options(quiz: bool) -> None:
    table = table_of("choice")
    rows = rows_of(table, "options")
    rows += [{**rows[0], "id": f"more-{n}", "text": f"More {n}"} for n in (1, 2)]
    (fault,) = faults_of("choice", table, quiz=quiz)
    assert "has 5 of 'options'" in fault
    del rows[4]
    assert faults_of("choice", table, quiz=quiz) == ()
    del rows[2:]
    assert faults_of("choice", table, quiz=quiz) == ()
    del rows[1:]
    assert "needs at least 2 of 'options'; it has 1" in faults_of("choice", table, quiz=quiz)[0]


def test_an_option_without_feedback_is_named() -> None:
    table = table_of("choice")
    del rows_of(table, "options")[1]["feedback"]
    (fault,) = faults_of("choice", table)
    assert fault.startswith("scene 'x', option 'check': 'feedback' is missing")


def test_same_ids_and_same_texts() -> None:
    table = table_of("choice")
    rows = rows_of(table, "options")
    rows[1]["id"] = "type"
    rows[2]["text"] = "TYPE in a name and address"
    assert len(faults_of("choice", table)) == 2


def test_a_quiz_without_a_right_option() -> None:
    table = table_of("choice")
    row = rows_of(table, "options")[1]
    del row["right"]
    row["idea"] = "closing-is-rude"
    (fault,) = faults_of("choice", table)
    assert "none of the options are right" in fault
    assert faults_of("choice", table, quiz=False) == ()


def test_options_that_are_no_tables() -> None:
    table = table_of("choice")
    table["options"] = ["Ask", "Go"]
    (fault,) = faults_of("choice", table)
    assert "'options'" in fault
