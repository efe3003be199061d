"""Plays a lesson in every way it can go, and finds where its story breaks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.ids import SceneId
from app.domain.lesson import Ending, Lesson, Scene, Way
from app.domain.variables import State, begin, change, hold

MOST_SITUATIONS = 20_000
"""Pairs of scene and state that are looked at; a written lesson has some hundreds."""

Situation = tuple[SceneId, State]
"""Where a pupil can stand: a scene or an ending, and the state on arrival."""


Crossing = tuple[tuple[str, tuple[tuple[int, Way], ...]], ...]
"""For each outcome of a scene the ways it may take, each with its index in the scene."""


@dataclass(slots=True)
class Walk:
    """Everything that can happen in a lesson.

    ``leads`` holds every situation reached with those it leads to, ``states`` the states each scene
    or ending is reached in; ``taken`` the ways that are ever taken, as (scene, index); ``stuck`` an
    example of a state for each (scene, outcome) from which no way leads on; ``beyond`` the values
    out of range, as (scene, index, variable, value); ``faulty`` the situations where any of that
    was found. ``known`` are all the scenes and endings there are. ``whole`` is False where the walk
    was given up for its size.
    """

    leads: dict[Situation, set[Situation]] = field(default_factory=dict)
    states: dict[SceneId, list[State]] = field(default_factory=dict)
    taken: set[tuple[SceneId, int]] = field(default_factory=set)
    stuck: dict[tuple[SceneId, str], State] = field(default_factory=dict)
    beyond: set[tuple[SceneId, int, str, int]] = field(default_factory=set)
    faulty: set[Situation] = field(default_factory=set)
    known: frozenset[SceneId] = frozenset()
    whole: bool = True

    def reach(self, there: Situation, todo: deque[Situation]) -> None:
        """Note a situation and, where it is a new one, that it is still to be played."""
        if there not in self.leads:
            self.leads[there] = set()
            self.states.setdefault(there[0], []).append(there[1])
            todo.append(there)


def walk(lesson: Lesson, most: int = MOST_SITUATIONS) -> Walk:
    """Return everything that can happen; every outcome of an activity counts as possible."""
    found, todo = Walk(known=frozenset(place.id for _, place in places(lesson))), deque[Situation]()
    crossings = {scene.id: _crossing(scene) for scene in lesson.scenes}
    found.reach((lesson.scenes[0].id, begin(lesson.variables)), todo)
    while todo and found.whole:
        here = todo.popleft()
        for index, way in _ways_from(crossings.get(here[0], ()), here, found):
            there = (way.goto, change(here[1], way.effects) if way.effects else here[1])
            if _is_sound(lesson, (here[0], index), there, found):
                found.leads[here].add(there)
                found.reach(there, todo)
            else:
                found.faulty.add(here)
        found.whole = len(found.leads) <= most
    return found


def _crossing(scene: Scene) -> Crossing:
    """Return the ways that each outcome of a scene may take, in the order they are tried."""
    outcomes = scene.task.activity.outcomes() if scene.task else ("",)
    ways = tuple(enumerate(scene.ways))
    return tuple(
        (outcome, tuple((index, way) for index, way in ways if not way.on or outcome in way.on))
        for outcome in outcomes
    )


def _ways_from(crossing: Crossing, here: Situation, found: Walk) -> Iterator[tuple[int, Way]]:
    """Yield the way that each outcome takes, and note what is taken and what leads nowhere."""
    for outcome, ways in crossing:
        for index, way in ways:
            if not way.when or hold(way.when, here[1]):
                found.taken.add((here[0], index))
                yield index, way
                break
        else:
            found.stuck.setdefault((here[0], outcome), here[1])
            found.faulty.add(here)


def _is_sound(lesson: Lesson, way: tuple[SceneId, int], there: Situation, found: Walk) -> bool:
    """Tell whether a way leads to a place there is, with every variable in its range."""
    if there in found.leads:
        return True
    values, sound = dict(there[1]), True
    for variable in lesson.variables:
        value = values[variable.name]
        if not variable.low <= value <= variable.high:
            found.beyond.add((*way, variable.name, value))
            sound = False
    return sound and there[0] in found.known


def endless(lesson: Lesson, found: Walk) -> tuple[SceneId, ...]:
    """Return the scenes from which, in some state, a pupil can go on for ever but never end."""
    comes_from: dict[Situation, list[Situation]] = {}
    for here, there in found.leads.items():
        for one in there:
            comes_from.setdefault(one, []).append(here)
    endings = {ending.id for ending in lesson.endings}
    # From a faulty situation the story stops for a reason that is reported by itself.
    leaves = {one for one in found.leads if one[0] in endings} | found.faulty
    todo = deque(leaves)
    while todo:
        for before in comes_from.get(todo.popleft(), ()):
            if before not in leaves:
                leaves.add(before)
                todo.append(before)
    trapped = {scene for scene, state in found.leads if (scene, state) not in leaves}
    return tuple(scene.id for scene in lesson.scenes if scene.id in trapped)


def in_words(state: State) -> str:
    """Return " when told is 1" for a state, "" for one without variables."""
    said = " and ".join(f"{name} is {value}" for name, value in state)
    return f" when {said}" if said else ""


def places(lesson: Lesson) -> tuple[tuple[str, Scene | Ending], ...]:
    """Return every scene and ending with its place in words."""
    scenes = [(f"scene '{scene.id}'", scene) for scene in lesson.scenes]
    endings = [(f"ending '{ending.id}'", ending) for ending in lesson.endings]
    return (*scenes, *endings)
