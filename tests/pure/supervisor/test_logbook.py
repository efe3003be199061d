"""The log waits for its folder, stays small, and never stops the watch."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.supervisor.logbook import LARGEST_BYTES, NAME, OLD_ONES, WAITING_LINES, Logbook
from tests.pure.supervisor.doubles import logbook


def text_of(folder: Path, number: str = "") -> str:
    return (folder / f"{NAME}{number}").read_text(encoding="utf-8")


def test_lines_wait_until_the_folder_is_known(tmp_path: Path) -> None:
    log = logbook()
    log.note("kiosk started")
    log.open_in(str(tmp_path / "logs"))
    log.note("kiosk crashed")
    assert text_of(tmp_path / "logs") == "NOW kiosk started\nNOW kiosk crashed\n"


def test_what_is_said_aloud_is_shown_as_long_as_no_folder_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = logbook()
    log.note("kiosk started")
    log.note("kiosk crashed", aloud=True)
    log.open_in(str(tmp_path))
    log.note("in the file only", aloud=True)
    assert capsys.readouterr().err == "be-smart: kiosk crashed\n"
    assert len(text_of(tmp_path).splitlines()) == 3


def test_what_is_said_is_shown_and_written_also_with_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = logbook()
    log.say("before")
    log.open_in(str(tmp_path))
    log.say("behind")
    assert capsys.readouterr().err == "be-smart: before\nbe-smart: behind\n"
    assert text_of(tmp_path) == "NOW before\nNOW behind\n"


def test_naming_the_folder_again_writes_nothing_twice(tmp_path: Path) -> None:
    log = logbook()
    log.note("once")
    log.open_in(str(tmp_path))
    log.open_in(str(tmp_path))
    assert text_of(tmp_path) == "NOW once\n"


def test_waiting_lines_are_bounded(tmp_path: Path) -> None:
    log = logbook()
    for number in range(WAITING_LINES + 50):
        log.note(f"line {number}")
    log.open_in(str(tmp_path))
    lines = text_of(tmp_path).splitlines()
    assert len(lines) == WAITING_LINES
    assert lines[-1] == f"NOW line {WAITING_LINES + 49}"


def test_a_full_file_is_put_aside_and_the_oldest_goes(tmp_path: Path) -> None:
    log = Logbook(lambda: "NOW", largest=40)
    log.open_in(str(tmp_path))
    for number in range(20):
        log.note(f"this is line {number:02}")
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [NAME, *(f"{NAME}.{number + 1}" for number in range(OLD_ONES))]
    assert text_of(tmp_path).endswith("line 19\n")
    assert "line 17" in text_of(tmp_path, ".1")
    assert all(path.stat().st_size <= 40 for path in tmp_path.iterdir())


def test_the_log_cannot_fill_a_disk() -> None:
    assert LARGEST_BYTES * (OLD_ONES + 1) <= 1024 * 1024


def test_a_folder_that_cannot_be_written_does_not_stop_the_watch(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file stands where the folder should")
    log = logbook()
    log.open_in(str(tmp_path / "logs"))
    log.note("nobody will read this")
    assert (tmp_path / "logs").read_text() == "a file stands where the folder should"


def test_a_program_without_a_terminal_has_no_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", None)
    log = logbook()
    log.note("kept for later", aloud=True)
    log.open_in(str(tmp_path))
    assert text_of(tmp_path) == "NOW kept for later\n"
