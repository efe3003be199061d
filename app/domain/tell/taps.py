"""What a child may say after *Yes*, one tap at a time; each is kept as it is made."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.domain.ids import PupilId
from app.domain.tell.people import PersonId

MOST_WORDS = 900
"""Characters of one's own words that fit one record in any script; no more are taken at once."""
MOST_TAPS = 64
"""So many taps are kept of one sitting: more than a child who tells can need."""

LEVELS = range(1, 5)
"""How worried a child may say to be: a little to very."""


class Place(StrEnum):
    """Where it is that something is not right."""

    SCHOOL = "school"  # another child, at school
    HOME = "home"
    ONLINE = "online"
    GROWN_UP = "grown-up"  # a grown-up at school


class When(StrEnum):
    """When the child would like somebody to come."""

    NOW = "now"
    LATER = "later"  # when the lesson ends


@dataclass(frozen=True, slots=True)
class About:
    """What it is about: the id of a category of ``policy.toml``."""

    category: str


@dataclass(frozen=True, slots=True)
class Happens:
    """Where it happens."""

    place: Place


@dataclass(frozen=True, slots=True)
class Names:
    """The grown-up at school it is about."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Wants:
    """The grown-up whom the child would like to talk with."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class Worry:
    """How worried the child is: 1 (a little) to 4 (very)."""

    level: int


@dataclass(frozen=True, slots=True)
class Words:
    """In the child's own words; what cannot be written down is left out of them."""

    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", writable(self.text))


@dataclass(frozen=True, slots=True)
class Comes:
    """Come to me now, or wait until the lesson ends."""

    when: When


@dataclass(frozen=True, slots=True)
class Called:
    """Who they are, from a child who was not signed in and chose to say it."""

    pupil: PupilId
    name: str
    class_name: str

    def __post_init__(self) -> None:
        for part in ("name", "class_name"):
            object.__setattr__(self, part, writable(getattr(self, part)))


Tap = About | Happens | Names | Wants | Worry | Words | Comes | Called
Kind = TypeVar("Kind", About, Happens, Names, Wants, Worry, Words, Comes, Called)


def writable(text: str) -> str:
    """Return a text without control characters (line ends stay) and halves of characters.

    A keyboard driver, or what was typed with an input method that broke off, may leave those; they
    must not keep a child's words from being saved.
    """
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    lines = whole.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(one for one in lines if one == "\n" or unicodedata.category(one) != "Cc")


def last(taps: Sequence[Tap], kind: type[Kind]) -> Kind | None:
    """Return what was said last of one kind: a child may change their mind."""
    return next((tap for tap in reversed(taps) if isinstance(tap, kind)), None)


def named(taps: Sequence[Tap]) -> frozenset[PersonId]:
    """Return everybody who was ever named, also where the child chose somebody else later."""
    return frozenset(tap.person for tap in taps if isinstance(tap, Names))


def spoke_of_grown_up(taps: Sequence[Tap]) -> bool:
    """Tell whether a grown-up at school was ever spoken of, named or not."""
    said = any(isinstance(tap, Happens) and tap.place is Place.GROWN_UP for tap in taps)
    return said or bool(named(taps))
