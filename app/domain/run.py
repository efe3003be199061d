"""One pupil's way through one lesson, as a value: answer, go on, rewind; no step is ever lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.ids import LessonId, RunId, SceneId
from app.domain.kind import Answer, Verdict
from app.domain.lesson import Ending, Lesson, Scene, Way
from app.domain.variables import State, begin, change, hold


@dataclass(frozen=True, slots=True)
class Step:
    """A scene or ending that was reached, the state on arrival, and the answer given, if any."""

    scene: SceneId
    state: State
    answer: Answer | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class LessonRun:
    """The way so far. ``firsts`` keeps the first answer ever given in each scene of this run."""

    id: RunId
    lesson: LessonId
    version: str
    steps: tuple[Step, ...]
    firsts: tuple[tuple[SceneId, Answer], ...] = ()

    @property
    def here(self) -> Step:
        """The step the pupil stands at."""
        return self.steps[-1]


class UnfitMove(ValueError):
    """A move that the run does not allow where it stands."""


def start(lesson: Lesson, run: RunId) -> LessonRun:
    """Return a run that stands at the lesson's first scene."""
    first = Step(lesson.scenes[0].id, begin(lesson.variables))
    return LessonRun(run, lesson.id, lesson.version, (first,))


def place(lesson: Lesson, run: LessonRun) -> Scene | Ending:
    """Return the scene or ending the run stands at."""
    here = run.here.scene
    found = lesson.scene(here) or lesson.ending(here)
    if found is None:
        raise UnfitMove(f"the lesson has no scene '{here}'")
    return found


def answer(lesson: Lesson, run: LessonRun, given: Answer) -> LessonRun:
    """Return the run with the current scene answered; raise ``UnfitMove`` where none is awaited."""
    scene = place(lesson, run)
    if not isinstance(scene, Scene) or scene.task is None or run.here.answer is not None:
        raise UnfitMove(f"scene '{scene.id}' awaits no answer")
    verdict = scene.task.activity.judge(given)
    step = replace(run.here, answer=given, verdict=verdict)
    known = any(first == scene.id for first, _ in run.firsts)
    firsts = run.firsts if known else (*run.firsts, (scene.id, given))
    return replace(run, steps=(*run.steps[:-1], step), firsts=firsts)


def go_on(lesson: Lesson, run: LessonRun) -> LessonRun:
    """Return the run one scene further; raise ``UnfitMove`` at an ending or before the answer."""
    scene = place(lesson, run)
    if isinstance(scene, Ending):
        raise UnfitMove("the story has ended")
    if scene.task is not None and run.here.verdict is None:
        raise UnfitMove(f"scene '{scene.id}' awaits an answer")
    way = _way(scene, run.here)
    step = Step(way.goto, change(run.here.state, way.effects))
    return replace(run, steps=(*run.steps, step))


def rewind(run: LessonRun, step: int) -> LessonRun:
    """Return the run back at ``steps[step]``, unanswered, with exactly the state it had there.

    Raise ``UnfitMove`` unless ``0 <= step < len(run.steps)``.
    """
    if not 0 <= step < len(run.steps):
        raise UnfitMove(f"there is no step {step}")
    back = replace(run.steps[step], answer=None, verdict=None)
    return replace(run, steps=(*run.steps[:step], back))


def choices(run: LessonRun) -> tuple[int, ...]:
    """Return the steps, oldest first, at which an answer was given: where one may rewind to."""
    return tuple(number for number, step in enumerate(run.steps) if step.answer is not None)


def _way(scene: Scene, step: Step) -> Way:
    outcome = step.verdict.outcome if step.verdict else ""
    for way in scene.ways:
        if (not way.on or outcome in way.on) and hold(way.when, step.state):
            return way
    raise UnfitMove(f"scene '{scene.id}' leads nowhere from '{outcome}'")
