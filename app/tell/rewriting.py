"""Reading all that somebody can read, and writing it anew for the list in force; kept when done.

``rewritten/<person>`` holds the version of the list for which somebody has done so, in digits. It
is nobody's secret: each holder does it for each list, whatever they can read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.override import override
from app.domain.tell import desk as port
from app.domain.tell.changes import written_for
from app.domain.tell.desk import Hand
from app.domain.tell.joining import NOBODY, Ground
from app.domain.tell.lists import Listing
from app.domain.tell.people import ESCROW, PersonId
from app.domain.tell.routing import Routes
from app.domain.tell.vault import Vault
from app.tell.desk import Desk
from app.tell.erasing import Me
from app.tell.joining import Joining
from app.tell.keys import Holder, escrow, holder
from app.tell.reading import Reading

READ_AT_ONCE = 20
"""So many entries are read in the time in which one Tell is written."""


class Rewriting(port.Rewriting):
    """The first half is reading, the second is writing."""

    def __init__(self, desk: Desk, me: Me, ground: Ground, finish: Callable[[], None]) -> None:
        """``finish`` keeps that it is done."""
        self._desk = desk
        self._me = me
        self._ground = ground
        self._finish = finish
        self._joining: Joining | None = None

    @property
    @override
    def share(self) -> float:
        if self._joining is None:
            return self._me.reading.read / max(1, self._me.reading.total) / 2
        return (1 + self._joining.done / max(1, self._joining.total)) / 2

    @override
    def step(self, pieces: int) -> bool:
        if self._joining is None:
            if not self._me.reading.step(READ_AT_ONCE * pieces):
                self._joining = Joining(self._desk, self._me, self._ground)
            return True
        if self._joining.step(pieces):
            return True
        self._finish()
        return False


def rewriting(
    vault: Vault, desk: Desk, history: Sequence[Listing], hand: Hand, routes: Routes
) -> Rewriting | None:
    """Return what somebody has to write anew, None where they have done it."""
    due = history[-1].roster.version if history else 0
    if hand.former is None and hand.person != ESCROW:
        due = written_for(history, hand.person)
    kept = vault.read(_mark(hand.person)) or b"0"
    if due <= (int(kept) if kept.isdigit() else 0):
        return None
    keys = _keys(hand)
    former = holder(hand.former) if hand.former is not None else keys
    me = Me(hand.person, keys, Reading(vault, history, former.box_secret))
    also = frozenset({hand.person}) if hand.former is not None else NOBODY
    ground = Ground(history[-1].roster, routes, hand.person, also)
    return Rewriting(desk, me, ground, partial(_done, vault, desk, hand.person, due))


def _keys(hand: Hand) -> Holder:
    return escrow(hand.seed) if hand.person == ESCROW else holder(hand.seed)


def _mark(person: PersonId) -> str:
    return f"rewritten/{person}"


def _done(vault: Vault, desk: Desk, person: PersonId, version: int) -> None:
    # The key first: were it kept as done before, a cut between would leave the old key in place.
    desk.take_next_key(person)
    vault.write({_mark(person): str(version).encode()})
