"""Nobody sees that they are spoken of, whatever staff do with a Tell afterwards, for years.

For random schools, Tells, deeds, newcomers and erasures: all that somebody sees who is spoken of is
what they would see had the child stopped after *Yes*, and the others done what all are told of.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from app.domain.tell.deeds import TO_ALL, Act
from app.domain.tell.erasing import is_whole
from app.domain.tell.people import Person, Role, Roster
from app.domain.tell.routing import AT_SCHOOL, circles
from app.domain.tell.taps import About, Happens, Names, Place, Tap, Wants, Words, named
from app.domain.tell.taps import spoke_of_grown_up as spoke
from tests.staffroom import grown_up
from tests.tells import ROUTES, id_of, public_key
from tests.worlds import World

TRIALS = 30
FIRST = {role.value: (role,) for role in Role}
LATER: dict[str, tuple[Role, ...]] = {
    "dsl 2": (Role.DSL,),
    "deputy 2": (Role.DEPUTY, Role.TEACHER),
    "head 2": (Role.HEAD,),
    "chair 2": (Role.CHAIR,),
    "stand-in 2": (Role.STAND_IN, Role.TEACHER),
}
NAMES = (*FIRST, *LATER)
ACTS = (Act.OPENED, Act.NOTE, Act.STEP, Act.CLOSED, Act.EXPORTED)


@dataclass(frozen=True)
class Move:
    """One thing that staff do: a deed, a newcomer, or an erasure."""

    kind: str
    who: str
    other: str = ""
    act: Act = Act.NOTE


def not_yet(name: str) -> Person:
    """Return somebody who is on the list and has no keys yet: a child may name them."""
    return Person(id_of(name), name, "face", frozenset(LATER[name]))


def school(chance: Random) -> Roster:
    """Return a school; some have not signed in yet."""
    people = [grown_up(name, *roles) for name, roles in FIRST.items()]
    later = [not_yet(name) for name in LATER]
    return Roster(1, (*people, *later), public_key("escrow"), covering=chance.random() < 0.3)


def said(chance: Random) -> tuple[Tap, ...]:
    """Return what a child says in which a grown-up is spoken of."""
    taps: list[Tap] = [About(chance.choice(["unkind", "bad-content"])), Words("I am sad")]
    taps += [Wants(id_of(chance.choice(NAMES)))] * chance.randrange(2)
    taps += [Names(id_of(name)) for name in chance.sample(NAMES, chance.randrange(3))]
    taps.append(Happens(Place.GROWN_UP))
    chance.shuffle(taps)
    return tuple(taps)


def moves(chance: Random, subject: str) -> list[Move]:
    """Return what staff do, the subject among them."""
    found = []
    later = list(LATER)
    chance.shuffle(later)
    for _ in range(chance.randrange(4, 9)):
        who = subject if chance.random() < 0.4 else chance.choice(NAMES)
        kind = chance.choices(["deed", "join", "erase"], [6, 3, 1])[0]
        if kind == "join" and later:
            found.append(Move("join", later.pop(), who))
        elif kind == "deed":
            found.append(Move("deed", who, act=chance.choice(ACTS)))
    if chance.random() < 0.6:
        asker = subject if chance.random() < 0.7 else chance.choice(NAMES)
        found += [
            Move("deed", asker, act=Act.EXPORTED),
            Move("erase", asker, chance.choice(["dsl", "headteacher", "chair", "dsl 2"])),
        ]
    if later and chance.random() < 0.5:
        found.append(Move("join", later.pop(), chance.choice(NAMES)))
    return found


def done(world: World, move: Move) -> bool:
    """Do it; tell whether those who only know of the press see it.

    What they do themselves they all see. Of those who read on they see what all are told of.
    """
    case = world.case(move.who)
    letter = case.letter if case is not None else None
    match move.kind:
        case "join":
            world.enrol(grown_up(move.who, *LATER[move.who]), move.other)
            return True
        case "erase":
            whole = letter is not None and is_whole(letter, id_of(move.who), id_of(move.other))
            return world.erase(move.who, move.other) and whole
        case _:
            did = world.do(move.who, move.act, "so")
            if letter is None or not letter.group_key:
                return did
            return did and id_of(move.who) in letter.knowing and move.act in TO_ALL


def subjects(roster: Roster, last: Roster, taps: tuple[Tap, ...]) -> list[str]:
    """Return who is spoken of: who is named, or may be meant and does not read on.

    Whom the child would like to talk with gets the press because of that, as they may know.
    """
    if named(taps):
        return [name for name in NAMES if id_of(name) in named(taps)]
    inner = circles(roster, ROUTES, None, taps).inner | circles(last, ROUTES, None, taps).inner
    wanted = {tap.person for tap in taps if isinstance(tap, Wants)}
    other = [one for one in last.people if one.id not in inner | wanted]
    at_school = [one for one in other if one.roles & AT_SCHOOL]
    return [one.title for one in at_school if spoke(taps)]


@pytest.mark.parametrize("trial", range(TRIALS))
def test_who_is_spoken_of_sees_what_they_would_had_the_child_stopped(trial: int) -> None:
    chance = Random(trial)
    roster, taps = school(chance), said(chance)
    everybody = [grown_up(name, *roles) for name, roles in (FIRST | LATER).items()]
    last = Roster(1, tuple(everybody), b"", covering=roster.covering)
    subject = chance.choice(subjects(roster, last, taps))
    true, stopped = World(roster, taps), World(roster, ())
    for move in moves(chance, subject):
        seen = done(true, move)
        if seen or move.who == subject:
            done(stopped, move)
        else:
            stopped.tick()
        assert true.view(subject) == stopped.view(subject), (trial, subject, taps, move)


def test_the_trials_erase_join_and_hide() -> None:
    """What is compared is not the same empty desk again and again."""
    kinds: dict[str, int] = {}
    for trial in range(TRIALS):
        chance = Random(trial)
        roster, taps = school(chance), said(chance)
        world = World(roster, taps)
        for move in moves(chance, "dsl"):
            kinds[move.kind] = kinds.get(move.kind, 0) + done(world, move)
        read_on = [name for name in NAMES if (case := world.case(name)) and case.taps]
        kinds["read on"] = kinds.get("read on", 0) + len(read_on)
        kinds["gone"] = kinds.get("gone", 0) + (world.case("dsl") is None)
    assert min(kinds.values()) > 3, kinds
    assert set(kinds) == {"deed", "join", "erase", "read on", "gone"}
