"""Reads a lesson's table: head, cast, variables, words, notes, and its story scene by scene."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app.content.scene_reader import Surroundings, read_ending, read_id, read_scene
from app.content.sheet import Sheet
from app.content.shelf import BANDS, RULES
from app.domain.fields import Faults, Fields
from app.domain.ids import LessonId
from app.domain.kind import Kind
from app.domain.lesson import Actor, Ending, Gloss, Lesson, Scene, TeacherNotes
from app.domain.smart import CLAUSES, FRAMEWORKS, Band, Rule
from app.domain.variables import Variable
from app.domain.words import Picture

WHERE = "lesson"
SHORTEST, LONGEST = 5, 40
LEAST_ENDINGS = 2
HOME_QUESTIONS = 2
OLDEST_ONLY = "p14-private-pictures"


class _Story(NamedTuple):
    """What is played; ``whole`` if no fault was found in it."""

    variables: tuple[Variable, ...]
    scenes: tuple[Scene, ...]
    endings: tuple[Ending, ...]
    whole: bool


def read_lesson(
    sheet: Sheet, folder: Path, kinds: Mapping[str, Kind], faults: Faults
) -> tuple[Lesson, bool]:
    """Return the lesson of a table, and whether no fault was found in its story.

    What is missing or mistyped is noted and left empty.
    """
    fields = Fields(sheet.table, WHERE, faults)
    cast = _cast(fields)
    story = _story(fields, kinds, cast)
    lesson = Lesson(
        id=LessonId(read_id(fields)),
        version=sheet.version,
        folder=folder,
        title=fields.text("title"),
        picture=Picture(fields.text("picture")),
        rule=read_rule(fields),
        band=read_band(fields),
        minutes=_minutes(fields),
        objectives=_objectives(fields),
        frameworks=_tags(fields, "frameworks", FRAMEWORKS),
        policy=_tags(fields, "policy", CLAUSES),
        cast=cast,
        variables=story.variables,
        scenes=story.scenes,
        endings=story.endings,
        words=read_glosses(fields),
        notes=_notes(fields),
        home_talk=_home_talk(fields),
    )
    fields.close()
    _refuse_misfits(lesson, fields)
    return lesson, story.whole


def read_rule(fields: Fields) -> Rule:
    """Return the rule, the first one where it is faulty."""
    text = fields.one_of("rule", RULES)
    return Rule(text) if text in RULES else Rule.SAFE


def read_band(fields: Fields) -> Band:
    """Return the band, the youngest where it is faulty."""
    text = fields.one_of("band", BANDS)
    return Band(text) if text in BANDS else Band.KS1


def read_glosses(fields: Fields) -> tuple[Gloss, ...]:
    """Return the words of ``[words]`` with their meanings, and of ``[say_as]`` for voices."""
    meanings, sounds = _texts_of(fields, "words"), _texts_of(fields, "say_as")
    names = sorted(meanings.keys() | sounds.keys())
    return tuple(Gloss(name, meanings.get(name, ""), sounds.get(name, "")) for name in names)


def _texts_of(fields: Fields, key: str) -> dict[str, str]:
    given = fields.mapping(key)
    inner = Fields(given, f"{fields.where}, {key}", fields.faults)
    return {name: inner.text(name) for name in given}


def section(fields: Fields, key: str) -> Fields:
    """Return a table that must be there; a missing one reads like an empty one."""
    return fields.table(key) or Fields({}, f"{fields.where}, {key}", fields.faults)


def _minutes(fields: Fields) -> int:
    minutes = fields.number("minutes")
    if fields.has("minutes") and not SHORTEST <= minutes <= LONGEST:
        fields.fault(f"'minutes' is {minutes}; a lesson takes {SHORTEST} to {LONGEST}")
    return minutes


def _objectives(fields: Fields) -> tuple[str, ...]:
    objectives = fields.texts("objectives", 1)
    for text in objectives:
        if not text.startswith("I can "):
            fields.fault(f"objective '{text}' must begin with 'I can'")
    return objectives


def _tags(fields: Fields, key: str, known: tuple[str, ...] | frozenset[str]) -> tuple[str, ...]:
    tags = fields.texts(key, 1)
    for tag in tags:
        if tag not in known:
            fields.fault(f"'{key}' has no tag '{tag}'; there are: {', '.join(sorted(known))}")
    return tags


def _cast(fields: Fields) -> tuple[Actor, ...]:
    return tuple(_actor(name, one) for name, one in fields.named("cast", "cast"))


def _actor(name: str, fields: Fields) -> Actor:
    looks = tuple((look, _look(one)) for look, one in fields.named("looks", "look"))
    if not looks:
        fields.fault(f"has no looks; add [cast.{name}.looks.usual] with 'picture' and 'words'")
        looks = (("usual", Picture("")),)
    actor = Actor(name, fields.text("name"), looks)
    fields.close()
    return actor


def _look(fields: Fields) -> Picture:
    picture = Picture(fields.text("picture"), fields.text("words"))
    fields.close()
    return picture


def _story(fields: Fields, kinds: Mapping[str, Kind], cast: tuple[Actor, ...]) -> _Story:
    known = len(fields.faults.found)
    variables = _variables(fields)
    around = Surroundings(kinds, cast, frozenset(one.name for one in variables))
    scenes = tuple(read_scene(one, around) for one in fields.tables("scenes", "scene", 1))
    endings = tuple(
        read_ending(one, around) for one in fields.tables("endings", "ending", LEAST_ENDINGS)
    )
    _refuse_same_ids([*scenes, *endings], fields)
    return _Story(variables, scenes, endings, len(fields.faults.found) == known)


def _refuse_same_ids(places: Sequence[Scene | Ending], fields: Fields) -> None:
    for name, times in Counter(place.id for place in places).items():
        if name and times > 1:
            fields.fault(f"id '{name}' is given to {times} scenes or endings; give each its own")


def _variables(fields: Fields) -> tuple[Variable, ...]:
    return tuple(_variable(name, one) for name, one in fields.named("variables", "variable"))


def _variable(name: str, fields: Fields) -> Variable:
    low, high = fields.number("low", 0), fields.number("high")
    variable = Variable(name, low, high, fields.number("start", low))
    fields.close()
    if high < low:
        fields.fault(f"'low' {low} is above 'high' {high}")
    elif not low <= variable.start <= high:
        fields.fault(f"starts at {variable.start}, out of its range {low} to {high}")
    return variable


def _notes(fields: Fields) -> TeacherNotes:
    given = section(fields, "notes")
    notes = TeacherNotes(
        ground_rules=given.texts("ground_rules", 1),
        distancing=given.text("distancing"),
        prompts=given.texts("prompts", 1),
        extension=given.text("extension"),
    )
    given.close()
    return notes


def _home_talk(fields: Fields) -> tuple[str, ...]:
    given = section(fields, "home")
    talk = given.texts("talk", HOME_QUESTIONS)
    if len(talk) > HOME_QUESTIONS:
        given.fault(f"'talk' has {len(talk)} questions; families get {HOME_QUESTIONS}")
    given.close()
    return talk


def _refuse_misfits(lesson: Lesson, fields: Fields) -> None:
    """Note what only the whole lesson shows: a clause not for this age, another folder's name."""
    if OLDEST_ONLY in lesson.policy and lesson.band is not Band.UKS2:
        fields.fault(f"'{OLDEST_ONLY}' is for uks2 only")
    if lesson.id and lesson.folder.name != lesson.id:
        fields.fault(f"id '{lesson.id}' and its folder '{lesson.folder.name}' must be the same")
    if fields.has("rule") and lesson.folder.parent.name != lesson.rule:
        fields.fault(f"rule '{lesson.rule}' stands in the folder '{lesson.folder.parent.name}'")
