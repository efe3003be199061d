"""What a pupil has reached, worked out from the attempts alone; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.attempt import Act, Attempt
from app.domain.ids import ItemId, LessonId, QuizId
from app.domain.lesson import Lesson
from app.domain.quiz import Quiz

LESSON, QUIZ = "lesson:", "quiz:"


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything reached so far. More attempts only ever add to it.

    ``full_quizzes``: those at whose end every practice item had been got right.
    """

    finished_lessons: frozenset[LessonId]
    finished_quizzes: frozenset[QuizId]
    full_quizzes: frozenset[QuizId]
    right_items: frozenset[tuple[QuizId, ItemId]]


@dataclass(frozen=True, slots=True)
class OwnAnswer:
    """One answer as the pupil may see it again: the words as they were shown then.

    ``right`` is None where the activity does not judge; ``at`` is UTC.
    """

    asked: str
    said: str
    right: bool | None
    at: datetime
    content: str
    place: str


def standing(attempts: Iterable[Attempt]) -> Standing:
    """Return what these attempts, in order, have reached."""
    finished: set[LessonId] = set()
    ended: set[QuizId] = set()
    full: set[QuizId] = set()
    right: set[tuple[QuizId, ItemId]] = set()
    for attempt in attempts:
        lesson, quiz = _lesson(attempt), _quiz(attempt)
        if attempt.act is Act.END and lesson is not None:
            finished.add(lesson)
        elif attempt.act is Act.END and quiz is not None:
            ended.add(quiz)
            full.update([quiz] if attempt.right else [])
        elif attempt.act is Act.ANSWER and quiz is not None and attempt.right:
            right.add((quiz, ItemId(attempt.place)))
    return Standing(
        frozenset(finished),
        frozenset(ended),
        frozenset(full),
        frozenset(right),
    )


def stars(reached: Standing, lessons: Iterable[Lesson], quiz: Quiz | None) -> int:
    """Return the stars of one place on the path, 0 to 3; none is ever lost.

    One for finishing a lesson, one for finishing the quiz, one once every practice item of the quiz
    was got right at least once, whenever that was.
    """
    found = int(any(lesson.id in reached.finished_lessons for lesson in lessons))
    if quiz is not None:
        found += int(quiz.id in reached.finished_quizzes)
        found += int(quiz.id in reached.full_quizzes or all_right(reached, quiz))
    return found


def all_right(reached: Standing, quiz: Quiz) -> bool:
    """Tell whether every practice item of a quiz was got right at least once.

    Where a quiz's END is kept with this as its ``right``, a later, larger bank takes no star away.
    """
    items = quiz.practice()
    return bool(items) and all((quiz.id, item.id) in reached.right_items for item in items)


def own_answers(attempts: Iterable[Attempt]) -> tuple[OwnAnswer, ...]:
    """Return a pupil's own answers, newest first, each with the words that were shown."""
    given = [one for one in attempts if one.act is Act.ANSWER and one.asked]
    return tuple(
        OwnAnswer(one.asked, one.said, one.right, one.at, one.content, one.place)
        for one in reversed(given)
    )


def _lesson(attempt: Attempt) -> LessonId | None:
    if not attempt.content.startswith(LESSON):
        return None
    return LessonId(attempt.content.removeprefix(LESSON))


def _quiz(attempt: Attempt) -> QuizId | None:
    if not attempt.content.startswith(QUIZ):
        return None
    return QuizId(attempt.content.removeprefix(QUIZ))
