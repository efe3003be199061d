"""Writing letters anew for a list that has changed: who joined, who has new keys, who is left.

A holder does it for all Tells they can read; with the escrow words it can be done for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from app.domain.tell.cases import Case
from app.domain.tell.joining import Ground, Post, letters, readers_of_deed
from app.domain.tell.records import Letter, Row, row_of
from app.domain.tell.routing import People
from app.tell.deeds import resealed, sealed
from app.tell.desk import Desk
from app.tell.erasing import Me
from app.tell.sealing import TooLong
from app.tell.sitting import readers_of


class Joining:
    """Writes on step by step; begun anew after a power cut it only writes some letters twice."""

    def __init__(self, desk: Desk, me: Me, ground: Ground) -> None:
        """``me.reading`` has come to its end."""
        self._desk = desk
        self._me = me
        self._ground = ground
        self._cases = [one for one in me.reading.files.cases() if one.letter is not None]
        self.total = len(self._cases)
        self.done = 0
        self.left_out = 0
        """Deeds that were too long to be sealed once more."""

    def step(self, tells: int) -> bool:
        """Write so many Tells anew; return whether there are more. Raise ``StoreFault``."""
        chosen = islice(self._cases, self.done, self.done + tells)
        files = [data for case in chosen for data in self._anew(case)]
        if files:
            self._desk.add_sealed(files)
        self.done = min(self.done + tells, self.total)
        return self.done < self.total

    def _anew(self, case: Case) -> Iterator[bytes]:
        letter = case.letter
        if letter is None:
            return
        posts = letters(case, letter, self._ground)
        for post in posts:
            yield self._sealed(row_of(post.letter), post.to)
        yield from self._deeds(case, letter, posts)

    def _deeds(self, case: Case, letter: Letter, posts: tuple[Post, Post]) -> Iterator[bytes]:
        made = self._me.reading.deeds.get(case.tell, {})
        for deed in case.deeds:
            row = resealed(*made[deed.id])
            try:
                yield self._sealed(row, readers_of_deed(deed, letter, posts, self._ground))
            except TooLong:
                self.left_out += 1

    def _sealed(self, row: Row, people: People) -> bytes:
        readers = readers_of(self._ground.roster, people)
        return sealed(row, self._me.id, self._me.holder, readers).data
