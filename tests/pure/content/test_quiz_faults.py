"""Every fault that the check refuses in a quiz or a rule card, planted one at a time."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.content.inspection import Depth
from app.content.proof import Tools
from app.domain.fields import Fields
from app.domain.kind import Activity, Kind
from tests.lessonbook import CARD, Desk, edited, item, quiz, said, tools

A0 = item(0, "a")
PRACTICE = [item(number, "practice") for number in range(8)]

PLANTS = [
    ('title = "What shall', 'mood = 1\ntitle = "What shall', "quiz: unknown key 'mood'"),
    ('title = "What shall Ben do?"\n', "", "quiz: 'title' is missing"),
    ('all-is-fine = "All is fine"', 'all-is-fine = ""', "quiz, ideas: 'all-is-fine' is empty"),
    ('all-is-fine = "All is fine"', 'other = "Other"', "idea 'all-is-fine' is not declared"),
    ('all-is-fine = "All', 'other = "Other"\nall-is-fine = "All', "idea 'other' is declared, but"),
    ('id = "a-0"', 'id = "a-1"', "quiz: id 'a-1' is given to 2 items"),
    (A0, A0.replace('form = "a"', 'form = "c"'), "item 'a-0': 'form' is 'c'; it must be one of"),
    (A0, A0.replace("privacy-and-security", "privacy"), "item 'a-0': 'strand' is 'privacy'"),
    (A0, A0.replace("privacy-and-security", "online-bullying"), "forms a and b: strand"),
    (A0, "", "form 'a': has 4 items; write at least 5"),
    (PRACTICE[1] + PRACTICE[2] + PRACTICE[3], "", "form 'practice': has 5 items; write at least 6"),
    (
        A0,
        A0.replace("right = true", 'idea = "all-is-fine"'),
        "item 'a-0', activity: none of the options are right; a quiz needs both",
    ),
    (
        A0,
        A0.replace('idea = "all-is-fine"', "right = true"),
        "item 'a-0', activity: all of the options are right; a quiz needs both",
    ),
    (
        A0,
        A0.replace('    idea = "all-is-fine"\n', ""),
        "a-0', activity, option 'two': is wrong but names no 'idea'",
    ),
    (A0, A0[: A0.index("  [items.activity]")], "item 'a-0': has no activity"),
    (A0, A0.replace('kind = "choice"', 'kind = "quess"'), "activity: 'kind' is 'quess'"),
    (A0, A0.replace("Question a-0: what shall Ben do?", "Have you ever met Ben?"), "own life"),
]


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_fault_is_found(desk: Desk, plant: tuple[str, str, str]) -> None:
    old, new, expected = plant
    desk.quiz(edited(quiz(), old, new))
    found = said(desk.problems())
    assert any(expected in one for one in found), found


def test_the_same_question_in_both_forms_is_found(desk: Desk) -> None:
    twin = A0.replace('id = "a-0"', 'id = "b-9"').replace('form = "a"', 'form = "b"')
    desk.quiz(edited(quiz(), item(0, "b"), twin))
    assert "item 'b-9': asks the same as 'a-0'; ask something else" in said(desk.problems())


def test_a_quiz_has_its_place_in_its_name(desk: Desk) -> None:
    desk.quiz(quiz(), "safe/year-3")
    desk.quiz(quiz(), "sage/lks2")
    assert [problem.where for problem in desk.problems()] == ["the file's name"] * 2


@dataclass(frozen=True)
class Unjudged:
    """A kind without right and wrong, as "discuss" will be."""

    inner: Kind
    name: str = "choice"
    view: str = ""
    judged: bool = False

    def parse(self, fields: Fields, *, quiz: bool) -> Activity:
        """Read it as the kind it wraps."""
        return self.inner.parse(fields, quiz=quiz)


def test_a_kind_without_right_and_wrong_fits_no_quiz(desk: Desk) -> None:
    plain = tools()
    kinds = {"choice": Unjudged(plain.kinds["choice"])}
    desk.quiz(edited(quiz(), A0, A0.replace("  prompt", "  sure = true\n  prompt")))
    found = said(desk.problems(with_tools=Tools(kinds, plain.artwork)))
    assert "quiz, item 'a-0': 'choice' has no right and wrong, so it fits no quiz" in found
    assert any("'sure' makes no sense" in one for one in found)


CARD_PLANTS = [
    ('picture = "art:shield"\n', "", "rule: 'picture' is missing"),
    ('picture = "art:shield"', 'picture = "art:zzz"', "rule: there is no bundled picture"),
    ('sentence = "Keep it in."\n', "", "rule, ks1: 'sentence' is missing"),
    ('sentence = "Keep it in."', 'sentence = "Keep off TikTok."', "safe, ks1, sentence: names"),
    ("[uks2]", "[uks3]", "rule, uks2: 'sentence' is missing"),
    ("[uks2]", "[uks3]", "rule: unknown key 'uks3'"),
    ('[ks1]\nsentence = "Keep it in."\ntips = ["I can wait.", ', '[ks1]\nsentence = "A"\ntips = [',
     "rule, ks1: 'tips' needs at least 3"),
    ('[ks1]\nsentence = "Keep it in."\ntips = ["I can wait.", ',
     '[ks1]\nsentence = "A"\ntips = ["Wait.", "I can go.", ', "rule, ks1: 'tips' has 4"),
    ('[ks1]\nsentence = "Keep it in."\ntips = ["I can wait.", ',
     '[ks1]\nsentence = "A"\ntips = ["Wait.", ', "tip 'Wait.' must begin with 'I can'"),
]  # fmt: skip


@pytest.mark.parametrize("plant", CARD_PLANTS)
def test_a_fault_planted_in_a_rule_card_is_found(desk: Desk, plant: tuple[str, str, str]) -> None:
    old, new, expected = plant
    desk.card(edited(CARD, old, new))
    found = said(desk.problems())
    assert any(expected in one for one in found), found


def test_the_card_of_tell_never_speaks_of_secrets(desk: Desk) -> None:
    spoilt = edited(CARD, "Keep it in.", "It is a secret.")
    desk.card(spoilt)
    assert desk.problems() == []
    desk.card(spoilt, rule="tell")
    assert [problem.where for problem in desk.problems()] == ["tell, ks1, sentence"]


def test_what_is_no_toml_is_one_problem_each(desk: Desk) -> None:
    desk.quiz("title = ")
    desk.card("picture = ")
    desk.lesson("id = ")
    assert len(desk.problems(Depth(words=True))) == 3
