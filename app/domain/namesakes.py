"""Children of one name, initial and class: told apart by the animal that stands for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.domain.animals import animal_words
from app.domain.ids import ClassId, PupilId
from app.domain.names import fold
from app.domain.school import Pupil


def namesakes(pupils: Iterable[Pupil]) -> frozenset[PupilId]:
    """Return who shares first name, initial and class with another.

    A pupil may come twice, as they were and as they would be.
    """
    bearers: defaultdict[tuple[ClassId, str], set[PupilId]] = defaultdict(set)
    for one in pupils:
        bearers[one.class_id, fold(one.full_name)].add(one.id)
    return frozenset(id_ for ids in bearers.values() if len(ids) > 1 for id_ in ids)


def with_animal(name: str, pupil: Pupil) -> str:
    """Return a name with the animal beside it: "Ada B (crab)"."""
    return f"{name} ({animal_words(pupil.animal)})"


def told_name(pupil: Pupil, pupils: Iterable[Pupil]) -> str:
    """Return a pupil's name and initial as staff need it among these: for namesakes the animal."""
    name = pupil.full_name
    return with_animal(name, pupil) if pupil.id in namesakes(pupils) else name
