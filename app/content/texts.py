"""Lists every text of a lesson, a quiz or a rule card with its place: to check, measure, speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.content.story import places
from app.domain.lesson import Ending, Gloss, Lesson, Line, Task, TeacherNotes
from app.domain.quiz import Quiz
from app.domain.rulecard import RuleCard
from app.domain.words import Slot, Words


def words_of_lesson(lesson: Lesson) -> tuple[Words, ...]:
    """Return all texts of a lesson in reading order; what only staff read comes last."""
    return tuple(text for text in _lesson(lesson) if text.text)


def words_of_quiz(quiz: Quiz) -> tuple[Words, ...]:
    """Return all texts of a quiz in reading order; what only staff read comes last."""
    return tuple(text for text in _quiz(quiz) if text.text)


def words_of_card(card: RuleCard) -> tuple[Words, ...]:
    """Return the texts of one rule card."""
    where = f"{card.rule}, {card.band}"
    sentence = Words(f"{where}, sentence", card.sentence, Slot.DEBRIEF)
    return (sentence, *_numbered(f"{where}, tip", card.tips, Slot.TOLD))


def _lesson(lesson: Lesson) -> Iterator[Words]:
    yield Words("title", lesson.title, Slot.TITLE)
    yield from _numbered("objective", lesson.objectives, Slot.TOLD)
    for actor in lesson.cast:
        yield Words(f"cast '{actor.id}', name", actor.name, Slot.LABEL)
    for where, place in places(lesson):
        if isinstance(place, Ending):
            yield Words(f"{where}, title", place.title, Slot.TITLE)
        for number, line in enumerate(place.lines, 1):
            yield _line(f"{where}, line {number}", line)
        yield from _debrief(where, place) if isinstance(place, Ending) else _task(where, place.task)
    yield from _glosses(lesson.words)
    yield from _looks(lesson)
    yield from _notes(lesson.notes)
    yield from _numbered("home, question", lesson.home_talk, Slot.STAFF)


def _quiz(quiz: Quiz) -> Iterator[Words]:
    yield Words("title", quiz.title, Slot.TITLE)
    for item in quiz.items:
        yield from _task(f"item '{item.id}'", item.task)
    yield from _glosses(quiz.words)
    for name, text in quiz.ideas:
        yield Words(f"idea '{name}'", text, Slot.STAFF)


def _line(where: str, line: Line) -> Words:
    if not line.actor:
        return Words(where, line.text, Slot.TOLD)
    return Words(f"{where} of '{line.actor}'", line.text, Slot.LINE)


def _task(where: str, task: Task | None) -> Iterator[Words]:
    for text in task.activity.words() if task else ():
        yield Words(f"{where}, {text.where}", text.text, text.slot)


def _debrief(where: str, ending: Ending) -> Iterator[Words]:
    debrief = ending.debrief
    yield Words(f"{where}, debrief, happened", debrief.happened, Slot.DEBRIEF)
    yield Words(f"{where}, debrief, rule", debrief.rule, Slot.DEBRIEF)
    yield Words(f"{where}, debrief, another_time", debrief.another_time, Slot.DEBRIEF)
    yield Words(f"{where}, debrief, tell", debrief.tell, Slot.DEBRIEF)


def _glosses(glosses: Iterable[Gloss]) -> Iterator[Words]:
    for gloss in glosses:
        yield Words(f"word '{gloss.word}'", gloss.meaning, Slot.FEEDBACK)


def _looks(lesson: Lesson) -> Iterator[Words]:
    """Yield what a screen reader says of the cast's pictures; it takes no room."""
    for actor in lesson.cast:
        for look, picture in actor.looks:
            yield Words(f"cast '{actor.id}', look '{look}', words", picture.words, Slot.STAFF)


def _notes(notes: TeacherNotes) -> Iterator[Words]:
    yield from _numbered("notes, ground rule", notes.ground_rules, Slot.STAFF)
    yield Words("notes, distancing", notes.distancing, Slot.STAFF)
    yield from _numbered("notes, prompt", notes.prompts, Slot.STAFF)
    yield Words("notes, extension", notes.extension, Slot.STAFF)


def _numbered(word: str, texts: Iterable[str], slot: Slot) -> Iterator[Words]:
    for number, text in enumerate(texts, 1):
        yield Words(f"{word} {number}", text, slot)
