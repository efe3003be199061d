"""A record of Tells for the tour: made-up children told, and made-up grown-ups saw to it.

It is kept in the tour's own data folder through the ports, as a school's is; nobody needs a
passphrase for it, because each key is made of a seed that is known here.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from app.bootstrap.house import House
from app.bootstrap.tour_tell import made_up_roster
from app.domain.school import Pupil, School
from app.domain.tell.attachments import about
from app.domain.tell.deeds import Act, Deed, Outcome
from app.domain.tell.desk import Seed
from app.domain.tell.journal import Addressed
from app.domain.tell.lists import Listing
from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.records import Detail, First, TellId, Who
from app.domain.tell.routing import Route, circles, first_circle
from app.domain.tell.taps import (
    About,
    Called,
    Comes,
    Happens,
    Names,
    Place,
    Tap,
    Wants,
    When,
    Words,
    Worry,
)

LONG = (
    "They took my bag again and threw it over the fence by the playing field, and two of them "
    "laughed. Yesterday they wrote in the class chat that nobody should sit next to me at lunch."
)
NOTE = (
    "Spoke with Amina in the library, with the door open. She showed where it happens and who was "
    "there. Rang home at 15:40; her mother comes in tomorrow. The class teacher watches the gate."
)


@dataclass(frozen=True, slots=True)
class Record:
    """Who is on the list in force, their seeds by role, and what was told, by a word for it."""

    roster: Roster
    seeds: Mapping[Role, Seed]
    tells: Mapping[str, TellId]

    def who(self, role: Role) -> Person:
        """Return whoever has an office."""
        return next(one for one in self.roster.people if role in one.roles)


def make_record(house: House, school: School) -> Record:
    """Put a live list in force, tell, and see to it; to be called on the lane "tell"."""
    seeds = {role: Seed(bytes([number]) * 32) for number, role in enumerate(Role, 1)}
    house.tells.ready()
    roster = _publish(house, _roster(house, school, seeds), seeds)
    scribe = _Scribe(house, school, roster, seeds)
    tells = {name: scribe.tell(*said) for name, said in _stories(roster, school).items()}
    scribe.see_to(tells)
    return Record(roster, seeds, tells)


def _roster(house: House, school: School, seeds: Mapping[Role, Seed]) -> Roster:
    """Return everybody with their keys; the deputy has none yet, and somebody has left."""
    people: list[Person] = []
    for one in made_up_roster().people:
        (role,) = one.roles
        box_key, sign_key = house.staff_desk.public_keys(seeds[role])
        taught = (school.classes[0].id,) if role is Role.TEACHER else ()
        if role is Role.DEPUTY:
            box_key = sign_key = b""
        people.append(replace(one, box_key=box_key, sign_key=sign_key, classes=taught))
    gone = Person(PersonId("f" * 8), "Mr Fenwick", "man-light-calm", frozenset({Role.DEPUTY}))
    box_key, sign_key = house.staff_desk.escrow_keys(Seed(bytes(32)))
    return Roster(0, (*people, replace(gone, left=True)), box_key, escrow_sign=sign_key)


def _publish(house: House, roster: Roster, seeds: Mapping[Role, Seed]) -> Roster:
    both = {
        one.id: seeds[role]
        for role in (Role.DSL, Role.HEAD)
        for one in roster.people
        if role in one.roles
    }
    lists = house.staff_desk.sign(Listing(roster), both)
    if lists.in_force is not None:
        lists = house.staff_desk.sign(replace(lists.in_force, live=True), both)
    if lists.in_force is None:
        raise RuntimeError("the tour's own list of recipients is not in force")
    return lists.in_force.roster


Story = tuple[Pupil | None, float, tuple[Tap, ...]]
"""Who told (None: nobody was signed in), how many hours ago, and what."""


def _stories(roster: Roster, school: School) -> dict[str, Story]:
    lead, head = roster.people[0].id, roster.people[1].id
    one, other, third = school.pupils[:3]
    full = (
        About("unkind"),
        Happens(Place.SCHOOL),
        Worry(3),
        Words(LONG),
        Wants(head),
        Comes(When.LATER),
    )
    called = Called(third.id, third.full_name, school.classes[0].name)
    return {
        "drill": (None, 300, ()),
        "closed": (other, 200, (About("friend"), Happens(Place.HOME), Worry(2))),
        "before": (one, 120, (About("scary"), Happens(Place.ONLINE), Worry(1))),
        "computer": (third, 50, (About("school-computer"), Happens(Place.SCHOOL))),
        "pictures": (other, 26, (About("private-pictures"), Happens(Place.ONLINE), Worry(4))),
        "lead": (third, 5, (Happens(Place.GROWN_UP), Names(lead), Words("It is about the lead."))),
        "called": (None, 3, (About("stranger"), Happens(Place.ONLINE), called)),
        "press": (other, 1, ()),
        "full": (one, 0.5, full),
    }


class _Scribe:
    """Writes Tells and deeds, each for whom it is."""

    def __init__(
        self, house: House, school: School, roster: Roster, seeds: Mapping[Role, Seed]
    ) -> None:
        self._house = house
        self._school = school
        self._roster = roster
        self._seeds = {
            one.id: seeds[role] for role in Role for one in roster.people if role in one.roles
        }
        self._said: dict[TellId, tuple[Pupil | None, tuple[Tap, ...]]] = {}
        self._now = house.clock.now()

    def tell(self, pupil: Pupil | None, hours: float, taps: tuple[Tap, ...]) -> TellId:
        """Tell all of it as a child does, from the first press to the sitting's end."""
        tell, class_id = TellId(secrets.token_hex(8)), pupil.class_id if pupil else None
        routes, journal = self._house.policy.routes, self._house.tells
        who = self._who(pupil) if pupil is not None else None
        drill = pupil is None and not taps
        first = First(tell, self._ago(hours), "Library 1", "My path", who, drill=drill)
        addressed = partial(circles, self._roster, routes, class_id)
        circle = first_circle(self._roster, routes, class_id)
        journal.first(first, circle, Addressed(self._roster, addressed(())))
        for count in range(1, len(taps) + 1):
            found = Addressed(self._roster, addressed(taps[:count]))
            journal.add(Detail(tell, first.at, taps[count - 1]), found)
        journal.end(tell)
        journal.settle()
        self._said[tell] = (pupil, taps)
        return tell

    def see_to(self, tells: Mapping[str, TellId]) -> None:
        """Let the lead and the head see to what was told."""
        lead, head = (one.id for one in self._roster.people[:2])
        full, closed = tells["full"], tells["closed"]
        step = self._house.policy.checklists("unkind", Route.USUAL)[0].steps[0]
        self._do(closed, lead, 199, Act.OPENED)
        self._do(closed, lead, 190, Act.CLOSED, Outcome.TALKED.value, "All is well again.")
        self._do(full, head, 0.4, Act.OPENED)
        self._do(full, head, 0.4, Act.NOTE, "", NOTE)
        self._do(full, head, 0.3, Act.STEP, step.id)
        self._do(full, head, 0.3, Act.PARENTS, "told", "Her mother, by telephone.")
        self._do(full, head, 0.2, Act.ASSIGNED, lead)
        self._do(full, head, 0.2, Act.LINKED, tells["before"])
        self._attach(full, head, "Screenshot of the class chat, 3 November.png")

    def _attach(self, tell: TellId, by: PersonId, name: str) -> None:
        exhibits = self._house.exhibits
        sealed, key = exhibits.sealed(tell, b"made up", self._roster.escrow)
        self._do(tell, by, 0.1, Act.ATTACHED, about(exhibits.keep(sealed), key), name)

    def _do(self, tell: TellId, by: PersonId, hours: float, act: Act, *said: str) -> None:
        pupil, taps = self._said[tell]
        class_id = pupil.class_id if pupil is not None else None
        found = circles(self._roster, self._house.policy.routes, class_id, taps)
        deed = Deed(secrets.token_hex(8), tell, self._ago(hours), by, act, *said)
        self._house.staff_desk.add(deed, self._seeds[by], found.inner | found.outer | {by})

    def _who(self, pupil: Pupil) -> Who:
        own = self._school.school_class(pupil.class_id)
        return Who(pupil.id, pupil.full_name, own.name if own else "", proved=bool(pupil.secret))

    def _ago(self, hours: float) -> datetime:
        return self._now - timedelta(hours=hours)
