"""What the Tell page asks, step by step, as words and pictures; the same for the real and practice.

Nothing here knows how a press is kept: that is the wall between practice and the real Tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from app.domain.tell.people import Person
from app.domain.tell.policy import Category
from app.domain.tell.story import Step
from app.domain.tell.taps import Comes, Happens, Names, Place, Tap, Wants, When, Worry


class Choice(NamedTuple):
    """One card: its words, picture and note, and what a child says by pressing it.

    Without ``taps`` it says nothing and goes on.
    """

    words: str
    picture: str
    taps: tuple[Tap, ...] = ()
    note: str = ""


class Question(NamedTuple):
    """One page of it."""

    title: str
    choices: tuple[Choice, ...] = ()


class Known(NamedTuple):
    """What there is to choose from."""

    categories: Sequence[Category] = ()
    staff: Sequence[Person] = ()
    wanted: Sequence[Person] = ()


def _tr(words: str) -> str:
    return QCoreApplication.translate("TellQuestions", words)


def asked() -> Question:
    """Return the first question, its cards *Yes* and *Not now* in this order."""
    title = _tr("Do you want a grown-up to come and talk with you?")
    yes = Choice(_tr("Yes please"), "art:thumbs-up", (), _tr("You do not need to write anything."))
    not_now = Choice(_tr("Not now"), "art:cloud", (), _tr("Nothing is sent."))
    return Question(title, (yes, not_now))


def question(step: Step, known: Known) -> Question:
    """Return what is asked at a step; one without cards is not asked by cards."""
    cards = {
        Step.ABOUT: (_tr("What is it about?"), _about),
        Step.PLACE: (_tr("Who or where is it?"), _places),
        Step.WHO: (_tr("Which grown-up is it about?"), _who),
        Step.WANTS: (_tr("Who would you like to talk with?"), _wants),
        Step.WORRY: (_tr("How worried are you?"), _worries),
        Step.COMES: (_tr("When shall the grown-up come?"), _whens),
    }
    if step not in cards:
        return Question(_tr("Is there more you want to say?"))
    title, choices = cards[step]
    return Question(title, choices(known))


def _about(known: Known) -> tuple[Choice, ...]:
    return tuple(Choice(one.words, one.picture, one.taps()) for one in known.categories)


def _places(_: Known) -> tuple[Choice, ...]:
    return (
        Choice(_tr("Children at school"), "art:school", (Happens(Place.SCHOOL),)),
        Choice(_tr("At home"), "art:house", (Happens(Place.HOME),)),
        Choice(_tr("Online"), "art:computer", (Happens(Place.ONLINE),)),
        Choice(_tr("A grown-up at school"), "art:man-medium-calm", (Happens(Place.GROWN_UP),)),
    )


def _who(known: Known) -> tuple[Choice, ...]:
    people = [Choice(one.title, f"art:{one.face}", (Names(one.id),)) for one in known.staff]
    return (*people, Choice(_tr("I do not want to say who"), "art:cloud"))


def _wants(known: Known) -> tuple[Choice, ...]:
    people = [Choice(one.title, f"art:{one.face}", (Wants(one.id),)) for one in known.wanted]
    return (*people, Choice(_tr("Anyone is fine"), "art:people-shape"))


def _worries(_: Known) -> tuple[Choice, ...]:
    faces = (
        (_tr("A little"), "neutral"),
        (_tr("Quite worried"), "worried"),
        (_tr("Very worried"), "unhappy"),
        (_tr("So worried I could cry"), "tearful"),
    )
    return tuple(
        Choice(words, f"art:{face}", (Worry(level),))
        for level, (words, face) in enumerate(faces, 1)
    )


def _whens(_: Known) -> tuple[Choice, ...]:
    return (
        Choice(_tr("Come to me now"), "art:footprints", (Comes(When.NOW),)),
        Choice(_tr("Wait until the lesson ends"), "art:clock", (Comes(When.LATER),)),
    )
