"""A kiosk whose record is real, on a disk in memory: children tell, and staff sign in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.content.policy_in_force import policy_in_force
from app.domain.tell.desk import Seed
from app.domain.tell.taps import Tap
from app.flow.staffroom import Signed
from app.tell.staffdesk import StaffDesk
from tests import staffroom as records
from tests.lessonbook import ROOT, tools
from tests.power import MemoryDisk
from tests.tells import folder, id_of, tell
from tests.widgets.desks import Back
from tests.widgets.kiosks import Shown, shown_kiosk


@dataclass
class Live:
    """A kiosk that shows, and the record behind it."""

    shown: Shown
    room: records.Staffroom

    def tell(self, number: int, *taps: Tap) -> None:
        """Let a child tell."""
        roster = self.room.lists.reach().roster
        tell(self.room.journal, number, taps, roster)
        self.room.clock.let_pass(60)

    def sign_in(self, name: str) -> None:
        """Let somebody in, and stand at Today."""
        seed = Seed(records.seed_of(name))
        person = self.room.lists.reach().roster.person(id_of(name))
        assert person is not None
        self.shown.desk.staffroom.signed = Signed(person, seed, self.room.clock.now())
        self.shown.go("today")

    def lock(self) -> None:
        """Go to Welcome, which locks."""
        self.shown.go("welcome")


@contextmanager
def live_kiosk() -> Iterator[Live]:
    """Yield a live school with one grown-up a role."""
    room = records.staffroom(folder(MemoryDisk()))
    staff_desk = StaffDesk(room.vault, room.clock, room.lists, "Library 1")
    policy, _ = policy_in_force(ROOT, Path("/nowhere"), tools().artwork)
    back = Back(clock=room.clock, staff_desk=staff_desk, policy=policy)
    with shown_kiosk(back) as shown:
        yield Live(shown, room)
