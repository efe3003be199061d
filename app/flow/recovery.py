"""Nobody who may read is left: the words in the safe name new people, and write Tells for them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from app.domain.override import override
from app.domain.tell.changes import why_not, with_person
from app.domain.tell.desk import Hand, Lists, Seed
from app.domain.tell.lists import SIGNERS, holders
from app.domain.tell.people import ESCROW, Person, Roster
from app.flow.new_key import NO_KEY, Made
from app.flow.paper_way import PaperWay, Step
from app.flow.rewriter import Rewriter
from app.flow.services import Services
from app.flow.session import Session
from app.flow.tasks import Lane
from app.flow.tries import Tries


class Recovery(PaperWay):
    """Whoever could sign before is off the list; two at least must come in their place."""

    def __init__(self, services: Services, session: Session, tries: Tries) -> None:
        super().__init__(services, session, tries)
        self._seed: Seed | None = None
        self._lists = Lists()
        self._has_written = False
        self._rewriter = Rewriter(services, self)
        self._rewriter.changed.connect(self._on_written)
        self._rewriter.finished.connect(self._on_finished)

    @override
    def close(self) -> None:
        self._rewriter.stop()
        self._seed = None
        super().close()

    def name(self, person: Person) -> None:
        """Take one of those who read from now on; then they make their key."""
        unfit = why_not(self._page.roster, self._with(person))
        # That there are not two of them yet is what this is for.
        if unfit is not None and len(holders(self._with(person))) >= SIGNERS:
            self._publish(replace(self._page, unfit=unfit, busy=False))
            return
        self._publish(replace(self._page, step=Step.KEY, person=person, unfit=None))
        self.key.begin(self._known(person.title))

    def sign(self) -> None:
        """Put the list of them in force, signed with the words in the safe alone."""
        listing, roster = self._lists.in_force, self._with()
        unfit = why_not(self._page.roster, roster)
        if listing is None or self._seed is None or self._page.busy or unfit is not None:
            self._publish(replace(self._page, unfit=unfit))
            return
        work = partial(
            self._services.staff_desk.sign, replace(listing, roster=roster), {ESCROW: self._seed}
        )
        self._run(Lane.TELL, work, self._on_signed)

    def _with(self, *more: Person) -> Roster:
        """Return the list with all who are named by now, and without those who could sign."""
        old = self._page.roster
        lost = {one.id for one in holders(old)}
        people = tuple(replace(one, left=one.left or one.id in lost) for one in old.people)
        roster = replace(old, people=people)
        for one in (*self._page.heirs, *more):
            roster = with_person(roster, one)
        return roster

    @override
    def _on_lists(self, lists: Lists) -> None:
        self._lists = lists
        super()._on_lists(lists)

    @override
    def _opens(self, seed: Seed) -> bool:
        roster, keys = self._page.roster, self._services.staff_desk.escrow_keys(seed)
        return bool(roster.escrow_sign) and keys == (roster.escrow, roster.escrow_sign)

    @override
    def _take(self, seed: Seed) -> None:
        self._seed = seed
        listing = self._lists.in_force
        if listing is not None and listing.recovery:
            # Signed already: perhaps a power cut came before all was written.
            self._write(seed)
        else:
            self._ask_who(recovered=False)

    def _ask_who(self, *, recovered: bool) -> None:
        page = replace(self._page, step=Step.PEOPLE, recovered=recovered)
        self._publish(replace(page, share=None, busy=False, fault=""))

    def _write(self, seed: Seed) -> None:
        self._has_written = False
        self._rewriter.begin(Hand(ESCROW, seed))

    @override
    def _on_proved(self, made: Made) -> None:
        person = self._page.person
        if person is not None:
            desk = self._services.staff_desk
            box_key, sign_key = desk.public_keys(made.seed)
            heir = replace(person, box_key=box_key, sign_key=sign_key)
            work = partial(desk.keep_key, person.id, made.seed, made.passphrase)
            self._run(Lane.CPU, work, partial(self._on_kept, heir))

    def _on_kept(self, heir: Person, _: None) -> None:
        heirs = (*self._page.heirs, heir)
        page = replace(self._page, step=Step.PEOPLE, person=None, heirs=heirs, key=NO_KEY)
        self._publish(replace(page, busy=False, fault=""))

    def _on_signed(self, lists: Lists) -> None:
        self._lists = lists
        if self._seed is not None:
            self._write(self._seed)

    def _on_written(self) -> None:
        self._has_written = True
        fault, share = self._rewriter.fault, self._rewriter.share
        self._publish(replace(self._page, share=share, busy=not fault, fault=fault))

    def _on_finished(self) -> None:
        if not self._has_written:  # all was done before: these have lost their keys as well
            self._ask_who(recovered=True)
            return
        self._seed = None
        self._publish(replace(self._page, step=Step.DONE, share=None, busy=False, fault=""))
