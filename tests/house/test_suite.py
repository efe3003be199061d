"""The runner of all tests: each in its group, counted truly, summed up in the last line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import __main__ as suite
from tests.house.sources import ROOT, name_of

REPORT = """<?xml version="1.0"?><testsuites>
<testsuite name="pytest" tests="9" failures="2" errors="1" skipped="1"/></testsuites>"""


def test_every_test_belongs_to_exactly_one_group() -> None:
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        takers = [group for group in suite.GROUPS if group.paths([name_of(path)])]
        assert len(takers) == 1, name_of(path)


def test_a_group_takes_the_paths_that_are_its_own() -> None:
    pure, widgets, windows = suite.GROUPS
    asked = ["tests/pure/test_run.py::test_x", "tests/widgets/kit"]
    assert pure.paths(asked) == asked[:1]
    assert widgets.paths(asked) == asked[1:]
    assert windows.paths(asked) == []


def test_without_any_path_a_group_runs_all_its_folders() -> None:
    assert suite.GROUPS[0].paths([]) == ["tests/house", "tests/pure"]


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("tests/house", True),
        ("tests/house/test_suite.py::test_x", True),
        ("tests/nowhere", False),
        ("-x", False),
        ("slow", False),
    ],
)
def test_a_word_is_a_path_if_it_is_there(word: str, path: bool) -> None:
    assert suite.is_path(word) is path


def test_errors_count_as_failures_and_skips_as_neither(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert suite.count(report) == suite.Outcome(passed=5, failed=3)


@pytest.mark.parametrize(
    ("outcome", "code", "line"),
    [
        (suite.Outcome(3, 0), 0, "9 passed, 0 failed"),
        (suite.Outcome(3, 1), 1, "9 passed, 3 failed"),
        (suite.Outcome(0, 0), 1, "0 passed, 0 failed"),
        (suite.Outcome(3, 0, sound=False), 1, "9 passed, 0 failed"),
    ],
)
def test_the_last_line_sums_up_and_the_exit_code_agrees(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    outcome: suite.Outcome,
    code: int,
    line: str,
) -> None:
    monkeypatch.setattr(suite, "run", lambda _group, _words: outcome)
    assert suite.main(["tests/house", "tests/widgets", "tests/e2e"]) == code
    assert capsys.readouterr().out.splitlines()[-1] == line


def test_options_go_to_every_group(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def run(_group: suite.Group, words: list[str]) -> suite.Outcome:
        given.append(words)
        return suite.Outcome(1)

    monkeypatch.setattr(suite, "run", run)
    suite.main(["-x", "tests/house", "tests/widgets"])
    assert given == [["-x", "tests/house"], ["-x", "tests/widgets"]]


def test_a_run_of_pytest_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted = tmp_path / "test_planted.py"
    planted.write_text("def test_a(): assert 1 == 2\ndef test_b(): assert True is not None\n")
    monkeypatch.chdir(tmp_path)
    group = suite.Group(("tests",), ("-p", "no:pytest-qt", "-q"))
    assert suite.run(group, [str(planted)]) == suite.Outcome(1, 1, sound=False)
    planted.write_text("def test_b(): assert True is not None\n")
    assert suite.run(group, [str(planted)]) == suite.Outcome(1, 0)


def printing(text: str) -> list[str]:
    """Return the names of a module's functions that print."""
    return [
        one.name
        for one in ast.walk(ast.parse(text))
        if isinstance(one, ast.FunctionDef)
        for call in ast.walk(one)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)
        if call.func.id == "print"
    ]


def test_a_bench_leaves_the_printing_to_its_runner() -> None:
    """The runner prints what ``main`` returns; a bench that prints as well shows its rows twice."""
    benches = sorted((ROOT / "tests/bench").glob("bench_*.py"))
    assert benches
    for path in benches:
        assert not printing(path.read_text(encoding="utf-8")), name_of(path)


def test_a_bench_that_prints_is_found() -> None:
    assert printing("def main():\n    print(1)\n    return []") == ["main"]
    assert not printing("def main():\n    return []\nprint(main())")
