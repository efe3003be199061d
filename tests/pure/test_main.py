"""The command line's first word decides: supervisor, command, or help."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import commands
from app.__main__ import CRASHED, is_kiosk, main, run_command, split_home
from app.bootstrap.display import NO_DISPLAY

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "home", "rest"),
    [
        ([], None, []),
        (["check"], None, ["check"]),
        (["--home", "x", "check"], "x", ["check"]),
        (["--home=x", "check"], "x", ["check"]),
        (["--home", "x"], "x", []),
        (["--home"], None, ["--home"]),
        (["check", "--home", "x"], None, ["check", "--home", "x"]),
        (["--window", "1366x768"], None, ["--window", "1366x768"]),
    ],
)
def test_a_leading_home_is_taken_off(words: list[str], home: str | None, rest: list[str]) -> None:
    assert split_home(words) == (home, rest)


@pytest.mark.parametrize(
    ("words", "kiosk"),
    [
        ([], True),
        (["kiosk"], True),
        (["kiosk", "--window", "1366x768"], True),
        (["--window", "1366x768"], True),
        (["--home"], True),
        (["check"], False),
        (["--help"], False),
        (["-h"], False),
        (["--version"], False),
        (["kiosk", "--help"], False),
    ],
)
def test_without_a_command_the_kiosk_starts(words: list[str], kiosk: bool) -> None:
    assert is_kiosk(words) is kiosk


@pytest.mark.parametrize("words", ["nosuch", "--unwatched nosuch", "--home x nosuch"])
def test_a_wrong_call_ends_with_code_2(words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == 2


def test_help_ends_with_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: be-smart")


def test_a_fault_nobody_foresaw_shows_its_trace_and_is_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "faulty.py").write_text(
        "HELP = 'fail'\ndef add_arguments(parser): ...\ndef run(args): return 1 // 0\n"
    )
    monkeypatch.setattr(commands, "__path__", [str(tmp_path)])
    assert run_command(None, ["faulty"], supervised=False) == CRASHED
    assert "ZeroDivisionError" in capsys.readouterr().err
    assert CRASHED not in {commands.FINE, commands.PROBLEMS, commands.WRONG_CALL}


def test_a_wrong_word_for_the_kiosk_comes_back_through_the_supervisor() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--no-such-word"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "unrecognized arguments: --no-such-word" in done.stderr
    assert "be-smart: the kiosk" not in done.stderr, "once is enough"


def test_without_a_screen_there_is_one_message_and_no_abort_of_qt(tmp_path: Path) -> None:
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--home", str(tmp_path)],
        cwd=ROOT,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{NO_DISPLAY}\n")
    assert list(tmp_path.iterdir()) == []


def test_the_way_to_the_supervisor_loads_next_to_nothing() -> None:
    asked = "import sys; before = set(sys.modules); import app.__main__; print({})"
    asked = asked.format("*sorted(set(sys.modules) - before)")
    shown = subprocess.check_output([sys.executable, "-c", asked], cwd=ROOT, text=True)
    assert set(shown.split()) == {"__future__", "app", "app.__main__"}


def run_unread(home: Path, *words: str) -> tuple[int, bytes]:
    """Run a command whose reader has gone already; return its exit code and what it complains."""
    reading, writing = os.pipe()
    os.close(reading)
    call = [sys.executable, "-m", "app", "--home", str(home), *words]
    done = subprocess.run(call, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    return done.returncode, done.stderr


def test_who_stops_reading_gets_no_trace(tmp_path: Path) -> None:
    assert run_unread(tmp_path, "check") == (0, b"")


def test_what_nobody_reads_is_done_all_the_same(tmp_path: Path) -> None:
    rows = "".join(f"Child{number},Brook,Oak {number % 15},3\n" for number in range(450))
    listed = tmp_path / "list.csv"
    listed.write_text("Forename,Surname,Class,Year\n" + rows, encoding="utf-8")
    words = ("pupils", "import", str(listed), "--school", "Hill Top")
    assert run_unread(tmp_path / "home", *words) == (0, b"")
    assert "Child449" in (tmp_path / "home" / "school.json").read_text(encoding="utf-8")


def test_what_nobody_reads_counts_all_the_same(tmp_path: Path) -> None:
    broken = tmp_path / "lessons" / "safe" / "moon" / "lesson.toml"
    broken.parent.mkdir(parents=True)
    broken.write_text("id = ", encoding="utf-8")
    assert run_unread(tmp_path / "home", "check", str(tmp_path)) == (1, b"")
