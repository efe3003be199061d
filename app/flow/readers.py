"""Who may read what children tell: joining, leaving, other offices, and keys of one's own."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.override import override
from app.domain.tell.changes import with_person
from app.domain.tell.desk import Hand
from app.domain.tell.people import Person, PersonId
from app.domain.words import sentence
from app.flow.new_key import NOT_THE_SAME, KeyPage, Made, NewKey
from app.flow.readers_page import Task
from app.flow.services import Services
from app.flow.session import Session
from app.flow.signing import WRONG, Signing
from app.flow.staffroom import Staffroom
from app.flow.tasks import Lane
from app.flow.tries import Tries


class Readers(Signing):
    """Every change of the list is one that a holder signs here, and another after them."""

    def __init__(self, services: Services, session: Session, room: Staffroom, tries: Tries) -> None:
        super().__init__(services, room, tries)
        self._session = session
        self._passphrase = ""
        self.key = NewKey(services, self)
        self.key.changed.connect(self._on_key)
        self.key.proved.connect(self._on_proved)

    @override
    def open(self) -> None:
        super().open()
        self._publish(replace(self._page, classes=self._session.school.classes))

    @override
    def close(self) -> None:
        self.key.stop()
        self._passphrase = ""
        super().close()

    def back(self) -> None:
        """Leave what was begun; what is being signed is waited for."""
        if self._page.busy and not self.key.page.busy:
            return
        self.key.stop()
        self._passphrase = ""
        self._show()

    def begin(self, task: Task, person: PersonId | None = None) -> None:
        """Begin something; ``person`` is whom it is about, None for somebody new or oneself."""
        if not self._page.busy:
            found = self._page.roster.person(person) if person is not None else None
            page = replace(self._page, task=task, person=found, unfit=None)
            self._publish(replace(page, said="", fault=""))

    def name(self, person: Person) -> None:
        """Take who somebody is: who has joined is changed, anybody else makes their key now."""
        roster = with_person(self._page.roster, person)
        if person.enrolled:
            self._propose(roster)
        elif self._fits(roster) and not self._page.busy:
            self._publish(replace(self._page, task=Task.KEY, person=person))
            self.key.begin(self._known(person.title))

    def leave(self, person: PersonId) -> None:
        """Let somebody read no more."""
        known = self._page.roster.person(person)
        if known is not None:
            self._propose(with_person(self._page.roster, replace(known, left=True)))

    def let_teachers_see(self, on: bool) -> None:
        """Let class teachers get the first press of their pupils, or no more."""
        self._propose(replace(self._page.roster, teacher_sees=on))

    def cover(self, on: bool) -> None:
        """Let the deputies stand for the safeguarding lead, or no more; one alone signs it."""
        if self._page.may_cover:
            self._propose(replace(self._page.roster, covering=on))

    def take_passphrase(self, old: str, new: str, again: str) -> None:
        """Change one's own passphrase; the key stays."""
        if new != again:
            self._refuse(NOT_THE_SAME)
        elif not self._page.busy:
            work = partial(self._services.staff_desk.weakness, new, self._known())
            self._run(Lane.CPU, work, partial(self._on_weighed, old, new))

    def renew_key(self, passphrase: str) -> None:
        """Begin a new key of one's own, after one's passphrase."""
        if self._page.viewer is not None and self._page.lists.waiting is None:
            self._try(self._page.viewer, passphrase, partial(self._on_own, passphrase))

    def _known(self, *more: str) -> tuple[str, ...]:
        titles = (one.title for one in self._page.roster.people)
        return self._session.school.name, *titles, *more

    def _on_key(self, page: KeyPage) -> None:
        self._publish(replace(self._page, key=page, busy=page.busy, fault=page.fault))

    def _on_weighed(self, old: str, new: str, weak: str) -> None:
        self._page = replace(self._page, busy=False)
        if weak:
            self._refuse(sentence(weak))
        elif self._page.viewer is not None:
            self._try(self._page.viewer, old, partial(self._on_old, old, new))

    def _on_old(self, old: str, new: str, hand: Hand) -> None:
        work = partial(self._services.staff_desk.change_passphrase, hand.person, old, new)
        self._run(Lane.CPU, work, self._on_changed)

    def _on_changed(self, done: bool) -> None:
        if done:
            self._show("From now on your new passphrase opens. The words on your paper stay good.")
        else:
            self._refuse(WRONG)

    def _on_own(self, passphrase: str, _: Hand) -> None:
        self._passphrase = passphrase
        self._publish(replace(self._page, task=Task.KEY, person=None))
        self.key.show_words()

    def _on_proved(self, made: Made) -> None:
        desk, viewer = self._services.staff_desk, self._page.viewer
        person = self._page.person or (
            self._page.roster.person(viewer) if viewer is not None else None
        )
        if person is None:
            return
        if self._page.person is not None:
            work = partial(desk.keep_key, person.id, made.seed, made.passphrase)
        else:
            self._renewed = made.seed
            work = partial(desk.keep_next_key, person.id, made.seed, self._passphrase)
        box_key, sign_key = desk.public_keys(made.seed)
        ready = replace(person, box_key=box_key, sign_key=sign_key, left=False)
        self._run(Lane.CPU, work, partial(self._on_kept, ready))

    def _on_kept(self, person: Person, _: None) -> None:
        self._passphrase = ""
        self._page = replace(self._page, busy=False)
        self._propose(with_person(self._page.roster, person))
