"""Who gets which letter when the list of recipients changes, without anybody seeing by it more.

Whoever can read a Tell writes it anew for the list in force, two letters a Tell whatever it holds:

- one for those who read on, and whoever the route gives it to by the new list; never for somebody
  who was named;
- one, as after a Tell in which nothing more was said, for those who knew of the first press, and
  whoever would read on by the new list had the child stopped after *Yes*: also where it speaks of
  them. So a newcomer of whom a Tell speaks has what every newcomer in their office would have, and
  neither a gap nor a letter too many tells them. Where nothing more was said it is the first one,
  and the second is sealed to nobody.

Who reads on and did not know of the press (the chair, where it is about the DSL) writes only to
those who read on: had the child stopped, they would have written nothing. What staff did goes with
the letters, to those who could have it had they been there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Deed
from app.domain.tell.erasing import is_inner
from app.domain.tell.people import ESCROW, PersonId, Roster
from app.domain.tell.records import Letter
from app.domain.tell.routing import Circles, People, Routes, circles, may_read
from app.domain.tell.taps import Tap

NOBODY: People = frozenset()


@dataclass(frozen=True, slots=True)
class Post:
    """A letter, and to whom it goes."""

    letter: Letter
    to: People


@dataclass(frozen=True, slots=True)
class Ground:
    """By what a Tell is written anew, and by whom: the list in force, and the school's routes.

    ``also`` get the second letter in any case: who renews their own keys.
    """

    roster: Roster
    routes: Routes
    by: PersonId
    also: People = NOBODY

    def knows(self, letter: Letter) -> bool:
        """Tell whether who writes would have this Tell had the child stopped after *Yes*."""
        return self.by == ESCROW or self.by in letter.knowing | self.also

    def circles(self, taps: Sequence[Tap]) -> Circles:
        """Return the circles by the list in force; the class matters to the first press alone.

        Cover is for what comes while it lasts: one holder alone lets it begin, so it opens nothing
        that is there already.
        """
        return circles(replace(self.roster, covering=False), self.routes, None, taps)

    def still(self, people: People) -> People:
        """Return those of some people who are still there."""
        return frozenset(one.id for one in self.roster.people if one.enrolled and one.id in people)

    def readers(self, people: People) -> People:
        """Return those of some people whose office it is to read."""
        return frozenset(one.id for one in self.roster.people if one.id in people and may_read(one))


def letters(case: Case, letter: Letter, ground: Ground) -> tuple[Post, Post]:
    """Return both letters, and to whom they go."""
    found = ground.circles(case.taps)
    knowing = ground.still(letter.knowing) | found.usual
    plain = replace(letter, circle=ground.readers(knowing), knowing=knowing, group_key=b"")
    told = knowing | ground.also if ground.knows(letter) else NOBODY
    if not letter.group_key:
        return Post(plain, told), Post(plain, NOBODY)
    inner = ground.still(letter.circle) | found.inner
    read_on = replace(letter, circle=inner, knowing=knowing)
    # Of an erased press there is nothing more to know.
    return Post(read_on, inner), Post(plain, told - inner if case.first is not None else NOBODY)


def readers_of_deed(deed: Deed, letter: Letter, posts: tuple[Post, Post], ground: Ground) -> People:
    """Return to whom a deed is sealed anew, by the letter that its reader had and both new ones."""
    on, plain = posts
    if not ground.knows(letter):
        return on.letter.circle
    if deed.by not in letter.circle:
        return plain.letter.circle | ground.also
    told = NOBODY if is_inner(deed, letter) else ground.readers(on.letter.knowing)
    return on.letter.circle | told | ground.also
