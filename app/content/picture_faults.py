"""Finds pictures that are missing, lie outside their folder, or are none we can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from app.content.artwork import BUNDLED, Artwork, is_backdrop, is_bundled
from app.content.picture_file import fault_of_file
from app.content.story import places
from app.domain.lesson import Lesson, Task
from app.domain.quiz import Quiz
from app.domain.rulecard import RuleCard
from app.domain.words import Picture

Draws = Callable[[Path], bool]
"""Can this picture file really be drawn?"""

Wanted = tuple[str, Picture]
"""A picture, and where it is asked for."""


def pictures_of_lesson(lesson: Lesson) -> Iterator[Wanted]:
    """Yield every picture of a lesson with its place, backdrops too."""
    yield "lesson", lesson.picture
    for actor in lesson.cast:
        for look, picture in actor.looks:
            yield f"cast '{actor.id}', look '{look}'", picture
    for where, place in places(lesson):
        yield f"{where}, backdrop", Picture(place.backdrop)
    for scene in lesson.scenes:
        yield from _of_task(f"scene '{scene.id}'", scene.task)


def pictures_of_quiz(quiz: Quiz) -> Iterator[Wanted]:
    """Yield every picture of a quiz with its place."""
    for item in quiz.items:
        yield from _of_task(f"item '{item.id}'", item.task)


def pictures_of_card(card: RuleCard) -> Iterator[Wanted]:
    """Yield the picture of a rule."""
    yield "rule", card.picture


def _of_task(where: str, task: Task | None) -> Iterator[Wanted]:
    for picture in task.activity.pictures() if task else ():
        yield f"{where}, picture '{picture.name}'", picture


def picture_faults(
    wanted: Iterator[Wanted], folder: Path, artwork: Artwork, draws: Draws | None
) -> Iterator[tuple[str, str]]:
    """Yield where a picture cannot be shown, and why; each name is looked at once."""
    known: dict[str, str | None] = {"": None}
    for where, picture in wanted:
        if picture.name not in known:
            known[picture.name] = _fault(picture.name, folder, artwork, draws)
        fault = known[picture.name]
        if fault is not None:
            yield where, fault


def _fault(name: str, folder: Path, artwork: Artwork, draws: Draws | None) -> str | None:
    if is_bundled(name):
        there = artwork.picture(name.removeprefix(BUNDLED))
        return None if there else f"there is no bundled picture '{name}'; correct its name"
    if is_backdrop(name):
        there = artwork.backdrop(name)
        return None if there else f"there is no backdrop '{name}'; correct its name"
    fault = fault_of_file(folder, name)
    if fault is None and draws is not None and not draws(folder / name):
        return f"'{name}' cannot be drawn; save it anew as plain SVG, PNG or WebP"
    return fault
