"""Reading what kinds have in common, and judging by one option."""

from __future__ import annotations

import pytest

from app.domain.fields import Faults, Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Part, UnfitAnswer, Verdict
from app.domain.options import (
    Option,
    check_both,
    check_number,
    check_unlike,
    feedback_of,
    ideas_of,
    only_pick,
    picked,
    pictures_of,
    read_id,
    read_idea,
    read_option,
    read_picture,
    words_of,
)
from app.domain.words import Picture, Slot, Words

RIGHT = Option("a", "Ask", right=True, feedback="Good to know.")
WRONG = Option("b", "Go", right=False, feedback="Oh.", idea=IdeaId("it-is-fine"))


def fields_of(**table: object) -> Fields:
    return Fields(table, "here", Faults("file"))


def faults_in(fields: Fields) -> list[str]:
    return [problem.fault for problem in fields.faults.found]


def whole(**changes: object) -> Fields:
    table = {"id": "a", "text": "Ask", "feedback": "Oh.", "idea": "it-is-fine"}
    return fields_of(**(table | changes))


def test_an_option_is_read_whole() -> None:
    fields = whole(picture="art:star")
    option = read_option(fields, quiz=True)
    assert faults_in(fields) == []
    picture = Picture("art:star")
    assert option == Option("a", "Ask", False, "Oh.", IdeaId("it-is-fine"), picture)


def test_an_option_with_words_of_its_own_has_neither_id_nor_text() -> None:
    fields = fields_of(feedback="Oh.", right=True)
    assert read_option(fields, quiz=True, text="Block") == Option("", "Block", True, "Oh.")
    assert faults_in(fields) == []
    fields = fields_of(feedback="Oh.", right=True, text="Stop", id="x", picture="art:star")
    read_option(fields, quiz=True, text="Block")
    assert len(faults_in(fields)) == 3


@pytest.mark.parametrize("key", ["id", "text", "feedback"])
def test_an_option_needs(key: str) -> None:
    fields = whole(**{key: None})
    read_option(fields, quiz=False)
    (fault,) = faults_in(fields)
    assert fault.startswith(f"'{key}' is missing")


def test_a_wrong_option_of_a_quiz_names_its_idea() -> None:
    fields = whole(idea=None)
    del fields._table["idea"]  # type: ignore[attr-defined]  # as an author who leaves it out
    read_option(fields, quiz=True)
    assert faults_in(fields) == [
        "is wrong but names no 'idea'; name the misconception behind it",
    ]


def test_a_wrong_option_of_a_lesson_need_not_name_an_idea() -> None:
    fields = fields_of(id="a", text="Ask", feedback="Oh.")
    assert read_option(fields, quiz=False).idea is None
    assert faults_in(fields) == []


@pytest.mark.parametrize("quiz", [True, False])
def test_a_right_option_names_no_idea(quiz: bool) -> None:
    fields = whole(right=True)
    read_option(fields, quiz=quiz)
    (fault,) = faults_in(fields)
    assert "is right but names an 'idea'" in fault


def test_an_option_has_no_other_keys() -> None:
    fields = whole(correct=True)
    read_option(fields, quiz=True)
    (fault,) = faults_in(fields)
    assert fault.startswith("unknown key 'correct'")


@pytest.mark.parametrize("fine", ["a", "say-no", "7", "way-2-go"])
def test_ids_may_be(fine: str) -> None:
    fields = fields_of(id=fine)
    assert read_id(fields) == fine
    assert faults_in(fields) == []


@pytest.mark.parametrize("bad", ["A", "a b", "a:b", "-a", "a-", "a--b", "a_b", "é", "a\nb"])
def test_ids_may_not_be(bad: str) -> None:
    fields = fields_of(id=bad)
    read_id(fields)
    (fault,) = faults_in(fields)
    assert "use small letters, digits and single hyphens only" in fault


def test_a_missing_id_is_one_fault_not_two() -> None:
    fields = fields_of()
    read_id(fields)
    assert len(faults_in(fields)) == 1


def test_ideas_are_ids() -> None:
    fields = fields_of(idea="It is fine")
    read_idea(fields, "idea")
    assert len(faults_in(fields)) == 1
    assert read_idea(fields_of(), "idea") is None
    assert read_idea(fields_of(idea="fine"), "idea") == "fine"


def test_pictures_are_optional() -> None:
    assert read_picture(fields_of()) is None
    assert read_picture(fields_of(picture="a.svg"), "A cat") == Picture("a.svg", "A cat")


def test_too_many_are_a_fault() -> None:
    fields = fields_of()
    check_number(fields, "options", 4, 4)
    assert faults_in(fields) == []
    check_number(fields, "options", 5, 4)
    assert faults_in(fields) == ["has 5 of 'options'; at most 4 fit the page"]


def test_ids_and_texts_used_twice_are_faults() -> None:
    fields = fields_of()
    check_unlike(fields, "cards", ["a", "b", "a", "a"], ["Yes", "yes", "no"])
    assert faults_in(fields) == [
        "two cards have the id 'a'; give each its own",
        "two cards read the same ('yes'); a pupil cannot tell them apart",
    ]


def test_empty_ids_and_texts_are_told_elsewhere() -> None:
    fields = fields_of()
    check_unlike(fields, "cards", ["", ""], ["", ""])
    assert faults_in(fields) == []


@pytest.mark.parametrize(("options", "word"), [([RIGHT, RIGHT], "all"), ([WRONG, WRONG], "none")])
def test_a_quiz_needs_right_and_wrong(options: list[Option], word: str) -> None:
    fields = fields_of()
    check_both(fields, "options", options, quiz=True)
    (fault,) = faults_in(fields)
    assert fault.startswith(f"{word} of the options are right")
    fields = fields_of()
    check_both(fields, "options", options, quiz=False)
    check_both(fields, "options", [RIGHT, WRONG], quiz=True)
    check_both(fields, "options", [], quiz=True)
    assert faults_in(fields) == []


def test_the_verdict_of_one_option() -> None:
    assert RIGHT.verdict() == Verdict(
        "a", True, "Good to know.", (), (Part("a", True, "Good to know."),)
    )
    assert WRONG.verdict() == Verdict(
        "b", False, "Oh.", (IdeaId("it-is-fine"),), (Part("b", False, "Oh."),)
    )


def test_one_pick_is_wanted() -> None:
    assert only_pick(Answer(("a",))) == "a"
    for picks in ((), ("a", "b")):
        with pytest.raises(UnfitAnswer, match="where one is wanted"):
            only_pick(Answer(picks))


def test_the_option_picked() -> None:
    assert picked([RIGHT, WRONG], "b") is WRONG
    with pytest.raises(UnfitAnswer, match="'c' cannot be picked"):
        picked([RIGHT, WRONG], "c")


def test_ideas_each_once_in_their_order() -> None:
    assert ideas_of([IdeaId("b"), None, IdeaId("a"), IdeaId("b")]) == ("b", "a")


def test_words_and_feedback_of_options() -> None:
    assert words_of("reply", [RIGHT]) == (Words("reply 'a'", "Ask", Slot.OPTION),)
    expected = Words("reply 'b', feedback", "Oh.", Slot.FEEDBACK)
    assert feedback_of("reply", [WRONG]) == (expected,)


def test_what_a_guesser_sees_and_pictures_there_are() -> None:
    assert WRONG.candidate == Candidate("b", "Go")
    assert pictures_of([None, Picture("art:star"), None]) == (Picture("art:star"),)
