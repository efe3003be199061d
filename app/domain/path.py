"""My path: the five places as one pupil sees them, worked out from content and attempts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.attempt import Attempt
from app.domain.lesson import Lesson
from app.domain.ports import Library
from app.domain.progress import Standing, standing, stars
from app.domain.quiz import Quiz
from app.domain.quizrun import content as quiz_content
from app.domain.replay import open_run
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule


@dataclass(frozen=True, slots=True)
class LessonTile:
    """A lesson on a rule's page; ``begun`` while a way through it is open."""

    lesson: Lesson
    finished: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class QuizTile:
    """A quiz on a rule's page."""

    quiz: Quiz
    finished: bool
    begun: bool


@dataclass(frozen=True, slots=True)
class Place:
    """One of the five places. ``stars`` is None where there is nothing to earn yet."""

    rule: Rule
    card: RuleCard
    lessons: tuple[LessonTile, ...]
    quiz: QuizTile | None
    stars: int | None
    is_next: bool = False


def lesson_content(lesson: Lesson) -> str:
    """Return the content id under which attempts at a lesson are kept."""
    return f"lesson:{lesson.id}"


def path(library: Library, band: Band, attempts: tuple[Attempt, ...]) -> tuple[Place, ...]:
    """Return the five places of a pupil of this band; at most one of them is next."""
    reached = standing(attempts)
    places = [_place(library, rule, band, attempts, reached) for rule in Rule]
    first = next(
        (place.rule for place in sorted(places, key=_urgency) if _urgency(place) < 3), None
    )
    return tuple(replace(place, is_next=place.rule is first) for place in places)


def bands_for(band: Band) -> tuple[Band, ...]:
    """Return the bands whose content a pupil may meet: their own, then ever younger ones.

    Never an older one: its words would be too hard and its worries not yet theirs.
    """
    bands = tuple(Band)
    return tuple(reversed(bands[: bands.index(band) + 1]))


def _place(
    library: Library,
    rule: Rule,
    band: Band,
    attempts: tuple[Attempt, ...],
    reached: Standing,
) -> Place:
    lessons, quiz = _content(library, rule, band)
    card = next(one for one in library.cards() if one.rule is rule and one.band is band)
    tiles = tuple(
        LessonTile(
            lesson,
            finished=lesson.id in reached.finished_lessons,
            begun=open_run(attempts, lesson_content(lesson)) is not None,
        )
        for lesson in lessons
    )
    return Place(
        rule,
        card,
        tiles,
        _quiz_tile(quiz, attempts, reached) if quiz else None,
        stars(reached, lessons, quiz) if lessons or quiz else None,
    )


def _quiz_tile(quiz: Quiz, attempts: tuple[Attempt, ...], reached: Standing) -> QuizTile:
    begun = open_run(attempts, quiz_content(quiz.id)) is not None
    return QuizTile(quiz, finished=quiz.id in reached.finished_quizzes, begun=begun)


def _content(library: Library, rule: Rule, band: Band) -> tuple[tuple[Lesson, ...], Quiz | None]:
    for wanted in bands_for(band):
        cell = (rule, wanted)
        lessons = tuple(one for one in library.lessons() if (one.rule, one.band) == cell)
        quiz = next((one for one in library.quizzes() if (one.rule, one.band) == cell), None)
        if lessons or quiz:
            return lessons, quiz
    return (), None


def _urgency(place: Place) -> int:
    """0: something is begun, 1: a lesson waits, 2: a quiz waits, 3: nothing does."""
    if any(tile.begun for tile in place.lessons) or (place.quiz and place.quiz.begun):
        return 0
    if any(not tile.finished for tile in place.lessons):
        return 1
    return 2 if place.quiz and not place.quiz.finished else 3
