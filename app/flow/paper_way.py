"""The ways in by words on paper: one's own where a passphrase is forgotten, those in the safe else.

What is typed is judged as at the staff's door, and costs what it costs there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.pin import PinRecord
from app.domain.tell.audit import Way
from app.domain.tell.changes import Unfit
from app.domain.tell.desk import Lists, Seed, WrongWords
from app.domain.tell.people import Person, Roster
from app.domain.tell.setup import Missing
from app.domain.words import sentence
from app.flow.new_key import NO_KEY, KeyPage, Made, NewKey
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane, told
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")

NOBODY = Roster()


class Step(Enum):
    """How far somebody has come."""

    WORDS = auto()
    PEOPLE = auto()  # the safe's words: who reads from now on
    KEY = auto()  # a passphrase, and words where the key is new
    DONE = auto()


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What is shown. ``person`` is whose key it is; ``heirs`` are those who have made theirs.

    ``share`` is how much is written anew for them, None while nothing is. ``recovered``: those on
    the list were named by the words in the safe, and all is written for them.
    """

    step: Step = Step.WORDS
    person: Person | None = None
    heirs: tuple[Person, ...] = ()
    roster: Roster = NOBODY
    key: KeyPage = NO_KEY
    unfit: Missing | Unfit | None = None
    share: float | None = None
    recovered: bool = False
    busy: bool = False
    fault: str = ""


class PaperWay(QObject):
    """Takes 24 words, judges them, and goes on with the seed that they are."""

    changed = Signal(object)

    def __init__(self, services: Services, session: Session, tries: Tries) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._tries = tries
        self._visit = Visit(services)
        self._page = PaperPage()
        self.key = NewKey(services, self)
        self.key.changed.connect(self._on_key)
        self.key.proved.connect(self._on_proved)

    @property
    def page(self) -> PaperPage:
        """What is shown now."""
        return self._page

    def open(self, person: Person | None) -> None:
        """Ask for somebody's own words, or (None) for those in the safe."""
        self.close()
        self._page = PaperPage(person=person)
        self._run(Lane.DISK, self._services.pins.pin, self._on_record)

    def close(self) -> None:
        """Forget every key that is in memory."""
        self._visit.end()
        self.key.stop()
        self._page = PaperPage()

    def give(self, words: str) -> None:
        """Take words as they were typed."""
        if self._page.busy or self._page.step is not Step.WORDS:
            return
        if self._tries.spend(self._visit.only_here(partial(self._judge, words))):
            self._publish(replace(self._page, busy=True, fault=""))
        else:
            self._refuse(f"Please wait {self._tries.wait} seconds, then try again.")

    def _judge(self, words: str) -> None:
        work = partial(self._services.staff_desk.seed_of, words.split())
        self._visit.run(Lane.CPU, work, self._on_seed, self._on_failed)

    def _on_record(self, record: PinRecord | None) -> None:
        self._tries.take(record)
        self._run(Lane.TELL, self._services.staff_desk.lists, self._on_lists)

    def _on_lists(self, lists: Lists) -> None:
        roster = lists.in_force.roster if lists.in_force is not None else Roster()
        self._publish(replace(self._page, busy=False, roster=roster))

    def _on_seed(self, seed: Seed) -> None:
        if self._opens(seed):
            self._tries.right(self._visit.only_here(partial(self._take, seed)))
        else:
            self._note_wrong()
            self._refuse("These are the words of another key.")

    def _note_wrong(self) -> None:
        """Keep it for whoever's key it is; a disk that fails must not keep anybody out."""
        person = self._page.person
        if person is not None:
            note = self._services.staff_desk.note_visit
            work = partial(note, person.id, right=False, way=Way.PAPER)
            self._services.lanes.run(Lane.TELL, work, _noted, _noted)

    def _opens(self, seed: Seed) -> bool:
        """Tell whether these are the words that were asked for."""
        raise NotImplementedError

    def _take(self, seed: Seed) -> None:
        """Go on with the seed."""
        raise NotImplementedError

    def _on_proved(self, made: Made) -> None:
        raise NotImplementedError

    def _known(self, *more: str) -> tuple[str, ...]:
        titles = (one.title for one in self._page.roster.people)
        return self._session.school.name, *titles, *more

    def _on_key(self, page: KeyPage) -> None:
        self._publish(replace(self._page, key=page, busy=page.busy, fault=page.fault))

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, fault=fault))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, fault=""))
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        if isinstance(fault, WrongWords):
            self._note_wrong()
            self._refuse(sentence(str(fault)))
        else:
            self._refuse(told(fault))

    def _publish(self, page: PaperPage) -> None:
        self._page = page
        self.changed.emit(page)


def _noted(_: object) -> None:
    """Nobody waits for it."""
