"""A forgotten passphrase: somebody's own words on paper give them a new one, for the same key."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.override import override
from app.domain.tell.audit import Way
from app.domain.tell.desk import Seed
from app.domain.tell.people import Person
from app.flow.new_key import Made
from app.flow.opening import fits
from app.flow.paper_way import PaperWay, Step
from app.flow.tasks import Lane


class Forgotten(PaperWay):
    """The words must be those of the key that stands beside their name on the list."""

    @override
    def _opens(self, seed: Seed) -> bool:
        person = self._page.person
        return person is not None and fits(self._services.staff_desk, person, seed)

    @override
    def _take(self, seed: Seed) -> None:
        self._publish(replace(self._page, step=Step.KEY, fault=""))
        self.key.begin(self._known(), seed)

    @override
    def _on_proved(self, made: Made) -> None:
        person = self._page.person
        if person is not None:
            # First, so that no passphrase is ever replaced unseen; a disk that cannot keep it must
            # not keep anybody out.
            note = self._services.staff_desk.note_visit
            work = partial(note, person.id, right=True, way=Way.PAPER)
            keep = partial(self._keep, person, made)
            self._publish(replace(self._page, busy=True, fault=""))
            self._visit.run(Lane.TELL, work, keep, keep)

    def _keep(self, person: Person, made: Made, _: object) -> None:
        keep = self._services.staff_desk.keep_key
        self._run(Lane.CPU, partial(keep, person.id, made.seed, made.passphrase), self._on_kept)

    def _on_kept(self, _: None) -> None:
        self._publish(replace(self._page, step=Step.DONE, busy=False, fault=""))
