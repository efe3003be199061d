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

from collections.abc import Iterable

from app.domain.tell.cases import Case
from app.domain.tell.deeds import TO_ALL, Act, Deed
from app.domain.tell.lists import holders
from app.domain.tell.people import PersonId, Roster
from app.domain.tell.records import Letter


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
