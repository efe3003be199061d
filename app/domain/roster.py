"""Importing a class list: planned first, answered where it asks, applied when all is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.domain.classlist import ClassList, year_words
from app.domain.enrolment import Enrolment, line_of_row
from app.domain.entry import Entry, name_of
from app.domain.ids import ClassId, PupilId
from app.domain.matching import Match, Scope, match
from app.domain.names import fold
from app.domain.plan import Draft, Fate, Line, Plan, Tools
from app.domain.school import Pupil, School, SchoolClass
from app.domain.schoolwork import Choose, give_secrets, tidied


class UnfitAnswers(ValueError):
    """An answer to a line that asks nothing, or not one of the answers it has."""


class NotReady(ValueError):
    """Something is refused or still asked: nothing may be written."""


def plan(school: School, class_list: ClassList, tools: Tools, *, whole: bool = False) -> Plan:
    """Return what importing a class list would do.

    Pupils missing from a class that stands in the file are leavers; classes that do not stand in
    it stay as they are, unless the file holds the ``whole`` school.
    """
    first = _planned(_draft(school, class_list, tools, whole), {})
    offers = {
        line.line: frozenset(option.answer for option in line.options)
        for line in first.asked()
        if line.line is not None
    }
    return replace(first, offers=offers)


def answered(asking: Plan, answers: Mapping[int, str]) -> Plan:
    """Return the plan with these answers and no others, by line: an ``Option.answer`` each.

    ``asking`` may have been answered before; its children keep the ids they would get. Raise
    ``UnfitAnswers`` for an answer that the plan did not offer before any was given.
    """
    for line, answer in answers.items():
        if line not in asking.offers:
            raise UnfitAnswers(f"line {line} asks nothing")
        if answer not in asking.offers[line]:
            known = ", ".join(sorted(asking.offers[line]))
            raise UnfitAnswers(f"line {line} cannot be answered with '{answer}', only: {known}")
    return replace(_planned(asking.draft, answers), offers=asking.offers)


def adding(asking: Plan, answers: Mapping[int, str], *, only: bool) -> Plan:
    """Return the plan with these answers where the file ``only`` adds children: nobody has left."""
    return answered(replace(asking, draft=replace(asking.draft, adds=only)), answers)


def moved_up(asking: Plan) -> dict[int, str]:
    """Return the answer "has moved here" for each line where just one child can be meant.

    That is one of the same name in another class and the same year, or the year below.
    """
    found = {}
    for line in asking.asked():
        known = [option for option in line.options if option.answer not in {"new", "repeat"}]
        if line.line is not None and len(known) == 1 and known[0].likely:
            found[line.line] = known[0].answer
    claims = Counter(found.values())
    return {line: answer for line, answer in found.items() if claims[answer] == 1}


def apply(ready: Plan, choose: Choose) -> School:
    """Return the school after the import, new pupils with secret pictures where the class wants.

    Raise ``NotReady`` unless the plan is ready.
    """
    if not ready.ready:
        raise NotReady("nothing is written while a line is refused or asked")
    return give_secrets(ready.after, choose)


def _draft(school: School, class_list: ClassList, tools: Tools, whole: bool) -> Draft:
    rows = class_list.rows
    known = {fold(one.name) for one in school.classes}
    names: dict[str, str] = {}
    for row in rows:
        if row.class_name and not row.fault and fold(row.class_name) not in known:
            names.setdefault(fold(row.class_name), row.class_name)
    added = tuple(SchoolClass(ClassId(tools.new_id()), name) for name in names.values())
    return Draft(
        school=school,
        rows=rows,
        keys={row.line: tools.hashed(row.pupil_id) if row.pupil_id else "" for row in rows},
        ids={row.line: PupilId(tools.new_id()) for row in rows},
        classes=school.classes + added,
        notes=_notes_of(class_list),
        problems=class_list.problems,
        whole=whole,
    )


def _planned(draft: Draft, answers: Mapping[int, str]) -> Plan:
    class_ids = {fold(one.name): one.id for one in draft.classes}
    entries, lines = [], []
    for row in draft.rows:
        if row.fault:
            lines.append(line_of_row(row, Fate.REFUSED, row.fault))
        elif row.year is not None and not 0 <= row.year <= 6:
            why = f"{year_words(row.year)}: Be SMART is for Reception to Year 6"
            lines.append(line_of_row(row, Fate.SKIPPED, why))
        else:
            class_id = class_ids[fold(row.class_name)]
            name = name_of(row, initials=draft.initials)
            entries.append(Entry(row, draft.keys[row.line], class_id, name))
    scope = set(class_ids.values()) if draft.whole else {entry.class_id for entry in entries}
    found = match(entries, draft.school.pupils, Scope(scope, draft.initials), answers)
    leavers = _leavers(draft, found, scope)
    enrolment = Enrolment(draft, entries, found)
    enrolment.carry_out(leavers)
    lines = sorted(lines + enrolment.lines, key=_place)
    after = _after(draft, tuple(enrolment.pupils.values()))
    return Plan(draft, after, tuple(lines), draft.notes + _notes(draft, after, scope), {})


def _place(line: Line) -> tuple[bool, int]:
    return line.line is None, line.line or 0


def _leavers(draft: Draft, found: Match, scope: set[ClassId]) -> list[Pupil]:
    """Return who is missing from a class of the file and is not meant by a line in doubt."""
    if draft.adds:
        return []
    doubtful = {pupil.id for question in found.asked.values() for pupil in question.pupils}
    faulty = [row for row in draft.rows if row.fault or row.line in found.refused]
    keys = {draft.keys[row.line] for row in faulty}
    names = {(fold(row.class_name), name_of(row)) for row in faulty}
    too_old = {draft.keys[row.line] for row in draft.rows if (row.year or 0) > 6 and not row.fault}
    class_names = {one.id: fold(one.name) for one in draft.classes}
    gone = []
    for pupil in found.gone.values():
        doubted = pupil.id in doubtful or (pupil.key and pupil.key in keys)
        named = (class_names[pupil.class_id], name_of(pupil)) in names
        due = pupil.class_id in scope or (pupil.key and pupil.key in too_old)
        if due and not (pupil.left or doubted or named):
            gone.append(pupil)
    return sorted(gone, key=lambda one: (class_names[one.class_id], name_of(one)))


def _after(draft: Draft, pupils: tuple[Pupil, ...]) -> School:
    school = draft.school
    if set(pupils) == set(school.pupils):
        return school
    order = {pupil.id: number for number, pupil in enumerate(school.pupils)}
    ordered = tuple(sorted(pupils, key=lambda one: order.get(one.id, len(order))))
    return tidied(replace(school, classes=draft.classes, pupils=ordered))


def _notes_of(class_list: ClassList) -> tuple[str, ...]:
    if not class_list.columns:
        return ()
    read = ", ".join(f"{what} from '{heading}'" for what, heading in class_list.columns)
    notes = [_doubt(class_list.doubted)] if class_list.doubted else []
    notes.append(f"Read: {read}.")
    if class_list.ignored:
        notes.append(f"Not read and not kept: {', '.join(class_list.ignored)}.")
    return tuple(notes)


def _doubt(headings: tuple[str, ...]) -> str:
    """Return the question whether a column that is not read holds the names children go by."""
    names = " or ".join(f"'{one}'" for one in headings)
    return (
        f"Is the name that children go by under {names}? It is not read. If so, write 'Preferred "
        "Name' above it and read the file again, or children see the name that they do not use."
    )


def _notes(draft: Draft, after: School, scope: set[ClassId]) -> tuple[str, ...]:
    school, notes = draft.school, []
    away = [one for one in school.classes if one.id not in scope and school.in_class(one.id)]
    if away and scope:
        classes = ", ".join(f"{one.name} ({len(school.in_class(one.id))})" for one in away)
        notes.append(
            f"Classes that are not in the file stay as they are, but for pupils who moved: "
            f"{classes}. If the file holds the whole school, put it away, say so where files are "
            "chosen, and read it again: who is missing has left then."
        )
    for one in school.classes:
        before = school.in_class(one.id)
        now = {pupil.id for pupil in after.pupils if not pupil.left}
        leaving = sum(pupil.id not in now for pupil in before)
        if len(before) >= 5 and leaving * 2 > len(before):
            notes.append(f"{leaving} of {len(before)} of {one.name} would leave: the right file?")
        if before and not after.in_class(one.id):
            notes.append(f"{one.name} has no pupils any more: it is not shown at sign-in.")
    return tuple(notes)
