"""``be-smart pin reset``: a new staff PIN, made by whoever may run commands on this PC."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from app.commands import FINE, PROBLEMS, WRONG_CALL, take_home
from app.domain.ports import StoreFault

if TYPE_CHECKING:
    from app.domain.pin import PinRecord

HELP = "make a new staff PIN for the kiosk's menu"


class NoPin(ValueError):
    """No new PIN was given; the text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the one deed."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    reset = deeds.add_parser(
        "reset",
        help="make a new PIN and forget all wrong tries",
        description="Makes a new PIN for the kiosk's menu and forgets all wrong tries. Who may run"
        " this command is decided by the accounts of this PC alone: whoever may write in the data"
        " folder may run it, so keep pupils' accounts out of that folder. Close the kiosk first.",
    )
    reset.add_argument(
        "--stdin", action="store_true", help="read the PIN from standard input, one line"
    )
    take_home(reset)


def run(args: argparse.Namespace) -> int:
    """Ask for a PIN and keep it; return 0, 1 where it was not kept, 2 for a wrong call."""
    from app.store.cabinet import held
    from app.store.home import find_home
    from app.store.kiosk import KioskFile

    if not (args.stdin or sys.stdin.isatty()):
        print("there is no keyboard to ask; use --stdin", file=sys.stderr)
        return WRONG_CALL
    try:
        with held(find_home(args.home)) as cabinet:
            record = _record(_from_stdin() if args.stdin else _asked())
            KioskFile(cabinet).keep_pin(record)
    except (StoreFault, NoPin) as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    print("The new PIN is kept.")
    return FINE


def _asked() -> str:
    """Return the PIN typed twice, without an echo."""
    pin = getpass.getpass("New PIN (nothing is shown while you type): ")
    if getpass.getpass("The same again: ") != pin:
        raise NoPin("the two PINs differ; nothing was changed")
    return pin


def _from_stdin() -> str:
    return sys.stdin.readline().rstrip("\r\n")


def _record(pin: str) -> PinRecord:
    from app.domain.pin import PinRecord
    from app.staff.pin import WeakPin, hashed

    try:
        return PinRecord(hashed(pin))
    except WeakPin as weak:
        raise NoPin(f"{weak}; nothing was changed") from weak
