"""Erasing by two: what may go, so that nobody sees by it that they are spoken of.

Two who both knew of the first press erase all that the one who asks can open: had the child
stopped after *Yes*, they could do the same, and all who know of the press see the Tell go. What
was said afterwards stays for those who read on, unless the one who asks reads on as well.

Two of whom one did not know of the press (the chair, where it is about the DSL) erase what only
those who read on can open: what was said, and what they did. The press itself stays with those who
know of it: it must not vanish for them by the hands of somebody who, for all they know, never had
it. A Tell is handed over before (``Act.EXPORTED``, by one of the two).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.domain.tell.cases import Case
from app.domain.tell.deeds import ADDS_NOTHING, TO_ALL, Act, Deed
from app.domain.tell.desk import Hand, Reader
from app.domain.tell.lists import holders
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.records import Letter, TellId


class NotErasable(ValueError):
    """A Tell cannot be erased so; the text says why, and what to do."""


def may_agree(case: Case, asker: PersonId, roster: Roster) -> tuple[PersonId, ...]:
    """Return who may be asked to agree: the other holders who read the Tell with the asker."""
    circle = case.letter.circle if case.letter is not None else frozenset()
    people = holders(roster) if asker in circle else ()
    return tuple(one.id for one in people if one.id in circle and one.id != asker)


def is_whole(letter: Letter, one: PersonId, other: PersonId) -> bool:
    """Tell whether two may erase the first press too: both knew of it."""
    return {one, other} <= letter.knowing


def is_inner(deed: Deed, letter: Letter) -> bool:
    """Tell whether only those who read on by this letter can open a deed."""
    told_to_all = deed.act in TO_ALL and deed.by in letter.knowing
    return deed.by in letter.circle and not told_to_all


def was_exported(deeds: Iterable[Deed], *people: PersonId) -> bool:
    """Tell whether one of them handed the Tell over."""
    return any(deed.act is Act.EXPORTED and deed.by in people for deed in deeds)


def is_handed_over(deeds: Sequence[Deed], *people: PersonId) -> bool:
    """Tell whether one of them handed all of it over: nothing was added since."""
    handed = [at for at, deed in enumerate(deeds) if was_exported([deed], *people)]
    return bool(handed) and not _adds(deeds[handed[-1] :])


def adds_to_asked(deeds: Sequence[Deed], asker: PersonId) -> bool:
    """Tell whether something was added since somebody asked for all of it to be erased."""
    own = [at for at, deed in enumerate(deeds) if (deed.act, deed.by) == (Act.ERASING, asker)]
    return bool(own) and _adds(deeds[own[-1] :])


def _adds(deeds: Iterable[Deed]) -> bool:
    return any(deed.act not in ADDS_NOTHING for deed in deeds)


@dataclass(frozen=True, slots=True)
class Wish:
    """What ``by`` asks ``second`` to agree to. ``whole``: all who know of the Tell see it go."""

    tell: TellId
    by: PersonId
    second: PersonId
    whole: bool


class Erasing(Protocol):
    """All calls come on the lane "tell", with a reader that has come to its end.

    Raises ``NotErasable``, and ``StoreFault`` where the disk fails.
    """

    def ask(self, hand: Hand, reader: Reader, tell: TellId, second: PersonId) -> None:
        """Ask somebody to agree; nothing is destroyed yet."""

    def waiting(self, hand: Hand, reader: Reader) -> tuple[Wish, ...]:
        """Return what others ask whoever reads to agree to."""

    def asked(self, hand: Hand, reader: Reader) -> tuple[Wish, ...]:
        """Return what whoever reads asks others to agree to, and is not done yet."""

    def agree(self, hand: Hand, reader: Reader, wish: Wish) -> None:
        """Sign what was asked for; its files are destroyed when this returns."""
