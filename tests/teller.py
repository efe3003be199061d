"""A process that tells through the program's own journal, and is killed while it does.

``python -m tests.teller`` works as ``tests.recorder`` does.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

import filelock

from app.domain.override import override
from app.domain.tell.records import TellId
from app.domain.tell.routing import first_circle
from app.store.cabinet import held
from app.store.clock import SystemClock
from app.store.home import Home
from app.store.vault import FolderVault
from app.tell.journal import KioskJournal
from tests.recorder import Notes, say, serve
from tests.tells import (
    ROSTER,
    ROUTES,
    SAID,
    Broken,
    View,
    addressed,
    detail,
    first,
    named_files,
    private_key,
    views,
)

LOADED = (filelock,)
"""Imported before the fork, so that a child is telling within milliseconds."""


def tell_on(home: Home) -> None:
    """Tell one Tell after another until killed; say each tap that was kept."""
    with held(home) as cabinet:
        journal = KioskJournal(FolderVault(cabinet, home.tell), SystemClock())
        journal.ready()
        circle = first_circle(ROSTER, ROUTES, None)
        for number in range(10_000):
            tell = TellId(secrets.token_hex(8))
            journal.first(replace(first(1), tell=tell), circle, addressed([]))
            say(f"kept {tell} 0")
            journal.settle()
            for count in range(1, number % (len(SAID) + 1) + 1):
                tap = replace(detail(1, SAID[count - 1]), tell=tell)
                journal.add(tap, addressed(SAID[:count]))
                say(f"kept {tell} {count}")
                journal.settle()
            journal.end(tell)
            journal.settle()


@dataclass
class TellLedger(Notes):
    """What was acknowledged in one folder: of each Tell how many taps after the first press.

    ``opened`` is how many side files were looked into by now.
    """

    kept: dict[TellId, int] = field(default_factory=dict)
    opened: int = 0
    found: dict[TellId, View] = field(default_factory=dict)

    @override
    def note(self, line: str) -> None:
        _, tell, count = line.split()
        self.kept[TellId(tell)] = int(count)


@dataclass(frozen=True)
class TellFinding:
    """What a folder holds after a kill, compared with what was acknowledged."""

    lost: int
    unreadable: int

    @property
    def sound(self) -> bool:
        """Whether nothing is amiss."""
        return (self.lost, self.unreadable) == (0, 0)


def examine(home: Home, ledger: TellLedger) -> TellFinding:
    """Open a folder as the program does; read what is new with the key on paper, look for all."""
    with held(home) as cabinet:
        vault = FolderVault(cabinet, home.tell)
        KioskJournal(vault, SystemClock()).ready()
        try:
            files = named_files(vault)
            new = views(files[ledger.opened :], private_key("escrow"))
        except Broken:
            return TellFinding(0, 1)
    ledger.opened = len(files)
    halved = len(ledger.found.keys() & new.keys()) + sum(not _is_whole(one) for one in new.values())
    ledger.found |= new
    lost = sum(_lacks(ledger.found.get(tell), count) for tell, count in ledger.kept.items())
    return TellFinding(lost, halved)


def _is_whole(view: View) -> bool:
    said = tuple(view.taps)
    files = (len(view.firsts), len(view.letters), len(view.notices))
    return files == (1, 2, 1) and said == SAID[: len(said)]


def _lacks(view: View | None, count: int) -> bool:
    return view is None or len(view.taps) < count


if __name__ == "__main__":
    serve(tell_on)
