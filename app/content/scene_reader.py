"""Reads scenes and endings: who stands there, what is said, what is asked, where it leads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.fields import Fields
from app.domain.ids import SceneId
from app.domain.kind import Kind
from app.domain.lesson import Actor, Debrief, Ending, Line, OnStage, Scene, Task, Way
from app.domain.variables import Condition, Effect

MOST_ON_STAGE = 3
BOUNDS = ("at_least", "at_most", "equals")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a scene may speak of: the kinds there are, the cast, the declared variables."""

    kinds: Mapping[str, Kind]
    cast: tuple[Actor, ...]
    variables: frozenset[str]

    def looks(self, actor: str) -> frozenset[str] | None:
        """Return the looks of a member of the cast, None for a stranger to it."""
        found = next((one for one in self.cast if one.id == actor), None)
        return frozenset(look for look, _ in found.looks) if found else None


def read_id(fields: Fields) -> str:
    """Return the table's ``id``, which must be in small letters, digits and hyphens."""
    name = fields.text("id")
    if name and not ID.fullmatch(name):
        fields.fault(f"id '{name}' must be of small letters, digits and single hyphens")
    return name


def read_scene(fields: Fields, around: Surroundings) -> Scene:
    """Read one scene."""
    known, activity = len(fields.faults.found), fields.table("activity")
    task = read_task(activity, around.kinds, quiz=False) if activity else None
    whole = len(fields.faults.found) == known
    scene = Scene(
        id=SceneId(read_id(fields)),
        backdrop=fields.text("backdrop"),
        stage=_stage(fields, around),
        lines=_lines(fields, around),
        task=task,
        ways=tuple(_way(one, around) for one in fields.tables("ways", "way", 1)),
    )
    if whole:
        _refuse_unknown_outcomes(fields, scene)
    fields.close()
    return scene


def read_ending(fields: Fields, around: Surroundings) -> Ending:
    """Read one ending with its debrief."""
    ending = Ending(
        id=SceneId(read_id(fields)),
        title=fields.text("title"),
        backdrop=fields.text("backdrop"),
        stage=_stage(fields, around),
        lines=_lines(fields, around),
        debrief=_debrief(fields),
    )
    fields.close()
    return ending


def read_task(fields: Fields, kinds: Mapping[str, Kind], *, quiz: bool) -> Task | None:
    """Read an activity by its kind, None where the kind is unknown."""
    name = fields.one_of("kind", kinds.keys())
    kind = kinds.get(name)
    if kind is None:
        return None
    sure = fields.flag("sure")
    activity = kind.parse(fields, quiz=quiz)
    if sure and not kind.judged:
        fields.fault(f"'sure' makes no sense for '{name}', which has no right and wrong")
    fields.close()
    return Task(name, activity, sure)


def _stage(fields: Fields, around: Surroundings) -> tuple[OnStage, ...]:
    stage = tuple(_on_stage(one, around) for one in fields.tables("stage", "place on stage"))
    if len(stage) > MOST_ON_STAGE:
        fields.fault(f"{len(stage)} are on stage; there is room for {MOST_ON_STAGE}")
    if len({one.actor for one in stage}) < len(stage):
        fields.fault("somebody is on stage twice")
    return stage


def _on_stage(fields: Fields, around: Surroundings) -> OnStage:
    who, look = fields.text("who"), fields.text("look", "")
    looks = around.looks(who)
    if who and looks is None:
        fields.fault(f"'{who}' is not in the cast")
    if look and looks and look not in looks:
        fields.fault(f"'{who}' has no look '{look}'; there are: {', '.join(sorted(looks))}")
    fields.close()
    return OnStage(who, look)


def _lines(fields: Fields, around: Surroundings) -> tuple[Line, ...]:
    return tuple(_line(one, around) for one in fields.tables("lines", "line", 1))


def _line(fields: Fields, around: Surroundings) -> Line:
    who = fields.text("who", "")
    if who and around.looks(who) is None:
        fields.fault(f"'{who}' is not in the cast")
    line = Line(who, fields.text("text"), _conditions(fields, around))
    fields.close()
    return line


def _way(fields: Fields, around: Surroundings) -> Way:
    way = Way(
        on=fields.texts("on"),
        when=_conditions(fields, around),
        effects=_effects(fields, "set", around) + _effects(fields, "add", around),
        goto=SceneId(fields.text("goto")),
    )
    fields.close()
    return way


def _conditions(fields: Fields, around: Surroundings) -> tuple[Condition, ...]:
    named = fields.named("when", "when")
    found = [(name, _condition(name, one)) for name, one in named]
    _refuse_undeclared(fields, [name for name, _ in named], around)
    return tuple(condition for name, condition in found if name in around.variables)


def _condition(name: str, fields: Fields) -> Condition:
    low, high, same = (fields.number(key, 0) if fields.has(key) else None for key in BOUNDS)
    fields.close()
    if (low, high, same) == (None, None, None):
        fields.fault(f"needs one of {', '.join(BOUNDS)}")
    if same is not None and (low, high) != (None, None):
        fields.fault("'equals' stands alone, without 'at_least' and 'at_most'")
    return Condition(name, low, high) if same is None else Condition(name, same, same)


def _effects(fields: Fields, key: str, around: Surroundings) -> tuple[Effect, ...]:
    given = fields.mapping(key)
    inner = Fields(given, f"{fields.where}, {key}", fields.faults)
    effects = tuple(Effect(name, inner.number(name), key == "add") for name in given)
    _refuse_undeclared(fields, list(given), around)
    return tuple(effect for effect in effects if effect.variable in around.variables)


def _refuse_undeclared(fields: Fields, names: list[str], around: Surroundings) -> None:
    for name in names:
        if name not in around.variables:
            fields.fault(f"variable '{name}' is not declared; add [variables.{name}]")


def _refuse_unknown_outcomes(fields: Fields, scene: Scene) -> None:
    outcomes = scene.task.activity.outcomes() if scene.task else ()
    for number, way in enumerate(scene.ways, 1):
        for outcome in way.on:
            if scene.task is None:
                fields.fault(f"way {number}: 'on' needs an activity, and here is none")
            elif outcome not in outcomes:
                known = ", ".join(outcomes)
                fields.fault(f"way {number}: there is no outcome '{outcome}'; there are: {known}")


def _debrief(fields: Fields) -> Debrief:
    given = fields.table("debrief")
    if given is None:
        fields.fault("has no debrief; add 'happened', 'rule', 'another_time' and 'tell'")
        return Debrief("", "", "", "")
    debrief = Debrief(
        happened=given.text("happened"),
        rule=given.text("rule"),
        another_time=given.text("another_time"),
        tell=given.text("tell"),
    )
    given.close()
    return debrief
