"""For whom a deed is: those who read on, and what is for all for all who know of the Tell."""

from __future__ import annotations

from app.domain.tell.cases import Case
from app.domain.tell.deeds import LOOKS, TO_ALL, Deed
from app.domain.tell.routing import People


def told_of(deed: Deed, case: Case, first: People) -> People:
    """Return who is told of a deed, by the Tell as whoever does it sees it.

    ``first`` are those who get a first press by the list in force. While the child sits there
    nobody reads on yet, so they are told who looks. Whoever has a notice alone tells nobody: that
    there is one says that more was said. And whoever did not get the first press tells nothing to
    those who did: that they read on says that somebody is spoken of.
    """
    own, letter = frozenset({deed.by}), case.letter
    if letter is None:
        return own | (first if case.first is not None and deed.act in LOOKS else own)
    tells_all = deed.act in TO_ALL and deed.by in letter.knowing
    return own | letter.circle | (letter.knowing if tells_all else own)
