"""A desk with everything behind it: ports in memory, and lanes that work when they are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import SignalInstance

from app.bootstrap import saved
from app.bootstrap.lists import CsvLists
from app.bootstrap.takeaway import FileTakeaway
from app.domain.attempt import Attempt
from app.domain.ids import ClassId, LessonId, PupilId, QuizId
from app.domain.override import override
from app.domain.ports import ClassLists, Library, Papers, PinMill, Schedule
from app.domain.problem import Problem
from app.domain.school import Pupil, School, SchoolClass
from app.domain.tell.attachments import Exhibits
from app.domain.tell.erasing import Erasing
from app.domain.tell.journal import Reach
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.policy import BARE, Category, Checklist, Policy
from app.domain.tell.takeaway import Takeaway
from app.flow.desk import Desk
from app.flow.services import Services
from app.flow.sitting import Sitting
from app.flow.tasks import Lane, Lanes
from app.store import papers as store
from app.tell.byhands import ErasingByTwo
from app.tell.rosterfile import RosterFile
from app.tell.staffdesk import StaffDesk
from tests.fakes import (
    FakeClock,
    FakeNumbers,
    FakePins,
    FakeProgress,
    FakeRecipients,
    FakeSchedule,
    FakeSchool,
    FakeTellJournal,
)
from tests.posts import FakeChannel, FakeContacts, FakeOutbox
from tests.power import MemoryDisk
from tests.stories import SmallLibrary
from tests.tells import folder

T = TypeVar("T")

OWL = SchoolClass(ClassId("c-owl"), "Owl")
OTTER = SchoolClass(ClassId("c-otter"), "Otter", secrets=True)
AMINA = Pupil(PupilId("amina"), "Amina", "K", OWL.id, 3, "fox")
BEN = Pupil(PupilId("ben"), "Ben", "C", OWL.id, 4, "owl")
ZOE = Pupil(PupilId("zoe"), "Zoë", "L", OTTER.id, 5, "otter", secret=("boat", "apple", "moon"))
PARK, PARK_QUIZ = LessonId("park"), QuizId("safe/lks2")
"""What the small library holds for Amina and Ben."""
HILLSIDE = School("Hillside", "ab" * 32, classes=(OWL, OTTER), pupils=(AMINA, BEN, ZOE))


def grown_up(number: int, title: str, role: Role) -> Person:
    """Return a grown-up to whom something can be sealed."""
    face = "woman-curly-calm"
    return Person(PersonId(f"{number:08x}"), title, face, frozenset({role}), box_key=bytes(32))


LEAD = grown_up(1, "Mrs Reed, safeguarding lead", Role.DSL)
HEAD = grown_up(2, "Headteacher", Role.HEAD)
CHAIR = grown_up(3, "Chair of governors", Role.CHAIR)
STAND_IN = grown_up(4, "Stand-in", Role.STAND_IN)
GROWN_UPS = Roster(1, (LEAD, HEAD, CHAIR, STAND_IN))
UNKIND = Category("Someone is unkind", "art:unhappy", Checklist("unkind", "Unkind", ()))
SCREEN = Category("Something on a screen", "art:computer", Checklist("screen", "Screen", ()))
CARDS = Policy("00000001", (UNKIND, SCREEN, *BARE.categories))
"""What a child may pick at Hillside: two cards, and something else."""


class SlowLanes(Lanes):
    """Lanes on which nothing is done until ``work`` is called: then all of it, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._given: list[tuple[Lane, Callable[[], None]]] = []

    @override
    def run(
        self,
        lane: Lane,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def finish() -> None:
            try:
                result = work()
            except Exception as fault:  # noqa: BLE001 - a lane hands every fault to who asked
                failed(fault)
            else:
                done(result)

        self._given.append((lane, finish))

    @property
    def waiting(self) -> list[Lane]:
        """The lanes of the work that is not done yet."""
        return [lane for lane, _ in self._given]

    def hold_back(self) -> Callable[[], None]:
        """Return what was given last; it is done when that is called, however late."""
        return self._given.pop()[1]

    def step(self) -> None:
        """Do what was given first."""
        self._given.pop(0)[1]()

    def work(self) -> None:
        """Do everything, and what follows from it."""
        while self._given:
            self.step()


class PlainMill(PinMill):
    """Hashes a PIN by writing it backwards."""

    @override
    def weakness(self, pin: str) -> str:
        return "" if len(set(pin)) > 1 else "that PIN is too plain"

    @override
    def hashed(self, pin: str) -> str:
        return pin[::-1]

    @override
    def fits(self, pin: str, kept: str) -> bool:
        return pin == kept[::-1]


def empty_desk() -> StaffDesk:
    """Return the staff's side of a record that nobody has begun."""
    vault = folder(MemoryDisk())
    return StaffDesk(vault, FakeClock(), RosterFile(vault), "Library 1")


def no_drives() -> FileTakeaway:
    """Return a takeaway that finds nothing but a folder that is nowhere."""
    nowhere = Path("/nowhere")
    return FileTakeaway(store.Papers(), tuple, lambda: nowhere, lambda: nowhere)


@dataclass
class Back:
    """The ports behind a desk, each open to the test."""

    clock: FakeClock = field(default_factory=FakeClock)
    lanes: SlowLanes = field(default_factory=SlowLanes)
    schools: FakeSchool = field(default_factory=lambda: FakeSchool(HILLSIDE))
    progress: FakeProgress = field(default_factory=FakeProgress)
    numbers: FakeNumbers = field(default_factory=FakeNumbers)
    pins: FakePins = field(default_factory=FakePins)
    pin_mill: PinMill = field(default_factory=PlainMill)
    class_lists: ClassLists = field(default_factory=partial(CsvLists, saved.folders))
    papers: Papers = field(default_factory=store.Papers)
    place_problems: tuple[Problem, ...] = ()
    founding: FakeSchool | None = None
    schedule: Schedule = field(default_factory=FakeSchedule)
    library: Library = field(default_factory=SmallLibrary)
    tells: FakeTellJournal = field(default_factory=FakeTellJournal)
    recipients: FakeRecipients = field(
        default_factory=lambda: FakeRecipients(Reach(GROWN_UPS, live=True))
    )
    staff_desk: StaffDesk = field(default_factory=empty_desk)
    takeaway: Takeaway = field(default_factory=no_drives)
    erasing: Erasing = field(init=False)
    exhibits: Exhibits = field(init=False)
    contacts: FakeContacts = field(default_factory=FakeContacts)
    outbox: FakeOutbox = field(default_factory=FakeOutbox)
    channel: FakeChannel = field(default_factory=FakeChannel)
    policy: Policy = CARDS
    kiosk_name: str = "Library 1"

    def __post_init__(self) -> None:
        self.exhibits = self.staff_desk.exhibits
        self.erasing = ErasingByTwo(self.staff_desk.eraser)


class Heard:
    """Everything that a signal carried, in order."""

    def __init__(self, signal: SignalInstance) -> None:
        self.all: list[object] = []
        signal.connect(self._on_heard)

    def __len__(self) -> int:
        return len(self.all)

    @property
    def last(self) -> object:
        """What was carried last."""
        return self.all[-1]

    def _on_heard(self, *carried: object) -> None:
        self.all.append(carried[0] if carried else None)


def desk_over(back: Back) -> Desk:
    """Return a desk over these ports, with the school they hold."""
    services: Services = back
    desk = Desk(services)
    desk.session.use_school(back.schools.load() or School("", ""))
    return desk


def sign_in(desk: Desk, back: Back, pupil: Pupil = AMINA) -> Sitting:
    """Sign a pupil in and return their sitting."""
    desk.session.sign_in(pupil)
    back.lanes.work()
    assert desk.session.sitting is not None
    return desk.session.sitting


def kept(back: Back, pupil: Pupil = AMINA) -> tuple[Attempt, ...]:
    """Return what is on the disk of a pupil, once all is written."""
    back.lanes.work()
    return back.progress.attempts(pupil.id)
