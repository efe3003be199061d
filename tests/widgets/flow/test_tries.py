"""Whatever is tried at the staff's doors: nobody waits over a minute, nobody is locked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.override import override
from app.domain.pin import LONGEST_WAIT, PinRecord
from app.domain.tell.desk import Lists, Seed
from app.domain.tell.lists import Listing
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.flow.door import Door
from app.flow.keeper import Keeper
from app.flow.session import Session
from app.flow.staffroom import Staffroom
from app.flow.tell_setup import TellSetup
from app.tell.rosterfile import RosterFile
from app.tell.staffdesk import StaffDesk
from tests.fakes import FakeClock, FakePins
from tests.power import MemoryDisk
from tests.tells import folder
from tests.widgets.desks import Back

RIGHT, PIN = "the right words", "2468"
SEED = Seed(b"s" * 32)

pytestmark = pytest.mark.usefixtures("qapp")


class QuickDesk(StaffDesk):
    """Two grown-ups whose one passphrase is judged at once."""

    def __init__(self) -> None:
        vault = folder(MemoryDisk())
        super().__init__(vault, FakeClock(), RosterFile(vault), "Library 1")
        keys = self.public_keys(SEED)
        self.people = tuple(
            Person(PersonId(f"0000000{number}"), role.value, "face", frozenset({role}), (), *keys)
            for number, role in enumerate((Role.DSL, Role.HEAD))
        )

    @override
    def lists(self) -> Lists:
        return Lists(Listing(Roster(1, self.people), live=True))

    @override
    def unlock(self, person: PersonId, passphrase: str) -> Seed | None:
        return SEED if passphrase == RIGHT else None


class Kiosk:
    """One PC at which pupils try what they like."""

    def __init__(self) -> None:
        self.back = Back()
        self.back.pins = FakePins(PinRecord(PIN[::-1]))
        self.back.staff_desk = QuickDesk()
        self.restart()

    def restart(self) -> None:
        """Pull the plug and start anew: only what is on the disk stays."""
        session = Session(self.back, Keeper(self.back))
        self.door = Door(self.back, session)
        self.room = Staffroom(self.back, self.door.tries)
        self.setup = TellSetup(self.back, session, self.door.tries)

    def do(self, act: str) -> None:
        """Do one thing that a pupil can do."""
        doings: dict[str, Callable[[], object]] = {
            "badge": self.door.approach,
            "wrong pin": self.wrong_pin,
            "lead": lambda: self.passphrase(0, "wrong"),
            "head": lambda: self.passphrase(1, "wrong"),
            "set-up": self.set_up,
            "restart": self.restart,
            "clock back": lambda: self.set_clock(-400),
            "clock forward": lambda: self.set_clock(400),
            "a while": lambda: self.back.clock.let_pass(7),
        }
        doings[act]()
        self.back.lanes.work()

    def wrong_pin(self) -> None:
        """Press the badge, and type another PIN."""
        self.door.approach()
        self.back.lanes.work()
        self.door.give("1357")

    def passphrase(self, number: int, words: str) -> None:
        """Choose a grown-up, and type something."""
        self.room.approach()
        self.back.lanes.work()
        self.room.choose(PersonId(f"0000000{number}"))
        self.room.give(words)
        self.back.lanes.work()

    def set_up(self) -> None:
        """Type something where the set-up asks for a passphrase."""
        self.setup.open()
        self.back.lanes.work()
        self.setup.unlock(PersonId("00000000"), "wrong")

    def set_clock(self, days: int) -> None:
        """Set the time of day; the monotonic clock goes on."""
        self.back.clock.set(self.back.clock.now() + timedelta(days=days))


ACTS = (
    "badge", "wrong pin", "lead", "head", "set-up", "restart", "clock back", "clock forward",
    "a while",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(ACTS), max_size=30))
def test_nobody_waits_longer_than_a_minute_and_no_account_is_locked(acts: Sequence[str]) -> None:
    kiosk = Kiosk()
    for act in acts:
        kiosk.do(act)
        assert kiosk.door.tries.wait <= LONGEST_WAIT
    for number in (0, 1):
        kiosk.do("badge")  # after a new start a wait begins anew where somebody first sees it
        kiosk.back.clock.let_pass(LONGEST_WAIT)
        kiosk.passphrase(number, RIGHT)
        assert kiosk.room.signed is not None
        kiosk.room.lock()
    kiosk.door.approach()
    kiosk.back.lanes.work()
    kiosk.door.give(PIN)
    kiosk.back.lanes.work()
    assert kiosk.door.is_open


@pytest.mark.parametrize("between", ["restart", "clock back", "clock forward"])
def test_guessing_in_the_set_up_costs_what_it_costs_at_the_door(between: str) -> None:
    kiosk = Kiosk()
    for _ in range(8):
        kiosk.do("set-up")
        kiosk.do(between)
    kiosk.setup.open()
    kiosk.back.lanes.work()
    assert kiosk.door.tries.wait > 0
    kiosk.setup.unlock(PersonId("00000000"), RIGHT)
    kiosk.back.lanes.work()
    assert "Please wait" in kiosk.setup.page.fault
    kiosk.passphrase(0, RIGHT)
    assert kiosk.room.signed is None


def test_without_a_pin_no_record_is_made_that_says_it_was_lost() -> None:
    kiosk = Kiosk()
    kiosk.back.pins = FakePins()
    kiosk.restart()
    for _ in range(6):
        kiosk.do("lead")
    assert kiosk.back.pins.pin() is None
    assert kiosk.door.tries.wait > 0
