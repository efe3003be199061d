"""Which Tell a child told before, for the page that says it was opened.

In memory only, since the program was started, and only for children who had signed in with their
secret pictures. On the disk it would say who told: to everybody who can read this PC's disk. A
keyed hash would not help: there are some hundred pupils and a few thousand triples of pictures, so
every key can be tried in a second. After a restart a child simply does not see it any more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.ids import PupilId
    from app.domain.tell.records import TellId, Who


class TellPast:
    """The last Tell of each of these children."""

    def __init__(self) -> None:
        self._last: dict[PupilId, TellId] = {}

    def note(self, who: Who | None, tell: TellId) -> None:
        """Note that somebody told; nothing is noted of who did not prove who they are."""
        if who is not None and who.proved:
            self._last[who.pupil] = tell

    def of(self, who: Who | None) -> TellId | None:
        """Return what somebody told before, None for who does not prove who they are."""
        return self._last.get(who.pupil) if who is not None and who.proved else None
