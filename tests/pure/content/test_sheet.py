"""Opening one hand-written file: whatever is wrong with it is said in words, with the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.sheet import LARGEST, Sheet, read_sheet, version_of
from app.domain.problem import Problem


def read(folder: Path, raw: bytes) -> Sheet | Problem:
    file = folder / "lesson.toml"
    file.write_bytes(raw)
    return read_sheet(file, "a/lesson.toml")


@pytest.mark.parametrize(
    "raw",
    [
        b'a = "Zo\xc3\xab"\n',
        b'\xef\xbb\xbfa = "Zo\xc3\xab"\n',
        b'a = "Zo\xc3\xab"\r\n',
        b'# remark\na = "Zo\xc3\xab"',
    ],
)
def test_utf_8_is_read_with_and_without_mark_and_with_any_line_end(
    tmp_path: Path, raw: bytes
) -> None:
    sheet = read(tmp_path, raw)
    assert isinstance(sheet, Sheet)
    assert sheet.table == {"a": "Zoë"}


@pytest.mark.parametrize(
    ("raw", "where", "fault"),
    [
        ('a = "x"'.encode("utf-16"), "the whole file", "is saved as UTF-16"),
        (b'a = "x"\nb = "Zo\xeb"\n', "line 2", "not UTF-8; save it as UTF-8"),
        (b'a = "x"\nb = 1 2\n', "line 2", "is not proper TOML"),
        (b'a = "x"\nb = "y\n', "line 2", "look for a missing quotation mark or bracket"),
        (b'a = "x"\na = "y"\n', "line 2", "Cannot overwrite"),
        (b"a = [\n1,\n", "line 3", "missing quotation mark or bracket"),
        (b"a = 1\x00\n", "line 1", "is not proper TOML"),
        (b"a = 2026-02-31T00:00:00\n", "line 1", "is not proper TOML"),
        (b"a = " + b"9" * 5000, "the whole file", "is not proper TOML"),
        (b"a = " + b"[" * 100_000, "the whole file", "lists within lists"),
        (b"#" * (LARGEST + 1), "the whole file", "larger than 256 KiB"),
    ],
)
def test_a_fault_says_where_and_what(tmp_path: Path, raw: bytes, where: str, fault: str) -> None:
    problem = read(tmp_path, raw)
    assert isinstance(problem, Problem)
    assert (problem.file, problem.where) == ("a/lesson.toml", where)
    assert fault in problem.fault


def test_a_file_that_is_not_there_or_no_file_is_a_problem(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        problem = read_sheet(path, "x")
        assert isinstance(problem, Problem)
        assert "cannot be read" in problem.fault


@given(st.binary(max_size=200))
def test_no_bytes_at_all_raise(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    assert isinstance(read(tmp_path_factory.mktemp("sheet"), raw), Sheet | Problem)


def test_the_version_changes_with_any_byte() -> None:
    assert version_of(b"a = 1") != version_of(b"a = 1 ")
    assert version_of(b"a = 1") == version_of(b"a = 1")
    assert len(version_of(b"")) == 8
