"""Names the faults of a lesson's story: where it breaks, loops, or never comes by."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.content.story import MOST_SITUATIONS, Walk, endless, in_words, places, walk
from app.domain.lesson import Lesson, Scene
from app.domain.variables import Condition, hold

MOST_LINES = 3

Fault = tuple[str, str]
"""Where, and what is wrong with its remedy."""


def missing_goals(lesson: Lesson) -> Iterator[Fault]:
    """Yield the ways that lead to no scene."""
    known = {place.id for _, place in places(lesson)}
    for scene in lesson.scenes:
        for number, way in enumerate(scene.ways, 1):
            if way.goto and way.goto not in known:
                fault = f"goto '{way.goto}' leads to no scene or ending; correct the id or write it"
                yield f"scene '{scene.id}', way {number}", fault


def cast_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield the members of the cast who never stand or speak anywhere."""
    seen = {one.actor for _, place in places(lesson) for one in place.stage}
    heard = {line.actor for _, place in places(lesson) for line in place.lines}
    for actor in lesson.cast:
        if actor.id not in seen | heard:
            yield f"cast '{actor.id}'", "never appears; bring them on stage or take them out"


def story_faults(lesson: Lesson) -> Iterator[Fault]:
    """Yield what breaks when the lesson is played in every way it can go.

    Only for a lesson that was read without a fault in its scenes and variables.
    """
    yield from _idle_variables(lesson)
    found = walk(lesson)
    if not found.whole:
        fault = f"has more than {MOST_SITUATIONS} situations; use fewer or smaller variables"
        yield "story", fault
        return
    searches: tuple[Callable[[Lesson, Walk], Iterator[Fault]], ...] = (
        _unreached, _dead_ends, _loops, _out_of_range, _idle_ways, _idle_lines, _lines_shown,
    )  # fmt: skip
    for search in searches:
        yield from search(lesson, found)


def _unreached(lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for where, place in places(lesson):
        if place.id not in found.states:
            yield where, "can never be reached; let a way lead here or take it out"


def _dead_ends(_lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for (scene, outcome), state in found.stuck.items():
        what = f"outcome '{outcome}'" if outcome else "'go on'"
        fault = f"is a dead end: {what} leads nowhere{in_words(state)}; add a way without 'when'"
        yield f"scene '{scene}'", fault


def _loops(lesson: Lesson, found: Walk) -> Iterator[Fault]:
    trapped = endless(lesson, found)
    if trapped:
        names = ", ".join(f"'{scene}'" for scene in trapped)
        fault = f"is in a loop that cannot be left ({names}); add a way that leads to an ending"
        yield f"scene '{trapped[0]}'", fault


def _out_of_range(_lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for scene, index, name, value in sorted(found.beyond):
        fault = f"takes '{name}' to {value}, out of its range; widen the range or change the way"
        yield f"scene '{scene}', way {index + 1}", fault


def _idle_ways(lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for scene in lesson.scenes:
        for index, way in enumerate(scene.ways):
            where = f"scene '{scene.id}', way {index + 1}"
            if _never_holds(way.when, scene, found):
                yield where, "its condition can never hold; correct 'when' or take the way out"
            elif _is_never_taken(scene, index, found):
                yield where, "is never taken: the ways above it take every case; move or drop it"


def _idle_lines(lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for where, place in places(lesson):
        for number, line in enumerate(place.lines, 1):
            if line.when and place.id in found.states:
                states = found.states.get(place.id, ())
                if not any(hold(line.when, state) for state in states):
                    fault = "its condition can never hold; correct 'when' or take the line out"
                    yield f"{where}, line {number}", fault


def _lines_shown(lesson: Lesson, found: Walk) -> Iterator[Fault]:
    for where, place in places(lesson):
        states = found.states.get(place.id, [])
        # Without conditions every state shows the same.
        for state in states if any(line.when for line in place.lines) else states[:1]:
            shown = sum(hold(line.when, state) for line in place.lines)
            if not 1 <= shown <= MOST_LINES:
                fault = f"shows {shown} lines{in_words(state)}; show 1 to {MOST_LINES}"
                yield where, fault
                break


def _idle_variables(lesson: Lesson) -> Iterator[Fault]:
    ways = [way for scene in lesson.scenes for way in scene.ways]
    tests = [way.when for way in ways] + [
        line.when for _, place in places(lesson) for line in place.lines
    ]
    read = {condition.variable for when in tests for condition in when}
    written = {effect.variable for way in ways for effect in way.effects}
    for variable in lesson.variables:
        where = f"variable '{variable.name}'"
        if variable.name not in read:
            what = "set but never read" if variable.name in written else "never used"
            yield where, f"is {what}; use it in a 'when' or take it out"
        elif variable.name not in written:
            yield where, "is read but never set; add 'set' or 'add' to a way or take it out"


def _never_holds(when: tuple[Condition, ...], scene: Scene, found: Walk) -> bool:
    """Tell whether conditions fail in every state the scene is reached in (if it is at all)."""
    if not when or scene.id not in found.states:
        return False
    return not any(hold(when, state) for state in found.states.get(scene.id, ()))


def _is_never_taken(scene: Scene, index: int, found: Walk) -> bool:
    """Tell whether a way is idle; a plain fallback may stand there for safety."""
    way = scene.ways[index]
    narrow = bool(way.on or way.when)
    return narrow and scene.id in found.states and (scene.id, index) not in found.taken
