"""A text a child meets, with its place, so that it can be checked, measured and spoken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Slot(StrEnum):
    """The kind of place a text stands in; a view answers for how much room each has."""

    TITLE = "title"
    TOLD = "told"  # what the story-teller, and the program itself, says
    LINE = "line"  # what a character says, beside a face
    PROMPT = "prompt"
    OPTION = "option"
    MESSAGE = "message"  # a bubble of a make-believe messenger
    CARD = "card"  # a card to sort or to put in order
    BASKET = "basket"
    LABEL = "label"  # a short name: of a clue, a page, a person
    PAGE = "page"  # the body of a make-believe page or message
    FEEDBACK = "feedback"
    DEBRIEF = "debrief"
    STAFF = "staff"  # read by grown-ups only: no reading cap, no fit


@dataclass(frozen=True, slots=True)
class Words:
    """One text: ``where`` it stands (in words), the ``text`` itself, and its ``slot``."""

    where: str
    text: str
    slot: Slot


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture asked for by an author.

    ``name`` is a file beside the lesson ("park.svg") or a bundled picture ("art:shield");
    ``words`` tell what it shows, for those who cannot see it ("" where it only decorates words that
    stand beside it).
    """

    name: str
    words: str = ""


def sentence(words: str) -> str:
    """Return words of a fault as a sentence; only the first letter may change ("PIN" stays)."""
    ended = words if words.endswith((".", "!", "?")) else f"{words}."
    return ended[:1].upper() + ended[1:]
