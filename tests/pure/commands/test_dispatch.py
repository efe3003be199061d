"""Commands are found by their file's name, get their words, and answer with an exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from pathlib import Path

import pytest

from app import __version__, commands
from tests.fakes import FakePulse

ROOT = Path(__file__).resolve().parents[3]

ECHO = '''
"""Says what it was given."""
HELP = "say what it was given"
def add_arguments(parser):
    parser.add_argument("word", nargs="?")
    parser.add_argument("--loud", action="store_true")
def run(args):
    print(args.home, args.word, args.loud, args.pulse.beat())
    return 1
'''


Call = Callable[..., int]


@pytest.fixture
def echo(tmp_path: Path) -> Path:
    """Return a folder with a command named echo."""
    (tmp_path / "echo.py").write_text(ECHO)
    return tmp_path


@pytest.fixture
def call(echo: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Return a call of the program, with a command named echo beside the real ones."""
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(echo)])
    monkeypatch.delenv("BE_SMART_HOME", raising=False)
    monkeypatch.delitem(sys.modules, "app.commands.echo", raising=False)

    def go(*words: str, home: str | None = None) -> int:
        return commands.dispatch(home, list(words), FakePulse())

    return go


def test_a_command_gets_its_words_and_its_answer_is_the_exit_code(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("echo", "hello", "--loud") == 1
    assert capsys.readouterr().out == "None hello True True\n"


@pytest.mark.parametrize(
    ("before", "behind", "environment", "home"),
    [
        (None, None, "", "None"),
        (None, None, "/env", "/env"),
        ("/before", None, "/env", "/before"),
        (None, "/behind", "/env", "/behind"),
        ("/before", "/behind", "", "/behind"),
    ],
)
def test_the_data_folder_is_the_one_named_nearest(
    echo: Path, before: str | None, behind: str | None, environment: str, home: str
) -> None:
    words = [*(["--home", before] if before else []), "echo"]
    words += ["--home", behind] if behind else []
    asked = "\n".join(
        [
            "from app import commands",
            "from app.__main__ import main",
            f"commands.__path__.append({str(echo)!r})",
            f"main({words!r})",
        ]
    )
    named = {**os.environ, "BE_SMART_HOME": environment}
    shown = subprocess.check_output([sys.executable, "-c", asked], cwd=ROOT, env=named, text=True)
    assert shown.split()[0] == home


@pytest.mark.parametrize(
    "deed",
    [
        "pupils list",
        "pupils import",
        "pupils export",
        "pupils erase",
        "progress export",
        "pin reset",
    ],
)
def test_a_deed_takes_the_data_folder_too_and_leaves_it_where_it_names_none(deed: str) -> None:
    name, word = deed.split()
    command = commands.find(name)
    assert command is not None
    parser = ArgumentParser()
    commands.take_home(parser, Path("before"))
    command.add_arguments(parser)
    rest = {"import": ["list.csv"], "export": ["1"], "erase": ["1"]}.get(word, [])
    rest = rest if name == "pupils" else []
    assert parser.parse_args([word, *rest]).home == Path("before")
    assert parser.parse_args([word, *rest, "--home", "behind"]).home == Path("behind")


@pytest.mark.parametrize(
    "words",
    [
        ["nosuch"],
        ["../echo"],
        ["os.path"],
        ["__init__"],
        ["__main__"],
        ["_hidden"],
        ["echo", "a", "b"],
        ["gallery"],
        ["gallery", "out", "--size", "banana"],
        ["gallery", "out", "--size", "1366x768", "banana"],
        ["gallery", "out", "--theme", "banana"],
        ["gallery", "out", "--text", "17"],
        ["gallery", "out", "--text", "large"],
        ["--idle", "0"],
        ["--idle", "-5"],
        ["--idle", "86401"],
        ["--idle", "soon"],
        ["--window", "99999x99999"],
        ["--window", "100x100"],
        ["--window", "1366"],
        ["kiosk", "--window", "banana"],
    ],
)
def test_a_wrong_call_ends_with_code_2_and_a_word_of_help(
    call: Call, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call(*words)
    assert ended.value.code == 2
    assert "be-smart" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1366x768", (1366, 768)),
        ("768x1366", (768, 1366)),
        ("240x320", (240, 320)),
        ("4320x7680", (4320, 7680)),
    ],
)
def test_a_size_that_a_screen_may_have_is_read(text: str, size: tuple[int, int]) -> None:
    assert commands.window_size(text) == size


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("320x239", "too small; at least 320x240"),
        ("300x300", "too small; at least 320x240"),
        ("7681x768", "too large; at most 7680x4320"),
        ("4321x4321", "too large; at most 7680x4320"),
        ("1366 x 768", "no size; write it like 1366x768"),
        ("\N{ARABIC-INDIC DIGIT ONE}366x768", "no size; write it like 1366x768"),
    ],
)
def test_a_size_that_none_has_is_told_with_what_would_do(text: str, told: str) -> None:
    with pytest.raises(ArgumentTypeError, match=told):
        commands.window_size(text)


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_lists_every_command_the_kiosk_first(
    call: Call, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    assert call(word) == 0
    shown = capsys.readouterr().out
    assert "say what it was given" in shown
    assert "Exit codes: 0 fine, 1 problems found, 2 wrong call." in shown
    table = shown.partition("commands:\n")[2].partition("\n\n")[0]
    listed = [line.split()[0] for line in table.splitlines()]
    assert listed == commands.names()
    assert listed[0] == "kiosk"


def test_the_version_is_said(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--version") == 0
    assert capsys.readouterr().out == f"be-smart {__version__}\n"


def test_help_of_one_command_explains_its_words(
    call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call("echo", "--help")
    assert ended.value.code == 0
    assert "--loud" in capsys.readouterr().out


@pytest.mark.parametrize("name", commands.names())
def test_every_command_found_is_whole(name: str) -> None:
    command = commands.find(name)
    assert command is not None
    assert command.HELP
    assert "\n" not in command.HELP
    assert callable(command.run)
    parser = ArgumentParser(name)
    command.add_arguments(parser)
    assert name in parser.format_help()


def test_help_loads_no_qt() -> None:
    asked = "import sys; from app.__main__ import main; main(['--help']); print(*sys.modules)"
    shown = subprocess.check_output([sys.executable, "-c", asked], cwd=ROOT, text=True)
    assert "commands:" in shown
    assert "PySide6" not in shown.splitlines()[-1]
