"""Answers to the questions of a plan, from the words of a command line."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.matching import NEW, REPEAT
from app.domain.plan import Line, Plan
from app.domain.roster import UnfitAnswers, moved_up

ALL = "all"


def answers_of(
    first: Plan, moved: Sequence[str], new: Sequence[str], repeat: Sequence[str]
) -> dict[int, str]:
    """Return the answers, by line, for ``answered``.

    ``moved`` holds "7", or "7=<pupil id>" where several children may be meant; the others "7";
    any of them "all", which answers only what no line number does. Raise ``UnfitAnswers`` for words
    that are no answer and for a line answered twice.
    """
    answers: dict[int, str] = {}
    for word in moved:
        if word != ALL:
            line, _, pupil = word.partition("=")
            _give(answers, line, pupil or _only_child(first, line))
    for words, answer in ((new, NEW), (repeat, REPEAT)):
        for word in words:
            if word != ALL:
                _give(answers, word, answer)
    meant = moved_up(first) if ALL in moved else {}
    for words, answer in ((repeat, REPEAT), (new, NEW)):
        if ALL in words:
            meant |= {line: answer for line in _offering(first, answer) if line not in meant}
    return meant | answers


def _give(answers: dict[int, str], line: str, answer: str) -> None:
    if not line.isdecimal():
        raise UnfitAnswers(f"'{line}' is not the number of a line")
    if int(line) in answers:
        raise UnfitAnswers(f"line {line} is answered twice")
    answers[int(line)] = answer


def _only_child(first: Plan, line: str) -> str:
    known = [
        option.answer
        for asked in first.asked()
        if str(asked.line) == line
        for option in asked.options
        if option.answer not in {NEW, REPEAT}
    ]
    if len(known) > 1:
        raise UnfitAnswers(f"line {line} may be one of several children: --moved {line}=ID")
    if not known:
        raise UnfitAnswers(f"line {line} names no child who may have moved")
    return known[0]


def _offering(first: Plan, answer: str) -> list[int]:
    return [
        asked.line for asked in first.asked() if asked.line is not None and _offers(asked, answer)
    ]


def _offers(line: Line, answer: str) -> bool:
    """Tell whether a line may be given an answer that is for all; of twins one must be read."""
    return any(
        option.answer == answer and (option.later or answer != REPEAT) for option in line.options
    )
