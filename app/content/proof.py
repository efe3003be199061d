"""Reads one file and checks all that can be checked without a screen: the proof before printing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from app.content.artwork import Artwork
from app.content.blueprint import blueprint_faults
from app.content.card_reader import read_cards
from app.content.lesson_reader import read_lesson
from app.content.picture_faults import (
    Draws,
    picture_faults,
    pictures_of_card,
    pictures_of_lesson,
    pictures_of_quiz,
)
from app.content.policy_faults import card_picture_faults, policy_wording_faults
from app.content.policy_reader import read_policy
from app.content.quiz_reader import read_quiz
from app.content.sheet import Sheet, read_sheet
from app.content.shelf import Found
from app.content.story_faults import cast_faults, missing_goals, story_faults
from app.content.texts import words_of_card, words_of_lesson, words_of_quiz
from app.content.wording import names_tell, wording_faults
from app.domain.fields import Faults
from app.domain.kind import Kind
from app.domain.lesson import Lesson
from app.domain.ports import Fits
from app.domain.problem import Problem
from app.domain.quiz import Quiz
from app.domain.rulecard import RuleCard
from app.domain.tell.policy import Policy
from app.domain.words import Slot, Words

Value = TypeVar("Value")
Fault = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the check needs from outside. Without ``fits`` and ``draws`` it leaves those out."""

    kinds: Mapping[str, Kind]
    artwork: Artwork
    fits: Fits | None = None
    draws: Draws | None = None


@dataclass(frozen=True, slots=True)
class Proof(Generic[Value]):
    """What a file holds, None where it could not be read at all, and every fault found in it."""

    value: Value | None
    problems: tuple[Problem, ...]

    @property
    def sound(self) -> Value | None:
        """The value if nothing is wrong with it."""
        return None if self.problems else self.value


def proof_lesson(found: Found, tools: Tools) -> Proof[Lesson]:
    """Read and check one lesson."""
    sheet = read_sheet(found.path, found.name)
    return prove_lesson(sheet, found, tools) if isinstance(sheet, Sheet) else Proof(None, (sheet,))


def prove_lesson(sheet: Sheet, found: Found, tools: Tools) -> Proof[Lesson]:
    """Check one lesson whose file was opened."""
    faults, folder = Faults(found.name), found.path.parent
    lesson, whole = read_lesson(sheet, folder, tools.kinds, faults)
    holes = tuple(missing_goals(lesson))
    _note(faults, holes)
    if whole and not holes:  # else each hole would come again as everything that follows from it
        _note(faults, story_faults(lesson))
        _note(faults, cast_faults(lesson))
    _note(faults, _untold(lesson))
    _note(faults, picture_faults(pictures_of_lesson(lesson), folder, tools.artwork, tools.draws))
    _note(faults, _text_faults(words_of_lesson(lesson), tools.fits))
    return Proof(lesson, tuple(faults.found))


def proof_quiz(found: Found, tools: Tools) -> Proof[Quiz]:
    """Read and check one quiz."""
    sheet = read_sheet(found.path, found.name)
    return prove_quiz(sheet, found, tools) if isinstance(sheet, Sheet) else Proof(None, (sheet,))


def prove_quiz(sheet: Sheet, found: Found, tools: Tools) -> Proof[Quiz]:
    """Check one quiz whose file was opened."""
    faults, folder = Faults(found.name), found.path.parent
    quiz = read_quiz(sheet, found.path, tools.kinds, faults)
    if not faults.found:
        _note(faults, blueprint_faults(quiz))
    _note(faults, picture_faults(pictures_of_quiz(quiz), folder, tools.artwork, tools.draws))
    _note(faults, _text_faults(words_of_quiz(quiz), tools.fits))
    return Proof(quiz, tuple(faults.found))


def proof_cards(found: Found, tools: Tools) -> Proof[tuple[RuleCard, ...]]:
    """Read and check what one rule says to each band."""
    sheet = read_sheet(found.path, found.name)
    return prove_cards(sheet, found, tools) if isinstance(sheet, Sheet) else Proof(None, (sheet,))


def prove_cards(sheet: Sheet, found: Found, tools: Tools) -> Proof[tuple[RuleCard, ...]]:
    """Check rule cards whose file was opened."""
    faults, folder = Faults(found.name), found.path.parent
    cards = read_cards(sheet, found.rule, faults)
    _note(faults, picture_faults(pictures_of_card(cards[0]), folder, tools.artwork, tools.draws))
    for card in cards:
        _note(faults, _text_faults(words_of_card(card), tools.fits))
    return Proof(cards, tuple(faults.found))


def proof_policy(path: Path, name: str, artwork: Artwork) -> Proof[Policy]:
    """Read and check one safeguarding policy, called ``name`` in problems."""
    sheet = read_sheet(path, name)
    return prove_policy(sheet, name, artwork) if isinstance(sheet, Sheet) else Proof(None, (sheet,))


def prove_policy(sheet: Sheet, name: str, artwork: Artwork) -> Proof[Policy]:
    """Check a safeguarding policy whose file was opened."""
    faults = Faults(name)
    policy = read_policy(sheet, faults)
    _note(faults, card_picture_faults(policy, artwork))
    _note(faults, policy_wording_faults(policy))
    return Proof(policy, tuple(faults.found))


def _note(faults: Faults, found: Iterable[Fault]) -> None:
    for where, fault in found:
        faults.add(where, fault)


def _untold(lesson: Lesson) -> Iterator[Fault]:
    for ending in lesson.endings:
        if ending.debrief.tell and not names_tell(ending.debrief.tell):
            where = f"ending '{ending.id}', debrief, tell"
            yield where, "does not name Tell; say what Tell is for here, with its capital"


def _text_faults(texts: Iterable[Words], fits: Fits | None) -> Iterator[Fault]:
    shown = tuple(texts)
    yield from wording_faults(shown)
    for text in shown:
        if fits is not None and text.slot is not Slot.STAFF and fits.too_long(text):
            fault = f"is too long for its place by the largest letters: '{text.text}'; shorten it"
            yield text.where, fault
