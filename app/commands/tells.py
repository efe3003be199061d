"""``be-smart tells verify``: whether the record of what children told is as it was written."""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS, take_home
from app.domain.ports import StoreFault

if TYPE_CHECKING:
    from pathlib import Path

    from app.store.home import Home
    from app.tell.verify import Report

HELP = "check the record of what children told"
AT_ONCE = 500
"""Entries between two signs of life."""
LONG = 2_000
"""Entries from which on a check takes long enough to show how far it is."""
MOST = 200
"""Faults that are printed after the first of each chain: the rest mostly follows from it."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the one deed."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    verify = deeds.add_parser(
        "verify",
        help="look for anything changed, taken out or put in",
        description="Checks every entry and every file of the record of Tells, without any"
        " passphrase: it opens nothing, changes nothing, and Be SMART may run on. Give it the"
        " heads from printed pages or digests, so that an end that was cut off is found.",
    )
    verify.add_argument(
        "--anchor",
        metavar="HASH",
        type=_anchor,
        action="append",
        default=[],
        help="a head of the record from paper or a digest; the first 16 digits are enough",
    )
    take_home(verify)


def run(args: argparse.Namespace) -> int:
    """Check; return 0 where the record is sound, 1 where it is not, is none, or cannot be read."""
    try:
        home = _home(args.home)
        report = _checked(home, args.anchor)
    except StoreFault as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    if not report.heads and report.sound:
        # Not "as it was written": perhaps the folder is another one, or the record is gone.
        print(f"There is no record of Tells in {home.tell}; is that the folder? See --home.")
        return PROBLEMS
    for note in report.notes:
        print(f"Note: {note}")
    _print_breaks(report)
    print(f"{report.entries} entries and {report.files} files were checked.")
    for file, head in report.heads.items():
        print(f"Head of {file}: {head}")
    print("The record is as it was written." if report.sound else "THE RECORD WAS CHANGED.")
    return FINE if report.sound else PROBLEMS


def _home(chosen: Path | None) -> Home:
    from app.store.home import find_home

    return find_home(chosen, make=False)


def _checked(home: Home, anchors: list[str]) -> Report:
    from app.store.cabinet import Cabinet
    from app.store.vault import FolderVault
    from app.tell.verify import Verification

    verification = Verification(FolderVault(Cabinet(home), home.tell), anchors)
    while verification.step(AT_ONCE):
        if verification.total >= LONG:
            done = f"{verification.report.entries} of {verification.total} entries"
            print(f"\r{done}", end="", file=sys.stderr, flush=True)
    if verification.total >= LONG:
        print(file=sys.stderr)
    return verification.report


def _print_breaks(report: Report) -> None:
    for one in report.firsts():
        print(f"First fault of {one.file}: {one.where}: {one.fault}")
    rest = report.rest()
    if rest:
        print("What else is not as it was written; it may follow from the first faults:")
    for one in rest[:MOST]:
        print(f"  {one.file}: {one.where}: {one.fault.partition(';')[0]}")
    if len(rest) > MOST:
        print(f"  and {len(rest) - MOST} more")


def _anchor(text: str) -> str:
    """Read a hash as it stands on paper; raise ``ArgumentTypeError``."""
    found = re.sub(r"[\s-]", "", text).lower()
    if not re.fullmatch(r"[0-9a-f]{16,64}", found):
        raise argparse.ArgumentTypeError(
            f"'{text}' is no head of a record; copy at least its first 16 digits (0-9, a-f)"
        )
    return found
