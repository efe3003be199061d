"""The command ``check``: reads all content as the kiosk does, and prints every problem."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS

if TYPE_CHECKING:
    from app.content.inspection import Depth, Report
    from app.content.shelf import Finds

HELP = "check lessons, quizzes and the safeguarding policy, and print every problem found"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the folder and how deep to look."""
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        help="a lesson, a lessons, a quizzes or a data folder, or one file; else all that ships",
    )
    parser.add_argument(
        "--complete", action="store_true", help="also want a lesson and a quiz in every cell"
    )
    parser.add_argument(
        "--words", action="store_true", help="also read the language (needs the extra 'words')"
    )


def run(args: argparse.Namespace) -> int:
    """Check, print, and return 1 where there is any problem."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from app.content.inspection import Depth
    from app.content.reading import Unreadable

    # Pictures are drawn and texts measured, without a screen.
    drawing = QGuiApplication.instance() or QGuiApplication(["be-smart"])
    depth = Depth(args.complete, args.words)
    try:
        report = report_on(args.folder, depth) if args.folder else report_on_all(args.home, depth)
    except Unreadable as fault:
        print(fault)
        return PROBLEMS
    for problem in report.problems:
        print(problem)
    print(_summary(report))
    del drawing
    return PROBLEMS if report.problems else FINE


def report_on(folder: Path, depth: Depth) -> Report:
    """Return the report on one folder or file; its ids must not be those of what ships."""
    from app.bootstrap.shelves import author_tools
    from app.content.inspection import inspect
    from app.content.search import search
    from app.content.shelf import Shelf
    from app.kit.folder import shipped

    finds = search(folder)
    ships = _without(Shelf(shipped()).finds(), finds)
    return inspect(finds, author_tools(), depth, taken=ships)


def report_on_all(home: Path | None, depth: Depth) -> Report:
    """Return the report on what ships and, in a data folder, the school's own."""
    from app.bootstrap.shelves import author_tools
    from app.content.inspection import inspect
    from app.content.shelf import Shelf
    from app.kit.folder import shipped

    finds = Shelf(shipped()).finds()
    if home is not None:
        finds.add(Shelf(home, home.as_posix()).finds())
    return inspect(finds, author_tools(), depth)


def _without(ships: Finds, finds: Finds) -> Finds:
    """Return what ships without what is being checked, so that no file is a double of itself."""
    from app.content.shelf import Finds

    here = {one.path.resolve() for one in (*finds.lessons, *finds.quizzes, *finds.cards)}
    return Finds(
        [one for one in ships.lessons if one.path.resolve() not in here],
        [one for one in ships.quizzes if one.path.resolve() not in here],
        [one for one in ships.cards if one.path.resolve() not in here],
    )


def _summary(report: Report) -> str:
    lessons, quizzes = _counted(report.lessons, "lesson"), _counted(report.quizzes, "quiz", "zes")
    found = _counted(len(report.problems), "problem") if report.problems else "no problems"
    return f"{found} in {lessons}, {quizzes}"


def _counted(number: int, word: str, ending: str = "s") -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}{ending}"
