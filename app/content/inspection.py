"""The whole check of content: every file found is read, every fault named, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.content.guessing import guessing_faults
from app.content.library import card_key, doubles, lesson_key, quiz_key
from app.content.policy_faults import words_of_cards
from app.content.proof import (
    Proof,
    Tools,
    proof_cards,
    proof_lesson,
    proof_policy,
    proof_quiz,
)
from app.content.shelf import Finds
from app.content.texts import words_of_card, words_of_lesson, words_of_quiz
from app.domain.lesson import Lesson
from app.domain.problem import Problem
from app.domain.quiz import Quiz
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule
from app.domain.tell.policy import Policy

if TYPE_CHECKING:
    from app.content.reading import Reader


@dataclass(frozen=True, slots=True)
class Depth:
    """How much is looked at: ``complete`` wants every cell filled, ``words`` reads the language."""

    complete: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """How many lessons and quizzes were looked at, and every problem found."""

    lessons: int
    quizzes: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Proofs:
    """Every file, read; each with its name in problems."""

    lessons: Sequence[tuple[str, Proof[Lesson]]]
    quizzes: Sequence[tuple[str, Proof[Quiz]]]
    cards: Sequence[tuple[str, Proof[tuple[RuleCard, ...]]]]
    policies: Sequence[tuple[str, Proof[Policy]]]

    def problems(self) -> Iterator[Problem]:
        """Yield what reading found."""
        for _, lesson in self.lessons:
            yield from lesson.problems
        for _, quiz in self.quizzes:
            yield from quiz.problems
        for _, cards in self.cards:
            yield from cards.problems
        for _, policy in self.policies:
            yield from policy.problems


def inspect(finds: Finds, tools: Tools, depth: Depth, taken: Finds | None = None) -> Report:
    """Check what was found; ids must not be those of ``taken`` (what ships) either."""
    before = taken or Finds()
    proofs = _Proofs(
        [(one.name, proof_lesson(one, tools)) for one in finds.lessons],
        [(one.name, proof_quiz(one, tools)) for one in finds.quizzes],
        [(one.name, proof_cards(one, tools)) for one in finds.cards],
        [(one.name, proof_policy(one.path, one.name, tools.artwork)) for one in finds.policies],
    )
    problems = [*finds.problems, *proofs.problems()]
    problems += doubles([*before.lessons, *finds.lessons], lesson_key)[1]
    problems += doubles([*before.quizzes, *finds.quizzes], quiz_key)[1]
    problems += doubles([*before.cards, *finds.cards], card_key)[1]
    problems += _guessable(proofs)
    if depth.words:
        problems += _hard_to_read(proofs)
    if depth.complete:
        problems += _empty_cells(proofs)
    return Report(len(finds.lessons), len(finds.quizzes), tuple(sorted(set(problems))))


def _guessable(proofs: _Proofs) -> Iterator[Problem]:
    for name, proof in proofs.quizzes:
        if proof.sound:
            for where, fault in guessing_faults(proof.sound):
                yield Problem(name, where, fault)


def _hard_to_read(proofs: _Proofs) -> Iterator[Problem]:
    """Yield what a child of the band cannot read; only authors have what this needs installed."""
    from app.content.reading import reader, reading_faults

    counts = reader()
    for name, lesson in proofs.lessons:
        if lesson.value:
            value, texts = lesson.value, words_of_lesson(lesson.value)
            yield from _named(name, reading_faults(counts, texts, value.band, value.words))
    for name, quiz in proofs.quizzes:
        if quiz.value:
            bank, texts = quiz.value, words_of_quiz(quiz.value)
            yield from _named(name, reading_faults(counts, texts, bank.band, bank.words))
    for name, cards in proofs.cards:
        for card in cards.value or ():
            yield from _named(name, reading_faults(counts, words_of_card(card), card.band, ()))
    yield from _hard_on_tell(proofs, counts)


def _hard_on_tell(proofs: _Proofs, counts: Reader) -> Iterator[Problem]:
    """Yield what the youngest cannot read on the page of Tell: all bands see the same cards."""
    from app.content.reading import reading_faults

    for name, policy in proofs.policies:
        cards = words_of_cards(policy.value) if policy.value else ()
        yield from _named(name, reading_faults(counts, cards, Band.KS1, ()))


def _named(name: str, faults: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    return (Problem(name, where, fault) for where, fault in faults)


def _empty_cells(proofs: _Proofs) -> Iterator[Problem]:
    lessons = {(one.value.rule, one.value.band) for _, one in proofs.lessons if one.value}
    quizzes = {(one.value.rule, one.value.band) for _, one in proofs.quizzes if one.value}
    cards = {(card.rule, card.band) for _, one in proofs.cards for card in one.value or ()}
    held = (("lesson", lessons), ("quiz", quizzes), ("rule card", cards))
    for what, cells in held:
        for rule in Rule:
            for band in Band:
                if (rule, band) not in cells:
                    yield Problem(f"{rule} x {band}", "the whole", f"has no {what}; write one")
