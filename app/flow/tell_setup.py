"""Setting Tell up: people, passphrases, words for paper, the first list, a drill, then live."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.pin import PinRecord
from app.domain.tell import setup
from app.domain.tell.desk import Lists, Seed
from app.domain.tell.lists import Listing
from app.domain.tell.people import Person, PersonId, Roster
from app.domain.tell.setup import Missing, Stage
from app.flow.drill import make_drill, open_drill
from app.flow.new_key import NO_KEY, KeyPage, Made, NewKey
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane, told
from app.flow.tries import Tries
from app.flow.visit import Visit

T = TypeVar("T")

WAIT = "Please wait {seconds} seconds, then try again."


@dataclass(frozen=True, slots=True)
class SetupPage:
    """What the set-up shows.

    ``people`` are those named so far; ``missing`` what they still lack; ``person`` is whose turn it
    is, ``key`` how far it is with their key, or with that of the safe; ``drilled``: a drill was
    sent just now; ``opened`` are those who have opened one.
    """

    stage: Stage = Stage.PEOPLE
    people: tuple[Person, ...] = ()
    missing: tuple[Missing, ...] = ()
    person: Person | None = None
    key: KeyPage = NO_KEY
    drilled: bool = False
    opened: frozenset[PersonId] = frozenset()
    busy: bool = False
    fault: str = ""


class TellSetup(QObject):
    """Leads through it; every step is kept, so that it can be gone on with another day.

    A key is kept on the disk only after its words were proved; a seed is in memory for as long as
    its owner's turn lasts. ``live`` says that children may rely on Tell from now on.
    """

    changed = Signal(object)
    live = Signal()

    def __init__(self, services: Services, session: Session, tries: Tries) -> None:
        """``tries``: guessing passphrases costs here what it costs at the staff's door."""
        super().__init__()
        self._services = services
        self._session = session
        self._tries = tries
        self._visit = Visit(services)
        self.key = NewKey(services, self)
        self.key.changed.connect(self._on_key)
        self.key.proved.connect(self._on_proved)
        self._page = SetupPage()
        self._draft = Listing(Roster())
        self._lists = Lists()
        self._seeds: dict[PersonId, Seed] = {}

    @property
    def page(self) -> SetupPage:
        """What is shown now."""
        return self._page

    def open(self) -> None:
        """Find out how far it has come."""
        self._run(Lane.DISK, self._services.pins.pin, self._on_record)

    def close(self) -> None:
        """Forget every key that is in memory; what was kept stays."""
        self._visit.end()
        self._seeds.clear()
        self.key.stop()
        self._page = SetupPage()

    def name(self, people: Sequence[Person]) -> None:
        """Take the people, keep them, and go on where nobody is missing."""
        self._draft = replace(self._draft, roster=replace(self._draft.roster, people=tuple(people)))
        self._keep_draft()

    def show_escrow(self) -> None:
        """Show the words of the key that stands on paper only."""
        self.key.show_words()

    def send_drill(self) -> None:
        """Tell as a child does, so that the first two can open it."""
        if not self._page.busy:
            self._run(Lane.TELL, partial(make_drill, self._services), self._on_drilled)

    def unlock(self, person: PersonId, passphrase: str) -> None:
        """Let somebody who has enrolled sign: with the first list, or for the drill they opened."""
        if self._page.busy:
            return
        if self._tries.spend(self._visit.only_here(partial(self._judge, person, passphrase))):
            self._publish(replace(self._page, busy=True, fault=""))
        else:
            self._refuse(WAIT.format(seconds=self._tries.wait))

    def _judge(self, person: PersonId, passphrase: str) -> None:
        work = partial(self._services.staff_desk.unlock, person, passphrase)
        self._run(Lane.CPU, work, partial(self._on_unlocked, person))

    def _on_record(self, record: PinRecord | None) -> None:
        self._tries.take(record)
        self._run(Lane.TELL, self._read, self._on_read)

    def _read(self) -> tuple[Lists, Listing | None]:
        desk = self._services.staff_desk
        return desk.lists(), desk.draft()

    def _on_read(self, read: tuple[Lists, Listing | None]) -> None:
        self._lists = read[0]
        self._draft = read[1] or Listing(Roster())
        self._show(setup.stage(self._lists, self._draft))

    def _show(self, stage: Stage) -> None:
        """Show a stage from its beginning."""
        self.key.stop()
        listing = self._lists.in_force or self._draft
        people = listing.roster.people
        page = SetupPage(stage, people, setup.missing(people))
        if stage is Stage.DRILL and self._lists.waiting is not None:
            page = replace(page, opened=self._lists.waiting.signed)
        if stage is Stage.KEYS:
            person = setup.waiting_for_keys(self._draft.roster)[0]
            page = replace(page, person=person)
        self._publish(page)
        if stage is Stage.KEYS:
            titles = (one.title for one in people)
            self.key.begin((self._session.school.name, *titles))
        if stage is Stage.SIGN:
            self._sign()

    def _on_key(self, page: KeyPage) -> None:
        self._publish(replace(self._page, key=page, busy=page.busy, fault=page.fault))

    def _on_proved(self, made: Made) -> None:
        if self._page.stage is Stage.ESCROW:
            self._keep_escrow(made.seed)
        elif self._page.person is not None:
            self._keep_key(self._page.person, made)

    def _keep_key(self, person: Person, made: Made) -> None:
        keep = self._services.staff_desk.keep_key
        work = partial(keep, person.id, made.seed, made.passphrase)
        self._run(Lane.CPU, work, partial(self._on_key_kept, person, made.seed))

    def _on_key_kept(self, person: Person, seed: Seed, _: None) -> None:
        self._seeds[person.id] = seed
        box_key, sign_key = self._services.staff_desk.public_keys(seed)
        self._draft = setup.with_keys(self._draft, person.id, box_key, sign_key)
        self._keep_draft()

    def _keep_escrow(self, seed: Seed) -> None:
        box_key, sign_key = self._services.staff_desk.escrow_keys(seed)
        roster = replace(self._draft.roster, escrow=box_key, escrow_sign=sign_key)
        self._draft = replace(self._draft, roster=roster)
        self._keep_draft()

    def _keep_draft(self) -> None:
        draft = self._draft
        work = partial(self._services.staff_desk.keep_draft, draft)
        self._run(Lane.TELL, work, self._on_draft_kept)

    def _on_draft_kept(self, _: None) -> None:
        self._show(setup.stage(self._lists, self._draft))

    def _sign(self) -> None:
        """Put the first list in force, once both of the first two are here."""
        signers = setup.first_readers(self._draft.roster.people)
        here = {one.id: self._seeds[one.id] for one in signers if one.id in self._seeds}
        if len(here) < len(signers):
            absent = next(one for one in signers if one.id not in here)
            self._publish(replace(self._page, person=absent, busy=False))
            return
        work = partial(self._services.staff_desk.sign, self._draft, here)
        self._run(Lane.TELL, work, self._on_signed)

    def _on_signed(self, lists: Lists) -> None:
        self._lists = lists
        self._seeds.clear()
        self._show(setup.stage(lists, self._draft))
        if self._page.stage is Stage.LIVE:
            self.live.emit()

    def _on_unlocked(self, person: PersonId, seed: Seed | None) -> None:
        if seed is None:
            self._refuse("That is not the passphrase.")
            return
        self._tries.right(_nothing)
        if self._page.stage is Stage.SIGN:
            self._seeds[person] = seed
            self._sign()
        else:
            work = partial(open_drill, self._services, person, seed)
            self._run(Lane.TELL, work, self._on_signed)

    def _on_drilled(self, _: None) -> None:
        self._publish(replace(self._page, busy=False, fault="", drilled=True))

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, fault=fault))

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, fault=""))
        self._visit.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(told(fault))

    def _publish(self, page: SetupPage) -> None:
        self._page = page
        self.changed.emit(page)


def _nothing() -> None:
    """Wait for nothing: that the try was right is kept meanwhile."""
