"""What is kept in the repository is finished, explained, and of no machine in particular."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import (
    ROOT,
    comments,
    modules,
    name_of,
    texts,
    tracked,
    tree_of,
)

PYTHON = ("app", "tests", "run.py")
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "tools"}

UNFINISHED = re.compile(
    "|".join(
        [
            r"\bTO" + r"DO\b",
            "FIX" + "ME",
            r"\bXX" + r"X\b",
            "(?i:coming" + " soon|lorem" + " ipsum)",
        ]
    )
)
"""Put together from pieces, so that this file does not find itself."""

UNTRUE = re.compile(
    "|".join(
        [
            r"NotImplemented" + "Error",
            r"mark\.(skip|xfail)",
            r"pytest\.skip\(",
            "import" + "orskip",
            r"qtbot\.wait\(",
            r"time\.sleep\([^#]*$",  # one that says what it waits for may stand
        ]
    )
)
"""What a test of ours never does."""

MACHINE = re.compile("|".join(["/wo" + "rk/", "/fa" + "rm/", "/ro" + "ot/"]))
ADDRESS = re.compile("https?" + "://|index" + "-url")
SET_UP = ("requirements", ".ci/", "run.py", "pyproject.toml")

NOQA = re.compile(r"#\s*noqa(?P<codes>:[\sA-Z0-9,]+)?(?P<reason>.*)")
TYPE_IGNORE = re.compile(r"#\s*type:\s*ignore(?P<codes>\[[\w\-, ]+\])?(?P<reason>.*)")
REASON = re.compile(r"\s*[-#]\s*\S+ \S+")
"""At least two words: one explains nothing."""


def unexplained(comment: str) -> bool:
    """Say whether a comment silences a tool without naming what and why."""
    found = NOQA.search(comment) or TYPE_IGNORE.search(comment)
    return found is not None and not (found["codes"] and REASON.match(found["reason"]))


def unfinished_lines(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield the lines of a text in which a pattern occurs."""
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line):
            yield f"{number}: {line.strip()[:100]}"


def claims(function: ast.FunctionDef) -> bool:
    """Say whether a test states anything: an assert, an expected error, or a call that asserts."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert):
            return not (isinstance(node.test, ast.Constant) and node.test.value)
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            if called.startswith(("raises", "assert_", "waitUntil", "until", "expect_")):
                return True
    return False


def statements_of(path: Path) -> Iterator[ast.FunctionDef]:
    """Yield the test functions of a file."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def test_modules_are_named_for_what_they_hold() -> None:
    empty = [name_of(path) for path in modules("app", "tests") if path.stem in EMPTY_NAMES]
    empty += [name_of(path) for path in (ROOT / "app").rglob("*") if path.name in EMPTY_NAMES]
    assert empty == []


def test_every_silenced_tool_is_named_with_a_reason() -> None:
    found = [
        f"{name_of(path)}:{line} {comment}"
        for path in modules(*PYTHON)
        for line, comment in comments(path)
        if unexplained(comment)
    ]
    assert found == []


def test_every_rule_switched_off_for_a_place_has_its_reason() -> None:
    for path in [ROOT / "pyproject.toml", *(ROOT / "app").rglob("ruff.toml")]:
        off = path.read_text(encoding="utf-8").partition("\nignore = [")[2]
        lines = re.findall(r'^.*"[A-Z]+\d+".*$', off.partition("[tool.mypy]")[0], re.MULTILINE)
        assert [line for line in lines if "#" not in line] == []


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{name}:{line}"
        for name, text in texts("app/", "tests/", "lessons/", "quizzes/", "run.py")
        for line in unfinished_lines(text, UNFINISHED)
    ]
    assert found == []


def test_no_test_sleeps_or_skips_or_waits_for_a_while() -> None:
    found = [
        f"{name}:{line}"
        for name, text in texts("tests/")
        for line in unfinished_lines(text, UNTRUE)
    ]
    assert found == []


def test_every_test_can_fail() -> None:
    mute = [
        f"{name_of(path)} {function.name}"
        for path in modules("tests")
        for function in statements_of(path)
        if not claims(function)
    ]
    assert mute == []


def test_no_path_of_a_machine_is_kept() -> None:
    found = [f"{name}:{line}" for name, text in texts() for line in unfinished_lines(text, MACHINE)]
    assert found == []


def test_setting_up_names_no_address() -> None:
    found = [
        f"{name}:{line}"
        for name, text in texts(*SET_UP)
        for line in unfinished_lines(text, ADDRESS)
    ]
    assert found == []


def test_the_top_level_is_the_fixed_one() -> None:
    fixed = {
        "app",
        "lessons",
        "quizzes",
        "assets",
        "tests",
        "pyproject.toml",
        "README.md",
        "run.py",
    }
    beside = {"CHANGELOG.md", "LICENSE", "requirements.lock", "requirements-dev.lock"}
    tops = {name_of(path).split("/")[0] for path in tracked()}
    assert {top for top in tops if not top.startswith(".")} <= fixed | beside


def test_both_locks_hold_what_the_project_asks_for_and_hash_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        re.split(r"[<>=\[]", each)[0].lower().replace("_", "-") for each in project["dependencies"]
    }
    runtime, dev = (pinned(name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert wanted <= runtime.keys()
    assert runtime.items() <= dev.items()
    assert all("--hash=sha256:" in entry for entry in dev.values())


def pinned(name: str) -> dict[str, str]:
    """Return package and whole entry of every pin of a lock."""
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.strip())
    return {entry.partition("==")[0]: entry for entry in entries}


@pytest.mark.parametrize(
    ("comment", "seen"),
    [
        ("# noqa", True),
        ("# noqa: S101", True),
        ("# noqa: S101 - because", True),
        ("# noqa: S101 - the type checker needs it", False),
        ("# type: ignore", True),
        ("# type: ignore[attr-defined]", True),
        ("# type: ignore[attr-defined]  # the library ships no types", False),
        ("# a plain comment", False),
    ],
)
def test_a_silenced_tool_without_a_reason_is_seen(comment: str, seen: bool) -> None:
    assert unexplained(comment) is seen


def test_planted_words_of_the_unfinished_are_seen() -> None:
    planted = "fine\n# TO" + "DO later\n"
    assert list(unfinished_lines(planted, UNFINISHED)) == ["2: # TO" + "DO later"]
    assert list(unfinished_lines("time.sl" + "eep(1)", UNTRUE)) == ["1: time.sl" + "eep(1)"]
    assert list(unfinished_lines("see /wo" + "rk/x", MACHINE)) == ["1: see /wo" + "rk/x"]


@pytest.mark.parametrize(
    ("body", "can_fail"),
    [
        ("pass", False),
        ("assert True", False),
        ("value = 1", False),
        ("assert value", True),
        ("with pytest.raises(OSError): go()", True),
    ],
)
def test_a_test_that_states_nothing_is_seen(body: str, can_fail: bool) -> None:
    function = ast.parse(f"def test_x():\n    {body}").body[0]
    assert isinstance(function, ast.FunctionDef)
    assert claims(function) is can_fail
