"""The states of the Tell page, for the tour: made-up grown-ups, and nothing that is kept."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.tell.people import Person, PersonId, Role, Roster
from app.domain.tell.policy import Policy
from app.domain.tell.story import Step
from app.domain.tell.taps import About, Happens, Place
from app.domain.tell.way import Way
from app.flow.telling import Saved, TellPage

STAFF = (
    ("Safeguarding lead", "woman-curly-calm", Role.DSL),
    ("Headteacher", "man-turban-calm", Role.HEAD),
    ("Deputy safeguarding lead", "man-dark-calm", Role.DEPUTY),
    ("Class teacher", "scarf-medium-calm", Role.TEACHER),
    ("Computing lead", "woman-red-hair-calm", Role.COMPUTING),
    ("Chair of governors", "grandma-light-calm", Role.CHAIR),
    ("Stand-in for the chair", "grandpa-dark-calm", Role.STAND_IN),
)


def made_up_roster() -> Roster:
    """Return seven grown-ups by their roles; nothing can be sealed to them."""
    people = [
        Person(PersonId(f"{number:08x}"), title, face, frozenset({role}), box_key=bytes(32))
        for number, (title, face, role) in enumerate(STAFF)
    ]
    return Roster(1, tuple(people))


def tell_pages(policy: Policy) -> Iterator[tuple[str, TellPage]]:
    """Yield every step of a Tell, and each thing that can be true of what was pressed."""
    roster = made_up_roster()
    readers = frozenset(one.id for one in roster.people[:2])
    said = (About(policy.categories[0].id), Happens(Place.GROWN_UP))
    for step in Step:
        saved = Saved.NOTHING if step is Step.ASK else Saved.SAVED
        yield (
            step.name.lower(),
            TellPage(roster, policy, step, said, saved, readers, live=True, goes_back=True),
        )
    for saved in (Saved.SAVING, Saved.FAILED):
        page = TellPage(roster, policy, Step.DONE, said, saved, readers, live=True)
        yield f"done {saved.name.lower()}", page
    for way in Way:
        page = TellPage(roster, policy, Step.DONE, said, Saved.SAVED, readers, live=True, way=way)
        yield f"done {way.name.lower()}", page
    yield (
        "ask opened before",
        TellPage(roster, policy, readers=readers, live=True, earlier_opened=True),
    )
    for step in (Step.ASK, Step.DONE):
        saved = Saved.TRIED if step is Step.DONE else Saved.NOTHING
        yield f"{step.name.lower()} not live", TellPage(Roster(), policy, step, saved=saved)
    yield "ask unready", TellPage(Roster(), policy, saved=Saved.UNREADY)
