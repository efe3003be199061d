"""Finds words that must not stand before a child: brands, questions about their own life, and
talk of secrets around Tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.domain.words import Slot, Words

DATA = Path(__file__).parent / "data"
TOKEN = re.compile(r"\w+(?:\.\w+)*")
SECRECY = re.compile(r"\b(secret|secrecy|promis|anonym|confidential)\w*", re.IGNORECASE)
TELL = re.compile(r"\bTell\b")
TELL_BUTTON = re.compile(r"(?<=[\w,;] )Tell\b|\bTell (?:button|can|is|keeps|page|will|works)\b")
"""Tell with its capital in the middle of a sentence, or as what does something: the button."""
QUOTED = re.compile(r"\u201c[^\u201d]*\u201d|\"[^\"]*\"|\u2018[^\u2019]*\u2019(?!\w)")
"""What a page or a person of the story says, inside a text of the program's."""
ASKING_SLOTS = frozenset({Slot.TITLE, Slot.TOLD, Slot.PROMPT, Slot.FEEDBACK, Slot.DEBRIEF})
"""Where the program itself speaks to the pupil; elsewhere made-up people speak to each other."""


def wording_faults(texts: Iterable[Words]) -> Iterator[tuple[str, str]]:
    """Yield where a text holds what no child should meet here, and why."""
    for text in texts:
        yield from _brands_in(text)
        if is_program_speaking(text):
            yield from _questions_in(text)
        if speaks_of_tell(text):
            yield from _secrecy_in(text)


def _brands_in(text: Words) -> Iterator[tuple[str, str]]:
    if _brands().keys().isdisjoint(TOKEN.findall(text.text.lower())):
        return
    tokens = TOKEN.findall(text.text)
    for number, token in enumerate(tokens):
        for name in _brands().get(token.lower(), ()):
            said = tokens[number : number + len(name.tokens)]
            if name.is_said_by(said):
                fault = f"names '{' '.join(said)}', a brand, platform or person; make one up"
                yield text.where, fault


def _questions_in(text: Words) -> Iterator[tuple[str, str]]:
    found = _questions().search(QUOTED.sub(" ... ", text.text))
    if found:
        fault = f"asks for the pupil's own life ('{found[0]}'); ask about the made-up child instead"
        yield text.where, fault


def _secrecy_in(text: Words) -> Iterator[tuple[str, str]]:
    for found in SECRECY.finditer(text.text):
        fault = f"says '{found[0]}' where it speaks of Tell; say who will see it instead"
        yield text.where, fault


def is_program_speaking(text: Words) -> bool:
    """Tell whether the program speaks to the pupil here, not one made-up person to another."""
    return text.slot in ASKING_SLOTS


def speaks_of_tell(text: Words) -> bool:
    """Tell whether a text is about Tell: by its place, or because it names the button."""
    place = text.where.rpartition("'")[2].split(", ")
    return "tell" in place or ("Tell" in text.text and bool(TELL_BUTTON.search(text.text)))


def names_tell(text: str) -> bool:
    """Tell whether a text has the word Tell, with its capital."""
    return bool(TELL.search(text))


@dataclass(frozen=True, slots=True)
class _Name:
    """One entry of the list of names: in small letters found in any case, else exactly so."""

    tokens: tuple[str, ...]

    def is_said_by(self, said: list[str]) -> bool:
        """Tell whether these words of a text are the name."""
        if "".join(self.tokens).islower():
            return [word.lower() for word in said] == list(self.tokens)
        return said == list(self.tokens)


@cache
def _brands() -> dict[str, list[_Name]]:
    """Return the names by their first word in small letters: one look for each word of a text."""
    found: dict[str, list[_Name]] = {}
    for entry in read_list(DATA / "brands.txt"):
        name = _Name(tuple(TOKEN.findall(entry)))
        found.setdefault(name.tokens[0].lower(), []).append(name)
    return found


@cache
def _questions() -> re.Pattern[str]:
    entries = read_list(DATA / "own-life.txt")
    return re.compile(rf"\b(?:{'|'.join(entries)})", re.IGNORECASE)


@cache
def read_list(file: Path) -> tuple[str, ...]:
    """Return the entries of a list of ours: one a line; what follows "#" is a remark."""
    lines = file.read_text("utf-8").splitlines()
    return tuple(entry for line in lines if (entry := line.split("#")[0].strip()))
