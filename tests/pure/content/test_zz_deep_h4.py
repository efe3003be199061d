"""Whatever an author writes, reading and checking it ends with problems, never with a crash."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.proof import Proof, prove_cards, prove_lesson, prove_quiz
from app.content.sheet import Sheet
from app.content.shelf import Found
from app.domain.smart import Rule
from tests.kinds import NAMES, table_of
from tests.lessonbook import CARD, LESSON, quiz, tools

Table = dict[str, object]
Step = tuple[dict[str, object] | list[object], str | int]
TOOLS = tools()

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(-1, 200)
    | st.sampled_from(["", " ", "x", "a-b", "art:star", "../x", "nan", "tell", "safe", "\0"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "goto", "told", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@cache
def lesson() -> Table:
    """Return the good lesson with one more scene for every kind of activity."""
    table: Table = tomllib.loads(LESSON)
    scenes = table["scenes"]
    assert isinstance(scenes, list)
    for name in NAMES:
        scenes.append(
            {
                "id": f"all-of-{name}",
                "backdrop": "park",
                "lines": [{"text": "Go on."}],
                "activity": {"kind": name, **table_of(name)},
                "ways": [{"goto": "near"}],
            }
        )
    return table


@cache
def bank() -> Table:
    """Return the good quiz with one more item for every kind of activity."""
    table: Table = tomllib.loads(quiz())
    items = table["items"]
    assert isinstance(items, list)
    for name in NAMES:
        activity = {"kind": name, **table_of(name)}
        strand = "privacy-and-security"
        items.append({"id": name, "form": "practice", "strand": strand, "activity": activity})
    return table


def places(value: object) -> list[Step]:
    """Return every place within a table where something stands."""
    found: list[Step] = []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += [(value, key), *places(inner)]
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            found += [(value, number), *places(inner)]
    return found


def spoil(holder: object, key: object, value: object) -> None:
    """Put a value where something else stood; None takes it out."""
    if isinstance(holder, dict) and isinstance(key, str):
        if value is None:
            del holder[key]
        else:
            holder[key] = value
    elif isinstance(holder, list) and isinstance(key, int):
        holder[key : key + 1] = [] if value is None else [value]


def spoilt(table: Table, data: st.DataObject) -> Table:
    """Return the table with one to three places spoilt."""
    table = deepcopy(table)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(places(table)))
        spoil(holder, key, data.draw(VALUES))
    return table


FOUND = {
    "lesson": Found(Path("lessons/safe/the-torch/lesson.toml"), "l", Rule.SAFE),
    "quiz": Found(Path("quizzes/safe/lks2.toml"), "q", Rule.SAFE),
    "cards": Found(Path("lessons/safe/rule.toml"), "c", Rule.SAFE),
}


@settings(max_examples=2500, deadline=None)
@given(st.data())
@pytest.mark.parametrize("what", ["lesson", "quiz", "cards"])
def test_nothing_an_author_writes_stops_the_kiosk(what: str, data: st.DataObject) -> None:
    good: dict[str, Callable[[], Table]] = {
        "lesson": lesson, "quiz": bank, "cards": lambda: tomllib.loads(CARD),
    }  # fmt: skip
    proof = proven(what, spoilt(good[what](), data))
    assert proof.sound is None or proof.problems == ()


@pytest.mark.parametrize("what", ["lesson", "quiz", "cards"])
def test_an_empty_file_is_all_problems(what: str) -> None:
    assert len(proven(what, {}).problems) >= 2


def proven(what: str, table: Table) -> Proof[object]:
    """Return the proof of a table as of a file of its kind."""
    sheet, found = Sheet(table, "v"), FOUND[what]
    if what == "lesson":
        lesson = prove_lesson(sheet, found, TOOLS)
        return Proof(lesson.value, lesson.problems)
    if what == "quiz":
        bank = prove_quiz(sheet, found, TOOLS)
        return Proof(bank.value, bank.problems)
    cards = prove_cards(sheet, found, TOOLS)
    return Proof(cards.value, cards.problems)
