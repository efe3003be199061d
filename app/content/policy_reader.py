"""Reads the school's safeguarding policy, ``policy.toml``: cards, steps, routes and ladder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from app.content.policy_faults import policy_faults
from app.content.scene_reader import ID, read_id
from app.content.sheet import Sheet
from app.domain.fields import Faults, Fields
from app.domain.tell.people import READERS, Role
from app.domain.tell.policy import (
    Category,
    Checklist,
    Deadline,
    Override,
    Policy,
    Rung,
    Step,
)
from app.domain.tell.routing import Route, Routes

WHERE = "policy"
ROLES = tuple(role.value for role in Role)
ANYONE = "anyone"
STAFF_ROUTES = tuple(route.value for route in Route if route is not Route.USUAL)
Steps = Mapping[str, Step]


def read_policy(sheet: Sheet, faults: Faults) -> Policy:
    """Return the policy of a table; what is missing or mistyped is noted and left empty.

    Pictures and wording are not looked at here.
    """
    fields = Fields(sheet.table, WHERE, faults)
    deadlines = _deadlines(fields)
    steps = {name: _step(name, one, deadlines) for name, one in fields.named("steps", "step")}
    categories = [_category(one, steps) for one in fields.tables("categories", "category", 1)]
    policy = Policy(
        version=sheet.version,
        categories=tuple(categories),
        lists=tuple(_list(one, steps) for one in fields.tables("lists", "list", 1)),
        deadlines=tuple(deadlines.values()),
        overrides=tuple(_override(one) for one in fields.tables("overrides", "override")),
        ladder=tuple(_rung(one) for one in fields.tables("ladder", "rung", 1)),
        routes=_routes(fields, frozenset(one.id for one in categories if one.notice)),
    )
    fields.close()
    for where, fault in policy_faults(policy, steps):
        faults.add(where, fault)
    return policy


def _deadlines(fields: Fields) -> dict[str, Deadline]:
    inner = Fields(fields.mapping("deadlines"), f"{fields.where}, deadlines", fields.faults)
    return {name: Deadline(name, inner.text(name)) for name in fields.mapping("deadlines")}


def _step(name: str, fields: Fields, deadlines: Mapping[str, Deadline]) -> Step:
    if not ID.fullmatch(name):
        fields.fault(f"id '{name}' must be of small letters, digits and single hyphens")
    who = fields.one_of("who", (*ROLES, ANYONE))
    by = fields.one_of("by", deadlines)
    step = Step(
        id=name,
        words=fields.text("words"),
        who=Role(who) if who in ROLES else None,
        deadline=deadlines.get(by, Deadline(by, "")),
        only=_optional(fields, "only"),
        leads_to=_optional(fields, "leads_to"),
    )
    fields.close()
    return step


def _optional(fields: Fields, key: str) -> str:
    """Return a text that need not be there; but an empty one says nothing, so it is a fault."""
    return fields.text(key) if fields.has(key) else fields.text(key, "")


def _category(fields: Fields, steps: Steps) -> Category:
    words, picture = fields.text("words"), fields.text("picture")
    notice, grown_up = fields.flag("notice"), fields.flag("grown_up")
    checklist = _checklist(fields, steps, frozenset())
    fields.close()
    return Category(words, picture, checklist, notice, grown_up)


def _list(fields: Fields, steps: Steps) -> Checklist:
    given = fields.texts("routes")
    for name in given:
        if name not in STAFF_ROUTES:
            fields.fault(f"there is no route '{name}'; use one of: {', '.join(STAFF_ROUTES)}")
    routes = frozenset(Route(name) for name in given if name in STAFF_ROUTES)
    checklist = _checklist(fields, steps, routes)
    fields.close()
    return checklist


def _checklist(fields: Fields, steps: Steps, routes: frozenset[Route]) -> Checklist:
    name, title, attachments = read_id(fields), fields.text("title"), fields.flag("attachments")
    given = fields.texts("steps", 1)
    for step, times in Counter(given).items():
        if step not in steps:
            fields.fault(f"there is no step '{step}'; correct its name or write [steps.{step}]")
        elif times > 1:
            fields.fault(f"step '{step}' stands here {times} times; once is enough")
    return Checklist(
        name, title, tuple(steps[one] for one in given if one in steps), attachments, routes
    )


def _override(fields: Fields) -> Override:
    override = Override(
        id=read_id(fields),
        policy=fields.text("policy"),
        instead=fields.text("instead"),
        guidance=fields.text("guidance"),
        steps=fields.texts("steps", 1),
    )
    fields.close()
    return override


def _rung(fields: Fields) -> Rung:
    rung = Rung(fields.number("minutes"), _roles(fields, "tells"))
    fields.close()
    return rung


def _routes(fields: Fields, notices: frozenset[str]) -> Routes:
    inner = fields.table("routes")
    if inner is None:
        if not fields.has("routes"):
            fields.fault("'routes' is missing; it must be a table: who reads what")
        return Routes(notices=notices)
    read = {route: _roles(inner, route.value) for route in Route}
    inner.close()
    return Routes(
        usual=read[Route.USUAL],
        unnamed=read[Route.UNNAMED],
        about_staff=read[Route.ABOUT_STAFF],
        about_dsl=read[Route.ABOUT_DSL],
        about_head=read[Route.ABOUT_HEAD],
        notices=notices,
    )


def _roles(fields: Fields, key: str) -> tuple[Role, ...]:
    """Return roles that may read what children tell; others could do nothing with it."""
    given = fields.texts(key, 1)
    for name, times in Counter(given).items():
        if name not in ROLES:
            fields.fault(f"'{key}' has no role '{name}'; use one of: {', '.join(sorted(READERS))}")
        elif name not in READERS:
            fields.fault(f"'{key}' holds '{name}', who may not read what children tell")
        elif times > 1:
            fields.fault(f"'{key}' holds '{name}' {times} times; once is enough")
    return tuple(Role(name) for name in given if name in ROLES)
