"""A Tell as one grown-up sees it: what they can open, put together, and how it stands for them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from app.domain.ids import PupilId
from app.domain.tell.deeds import ENDS, Act, Deed
from app.domain.tell.people import PersonId
from app.domain.tell.records import Detail, First, Letter, Notice, TellId, Who
from app.domain.tell.taps import About, Called, Tap, last

LAST = sys.maxsize
"""The place of a deed that was added after all that was read."""


class Standing(Enum):
    """How a Tell stands for whoever looks."""

    NEW = auto()  # nobody whom they know of has opened it
    OPENED = auto()
    CLOSED = auto()


class Pile(Enum):
    """Which Tells a list shows."""

    TO_DO = auto()  # not closed yet
    MINE = auto()  # given to the viewer, and not closed yet
    CLOSED = auto()
    DRILLS = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """One Tell for one viewer. ``first`` is None for who has a notice only.

    ``details`` and ``deeds`` are in the order of their times; ``letter`` is what the viewer got at
    the end of the sitting, None while it lasts.
    """

    tell: TellId
    first: First | None = None
    notice: Notice | None = None
    letter: Letter | None = None
    details: tuple[Detail, ...] = ()
    deeds: tuple[Deed, ...] = ()

    @property
    def at(self) -> datetime:
        """When the child told."""
        known = self.first or self.notice
        if known is None and self.details:
            return self.details[0].at
        return known.at if known is not None else self.deeds[0].at

    @property
    def taps(self) -> tuple[Tap, ...]:
        """All that was said after the first press, as far as the viewer may read."""
        return tuple(one.tap for one in self.details)

    @property
    def who(self) -> Who | None:
        """Who told; a child who was not signed in may have said it."""
        called = last(self.taps, Called)
        if called is not None:
            return Who(called.pupil, called.name, called.class_name, proved=False)
        return self.first.who if self.first is not None else None

    @property
    def category(self) -> str:
        """What it is about, "" where the child did not say."""
        about = last(self.taps, About)
        return about.category if about is not None else ""

    @property
    def drill(self) -> bool:
        """Whether it was made to try Tell out."""
        made = self.first is not None and self.first.drill
        return made or any(deed.act is Act.DRILL for deed in self.deeds)

    @property
    def standing(self) -> Standing:
        """How it stands: the last deed that ends or begins it again decides."""
        turned = [deed.act for deed in self.deeds if deed.act in ENDS | {Act.REOPENED}]
        if turned and turned[-1] is not Act.REOPENED:
            return Standing.CLOSED
        return Standing.OPENED if self.deeds else Standing.NEW

    @property
    def assigned(self) -> PersonId | None:
        """To whom it was given last."""
        given = [deed.about for deed in self.deeds if deed.act is Act.ASSIGNED]
        return PersonId(given[-1]) if given else None

    @property
    def done(self) -> frozenset[str]:
        """The ids of the steps that are done."""
        steps: dict[str, bool] = {}
        for deed in self.deeds:
            if deed.act in {Act.STEP, Act.UNSTEP}:
                steps[deed.about] = deed.act is Act.STEP
        return frozenset(step for step, done in steps.items() if done)

    def of(self, act: Act) -> tuple[Deed, ...]:
        """Return the deeds of one kind, in order."""
        return tuple(deed for deed in self.deeds if deed.act is act)

    def lies_in(self, pile: Pile, viewer: PersonId | None) -> bool:
        """Tell whether a list of this pile shows it to a viewer; drills lie by themselves."""
        if pile is Pile.ALL:
            return True
        if self.drill or pile is Pile.DRILLS:
            return self.drill and pile is Pile.DRILLS
        if self.standing is Standing.CLOSED or pile is Pile.CLOSED:
            return self.standing is Standing.CLOSED and pile is Pile.CLOSED
        if pile is Pile.MINE:
            return viewer is not None and self.assigned == viewer
        return self.standing is Standing.NEW or not self._is_others(viewer)

    def _is_others(self, viewer: PersonId | None) -> bool:
        """Tell whether a viewer can do no more than look: others see to it, and close it unseen."""
        outside = self.letter is not None and viewer not in self.letter.circle
        return self.first is None or outside

    def may_act(self, viewer: PersonId) -> bool:
        """Tell whether a viewer does more than look: they are in the circle of their letter."""
        return self.letter is not None and viewer in self.letter.circle


@dataclass(slots=True)
class Files:
    """All that a viewer has opened so far, in any order."""

    firsts: dict[TellId, First] = field(default_factory=dict)
    notices: dict[TellId, Notice] = field(default_factory=dict)
    letters: dict[TellId, Letter] = field(default_factory=dict)
    details: dict[TellId, tuple[Detail, ...]] = field(default_factory=dict)
    deeds: dict[TellId, dict[str, tuple[int, Deed]]] = field(default_factory=dict)

    def add_letter(self, letter: Letter) -> None:
        """Take a letter; one that lets the viewer read on counts, whichever came first."""
        known = self.letters.get(letter.tell)
        if known is None or (letter.group_key and not known.group_key):
            self.letters[letter.tell] = letter

    def add_deed(self, deed: Deed, place: int = LAST) -> None:
        """Take a deed, once; ``place`` is its entry's number, which orders those of one moment."""
        self.deeds.setdefault(deed.tell, {})[deed.id] = (place, deed)

    def case(self, tell: TellId) -> Case:
        """Return a Tell as far as it is known."""
        # What was added just now comes last of its moment, in the order in which it was added.
        placed = sorted(self.deeds.get(tell, {}).values(), key=lambda one: (one[1].at, one[0]))
        deeds = [deed for _, deed in placed]
        case = Case(tell, self.firsts.get(tell), self.notices.get(tell), self.letters.get(tell))
        return replace(case, details=self.details.get(tell, ()), deeds=tuple(deeds))

    def cases(self) -> tuple[Case, ...]:
        """Return all Tells, newest first.

        Of a Tell whose first press was erased, who reads on still has what was said; for all
        others it is gone, whatever they did with it.
        """
        said = (tell for tell, details in self.details.items() if details)
        known = dict.fromkeys((*self.firsts, *self.notices, *said))
        return newest_first(self.case(tell) for tell in known)


def newest_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return Tells, the newest first."""
    return tuple(sorted(cases, key=lambda one: (one.at, one.tell), reverse=True))


def chronology(cases: Sequence[Case], pupil: PupilId) -> tuple[Case, ...]:
    """Return a pupil's Tells, oldest first, as a child protection record has them."""
    own = [one for one in cases if one.who is not None and one.who.pupil == pupil]
    return tuple(reversed(newest_first(own)))
