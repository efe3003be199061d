"""Which line of a class list is which pupil: by id; else by name, and in doubt it is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.entry import Entry, Name, name_of, spelling_of
from app.domain.ids import ClassId, PupilId
from app.domain.names import alike
from app.domain.school import Pupil

NEW = "new"
REPEAT = "repeat"

Place = tuple[ClassId, Name]


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

    ``later``: a twin of this line is the one to be read, if only one of them is.
    ``clash``: the answer given is one that another line has too.
    """

    pupils: tuple[Pupil, ...]
    repeat: bool
    later: bool = False
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
        self._twins: dict[tuple[object, ...], list[Entry]] = {}
        for entry in entries:
            self._twins.setdefault(entry.sight, []).append(entry)
        self._classes = scope.classes
        self._doubted: set[Name] = set()
        self._names = {one.id: name_of(one, initials=scope.initials) for one in pupils}
        self._spellings = {one.id: spelling_of(one, initials=scope.initials) for one in pupils}
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
        """Settle what staff answered; return the lines whose answers cannot stand together.

        They claim one child, or each calls the other the one that is read.
        """
        claims = Counter(answers.values())
        clashing = self._all_repeats(answers)
        for line, answer in answers.items():
            entry = self._open.get(line)
            if entry is None or line in clashing:
                continue
            if answer in {NEW, REPEAT}:
                self._settle([entry], self.result.new if answer == NEW else self.result.repeats)
            elif claims[answer] > 1 or PupilId(answer) not in self.result.gone:
                clashing.add(line)
            else:
                self._know(entry, self.result.gone[PupilId(answer)])
        return clashing

    def by_place(self) -> None:
        """Settle the lines that name a pupil of the same class, where that leaves no doubt.

        First who is spelt just so, in every class: a Zoe who stands as Zoe in the file is never
        taken for the Zoë of another line. Then who is left and only written differently now.
        """
        for entries, pupils in self._meetings(self._spellings, lambda entry: entry.spelling):
            self._know_all(_pairs(entries, pupils))
        written = {entry.spelling for entry in self._open.values()}
        kept = {self._spellings[id_] for id_ in self.result.gone}
        for entries, pupils in self._meetings(self._names, lambda entry: entry.name):
            now = {entry.spelling for entry in entries}
            was = {self._spellings[pupil.id] for pupil in pupils}
            # A spelling that is met elsewhere too may be a child who moved or is back.
            if len(now) == len(was) == 1 and not (was & written or now & kept):
                self._know_all(_pairs(entries, pupils))

    def ask(self, clashing: Collection[int]) -> None:
        """Ask about every line that is still open and may be a known child; the rest are new."""
        for entry in self._open.values():
            pupils = tuple(
                pupil for pupil in self.result.gone.values() if self._may_be(entry, pupil)
            )
            twins = self._read_twins(entry)
            later = any(self._goes_before(twin, entry) for twin in twins)
            if pupils or later:
                clash = entry.line in clashing
                self.result.asked[entry.line] = Question(pupils, bool(twins), later, clash)
            else:
                self.result.new.add(entry.line)

    def _meetings(
        self, names: Mapping[PupilId, Name], name: Callable[[Entry], Name]
    ) -> list[tuple[list[Entry], list[Pupil]]]:
        """Return who is open and who is free wherever both are of one class and name."""
        entries: dict[Place, list[Entry]] = {}
        for entry in self._open.values():
            if entry.name not in self._doubted:
                entries.setdefault((entry.class_id, name(entry)), []).append(entry)
        free: dict[Place, list[Pupil]] = {}
        for pupil in self._free():
            free.setdefault((pupil.class_id, names[pupil.id]), []).append(pupil)
        return [(group, free[place]) for place, group in entries.items() if place in free]

    def _all_repeats(self, answers: Mapping[int, str]) -> set[int]:
        """Return the lines answered "repeat" of whose twins none would be read at all."""
        said = {line for line, answer in answers.items() if answer == REPEAT}
        unread = said | self.result.repeats
        groups = ({twin.line for twin in twins} for twins in self._twins.values())
        return {line for lines in groups if lines <= unread for line in lines & said}

    def _read_twins(self, entry: Entry) -> list[Entry]:
        """Return the lines that a line may be the repeat of; one with an id repeats no other."""
        twins = () if entry.key else self._twins[entry.sight]
        return [one for one in twins if one is not entry and one.line not in self.result.repeats]

    def _goes_before(self, twin: Entry, entry: Entry) -> bool:
        """Tell whether a twin is the one to be read, if only one of the two is."""
        return bool(twin.key) or twin.line < entry.line or twin.line in self.result.known

    def _free(self) -> list[Pupil]:
        """Return the pupils of the classes (no leavers) that no line is about yet."""
        return [pupil for pupil in self.result.gone.values() if not pupil.left]

    def _know_all(self, pairs: Sequence[tuple[Entry, Pupil]]) -> None:
        for entry, pupil in pairs:
            self._know(entry, pupil)

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


def _is_alike(one: Name, other: Name) -> bool:
    return one[0] == other[0] or (one[1] == other[1] and alike(one[0], other[0]))


def _pairs(entries: list[Entry], pupils: list[Pupil]) -> list[tuple[Entry, Pupil]]:
    """Return who is who among those of one class and spelling; nothing where there is a doubt."""
    more = len(entries) > len(pupils)
    if len(entries) < len(pupils) or (more and len({entry.row.year for entry in entries}) > 1):
        return []
    entries = sorted(entries, key=lambda one: (one.row.year or 0, one.line))
    pupils = sorted(pupils, key=lambda one: one.year)
    pairs = list(zip(entries, pupils, strict=False))
    return pairs if all(_fits(entry, pupil) for entry, pupil in pairs) else []


def _fits(entry: Entry, pupil: Pupil) -> bool:
    same_id = not entry.key or not pupil.key
    return same_id and (entry.row.year is None or 0 <= entry.row.year - pupil.year <= 1)
