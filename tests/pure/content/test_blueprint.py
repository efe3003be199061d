"""How a bank is made up: forms of equal make, nothing twice, nothing one-sided."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from app.content.blueprint import blueprint_faults
from app.content.proof import proof_quiz
from app.content.shelf import Found
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Pick, Verdict
from app.domain.quiz import Form, Item, Quiz
from app.domain.smart import Rule
from app.domain.words import Picture, Slot, Words
from tests.lessonbook import Desk, quiz, tools


@dataclass(frozen=True)
class Riddle:
    """An activity of which only its texts and its chance matter here."""

    prompt: str
    odds: float = 0.5

    def judge(self, answer: Answer) -> Verdict:
        """Call every answer right."""
        return Verdict(answer.picks[0], True, "So it is.")

    def outcomes(self) -> tuple[str, ...]:
        """Return the one outcome."""
        return ("so",)

    def words(self) -> tuple[Words, ...]:
        """Return the prompt and a feedback that differs by the odds."""
        feedback = Words("feedback", f"{self.odds}", Slot.FEEDBACK)
        return (Words("prompt", self.prompt, Slot.PROMPT), feedback)

    def pictures(self) -> tuple[Picture, ...]:
        """Return no pictures."""
        return ()

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return no ideas."""
        return ()

    def said(self, answer: Answer) -> str:
        """Return what was picked."""
        return answer.picks[0]

    def guess(self, pick: Pick) -> Answer:
        """Pick nothing."""
        raise AssertionError(pick)

    def chance(self) -> float:
        """Return the odds."""
        return self.odds


@pytest.fixture
def bank(desk: Desk) -> Quiz:
    """Return the good bank."""
    found = proof_quiz(Found(desk.quiz(quiz()), "q", Rule.SAFE), tools()).sound
    assert found is not None
    return found


def asking(item: Item, riddle: Riddle) -> Item:
    return replace(item, task=replace(item.task, activity=riddle))


def without(bank: Quiz, form: Form, left: int) -> Quiz:
    """Return the bank with so many items left in a form."""
    kept = [item for item in bank.items if item.form is form][:left]
    return replace(bank, items=(*[one for one in bank.items if one.form is not form], *kept))


def test_the_good_bank_is_well_made(bank: Quiz) -> None:
    assert list(blueprint_faults(bank)) == []


@pytest.mark.parametrize(("form", "least"), [(Form.A, 5), (Form.B, 5), (Form.PRACTICE, 6)])
def test_each_form_has_its_least_number(bank: Quiz, form: Form, least: int) -> None:
    few = [
        fault for _, fault in blueprint_faults(without(bank, form, least - 1)) if "write" in fault
    ]
    assert few == [f"has {least - 1} items; write at least {least}"]
    enough = blueprint_faults(without(bank, form, least))
    assert not [fault for _, fault in enough if "write at least" in fault]


def test_both_forms_have_the_same_strands_in_the_same_numbers(bank: Quiz) -> None:
    moved = replace(bank.items[0], strand="online-bullying")
    faults = list(blueprint_faults(replace(bank, items=(moved, *bank.items[1:]))))
    give = "give both forms the same"
    assert faults == [
        ("forms a and b",
         f"strand 'online-bullying' has 2 items in form a and 1 in form b; {give}"),
        ("forms a and b",
         f"strand 'privacy-and-security' has 0 items in form a and 1 in form b; {give}"),
    ]  # fmt: skip


def test_the_strands_of_practice_are_free(bank: Quiz) -> None:
    practice = [replace(one, strand="online-bullying") for one in bank.practice()]
    kept = [one for one in bank.items if one.form is not Form.PRACTICE]
    assert list(blueprint_faults(replace(bank, items=(*kept, *practice)))) == []


def test_the_same_question_with_other_feedback_or_spacing_is_a_twin(bank: Quiz) -> None:
    first = asking(bank.items[0], Riddle("Who asks?"))
    second = asking(bank.items[1], Riddle("who  asks?", odds=0.25))
    faults = list(blueprint_faults(replace(bank, items=(first, second, *bank.items[2:]))))
    assert faults == [("item 'a-1'", "asks the same as 'a-0'; ask something else")]


@pytest.mark.parametrize(
    ("odds", "fault"),
    [(1.0, "all answers are right"), (0.0, "no answer is right"), (0.01, ""), (0.99, "")],
)
def test_a_question_needs_right_and_wrong_answers(bank: Quiz, odds: float, fault: str) -> None:
    odd = asking(bank.items[0], Riddle("Who asks?", odds))
    faults = [said for _, said in blueprint_faults(replace(bank, items=(odd, *bank.items[1:])))]
    assert faults == ([f"{fault}; there must be right and wrong ones"] if fault else [])
