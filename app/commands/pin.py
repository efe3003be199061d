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
    from app.store.cabinet import Cabinet

HELP = "make a new staff PIN for the kiosk's menu"


class NoPin(ValueError):
    """No new PIN was given; the text says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the one deed."""
    deeds = parser.add_subparsers(dest="deed", metavar="DEED", required=True)
    reset = deeds.add_parser(
        "reset",
        help="make a new PIN and forget all wrong tries",
        description="Makes a new PIN for the kiosk's menu and forgets all wrong tries. Until"
        " Tell is set up, who may run this command is decided by the accounts of this PC alone:"
        " whoever may write in the data folder, so keep pupils' accounts out of that folder."
        " Afterwards a passphrase of somebody on the list of readers is asked as well. Close the"
        " kiosk first.",
    )
    reset.add_argument(
        "--stdin",
        action="store_true",
        help="read from standard input, a line each: a passphrase once Tell is set up, the PIN",
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
            _let_in(cabinet, by_line=args.stdin)
            record = _record(_from_stdin() if args.stdin else _asked())
            KioskFile(cabinet).keep_pin(record)
    except (StoreFault, NoPin) as fault:
        print(fault, file=sys.stderr)
        return PROBLEMS
    print("The new PIN is kept.")
    return FINE


def _let_in(cabinet: Cabinet, *, by_line: bool) -> None:
    """Ask for somebody's passphrase where there are any; raise ``NoPin`` for a wrong one.

    A forgotten one is no trap: the kiosk's sign-in page takes the words on paper without a PIN.
    """
    from app.store.clock import SystemClock
    from app.store.vault import FolderVault
    from app.tell.desk import Desk
    from app.tell.rosterfile import RosterFile

    vault = FolderVault(cabinet, cabinet.home.tell)
    lists = RosterFile(vault)
    listing = lists.listing()
    people = [one for one in listing.roster.people if one.enrolled] if listing is not None else []
    if not people:
        return
    asks = "A passphrase of somebody who reads Tells (nothing is shown while you type): "
    passphrase = _from_stdin() if by_line else getpass.getpass(asks)
    desk = Desk(vault, SystemClock(), lists)
    if all(desk.unlock(one.id, passphrase) is None for one in people):
        raise NoPin("that is nobody's passphrase; nothing was changed")


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
