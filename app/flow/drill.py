"""The drill: a real Tell, marked as one, that the first two open before children rely on Tell.

All of this runs on the lane "tell".
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from app.domain.ports import StoreFault
from app.domain.tell import setup
from app.domain.tell.deeds import Act, Deed
from app.domain.tell.desk import Lists, Seed
from app.domain.tell.journal import Addressed
from app.domain.tell.people import PersonId
from app.domain.tell.records import First, TellId
from app.domain.tell.routing import circles, first_circle
from app.flow.services import Services

PAGE = "Set-up"
"""What stands in a drill as the page from which it was told."""


def make_drill(services: Services) -> None:
    """Tell, as a child does, and end the sitting."""
    roster, routes = services.recipients.reach().roster, services.policy.routes
    tell = TellId(secrets.token_hex(8))
    first = First(tell, services.clock.now(), services.kiosk_name, PAGE, None, drill=True)
    addressed = Addressed(roster, circles(roster, routes, None, ()))
    services.tells.first(first, first_circle(roster, routes, None), addressed)
    services.tells.end(tell)
    services.tells.settle()


def open_drill(services: Services, person: PersonId, seed: Seed) -> Lists:
    """Open the drill with somebody's own key, and sign that Tell reaches them.

    Return the lists as they stand then. Raise ``StoreFault`` where it does not reach them: then
    Tell must not go live.
    """
    desk = services.staff_desk
    lists = desk.lists()
    reader = desk.reader(seed)
    while reader.step(100) and setup.drill_of(reader.files.cases()) is None:
        pass
    drill = setup.drill_of(reader.files.cases())
    if drill is None or lists.in_force is None:
        raise StoreFault("The drill cannot be opened with this key. Press 'Send a drill' again.")
    if not setup.has_opened(drill, person):
        people = drill.letter.circle if drill.letter is not None else frozenset({person})
        now = services.clock.now()
        desk.add(Deed(secrets.token_hex(8), drill.tell, now, person, Act.OPENED), seed, people)
    return desk.sign(replace(lists.in_force, live=True), {person: seed})
