"""Carries a matched class list out on a copy of the school, and says in words what it does."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from app.domain.animals import animal_for, animal_words
from app.domain.classlist import Row, year_words
from app.domain.entry import Entry
from app.domain.ids import ClassId, PupilId
from app.domain.matching import NEW, REPEAT, Match, Question
from app.domain.namesakes import namesakes, with_animal
from app.domain.pictures import ANIMALS
from app.domain.plan import Draft, Fate, Line, Option
from app.domain.school import Pupil

NO_YEAR = "has no year; write Reception or 1 to 6 in a column headed 'Year'"
TWO_OF_ONE_ID = "the pupil id stands in two lines that differ; correct the wrong one"
CLASS_FULL = (
    f"{len(ANIMALS)} children of a class can have an animal of their own, and this one has more; "
    "split the class in two"
)


class Enrolment:
    """The pupils as they would be, and a line for each line of the file and each leaver."""

    def __init__(self, draft: Draft, entries: Iterable[Entry], match: Match) -> None:
        self._draft = draft
        self._entries = tuple(entries)
        self._match = match
        self._class_names = {one.id: one.name for one in draft.classes}
        self.pupils = {pupil.id: pupil for pupil in draft.school.pupils}
        self.lines: list[Line] = []

    def carry_out(self, leavers: Iterable[Pupil]) -> None:
        """Take the leavers out, then move and change who is known, then add who is new."""
        gone = tuple(leavers)
        for pupil in gone:
            self.pupils[pupil.id] = replace(pupil, left=True)
        known = [entry for entry in self._entries if entry.line in self._match.known]
        stay: list[tuple[Entry, Pupil]] = []
        come: list[tuple[Entry, Pupil]] = []
        for entry in known:
            pupil = self._match.known[entry.line]
            stays = pupil.class_id == entry.class_id and not pupil.left
            (stay if stays else come).append((entry, pupil))
        for entry, pupil in stay:
            self._keep(entry, pupil)
        for _, pupil in come:
            # Their animals are free for others only where they go, not where they come from.
            self.pupils.pop(pupil.id)
        for entry, pupil in come:
            self._bring(entry, pupil)
        for entry in self._entries:
            self._tell_others(entry)
        shared = namesakes((*self._draft.school.pupils, *self.pupils.values()))
        self._tell_apart(shared)
        self.lines.sort(key=lambda line: line.line or 0)
        self.lines += [self._leaver(pupil, shared) for pupil in gone]

    def _keep(self, entry: Entry, pupil: Pupil) -> None:
        changed = self._changed(entry, pupil)
        self.pupils[pupil.id] = changed
        why = "; ".join(_differences(pupil, changed))
        self._tell(entry, Fate.CHANGED if why else Fate.SAME, why)

    def _changed(self, entry: Entry, pupil: Pupil) -> Pupil:
        row = entry.row
        return replace(
            pupil,
            first_name=row.first_name,
            initial=row.initial if self._draft.initials else pupil.initial,
            class_id=entry.class_id,
            year=pupil.year if row.year is None else row.year,
            key=entry.key or pupil.key,
            left=False,
        )

    def _bring(self, entry: Entry, pupil: Pupil) -> None:
        changed = self._changed(entry, pupil)
        animal = self._animal(changed)
        if animal is None:
            self.pupils[pupil.id] = pupil
            self._tell(entry, Fate.REFUSED, CLASS_FULL)
            return
        self.pupils[pupil.id] = replace(changed, animal=animal)
        moved = pupil.class_id != entry.class_id
        told = [f"from {self._class_names[pupil.class_id]}; keeps everything"] if moved else []
        told += _differences(pupil, changed)
        if animal != pupil.animal:
            old, new = animal_words(pupil.animal), animal_words(animal)
            told.append(f"is now the {new}: the class has another {old}")
        self._tell(entry, Fate.MOVED if moved else Fate.CHANGED, "; ".join(told))

    def _tell_others(self, entry: Entry) -> None:
        line, match = entry.line, self._match
        if line in match.new:
            self._add(entry)
        elif line in match.repeats:
            self._tell(entry, Fate.SKIPPED, "is a child whom another line names too; read once")
        elif line in match.refused:
            self._tell(entry, Fate.REFUSED, TWO_OF_ONE_ID)
        elif line in match.asked:
            self._ask(entry, match.asked[line])

    def _add(self, entry: Entry) -> None:
        row = entry.row
        if row.year is None:
            self._tell(entry, Fate.REFUSED, NO_YEAR)
            return
        pupil = Pupil(
            id=self._draft.ids[entry.line],
            first_name=row.first_name,
            initial=row.initial,
            class_id=entry.class_id,
            year=row.year,
            animal="",
            key=entry.key,
        )
        animal = self._animal(pupil)
        if animal is None:
            self._tell(entry, Fate.REFUSED, CLASS_FULL)
            return
        self.pupils[pupil.id] = replace(pupil, animal=animal)
        self._tell(entry, Fate.ADDED, year_words(row.year))

    def _ask(self, entry: Entry, question: Question) -> None:
        options = [self._option(entry, pupil) for pupil in question.pupils]
        options.append(Option(NEW, "a new child"))
        if question.repeat:
            read_once = "a child whom another line names too; read once"
            options.append(Option(REPEAT, read_once, later=question.later))
        why = "who is this?"
        if question.clash:
            why = "another line was answered with the same child; who is this?"
        self._tell(entry, Fate.ASKED, why, tuple(options))

    def _option(self, entry: Entry, pupil: Pupil) -> Option:
        home = self._class_names[pupil.class_id]
        years = 0 if entry.row.year is None else entry.row.year - pupil.year
        animal = animal_words(pupil.animal)
        known = f"{pupil.full_name} of {home}, {year_words(pupil.year)}, the {animal}"
        if pupil.left:
            return Option(pupil.id, f"{known}, who had left and is back")
        if pupil.class_id == entry.class_id:
            return Option(pupil.id, f"{known}, as written now")
        return Option(pupil.id, f"{known}, who has moved here", likely=0 <= years <= 1)

    def _leaver(self, pupil: Pupil, shared: Collection[PupilId]) -> Line:
        why = "is not in the file; kept, and not shown to pupils, until you erase them"
        name = pupil.full_name
        name = with_animal(name, pupil) if pupil.id in shared else name
        return Line(None, Fate.LEFT, name, self._class_names[pupil.class_id], why)

    def _tell_apart(self, shared: Collection[PupilId]) -> None:
        """Add the animal to the names of those who share theirs with another of the class."""
        ids = {line: pupil.id for line, pupil in self._match.known.items()}
        ids |= {line: self._draft.ids[line] for line in self._match.new}
        for number, line in enumerate(self.lines):
            pupil = self.pupils.get(ids.get(line.line or 0, PupilId("")))
            if pupil is not None and pupil.id in shared:
                self.lines[number] = replace(line, name=with_animal(line.name, pupil))

    def _tell(self, entry: Entry, fate: Fate, why: str, options: tuple[Option, ...] = ()) -> None:
        name, class_name = entry.row.name, self._class_names[entry.class_id]
        self.lines.append(Line(entry.line, fate, name, class_name, why, options))

    def _animal(self, pupil: Pupil) -> str | None:
        """Return the pupil's own animal where the class has it free, else another."""
        taken = self._taken(pupil.class_id)
        if pupil.animal and pupil.animal not in taken:
            return pupil.animal
        return animal_for(f"{pupil.first_name} {pupil.initial}", taken)

    def _taken(self, class_id: ClassId) -> set[str]:
        there = self.pupils.values()
        return {one.animal for one in there if one.class_id == class_id and not one.left}


def _differences(before: Pupil, after: Pupil) -> list[str]:
    told = []
    if before.left:
        told.append("is back")
    if (before.first_name, before.initial) != (after.first_name, after.initial):
        told.append(f"was written {before.full_name}")
    if before.year != after.year:
        told.append(f"was in {year_words(before.year)}")
    if before.key != after.key:
        told.append("the school's pupil id is " + ("another now" if before.key else "known now"))
    return told


def line_of_row(row: Row, fate: Fate, why: str) -> Line:
    """Return the line of a row that no pupil comes of."""
    return Line(row.line, fate, row.name, row.class_name, why)
