"""The kiosk's library: sound content from every shelf; what is faulty is left out and named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from app.content.proof import Proof, Tools, proof_cards, proof_lesson, proof_quiz
from app.content.shelf import Finds, Found, Shelf
from app.domain.lesson import Lesson
from app.domain.problem import Problem
from app.domain.quiz import Quiz
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule

Value = TypeVar("Value")
Key = Callable[[Found], str]
RULES, BANDS = tuple(Rule), tuple(Band)


class ContentLibrary:
    """Implements the port ``Library``. Nothing is read before it is asked for, and then once.

    The first shelf wins where two hold the same lesson, quiz or rule card; the last one is the
    school's own.
    """

    def __init__(self, shelves: Sequence[Shelf], tools: Tools) -> None:
        self._shelves = shelves
        self._tools = tools

    def lessons(self) -> tuple[Lesson, ...]:
        """Return the lessons, by rule, band and title."""
        return self._lessons[0]

    def quizzes(self) -> tuple[Quiz, ...]:
        """Return the quizzes, by rule and band."""
        return self._quizzes[0]

    def cards(self) -> tuple[RuleCard, ...]:
        """Return the rule cards, in the order of SMART."""
        return self._cards[0]

    def problems(self) -> tuple[Problem, ...]:
        """Return why any content was left out; reads what was not read yet."""
        read = (self._lessons[1], self._quizzes[1], self._cards[1])
        return (*self._finds.problems, *(problem for one in read for problem in one))

    def own_folder(self) -> str:
        """Return the folder of the last shelf, by its label."""
        return self._shelves[-1].label

    @cached_property
    def _finds(self) -> Finds:
        finds = Finds()
        for shelf in self._shelves:
            finds.add(shelf.finds())
        return finds

    @cached_property
    def _lessons(self) -> tuple[tuple[Lesson, ...], tuple[Problem, ...]]:
        lessons, problems = _sound(self._finds.lessons, lesson_key, self._proof_lesson)
        return tuple(sorted(lessons, key=_place_of_lesson)), problems

    @cached_property
    def _quizzes(self) -> tuple[tuple[Quiz, ...], tuple[Problem, ...]]:
        quizzes, problems = _sound(self._finds.quizzes, quiz_key, self._proof_quiz)
        return tuple(sorted(quizzes, key=_place_of_quiz)), problems

    @cached_property
    def _cards(self) -> tuple[tuple[RuleCard, ...], tuple[Problem, ...]]:
        sets, problems = _sound(self._finds.cards, card_key, self._proof_cards)
        cards = [card for found in sets for card in found]
        return tuple(sorted(cards, key=_place_of_card)), problems

    def _proof_lesson(self, found: Found) -> Proof[Lesson]:
        return proof_lesson(found, self._tools)

    def _proof_quiz(self, found: Found) -> Proof[Quiz]:
        return proof_quiz(found, self._tools)

    def _proof_cards(self, found: Found) -> Proof[tuple[RuleCard, ...]]:
        return proof_cards(found, self._tools)


def lesson_key(found: Found) -> str:
    """Return a lesson's id without reading it: its folder must be called the same."""
    return found.path.parent.name


def quiz_key(found: Found) -> str:
    """Return a quiz's id without reading it."""
    return f"{found.rule}/{found.path.stem}"


def card_key(found: Found) -> str:
    """Return the rule of a rule card's file."""
    return found.rule.value


def doubles(found: Sequence[Found], key: Key) -> tuple[list[Found], list[Problem]]:
    """Return the first file of each id, and a problem for each further one."""
    first: dict[str, Found] = {}
    problems = []
    for one in found:
        holder = first.setdefault(key(one), one)
        if holder is not one:
            fault = f"id '{key(one)}' is taken by {holder.name}; rename this one or take it out"
            problems.append(Problem(one.name, "the id", fault))
    return list(first.values()), problems


def _sound(
    found: Sequence[Found], key: Key, proof: Callable[[Found], Proof[Value]]
) -> tuple[list[Value], tuple[Problem, ...]]:
    single, problems = doubles(found, key)
    proofs = [proof(one) for one in single]
    problems += [problem for one in proofs for problem in one.problems]
    return [one.sound for one in proofs if one.sound is not None], tuple(problems)


def _place_of_lesson(lesson: Lesson) -> tuple[int, int, str]:
    return RULES.index(lesson.rule), BANDS.index(lesson.band), lesson.title.casefold()


def _place_of_quiz(quiz: Quiz) -> tuple[int, int]:
    return RULES.index(quiz.rule), BANDS.index(quiz.band)


def _place_of_card(card: RuleCard) -> tuple[int, int]:
    return RULES.index(card.rule), BANDS.index(card.band)
