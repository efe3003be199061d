"""``be-smart``: the kiosk itself, in a process that a supervisor watches."""

from __future__ import annotations

import argparse
import gc
import sys

from app.commands import PROBLEMS, window_size

DAY = 24 * 60 * 60
HELP = "start the kiosk (this is what happens without a command)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the kiosk's own words."""
    parser.add_argument(
        "--window",
        metavar="WxH",
        type=window_size,
        help="show a plain window of this size instead of covering the screen, e.g. 1366x768",
    )
    parser.add_argument(
        "--idle",
        metavar="SECONDS",
        type=_seconds,
        default=180,
        help="ask 'are you still there?' after so long without a touch (default: 180)",
    )


def run(args: argparse.Namespace) -> int:
    """Run the kiosk until staff leave it."""
    from app.bootstrap import display

    fault = display.fault()
    if fault:
        sys.stderr.write(f"{fault}\n")
        return PROBLEMS
    # Nearly all that is made while the kiosk starts stays; looking for rubbish in it again and
    # again takes a twentieth of the time. Later it is looked for on the thread of the pages only.
    gc.disable()
    from app.bootstrap.kiosk import Options
    from app.bootstrap.kiosk import run as run_kiosk

    return run_kiosk(Options(args.home, args.window, args.idle), args.pulse)


def _seconds(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= DAY:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of seconds from 1 to {DAY}")
    return int(text)
