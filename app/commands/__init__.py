"""Finds the command that was asked for, one file a command, and runs it.

A file ``app/commands/<name>.py`` is the command ``<name>`` and holds what ``Command`` says; there
is no list to add it to. ``--help`` loads them all, so each imports what is heavy inside ``run``.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from app import __version__

if TYPE_CHECKING:
    from app.domain.ports import Pulse

FINE, PROBLEMS, WRONG_CALL = 0, 1, 2
DEFAULT = "kiosk"
PROGRAM = "be-smart"
LEAST_SIZE, MOST_SIZE = (320, 240), (7680, 4320)
"""Logical pixels a window may have, either way up: from a small phone's to an 8K screen's."""


class Command(Protocol):
    """What a file in this folder holds to be a command."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own words (``--home`` is there already)."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return FINE or PROBLEMS; ``args`` has ``home`` (Path or None) and ``pulse``."""


def dispatch(home: str | None, words: list[str], pulse: Pulse) -> int:
    """Run the command these words ask for; a wrong call ends the process with code 2.

    ``home`` is what stood before the command as ``--home DIR``.
    """
    if words[:1] in (["-h"], ["--help"], ["--version"]):
        return _overview(words[0])
    if words and not words[0].startswith("-"):
        name, own_words = words[0], words[1:]
    else:
        name, own_words = DEFAULT, words
    command = find(name)
    if command is None:
        _parser_of_all().error(f"there is no command '{name}'; --help lists them all")
    args = _parser_of(name, command, home).parse_args(own_words)
    args.pulse = pulse
    return command.run(args)


def find(name: str) -> Command | None:
    """Return the command of that name, or None."""
    module = f"{__name__}.{name}"
    if not name.isidentifier() or name.startswith("_") or importlib.util.find_spec(module) is None:
        return None
    return cast("Command", importlib.import_module(module))


def names() -> list[str]:
    """Return the names of all commands, the one that runs without a word first."""
    from pkgutil import iter_modules  # here: the kiosk is found by its name, and waits for nobody

    found = [entry.name for entry in iter_modules(__path__)]
    return sorted(found, key=lambda name: (name != DEFAULT, name))


def _parser_of(name: str, command: Command, home: str | None) -> argparse.ArgumentParser:
    """Return the parser of one command; the environment may name the data folder."""
    named = home or os.environ.get("BE_SMART_HOME") or None
    parser = argparse.ArgumentParser(f"{PROGRAM} {name}", description=command.HELP)
    take_home(parser, Path(named) if named else None)
    command.add_arguments(parser)
    return parser


def take_home(parser: argparse.ArgumentParser, default: object = argparse.SUPPRESS) -> None:
    """Let a parser take ``--home``; that of a deed without a default leaves what stood before."""
    parser.add_argument(
        "--home",
        metavar="DIR",
        type=Path,
        default=default,
        help="the data folder (also: BE_SMART_HOME)",
    )


def window_size(text: str) -> tuple[int, int]:
    """Read a size such as "1366x768"; raise ``ArgumentTypeError`` for what no screen has."""
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text, re.ASCII)
    if found is None:
        raise argparse.ArgumentTypeError(f"'{text}' is no size; write it like 1366x768")
    width, height = int(found[1]), int(found[2])
    short, long = sorted((width, height))
    if short < LEAST_SIZE[1] or long < LEAST_SIZE[0]:
        raise argparse.ArgumentTypeError(f"{text} is too small; at least {_size(LEAST_SIZE)}")
    if short > MOST_SIZE[1] or long > MOST_SIZE[0]:
        raise argparse.ArgumentTypeError(f"{text} is too large; at most {_size(MOST_SIZE)}")
    return width, height


def _size(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _overview(word: str) -> int:
    """Print what was asked about the program as a whole."""
    if word == "--version":
        print(f"{PROGRAM} {__version__}")
    else:
        _parser_of_all().print_help()
    return FINE


def _parser_of_all() -> argparse.ArgumentParser:
    """Return the parser that explains the whole command line."""
    lines = [f"  {name:<10} {_help_of(name)}" for name in names()]
    return argparse.ArgumentParser(
        PROGRAM,
        usage=f"{PROGRAM} [--home DIR] [COMMAND] [WORDS ...]      (also: python -m app ...)",
        description="Be SMART: primary pupils live through the five SMART rules for being online.",
        epilog="\n".join(
            [
                "commands:",
                *lines,
                "",
                f"'{PROGRAM} COMMAND --help' explains one. Without a command the kiosk starts.",
                "--home DIR, or BE_SMART_HOME, names the data folder. --unwatched starts the kiosk",
                "without the process that starts it again when it crashes or hangs.",
                "Exit codes: 0 fine, 1 problems found, 2 wrong call.",
            ]
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _help_of(name: str) -> str:
    """Return a command's line in the overview."""
    command = find(name)
    return command.HELP if command else ""
