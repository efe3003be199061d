"""Reads the command line and hands over: to the supervisor for the kiosk, else to a command.

The way to the kiosk imports next to nothing, because a child waits for it.
"""

from __future__ import annotations

import sys

CRASHED = 70
SUPERVISED = "--supervised"
UNWATCHED = "--unwatched"


def main(words: list[str] | None = None) -> int:
    """Run what the command line asks for; return 0 fine, 1 problems found, 2 wrong call."""
    words = sys.argv[1:] if words is None else words
    home, rest = split_home([word for word in words if word not in {SUPERVISED, UNWATCHED}])
    if is_kiosk(rest) and not {SUPERVISED, UNWATCHED} & set(words):
        from app.supervisor.watch import keep_running

        return keep_running(["-m", "app", SUPERVISED, *words])
    return run_command(home, rest, supervised=SUPERVISED in words)


def split_home(words: list[str]) -> tuple[str | None, list[str]]:
    """Take a leading ``--home DIR`` off; return it (None without one) and what is left."""
    if words[:1] == ["--home"] and len(words) > 1:
        return words[1], words[2:]
    if words and words[0].startswith("--home="):
        return words[0].removeprefix("--home="), words[1:]
    return None, words


def is_kiosk(words: list[str]) -> bool:
    """Say whether these words start the kiosk, and are no call for help."""
    if {"-h", "--help", "--version"} & set(words):
        return False
    return not words or words[0] == "kiosk" or words[0].startswith("-")


def run_command(home: str | None, words: list[str], *, supervised: bool) -> int:
    """Run one command here; a fault nobody foresaw shows its trace and counts as a crash."""
    from app import commands
    from app.bootstrap.output import outlasting_the_reader
    from app.supervisor.heartbeat import Pulse

    try:
        pulse = Pulse.to_supervisor() if supervised else Pulse()
        with outlasting_the_reader():
            code = commands.dispatch(home, words, pulse)
    except Exception:  # noqa: BLE001 - the last door: the supervisor must see a crash, not code 1
        sys.excepthook(*sys.exc_info())
        return CRASHED
    return code


if __name__ == "__main__":
    sys.exit(main())
