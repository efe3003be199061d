"""``be-smart gallery OUT``: draws every page in every state to PNG files, without a screen."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.bootstrap.tour import Stop, Tour
    from app.domain.looks import Looks

HELP = "draw every page in every state, size and theme to PNG files"

SIZES = ("1024x768", "1366x768", "1920x1080", "768x1366")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's own words."""
    parser.add_argument("out", metavar="OUT", type=Path, help="the folder for the pictures")
    parser.add_argument(
        "--size", metavar="WxH", nargs="+", default=SIZES, help=f"sizes ({', '.join(SIZES)})"
    )
    parser.add_argument("--theme", nargs="+", default=["all"], help="themes, or 'all'")
    parser.add_argument("--text", type=int, nargs="+", default=[100], help="text sizes in per cent")
    parser.add_argument(
        "--only", metavar="WORDS", default="", help="only pages whose name has this"
    )


def run(args: argparse.Namespace) -> int:
    """Draw the pictures and say how many."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from app.bootstrap.tour import tour

    application = QApplication.instance() or QApplication(["be-smart"])
    drawn = 0
    for size in args.size:
        for looks in _looks(args.theme, args.text):
            with tour() as guide:
                folder = args.out / f"{size}-{looks.theme}-{looks.text_size}"
                folder.mkdir(parents=True, exist_ok=True)
                drawn += _draw(guide, (size, looks), folder, args.only)
    print(f"{drawn} pictures in {args.out}")
    del application
    return 0


def _draw(guide: Tour, wanted: tuple[str, Looks], folder: Path, only: str) -> int:
    size, looks = wanted
    width, height = (int(side) for side in size.split("x"))
    guide.open((width, height))
    drawn = 0
    for stop in _stops(guide, looks, folder):
        if only in stop.name:
            drawn += 1
            guide.window.grab().save(str(folder / f"{drawn:03} {_file_name(stop.name)}.png"))
            if drawn % 20 == 0:
                sys.stderr.write(f"{size} {looks.theme} {looks.text_size} %: {drawn} pictures\n")
    return drawn


def _stops(guide: Tour, looks: Looks, folder: Path) -> Iterator[Stop]:
    from app.domain.smart import Band

    guide.look(looks)
    yield from guide.signed_out()
    library = guide.desk.services.library
    for band in Band:
        guide.sign_in(band)
        guide.look(looks)
        yield from guide.around(band)
    for lesson in library.lessons():
        yield from guide.lesson(lesson)
    for quiz in library.quizzes():
        yield from guide.quiz(quiz)
    yield from guide.staff(folder)


def _looks(themes: list[str], sizes: list[int]) -> Iterator[Looks]:
    from app.domain.looks import Looks, Theme

    wanted = list(Theme) if themes == ["all"] else [Theme(name) for name in themes]
    for theme in wanted:
        for size in sizes:
            yield Looks(text_size=size, theme=theme, still=True)


def _file_name(words: str) -> str:
    return re.sub(r"[^\w .-]", "-", words)
