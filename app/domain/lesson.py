"""A lesson: scenes, what each outcome leads to, and endings with their debrief."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.ids import LessonId, SceneId
from app.domain.kind import Activity
from app.domain.smart import Band, Rule
from app.domain.variables import Condition, Effect, Variable
from app.domain.words import Picture


@dataclass(frozen=True, slots=True)
class Actor:
    """A made-up person, animal or robot of the story.

    ``looks`` are pairs of an expression's name ("happy") and its picture; the first is the usual.
    """

    id: str
    name: str
    looks: tuple[tuple[str, Picture], ...]

    def picture(self, look: str) -> Picture:
        """Return the picture of a look, the usual one for an unknown look."""
        return dict(self.looks).get(look, self.looks[0][1])


@dataclass(frozen=True, slots=True)
class OnStage:
    """Who stands in a scene, and with which look ("" for the usual one)."""

    actor: str
    look: str


@dataclass(frozen=True, slots=True)
class Line:
    """Words said by an actor ("" for the story-teller), only while ``when`` holds."""

    actor: str
    text: str
    when: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Where an outcome leads: the first way whose ``on`` and ``when`` fit is taken.

    ``on`` are outcomes of the activity; an empty one fits every outcome (and a plain "go on").
    """

    on: tuple[str, ...]
    when: tuple[Condition, ...]
    effects: tuple[Effect, ...]
    goto: SceneId


@dataclass(frozen=True, slots=True)
class Task:
    """An activity with its kind's name, and whether the pupil is asked how sure they are."""

    kind: str
    activity: Activity
    asks_sure: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One page of the story; without a ``task`` there is only a plain "go on"."""

    id: SceneId
    backdrop: str
    stage: tuple[OnStage, ...]
    lines: tuple[Line, ...]
    task: Task | None
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Debrief:
    """What is said after every ending; ``tell`` names Tell."""

    happened: str
    rule: str
    another_time: str
    tell: str


@dataclass(frozen=True, slots=True)
class Ending:
    """One of the ways a story can end."""

    id: SceneId
    title: str
    backdrop: str
    stage: tuple[OnStage, ...]
    lines: tuple[Line, ...]
    debrief: Debrief


@dataclass(frozen=True, slots=True)
class Gloss:
    """A word of the lesson's own list: its plain ``meaning``, and ``say_as`` for voices ("")."""

    word: str
    meaning: str
    say_as: str


@dataclass(frozen=True, slots=True)
class TeacherNotes:
    """What a teacher leads the lesson with."""

    ground_rules: tuple[str, ...]
    distancing: str
    prompts: tuple[str, ...]
    extension: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A whole lesson as read. ``version`` changes with every change of its file."""

    id: LessonId
    version: str
    folder: Path
    title: str
    picture: Picture
    rule: Rule
    band: Band
    minutes: int
    objectives: tuple[str, ...]
    frameworks: tuple[str, ...]
    policy: tuple[str, ...]
    cast: tuple[Actor, ...]
    variables: tuple[Variable, ...]
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    words: tuple[Gloss, ...]
    notes: TeacherNotes
    home_talk: tuple[str, ...]

    def scene(self, scene: SceneId) -> Scene | None:
        """Return a scene by its id."""
        return next((found for found in self.scenes if found.id == scene), None)

    def ending(self, scene: SceneId) -> Ending | None:
        """Return an ending by its id."""
        return next((found for found in self.endings if found.id == scene), None)

    def actor(self, actor: str) -> Actor | None:
        """Return a member of the cast by its id."""
        return next((found for found in self.cast if found.id == actor), None)
