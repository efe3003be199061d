"""Tell frightens nobody and keeps no copies: words never said to children, doors never built."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest

from tests.house.sources import ROOT, modules, name_of, tree_of

TOLD = (
    "app/screens/pupil/tell.py",
    "app/screens/parts/name_finder.py",
    "app/screens/parts/tell_truth.py",
    "app/kit/tell_panel.py",
    "app/kit/tell_questions.py",
    "app/interactions/practice_tell",
)
BARRED = re.compile(
    r"\b(secret\w*|promis\w*|anonym\w*|confidential\w*|naughty|should have|(?<!not )your fault)\b",
    re.IGNORECASE,
)
PUPILS = ("app/screens/pupil", "app/screens/parts", "app/kit", "app/interactions", "app/frame")
DOORS = re.compile(
    r"^(QClipboard|QFileDialog|QDrag|QMediaCapture\w*|QCamera\w*|QScreenCapture|QAudioInput"
    r"|clipboard|grab|grabWindow|grabFramebuffer|render_to_file|getOpenFileName\w*)$"
)


def strings(tree: ast.AST) -> list[str]:
    """Return every text of a module that is no docstring."""
    said = [one.value for one in ast.walk(tree) if isinstance(one, ast.Expr)]
    docs = {id(one) for one in said}
    return [
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in docs
    ]


def doors(tree: ast.AST) -> list[str]:
    """Return what copies, captures or takes in files, by its name; and what takes drops."""
    names = [one.id for one in ast.walk(tree) if isinstance(one, ast.Name)]
    names += [one.attr for one in ast.walk(tree) if isinstance(one, ast.Attribute)]
    found = [name for name in names if DOORS.match(name)]
    return found + [
        "setAcceptDrops(True)"
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and ast.unparse(one).endswith("setAcceptDrops(True)")
    ]


def test_no_word_of_tell_blames_or_hides() -> None:
    found = {
        name_of(path): BARRED.findall(" | ".join(strings(tree_of(path)))) for path in modules(*TOLD)
    }
    assert len(found) >= 6
    assert {name: words for name, words in found.items() if words} == {}


def test_nor_does_any_card_of_the_policy() -> None:
    policy = tomllib.loads((ROOT / "assets/policy.toml").read_text(encoding="utf-8"))
    cards = policy["categories"]
    rows = list(cards.values()) if isinstance(cards, dict) else cards
    words = [str(row["words"]) for row in rows]
    assert words
    assert [one for one in words if BARRED.search(one)] == []


def test_no_page_of_pupils_copies_captures_or_takes_a_file() -> None:
    found = {name_of(path): doors(tree_of(path)) for path in modules(*PUPILS)}
    assert {name: names for name, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("words", "barred"),
    [("Your secret is safe", True), ("It is your fault", True), ("It is not your fault", False)],
)
def test_a_planted_word_is_seen(words: str, barred: bool) -> None:
    assert bool(BARRED.search(words)) is barred


def test_a_planted_door_is_seen() -> None:
    planted = "screen.grabWindow(0)\nfield.setAcceptDrops(True)\nQFileDialog()"
    assert len(doors(ast.parse(planted))) == 3
