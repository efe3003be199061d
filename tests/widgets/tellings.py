"""What a child at the Tell page does and sees, by its controller alone."""

from __future__ import annotations

from app.domain.ports import StoreFault
from app.domain.tell.records import First
from app.domain.tell.story import Step
from app.domain.tell.taps import About, Happens, Place, Tap, Words, Worry
from app.flow.desk import Desk
from app.flow.telling import Saved, Telling
from tests.widgets.desks import Back

FULL = StoreFault("tell/intake: no space is left on the disk")
MEDDLED = StoreFault("tell/roster: its signatures do not fit")
TAPS: tuple[Tap, ...] = (About("unkind"), Happens(Place.SCHOOL), Worry(2), Words("Help me."))


def open_at(desk: Desk, page: str = "Welcome") -> Telling:
    """Press Tell on a page."""
    desk.telling.open(page)
    return desk.telling


def saved(telling: Telling) -> Saved:
    """Return what the page says of saving now."""
    return telling.page.saved


def step(telling: Telling) -> Step:
    """Return what is asked or shown now."""
    return telling.page.step


def live(telling: Telling) -> bool:
    """Return whether the page says that somebody comes."""
    return telling.page.live


def only_first(back: Back) -> First:
    """Return the one first press that was kept."""
    back.lanes.work()
    (first,) = back.tells.firsts
    return first
