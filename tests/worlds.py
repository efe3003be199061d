"""A school in which one Tell is told, worked on, written anew and erased; and who sees what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.domain.tell.cases import Case, chronology
from app.domain.tell.deeds import Act, Deed, row_of
from app.domain.tell.erasing import NotErasable
from app.domain.tell.handover import Handover, Making
from app.domain.tell.joining import NOBODY, Ground
from app.domain.tell.lists import enrolled
from app.domain.tell.people import Person, Roster
from app.domain.tell.policy import BARE
from app.domain.tell.routing import People, first_circle
from app.domain.tell.sharing import told_of
from app.domain.tell.taps import Tap
from app.domain.tell.vault import Vault
from app.tell.desk import Desk
from app.tell.erasing import Eraser, Me
from app.tell.joining import Joining
from app.tell.journal import KioskJournal
from app.tell.keys import Holder
from app.tell.reading import read_all
from app.tell.rosterfile import RosterFile
from tests.fakes import FakeClock
from tests.power import MemoryDisk
from tests.staffroom import Staffroom, keys_of, staffroom
from tests.tells import AT, ROUTES, WHO, folder, id_of, tell, tell_id

TELL = tell_id(1)


class World:
    """One school, with one Tell."""

    def __init__(self, roster: Roster, taps: Sequence[Tap], disk: MemoryDisk | None = None) -> None:
        self._count = 0
        self.room: Staffroom = staffroom(folder(disk or MemoryDisk()), roster)
        self.eraser = Eraser(self.room.vault, self.room.clock, self.room.lists, self.room.desk)
        tell(self.room.journal, 1, taps, roster)
        self.room.journal.settle()

    def reopen(self, vault: Vault) -> None:
        """Go on with what stands on a disk, as the program does when it starts."""
        clock, lists = FakeClock(), RosterFile(vault)
        desk, journal = Desk(vault, clock, lists), KioskJournal(vault, clock)
        self.room = Staffroom(vault, clock, lists, desk, journal)
        self.eraser = Eraser(vault, clock, lists, desk)
        journal.ready()

    @property
    def roster(self) -> Roster:
        """The list in force."""
        return self.room.lists.reach().roster

    def me(self, name: str, keys: Holder | None = None) -> Me:
        """Return somebody who has just read all that they can."""
        own = keys or keys_of(name)
        reading = read_all(self.room.vault, self.room.lists.history(), own.box_secret)
        return Me(id_of(name), own, reading)

    def case(self, name: str) -> Case | None:
        """Return the Tell as somebody sees it."""
        return next((one for one in self.me(name).reading.files.cases() if one.tell == TELL), None)

    def do(self, name: str, act: Act, words: str = "") -> bool:
        """Let somebody do something, if they may; ids and times are the same in every world."""
        self.tick()
        case = self.case(name)
        if case is None or case.letter is None or not case.may_act(id_of(name)):
            return False
        deed = Deed(f"{self._count:016x}", TELL, self.room.clock.now(), id_of(name), act, "", words)
        people = told_of(deed, case, first_circle(self.roster, ROUTES, None))
        self.room.desk.add(row_of(deed), deed.by, keys_of(name), people)
        return True

    def tick(self) -> None:
        """Let a minute pass."""
        self._count += 1
        self.room.clock.let_pass(60)

    def enrol(self, person: Person, by: str) -> None:
        """Put somebody on the list; a holder writes the Tells anew."""
        self.tick()
        self.room.publish(enrolled(self.roster, person), "dsl", "headteacher", "chair")
        self.write_anew(by)

    def write_anew(self, by: str, also: People = NOBODY, keys: Holder | None = None) -> None:
        """Let somebody write all that they can read anew for the list in force."""
        me = self.me(by, keys)
        ground = Ground(self.roster, ROUTES, me.id, also)
        joining = Joining(self.room.desk, me, ground)
        while joining.step(1):
            pass

    def erase(self, asker: str, second: str) -> bool:
        """Let two erase the Tell; return whether they could."""
        self.tick()
        try:
            self.eraser.ask(self.me(asker), TELL, id_of(second))
            (request,) = self.eraser.waiting(self.me(second))
            self.eraser.agree(self.me(second), request)
        except NotErasable:
            return False
        return True

    def view(self, name: str) -> object:
        """Return all that somebody sees, but for keys and random ids, which differ anyway."""
        reading = self.me(name).reading
        cases = [_bare(one) for one in reading.files.cases()]
        known = chronology(reading.files.cases(), WHO.pupil)
        papers = [self._papers(name, one) for one in reading.files.cases()]
        return cases, reading.problems, len(cases), [_bare(one) for one in known], papers

    def _papers(self, name: str, case: Case) -> object:
        """Return what somebody would hand over of a Tell: what JSON and pages hold."""
        deeds = tuple(replace(one, id="") for one in case.deeds)
        own = replace(case, deeds=tuple(sorted(deeds, key=repr)))
        making = Making(AT, id_of(name), "Hillside", {})
        handover = Handover(own, BARE, self.roster, making)
        return handover.document(), handover.sections()


def _bare(case: Case) -> object:
    letter = case.letter
    bare = (letter.circle, letter.knowing, bool(letter.group_key)) if letter is not None else None
    # Whoever asks makes a new id each time.
    deeds = [replace(one, id="") if one.act is Act.ERASING else one for one in case.deeds]
    return case.first, case.notice, bare, case.details, sorted(deeds, key=repr), case.standing
