"""Functions, classes and modules stay small enough to be read at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import sources

APP = ("app", "run.py")
TESTS = ("tests",)


def test_no_function_is_over_40_lines() -> None:
    assert sources.longer_than(sources.functions(sources.modules(*APP)), 40) == []


def test_half_of_the_functions_have_at_most_8_lines_and_90_percent_22() -> None:
    spans = sources.functions(sources.modules(*APP))
    assert sources.percentile(spans, 50) <= 8, sources.longer_than(spans, 8)[-40:]
    assert sources.percentile(spans, 90) <= 22, sources.longer_than(spans, 22)


def test_no_class_is_over_200_lines() -> None:
    assert sources.longer_than(sources.classes(sources.modules(*APP)), 200) == []


@pytest.mark.parametrize("folders", [APP, TESTS], ids=["app", "tests"])
def test_no_module_is_over_350_lines(folders: tuple[str, ...]) -> None:
    assert sources.longer_than(sources.lengths(sources.modules(*folders)), 350) == []


def test_90_percent_of_the_modules_have_at_most_250_lines() -> None:
    spans = sources.lengths(sources.modules(*APP))
    assert sources.percentile(spans, 90) <= 250, sources.longer_than(spans, 250)


def test_what_is_free_of_qt_has_120_lines_of_tests_for_100_of_code() -> None:
    code = [path for path in sources.modules(*APP) if sources.is_free_of_qt(path)]
    tests = sources.modules("tests/pure") + list(sources.ROOT.glob("tests/[!_]*.py"))
    written, needed = sources.code_lines(tests), 1.2 * sources.code_lines(code)
    assert written >= needed, f"{written} lines of tests, {needed:.0f} wanted"


def test_a_planted_long_function_and_class_are_seen(tmp_path: Path) -> None:
    planted = tmp_path / "long.py"
    body = "\n".join(f"        value = {number}" for number in range(41))
    planted.write_text(f"class Long:\n    def long(self):\n{body}\n")
    assert sources.longer_than(sources.functions([planted]), 40) == ["42 lines: long.py:2 long"]
    assert sources.longer_than(sources.classes([planted]), 42) == ["43 lines: long.py:1 Long"]
    assert sources.longer_than(sources.lengths([planted]), 42) == ["43 lines: long.py"]


def test_percentiles_are_those_of_the_lines() -> None:
    spans = [sources.Span(str(lines), lines) for lines in range(1, 102)]
    assert sources.percentile(spans, 50) == 51
    assert sources.percentile(spans, 90) == 91
    assert sources.percentile(spans[:1], 90) == 1


def test_a_late_import_of_a_room_with_qt_is_seen(tmp_path: Path) -> None:
    planted = tmp_path / "late.py"
    planted.write_text("def late():\n    from app.kit import fonts\n    return fonts\n")
    assert not sources.is_free_of_qt(planted)
    assert sources.is_free_of_qt(sources.ROOT / "app/__init__.py")


def test_only_lines_that_say_something_count(tmp_path: Path) -> None:
    planted = tmp_path / "lines.py"
    planted.write_text("# why\n\nvalue = 1  # counted\n    \nother = 2\n")
    assert sources.code_lines([planted]) == 2
