"""The kiosk's log says what went wrong and where, and never a name or an answer."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap import logbook
from app.bootstrap.logbook import COPIES, SIZE, NamelessFormatter, note_fault, open_log

CHILD = "Zebedee"
NOBODY: dict[str, BaseException] = {}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Open a log in a folder that is not there yet; close it again."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    open_log(tmp_path / "deep" / "logs")
    yield tmp_path / "deep" / "logs" / "kiosk.log"
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def fault_of() -> BaseException:
    """Return an exception that carries a child's name."""
    try:
        return NOBODY[CHILD]
    except KeyError as fault:
        return fault


def test_a_fault_nobody_caught_is_logged_and_shown_without_its_words(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = fault_of()
    note_fault(type(fault), fault, fault.__traceback__)
    for told in (log.read_text(encoding="utf-8"), capsys.readouterr().err):
        assert "KeyError at test_logbook.py" in told
        assert "fault_of" in told
        assert CHILD not in told


def test_faults_that_were_caught_lose_their_words_too(log: Path) -> None:
    try:
        NOBODY[CHILD].with_traceback(None)
    except KeyError:
        logging.getLogger("app.flow").exception("something failed")
    told = log.read_text(encoding="utf-8")
    assert "ERROR app.flow: something failed" in told
    assert CHILD not in told


def test_a_program_without_a_terminal_logs_all_the_same(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    note_fault(ValueError, ValueError(CHILD), None)
    assert "ValueError at" in log.read_text(encoding="utf-8")


def test_the_log_cannot_fill_a_disk() -> None:
    assert SIZE * (COPIES + 1) <= 4 * 1024 * 1024


@pytest.mark.parametrize("told", [None, (None, None, None), "text"])
def test_where_there_is_no_exception_nothing_is_written(told: object) -> None:
    assert NamelessFormatter().formatException(told) == ""
    assert logbook.COPIES > 0
