"""Reads a quiz's table: its items, and the named ideas behind wrong answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from app.content.lesson_reader import read_glosses
from app.content.scene_reader import read_id, read_task
from app.content.sheet import Sheet
from app.domain.fields import Faults, Fields
from app.domain.ids import IdeaId, ItemId, QuizId
from app.domain.kind import Kind
from app.domain.quiz import Form, Item, Quiz
from app.domain.smart import STRANDS, Band, Rule

WHERE = "quiz"
FORMS = tuple(form.value for form in Form)


def read_quiz(sheet: Sheet, file: Path, kinds: Mapping[str, Kind], faults: Faults) -> Quiz:
    """Return the quiz of a table, whose place (``<rule>/<band>.toml``) says what it is for."""
    fields = Fields(sheet.table, WHERE, faults)
    rule, band = Rule(file.parent.name), Band(file.stem)
    items = [_item(one, kinds) for one in fields.tables("items", "item", 1)]
    quiz = Quiz(
        id=QuizId(f"{rule}/{band}"),
        version=sheet.version,
        folder=file.parent,
        title=fields.text("title"),
        rule=rule,
        band=band,
        ideas=_ideas(fields),
        items=tuple(item for item in items if item is not None),
        words=read_glosses(fields),
    )
    fields.close()
    _refuse_twins(items, fields)
    if not faults.found:
        _refuse_ideas(quiz, fields)
    return quiz


def _ideas(fields: Fields) -> tuple[tuple[str, str], ...]:
    given = fields.mapping("ideas")
    inner = Fields(given, f"{fields.where}, ideas", fields.faults)
    return tuple((name, inner.text(name)) for name in given)


def _item(fields: Fields, kinds: Mapping[str, Kind]) -> Item | None:
    name, form = read_id(fields), fields.one_of("form", FORMS)
    strand = fields.one_of("strand", STRANDS)
    activity = fields.table("activity")
    if activity is None:
        fields.fault("has no activity")
    task = read_task(activity, kinds, quiz=True) if activity else None
    if task and not kinds[task.kind].judged:
        fields.fault(f"'{task.kind}' has no right and wrong, so it fits no quiz")
    fields.close()
    if task is None or form not in FORMS:
        return None
    return Item(ItemId(name), Form(form), strand, task)


def _refuse_twins(items: list[Item | None], fields: Fields) -> None:
    ids = Counter(item.id for item in items if item is not None)
    for name, times in ids.items():
        if name and times > 1:
            fields.fault(f"id '{name}' is given to {times} items; give each its own")


def _refuse_ideas(quiz: Quiz, fields: Fields) -> None:
    """Refuse ideas that nobody declared, and declared ones that no answer speaks for."""
    used = {idea for item in quiz.items for idea in item.task.activity.ideas()}
    declared = {IdeaId(name) for name, _ in quiz.ideas}
    for name in sorted(used - declared):
        fields.fault(f"idea '{name}' is not declared; add it to [ideas] in a child's words")
    for name in sorted(declared - used):
        fields.fault(f"idea '{name}' is declared, but no wrong answer speaks for it")
