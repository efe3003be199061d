"""``be-smart gallery OUT``: draws every page in every state to PNG files, without a screen."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS, window_size
from app.domain.looks import TEXT_SIZES, Looks, Theme

if TYPE_CHECKING:
    from app.bootstrap.tour import Stop, Tour

HELP = "draw every page in every state, size and theme to PNG files"

SIZES = ((1024, 768), (1366, 768), (1920, 1080), (768, 1366))
USUAL = (1366, 768)
ALL = "all"
ABOUT = (
    "Draws every page in every state to PNG files, without a screen: in four sizes as paper, and in"
    " every theme at 1366x768. That takes some minutes. With --size, --theme or --text, only those."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's own words."""
    parser.description = ABOUT
    themes = [ALL, *(theme.value for theme in Theme)]
    parser.add_argument("out", metavar="OUT", type=Path, help="the folder for the pictures")
    parser.add_argument(
        "--size", metavar="WxH", nargs="+", type=window_size, help="sizes in logical pixels"
    )
    parser.add_argument(
        "--theme", metavar="THEME", nargs="+", choices=themes, help=f"of: {', '.join(themes)}"
    )
    parser.add_argument(
        "--text", metavar="SIZE", nargs="+", type=int, choices=TEXT_SIZES, help="letters, per cent"
    )
    parser.add_argument(
        "--only",
        metavar="WORDS",
        default="",
        help="only states with these words in their name, as the pictures' files have it",
    )


def run(args: argparse.Namespace) -> int:
    """Draw the pictures and say how many."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.tour import tour

    application = QApplication.instance() or QApplication(["be-smart"])
    drawn = 0
    try:
        for size, looks in _sets(args):
            with tour() as guide:
                drawn += _draw(guide, size, looks, _folder(args.out, size, looks), args.only)
    except OSError as fault:
        print(f"{args.out}: {fault.strerror}; choose another folder", file=sys.stderr)
        return PROBLEMS
    print(f"{drawn} pictures in {args.out}")
    del application
    return FINE


def _sets(args: argparse.Namespace) -> list[tuple[tuple[int, int], Looks]]:
    """Return which sizes are drawn in which looks."""
    if not (args.size or args.theme or args.text):
        pairs = [(size, Theme.PAPER, 100) for size in SIZES]
        pairs += [(USUAL, theme, 100) for theme in Theme if theme is not Theme.PAPER]
    else:
        themes = list(Theme) if ALL in (args.theme or []) else args.theme or [Theme.PAPER]
        pairs = list(product(args.size or SIZES, map(Theme, themes), args.text or [100]))
    return [(size, Looks(text_size=text, theme=theme, still=True)) for size, theme, text in pairs]


def _folder(out: Path, size: tuple[int, int], looks: Looks) -> Path:
    folder = out / f"{size[0]}x{size[1]}-{looks.theme}-{looks.text_size}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _draw(guide: Tour, size: tuple[int, int], looks: Looks, folder: Path, only: str) -> int:
    guide.open(size)
    drawn = 0
    for stop in _stops(guide, looks, only):
        if only in stop.name:
            drawn += 1
            guide.window.grab().save(str(folder / f"{drawn:03} {_file_name(stop.name)}.png"))
            if drawn % 20 == 0:
                sys.stderr.write(f"{folder.name}: {drawn} pictures\n")
    return drawn


def _stops(guide: Tour, looks: Looks, only: str) -> Iterator[Stop]:
    from app.bootstrap.tour_staff import grown_ups
    from app.domain.smart import Band

    guide.look(looks)
    yield from guide.signed_out()
    library = guide.desk.services.library
    for band in Band:
        guide.sign_in(band)
        guide.look(looks)
        yield from guide.around(band)
        for lesson in library.lessons():
            if lesson.band is band:
                yield from guide.lesson(lesson, only)
        for quiz in library.quizzes():
            if quiz.band is band:
                yield from guide.quiz(quiz, only)
    with TemporaryDirectory(prefix="be-smart-list-") as folder:
        yield from guide.staff(Path(folder))
        yield from grown_ups(guide, Path(folder))


def _file_name(words: str) -> str:
    return re.sub(r"[^\w .-]", "-", words)
