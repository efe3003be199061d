"""Answers in the words of a command line."""

from __future__ import annotations

import pytest

from app.domain.answers import answers_of
from app.domain.plan import Plan
from app.domain.roster import UnfitAnswers
from tests.rosters import child, planned, school_of

SCHOOL = school_of("Amina K|Owl|1", "Ben L|Owl|1|B1", "Ben L|Owl|1|B2")
AMINA = child(SCHOOL, "Amina K").id
BENS = [one.id for one in SCHOOL.pupils if one.first_name == "Ben"]


def asking() -> Plan:
    """Return a plan that asks in line 2 (one child), 3 (two children) and 5 (a line twice)."""
    return planned(SCHOOL, "Amina K|Fox|2", "Ben L|Fox|2", "Cai M|Fox|2", "Cai M|Fox|2")


def test_a_line_alone_means_the_one_child_it_can_be() -> None:
    assert answers_of(asking(), ["2"], [], []) == {2: AMINA}


def test_a_pupil_is_named_where_several_can_be_meant() -> None:
    assert answers_of(asking(), [f"3={BENS[1]}"], [], []) == {3: BENS[1]}


def test_new_and_repeat_are_answers() -> None:
    assert answers_of(asking(), [], ["2", "3"], ["5"]) == {2: "new", 3: "new", 5: "repeat"}


def test_all_answers_what_no_number_does() -> None:
    assert answers_of(asking(), ["all"], [], []) == {2: AMINA}
    assert answers_of(asking(), [], [], ["all"]) == {5: "repeat"}
    assert answers_of(asking(), [], ["all"], []) == {2: "new", 3: "new", 5: "new"}
    found = answers_of(asking(), ["all"], ["all", "5"], ["all"])
    assert found == {2: AMINA, 3: "new", 5: "new"}


def test_all_repeats_leave_one_of_the_twins_to_be_read() -> None:
    twins = planned(SCHOOL, "Ben L|Fox|2", "Ben L|Fox|2")
    assert answers_of(twins, [], [], ["all"]) == {3: "repeat"}
    assert answers_of(twins, [], ["all"], ["all"]) == {2: "new", 3: "repeat"}
    assert answers_of(twins, [], [], ["2"]) == {2: "repeat"}


def test_no_words_answer_nothing() -> None:
    assert answers_of(asking(), [], [], []) == {}


@pytest.mark.parametrize(
    ("moved", "new", "told"),
    [
        (["x"], [], "line x names no child"),
        ([], ["x"], "'x' is not the number of a line"),
        ([], ["-2"], "'-2' is not the number of a line"),
        (["2"], ["2"], "line 2 is answered twice"),
        (["3"], [], "line 3 may be one of several children: --moved 3=ID"),
        (["5"], [], "line 5 names no child who may have moved"),
        (["4"], [], "line 4 names no child"),
    ],
)
def test_words_that_answer_nothing_are_told(moved: list[str], new: list[str], told: str) -> None:
    with pytest.raises(UnfitAnswers, match=told):
        answers_of(asking(), moved, new, [])
