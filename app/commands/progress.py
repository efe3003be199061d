"""The command ``progress``: hands out what all pupils did, for a spreadsheet or another program."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS, take_home
from app.domain.ports import StoreFault

if TYPE_CHECKING:
    from app.domain.school import Pupil, School
    from app.store.cabinet import Cabinet

HELP = "print what all pupils did"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""

WHO = ("pupil", "first name", "initial", "class", "year", "left")
WHAT = (
    *("id", "kiosk", "number", "at", "run", "content", "version", "act", "place", "step"),
    *("answer", "how sure", "right", "wrong ideas", "asked", "said"),
)
"""The headings of the table, as ``schoolwork.attempt_as_table`` has them."""

Cells = dict[str, object]
Told = tuple[Cells, list[Cells]]
"""A pupil, and what they did."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the one deed."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    export = deeds.add_parser(
        "export",
        help="print every attempt of every pupil, leavers too",
        description="Prints every attempt of every pupil, leavers too, to standard output in"
        " UTF-8. It holds names: keep the file as safe as the class lists. The kiosk may run on.",
    )
    take_home(export)
    form = export.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="one line an attempt (the default)")
    form.add_argument("--json", action="store_true", help="one object a pupil")


def run(args: argparse.Namespace) -> int:
    """Print; return 1 where something could not be read, which is named on standard error."""
    from app.store.home import find_home
    from app.store.schoolfile import shown_school

    if isinstance(sys.stdout, io.TextIOWrapper):
        # The same bytes on every system, so that a school's PCs agree.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        cabinet, school = shown_school(find_home(args.home, make=False))
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    faults: list[str] = []
    told = _told(school, cabinet, faults)
    print(_as_json(told) if args.json else _as_csv(told), end="")
    for text in [*faults, *map(str, cabinet.problems)]:
        print(text, file=sys.stderr)
    return PROBLEMS if faults or cabinet.problems else FINE


def _told(school: School, cabinet: Cabinet, faults: list[str]) -> Iterator[Told]:
    """Yield each pupil with all attempts; who cannot be read is left out and told in ``faults``."""
    from app.domain.schoolwork import attempt_as_table
    from app.store.progress import ProgressFiles

    store = ProgressFiles(cabinet)
    for pupil in school.pupils:
        try:
            attempts = store.attempts(pupil.id)
        except StoreFault as fault:
            faults.append(str(fault))
        else:
            yield _who(school, pupil), [attempt_as_table(one) for one in attempts]


def _who(school: School, pupil: Pupil) -> Cells:
    home = school.school_class(pupil.class_id)
    name = home.name if home else ""
    values = (pupil.id, pupil.first_name, pupil.initial, name, pupil.year, pupil.left)
    return dict(zip(WHO, values, strict=True))


def _as_json(pupils: Iterator[Told]) -> str:
    told = [{**who, "attempts": attempts} for who, attempts in pupils]
    return f"{json.dumps(told, ensure_ascii=False, indent=2)}\n"


def _as_csv(pupils: Iterator[Told]) -> str:
    """Return a table with a mark at its head by which spreadsheets know that it is UTF-8."""
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow((*WHO, *WHAT))
    for who, attempts in pupils:
        for attempt in attempts:
            row = who | attempt
            lines.writerow(_cell(row[heading]) for heading in (*WHO, *WHAT))
    return f"\ufeff{text.getvalue()}"


def _cell(value: object) -> str:
    """Return a value as a cell; what would run as a formula gets an apostrophe before it."""
    if isinstance(value, list):
        return _cell("; ".join(map(str, value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else str(value)
