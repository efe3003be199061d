"""The adapters of one data folder, each made at first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.bootstrap.post_wing import PostWing
from app.domain.ports import ClassLists, PinMill
from app.domain.school import School
from app.flow.tasks import Lanes
from app.store.cabinet import Cabinet
from app.store.schoolfile import SchoolFile

if TYPE_CHECKING:
    from app.bootstrap.takeaway import FileTakeaway
    from app.content.library import ContentLibrary
    from app.domain.problem import Problem
    from app.domain.tell.policy import Policy
    from app.store.clock import SystemClock
    from app.store.home import Home
    from app.store.kiosk import KioskFile
    from app.store.papers import Papers
    from app.store.progress import ProgressFiles
    from app.store.schedule import Review
    from app.store.vault import FolderVault
    from app.tell.byhands import ErasingByTwo
    from app.tell.exhibits import ExhibitFiles
    from app.tell.journal import KioskJournal
    from app.tell.rosterfile import RosterFile
    from app.tell.staffdesk import StaffDesk


class House(PostWing):
    """Everything the controllers ask for (``flow.services.Services``), for one data folder.

    The late imports keep the way to the first paint short.
    """

    def __init__(self, home: Home, real: Home | None = None) -> None:
        """Take a data folder; ``real`` is where the demo in ``home`` can be left for."""
        self.home = home
        self.cabinet = Cabinet(home)
        self._real = Cabinet(real) if real is not None else None

    @cached_property
    def school(self) -> School | None:
        """The school as it stood when this was first asked, None where none is set up.

        Raise ``StoreFault`` where it is damaged.
        """
        return self.schools.load()

    def take(self) -> None:
        """Make this PC's Be SMART the one that writes here, on the lane "disk".

        Raise ``StoreHeld`` where another has the folder, and ``StoreFault`` where it cannot write.
        """
        self.cabinet.hold()
        if self._real is not None:
            # A command must not set a school up behind a demo that could do the same.
            self._real.hold()
        self.numbers.ready()

    def read_library(self) -> None:
        """Read all there is to learn from, so that no page waits for it."""
        self.library.lessons()
        self.library.quizzes()
        self.library.cards()

    @cached_property
    def papers(self) -> Papers:
        """Writes what staff take away."""
        from app.store.papers import Papers

        return Papers()

    @cached_property
    def clock(self) -> SystemClock:
        """The time of this PC."""
        from app.store.clock import SystemClock

        return SystemClock()

    @cached_property
    def lanes(self) -> Lanes:
        """Where blocking work goes."""
        return Lanes()

    @cached_property
    def schools(self) -> SchoolFile:
        """The school file."""
        return SchoolFile(self.cabinet)

    @cached_property
    def progress(self) -> ProgressFiles:
        """Every pupil's attempts."""
        from app.store.progress import ProgressFiles

        return ProgressFiles(self.cabinet)

    @cached_property
    def numbers(self) -> KioskFile:
        """This kiosk's numbers."""
        from app.store.kiosk import KioskFile

        return KioskFile(self.cabinet)

    @property
    def pins(self) -> KioskFile:
        """What is kept of the staff PIN."""
        return self.numbers

    @cached_property
    def pin_mill(self) -> PinMill:
        """Makes and tries hashes of the staff PIN."""
        from app.staff import pin

        return pin

    @cached_property
    def class_lists(self) -> ClassLists:
        """Reads class lists."""
        from app.bootstrap import saved
        from app.bootstrap.lists import CsvLists

        return CsvLists(saved.folders)

    @property
    def place_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the data folder's place, and the damaged files that stand aside."""
        from app.domain.problem import Problem

        seen = "this file was damaged and set aside; take it away once you have looked at it"
        aside = self.home.aside
        found = sorted(aside.iterdir()) if aside.is_dir() else []
        damaged = (Problem(str(path), "the folder 'aside'", seen) for path in found)
        again = "a list of who reads was damaged before it counted; make the change again, then"
        lists = (
            Problem(str(path), "the folder 'tell/aside'", f"{again} take this file away")
            for path in sorted((self.home.tell / "aside").glob("*.list.*"))
        )
        return (*self.home.problems, *damaged, *lists)

    @cached_property
    def founding(self) -> SchoolFile | None:
        """Where a real school can be set up from the demo."""
        return SchoolFile(self._real) if self._real is not None else None

    @cached_property
    def _vault(self) -> FolderVault:
        from app.store.vault import FolderVault

        return FolderVault(self.cabinet, self.home.tell)

    @cached_property
    def tells(self) -> KioskJournal:
        """The record of what children tell."""
        from app.tell.journal import KioskJournal

        return KioskJournal(self._vault, self.clock)

    @cached_property
    def recipients(self) -> RosterFile:
        """Whom a Tell reaches."""
        from app.tell.rosterfile import RosterFile

        return RosterFile(self._vault)

    @cached_property
    def staff_desk(self) -> StaffDesk:
        """The staff's side of the record."""
        from app.tell.staffdesk import StaffDesk

        return StaffDesk(self._vault, self.clock, self.recipients, self.kiosk_name)

    @cached_property
    def takeaway(self) -> FileTakeaway:
        """What is handed over."""
        from app.bootstrap import saved
        from app.bootstrap.takeaway import FileTakeaway

        return FileTakeaway(self.papers, saved.sticks, saved.documents, saved.downloads)

    @cached_property
    def exhibits(self) -> ExhibitFiles:
        """Files that staff add to a Tell."""
        return self.staff_desk.exhibits

    @cached_property
    def erasing(self) -> ErasingByTwo:
        """Erasing by two."""
        from app.tell.byhands import ErasingByTwo

        return ErasingByTwo(self.staff_desk.eraser)

    def finish_erasing(self) -> int:
        """End what a power cut left of an erasure, on the lane "tell"; return how many files."""
        return self.staff_desk.finish_erasing()

    @cached_property
    def policy(self) -> Policy:
        """What a child can pick, and the steps that staff follow."""
        return self._policy[0]

    @cached_property
    def _policy(self) -> tuple[Policy, tuple[Problem, ...]]:
        from app.bootstrap.shelves import artwork
        from app.content.policy_in_force import policy_in_force
        from app.kit.folder import shipped

        own = self._real.home if self._real is not None else self.home
        return policy_in_force(shipped(), own.root, artwork())

    @cached_property
    def schedule(self) -> Review:
        """Spaced review."""
        from app.store.schedule import Review

        return Review()

    @cached_property
    def library(self) -> ContentLibrary:
        """What ships, and the school's own."""
        from app.bootstrap.shelves import library

        # The demo's own folder is inside the real one, where a school puts its lessons.
        own = self._real.home if self._real is not None else self.home
        return library(own.root)
