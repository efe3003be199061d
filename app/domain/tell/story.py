"""The way through the Tell page: one question a page, none of which needs an answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.domain.tell.people import Person, Role, Roster
from app.domain.tell.taps import Tap, spoke_of_grown_up


class Step(Enum):
    """What the Tell page asks or shows."""

    ASK = auto()  # do you want a grown-up to come and talk with you?
    NAME = auto()  # shall we know your name? Where nobody is signed in
    ABOUT = auto()
    PLACE = auto()
    WHO = auto()  # which grown-up at school, where one was spoken of
    WANTS = auto()  # whom would you like to talk with?
    WORRY = auto()
    COMES = auto()
    WORDS = auto()
    DONE = auto()  # what happens next


@dataclass(frozen=True, slots=True)
class Scene:
    """What the questions hang on: who is there to choose from, and what is known."""

    roster: Roster
    signed_in: bool
    has_classes: bool


def steps(scene: Scene, taps: Sequence[Tap]) -> tuple[Step, ...]:
    """Return the pages of a Tell, with what was said so far."""
    asked = {
        Step.NAME: not scene.signed_in and scene.has_classes,
        Step.WHO: spoke_of_grown_up(taps) and bool(staff(scene.roster)),
        Step.WANTS: bool(wanted(scene.roster)),
    }
    return tuple(step for step in Step if asked.get(step, True))


def after(step: Step, way: Sequence[Step]) -> Step:
    """Return the page after one; the last stays."""
    later = [one for one in way if one.value > step.value]
    return later[0] if later else way[-1]


def before(step: Step, way: Sequence[Step]) -> Step | None:
    """Return the page before one, None where it is the first after the asking."""
    earlier = [one for one in way if Step.ASK.value < one.value < step.value]
    return earlier[-1] if earlier else None


def staff(roster: Roster) -> tuple[Person, ...]:
    """Return who may be spoken of: everybody on the list who is still there."""
    return tuple(one for one in roster.people if not one.left)


def wanted(roster: Roster) -> tuple[Person, ...]:
    """Return whom a child may ask for: those who are at school every day and can read of it."""
    away = frozenset({Role.CHAIR, Role.STAND_IN})
    return tuple(one for one in roster.people if one.enrolled and not one.roles <= away)
