"""Setting Tell up: people, passphrases, words for paper, the first list, a drill, then live."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.tell import proof, setup
from app.domain.tell.desk import Lists, Seed
from app.domain.tell.lists import Listing
from app.domain.tell.people import Person, PersonId, Roster
from app.domain.tell.setup import Missing, Stage
from app.flow.drill import make_drill, open_drill
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane, told

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SetupPage:
    """What the set-up shows.

    ``people`` are those named so far; ``missing`` what they still lack; ``person`` is whose turn it
    is; ``words`` are to be copied now (24, or () where none are shown), ``proof`` says which are
    typed back; ``drilled``: a drill was sent just now; ``opened`` are those who have opened one.
    """

    stage: Stage = Stage.PEOPLE
    people: tuple[Person, ...] = ()
    missing: tuple[Missing, ...] = ()
    person: Person | None = None
    suggestion: str = ""
    words: tuple[str, ...] = ()
    proof: proof.Proof | None = None
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

    def __init__(self, services: Services, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._page = SetupPage()
        self._draft = Listing(Roster())
        self._lists = Lists()
        self._seeds: dict[PersonId, Seed] = {}
        self._seed: Seed | None = None
        self._passphrase = ""

    @property
    def page(self) -> SetupPage:
        """What is shown now."""
        return self._page

    def open(self) -> None:
        """Find out how far it has come."""
        self._run(Lane.TELL, self._read, self._on_read)

    def close(self) -> None:
        """Forget every key that is in memory; what was kept stays."""
        self._seeds.clear()
        self._forget()
        self._page = SetupPage()

    def name(self, people: Sequence[Person]) -> None:
        """Take the people, keep them, and go on where nobody is missing."""
        self._draft = replace(self._draft, roster=replace(self._draft.roster, people=tuple(people)))
        self._keep_draft()

    def take_passphrase(self, passphrase: str, again: str) -> None:
        """Take somebody's new passphrase; then come the words of their key."""
        person = self._page.person
        if person is None or self._page.busy:
            return
        if passphrase != again:
            self._refuse("Those two were not the same. Please try again.")
            return
        known = [self._session.school.name, *(one.title for one in self._draft.roster.people)]
        work = partial(self._services.staff_desk.weakness, passphrase, known)
        self._run(Lane.CPU, work, partial(self._on_weighed, passphrase))

    def show_escrow(self) -> None:
        """Show the words of the key that stands on paper only."""
        self._show_words(self._services.staff_desk.new_seed())

    def copied(self) -> None:
        """The words stand on paper: hide them, and ask for two of them."""
        choose = secrets.SystemRandom().sample
        asked = proof.asked(self._page.words, choose)
        self._publish(replace(self._page, proof=asked, fault=""))

    def show_again(self) -> None:
        """Show the words once more: something was copied wrongly."""
        self._publish(replace(self._page, proof=None, fault=""))

    def prove(self, typed: Sequence[str]) -> None:
        """Take the words that were typed back."""
        page = self._page
        if page.proof is None or self._seed is None or page.busy:
            return
        if not proof.is_proved(page.words, page.proof, typed):
            self._refuse("That is not what was shown. Please look at your paper.")
        elif page.stage is Stage.ESCROW:
            self._keep_escrow(self._seed)
        elif page.person is not None:
            self._keep_key(page.person, self._seed)

    def send_drill(self) -> None:
        """Tell as a child does, so that the first two can open it."""
        if not self._page.busy:
            self._run(Lane.TELL, partial(make_drill, self._services), self._on_drilled)

    def unlock(self, person: PersonId, passphrase: str) -> None:
        """Let somebody who has enrolled sign: with the first list, or for the drill they opened."""
        if not self._page.busy:
            work = partial(self._services.staff_desk.unlock, person, passphrase)
            self._run(Lane.CPU, work, partial(self._on_unlocked, person))

    def _read(self) -> tuple[Lists, Listing | None]:
        desk = self._services.staff_desk
        return desk.lists(), desk.draft()

    def _on_read(self, read: tuple[Lists, Listing | None]) -> None:
        self._lists = read[0]
        self._draft = read[1] or Listing(Roster())
        self._show(setup.stage(self._lists, self._draft))

    def _show(self, stage: Stage) -> None:
        """Show a stage from its beginning."""
        self._forget()
        listing = self._lists.in_force or self._draft
        people = listing.roster.people
        page = SetupPage(stage, people, setup.missing(people))
        if stage is Stage.DRILL and self._lists.waiting is not None:
            page = replace(page, opened=self._lists.waiting.signed)
        if stage is Stage.KEYS:
            person = setup.waiting_for_keys(self._draft.roster)[0]
            hint = self._services.staff_desk.suggestion()
            page = replace(page, person=person, suggestion=hint)
        self._publish(page)
        if stage is Stage.SIGN:
            self._sign()

    def _on_weighed(self, passphrase: str, weak: str) -> None:
        if weak:
            self._refuse(f"{weak[:1].upper()}{weak[1:]}.")
            return
        self._passphrase = passphrase
        self._show_words(self._services.staff_desk.new_seed())

    def _show_words(self, seed: Seed) -> None:
        self._seed = seed
        words = self._services.staff_desk.words_of(seed)
        self._publish(replace(self._page, busy=False, fault="", words=words, proof=None))

    def _keep_key(self, person: Person, seed: Seed) -> None:
        work = partial(self._services.staff_desk.keep_key, person.id, seed, self._passphrase)
        self._run(Lane.CPU, work, partial(self._on_key_kept, person, seed))

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
        elif self._page.stage is Stage.SIGN:
            self._seeds[person] = seed
            self._sign()
        else:
            work = partial(open_drill, self._services, person, seed)
            self._run(Lane.TELL, work, self._on_signed)

    def _on_drilled(self, _: None) -> None:
        self._publish(replace(self._page, busy=False, fault="", drilled=True))

    def _refuse(self, fault: str) -> None:
        self._publish(replace(self._page, busy=False, fault=fault))

    def _forget(self) -> None:
        self._seed, self._passphrase = None, ""

    def _run(self, lane: Lane, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._publish(replace(self._page, busy=True, fault=""))
        self._services.lanes.run(lane, work, done, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._refuse(told(fault))

    def _publish(self, page: SetupPage) -> None:
        self._page = page
        self.changed.emit(page)
