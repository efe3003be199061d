"""The kiosk's log says what went wrong and where, and never a name or an answer."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from app.bootstrap import logbook
from app.bootstrap.logbook import (
    COPIES,
    SIZE,
    AsideHandler,
    NamelessFormatter,
    close_log,
    note_fault,
    open_log,
)
from app.domain.override import override

CHILD = "Zebedee"
LONG = 10
"""Seconds: so long nothing here takes that goes well."""
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


def told_in(log: Path) -> str:
    """Return all that was written, once it is."""
    assert close_log(LONG)
    return log.read_text(encoding="utf-8")


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
    for told in (told_in(log), capsys.readouterr().err):
        assert "KeyError at test_logbook.py" in told
        assert "fault_of" in told
        assert CHILD not in told


def test_faults_that_were_caught_lose_their_words_too(log: Path) -> None:
    try:
        NOBODY[CHILD].with_traceback(None)
    except KeyError:
        logging.getLogger("app.flow").exception("something failed")
    told = told_in(log)
    assert "ERROR app.flow: something failed" in told
    assert CHILD not in told


def test_a_program_without_a_terminal_logs_all_the_same(
    log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    note_fault(ValueError, ValueError(CHILD), None)
    assert "ValueError at" in told_in(log)


class Stuck(logging.Handler):
    """A log on a disk that does not answer until ``answers`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = Event()
        self.told: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        in_time = self.answers.wait(LONG)
        self.told.append(record.getMessage() if in_time else "somebody waited")


def test_nobody_waits_for_a_disk_that_does_not_answer() -> None:
    disk, root = Stuck(), logging.getLogger()
    handler = AsideHandler(disk)
    root.addHandler(handler)
    logging.getLogger("page").error("one")
    assert not close_log(0.01)
    assert handler not in root.handlers
    assert disk.told == []
    disk.answers.set()
    assert handler.end(LONG)
    assert disk.told == ["one"]
    handler.close()


def test_where_no_log_is_open_there_is_nothing_to_wait_for() -> None:
    assert close_log(0)


def test_the_log_cannot_fill_a_disk() -> None:
    assert SIZE * (COPIES + 1) <= 4 * 1024 * 1024


@pytest.mark.parametrize("told", [None, (None, None, None), "text"])
def test_where_there_is_no_exception_nothing_is_written(told: object) -> None:
    assert NamelessFormatter().formatException(told) == ""
    assert logbook.COPIES > 0
