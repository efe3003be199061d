"""Bots that know nothing: a bank they can beat is refused, a fair one is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.content.guessing import BOTS, MARGIN, Bot, guessing_faults
from app.content.proof import proof_quiz
from app.content.shelf import Found
from app.domain.ids import ItemId
from app.domain.kind import Activity
from app.domain.quiz import Form, Item, Quiz
from app.domain.smart import Rule
from tests.kinds import NAMES, read, rows_of, sample, table_of
from tests.lessonbook import Desk, quiz, said, tools

NAMED = {bot.name: bot for bot in BOTS}


def choice(*texts: str, right: int) -> Activity:
    """Return a choice between texts, of which one is right."""
    options = [
        {"id": f"o{number}", "text": text, "feedback": "So."}
        | ({"right": True} if number == right else {"idea": "all-is-fine"})
        for number, text in enumerate(texts)
    ]
    activity, faults = read(
        "choice", {"kind": "choice", "prompt": "What?", "options": options}, quiz=True
    )
    assert faults == ()
    return activity


def bank(desk: Desk, *activities: Activity) -> Quiz:
    """Return a bank of just these activities."""
    file = desk.quiz(quiz())
    whole = proof_quiz(Found(file, "q", Rule.SAFE), tools()).value
    assert whole is not None
    first = whole.items[0]
    items = tuple(
        Item(ItemId(f"i{number}"), Form.PRACTICE, first.strand, replace(first.task, activity=one))
        for number, one in enumerate(activities)
    )
    return replace(whole, items=items)


def winners(bank: Quiz) -> list[str]:
    """Return the names of the bots that beat a bank."""
    faults = [fault for _, fault in guessing_faults(bank)]
    return [name for name in NAMED if any(f"'{name}'" in fault for fault in faults)]


@pytest.mark.parametrize(
    ("texts", "right", "winner"),
    [
        (("Wave now", "Hop by", "Run off"), 0, ["always first", "always longest"]),
        (("Wave", "Hop by", "Run"), 2, ["always last"]),
        (("Wave", "Jump off the big bus", "Run"), 1, ["always longest"]),
        (("Wave", "Tell mum", "Run off the bus"), 1, ["always tell", "always the good word"]),
        (("Wave", "Block it", "Run off the bus"), 1, ["always the good word"]),
        (("Wave", "Walk by", "Run off the bus"), 1, []),
    ],
)
def test_each_bot_beats_the_bank_that_gives_itself_away(
    desk: Desk, texts: Sequence[str], right: int, winner: list[str]
) -> None:
    assert winners(bank(desk, *[choice(*texts, right=right)] * 8)) == winner


def test_a_bot_may_be_as_good_as_chance_and_ten_points(desk: Desk) -> None:
    """Of ten items with two options a bot may get six, not seven."""
    first = choice("Wave at him", "Go by slowly", right=0)
    last = choice("Wave at him", "Go by slowly", right=1)
    assert winners(bank(desk, *[first] * 6, *[last] * 4)) == []
    assert winners(bank(desk, *[first] * 7, *[last] * 3)) == ["always first"]


def test_a_bot_without_a_cue_scores_chance() -> None:
    activity = choice("Wave", "Hop", "Run", right=2)
    assert NAMED["always tell"].score(activity) == pytest.approx(activity.chance())
    assert NAMED["always tell"].score(choice("Wave", "Tell", right=1)) == 1.0
    assert NAMED["always tell"].score(choice("Tell", "Wave", right=1)) == 0.0


def test_a_cue_in_some_decisions_leaves_the_others_to_first_and_last() -> None:
    """The cue finds the page; which clue it then takes, the first or the last, is half right."""
    table = table_of("compare")
    clues = rows_of(table, "clues")
    for clue in clues:
        clue.pop("right", None)
        clue["idea"] = "all-is-fine"
    clues[0] |= {"right": True}
    del clues[0]["idea"]
    activity, faults = read("compare", table, quiz=True)
    assert faults == ()
    page = Bot("page", cue=lambda one: int(one.id == table["answer"]))
    assert page.score(activity) == pytest.approx(0.5)


def test_the_fault_names_the_items_to_change(desk: Desk) -> None:
    easy, hard = choice("Tell", "Go", right=0), choice("Stay", "Go", right=1)
    whole = bank(desk, easy, easy, hard)
    texts = [fault for _, fault in guessing_faults(whole) if "'always tell'" in fault]
    assert texts
    assert texts[0].endswith(": i0, i1")


@pytest.mark.parametrize("name", NAMES)
def test_every_bot_can_answer_every_kind(name: str) -> None:
    activity = sample(name).activity
    for bot in BOTS:
        assert 0 <= bot.score(activity) <= 1


def test_an_empty_bank_and_the_good_one_have_no_winner(desk: Desk) -> None:
    assert winners(bank(desk)) == []
    desk.quiz(quiz())
    assert said(desk.problems()) == []
    assert pytest.approx(0.1) == MARGIN
