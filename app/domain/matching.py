"""Which line of a class list is which pupil: by id; else by name, and in doubt it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.classlist import Row
from app.domain.ids import ClassId, PupilId
from app.domain.names import alike, fold
from app.domain.school import Pupil

NEW = "new"
REPEAT = "repeat"

Name = tuple[str, str]


def name_of(one: Row | Pupil, *, initials: bool = True) -> Name:
    """Return the name in the form in which it is compared, without its initial if so wished."""
    return fold(one.first_name), fold(one.initial) if initials else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A good line of the file: its row, the keyed hash of its pupil id ("" without), its class."""

    row: Row
    key: str
    class_id: ClassId
    name: Name

    @property
    def line(self) -> int:
        """The line it begins on, which tells it from all others."""
        return self.row.line

    @property
    def sight(self) -> tuple[object, ...]:
        """All that is kept of the line: two lines of one sight may be one child written twice."""
        return self.class_id, self.name, self.row.year


@dataclass(frozen=True, slots=True)
class Scope:
    """What the file is about: ``classes`` that stand in it, where who is missing has left.

    ``initials``: it has surnames. Where it has none, first names alone are compared.
    """

    classes: Collection[ClassId]
    initials: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """Who is this? One of ``pupils``, a new child, or a line written twice (``repeat``)?

    ``clash``: the answer given is one that another line has too.
    """

    pupils: tuple[Pupil, ...]
    repeat: bool
    clash: bool = False


@dataclass(slots=True)
class Match:
    """What became of each line, by its number; ``gone`` are the pupils that no line is about."""

    known: dict[int, Pupil] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    repeats: set[int] = field(default_factory=set)
    refused: set[int] = field(default_factory=set)
    asked: dict[int, Question] = field(default_factory=dict)
    gone: dict[PupilId, Pupil] = field(default_factory=dict)


def match(
    entries: Sequence[Entry],
    pupils: Sequence[Pupil],
    scope: Scope,
    answers: Mapping[int, str],
) -> Match:
    """Return which line is which pupil.

    ``answers`` give, by line, "new", "repeat" or a pupil's id. Lines with an id that stands there
    twice with different names are ``refused``.
    """
    work = _Matching(entries, pupils, scope)
    work.by_id()
    clashing = work.by_answers(answers)
    work.by_place()
    work.ask(clashing)
    return work.result


class _Matching:
    """The work in progress: lines still open, pupils still free."""

    def __init__(self, entries: Sequence[Entry], pupils: Sequence[Pupil], scope: Scope) -> None:
        self._entries = entries
        self._open = {entry.line: entry for entry in entries}
        self._classes = scope.classes
        self._doubted: set[Name] = set()
        self._names = {pupil.id: name_of(pupil, initials=scope.initials) for pupil in pupils}
        self.result = Match(gone={pupil.id: pupil for pupil in pupils})

    def by_id(self) -> None:
        """Settle the lines whose id the school knows, and ids that stand there twice."""
        pupils = {pupil.key: pupil for pupil in self.result.gone.values() if pupil.key}
        groups: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.key:
                groups.setdefault(entry.key, []).append(entry)
        for key, group in groups.items():
            if len({entry.sight for entry in group}) > 1:
                self._settle(group, self.result.refused)
                continue
            self._settle(group[1:], self.result.repeats)
            if key in pupils:
                self._know(group[0], pupils[key])
        # Before any answer, so that no answer raises a new question.
        self._doubted = self._names_in_doubt()

    def by_answers(self, answers: Mapping[int, str]) -> set[int]:
        """Settle what staff answered; return the lines that claim one child together."""
        claims = Counter(answers.values())
        clashing = set()
        for line, answer in answers.items():
            entry = self._open.get(line)
            if entry is None:
                continue
            if answer in {NEW, REPEAT}:
                self._settle([entry], self.result.new if answer == NEW else self.result.repeats)
            elif claims[answer] > 1 or PupilId(answer) not in self.result.gone:
                clashing.add(line)
            else:
                self._know(entry, self.result.gone[PupilId(answer)])
        return clashing

    def by_place(self) -> None:
        """Settle the lines that name a pupil of the same class, where that leaves no doubt."""
        groups: dict[tuple[ClassId, Name], list[Entry]] = {}
        for entry in self._open.values():
            groups.setdefault((entry.class_id, entry.name), []).append(entry)
        free: dict[tuple[ClassId, Name], list[Pupil]] = {}
        for pupil in self._free():
            free.setdefault((pupil.class_id, self._names[pupil.id]), []).append(pupil)
        for place, group in groups.items():
            if place[1] not in self._doubted:
                for entry, pupil in _pairs(group, free.get(place, [])):
                    self._know(entry, pupil)

    def ask(self, clashing: Collection[int]) -> None:
        """Ask about every line that is still open and may be a known child; the rest are new."""
        twins: dict[tuple[object, ...], list[Entry]] = {}
        for entry in self._entries:
            twins.setdefault(entry.sight, []).append(entry)
        for entry in self._open.values():
            pupils = tuple(
                pupil for pupil in self.result.gone.values() if self._may_be(entry, pupil)
            )
            repeat = _is_repeat(entry, twins[entry.sight])
            if pupils or repeat:
                self.result.asked[entry.line] = Question(pupils, repeat, entry.line in clashing)
            else:
                self.result.new.add(entry.line)

    def _free(self) -> list[Pupil]:
        """Return the pupils of the classes (no leavers) that no line is about yet."""
        return [pupil for pupil in self.result.gone.values() if not pupil.left]

    def _know(self, entry: Entry, pupil: Pupil) -> None:
        self.result.known[entry.line] = pupil
        self.result.gone.pop(pupil.id)
        self._open.pop(entry.line)

    def _settle(self, entries: Sequence[Entry], there: set[int]) -> None:
        for entry in entries:
            there.add(entry.line)
            self._open.pop(entry.line)

    def _names_in_doubt(self) -> set[Name]:
        """Return the names that are no proof of anything in this file.

        When most children of the file have changed class (a new school year, and no ids), one
        who sits in the class of a namesake may have come from elsewhere.
        """
        free = self._free()
        known = Counter(self._names[pupil.id] for pupil in free)
        places = {(pupil.class_id, self._names[pupil.id]) for pupil in free}
        met = [entry for entry in self._open.values() if known[entry.name]]
        stayed = sum((entry.class_id, entry.name) in places for entry in met)
        if stayed * 2 >= len(met):
            return set()
        written = Counter(entry.name for entry in met)
        return {name for name in written if written[name] > 1 or known[name] > 1}

    def _may_be(self, entry: Entry, pupil: Pupil) -> bool:
        same_name = entry.name == self._names[pupil.id]
        if entry.key and pupil.key:
            # Two ids are two children, unless the old id has gone from its class: ids are changed.
            return same_name and (pupil.left or pupil.class_id in self._classes)
        here = pupil.class_id == entry.class_id and not pupil.left
        return same_name or (here and _is_alike(entry.name, self._names[pupil.id]))


def _is_repeat(entry: Entry, twins: Sequence[Entry]) -> bool:
    return not entry.key and any(twin.key or twin.line < entry.line for twin in twins)


def _is_alike(one: Name, other: Name) -> bool:
    return one[0] == other[0] or (one[1] == other[1] and alike(one[0], other[0]))


def _pairs(entries: list[Entry], pupils: list[Pupil]) -> list[tuple[Entry, Pupil]]:
    """Return who is who among namesakes of one class; nothing where there is a doubt."""
    more = len(entries) > len(pupils)
    if len(entries) < len(pupils) or (more and len({entry.row.year for entry in entries}) > 1):
        return []
    entries = sorted(entries, key=lambda one: (one.row.year or 0, one.row.first_name, one.line))
    pupils = sorted(pupils, key=lambda one: (one.year, one.first_name))
    pairs = list(zip(entries, pupils, strict=False))
    return pairs if all(_fits(entry, pupil) for entry, pupil in pairs) else []


def _fits(entry: Entry, pupil: Pupil) -> bool:
    same_id = not entry.key or not pupil.key
    return same_id and (entry.row.year is None or 0 <= entry.row.year - pupil.year <= 1)
