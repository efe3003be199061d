"""The school as it stands: classes, pupils, their animals and secret pictures."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ids import ClassId, PupilId
from app.domain.names import fold, shown
from app.domain.smart import Band


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class. ``secrets``: its pupils sign in with three secret pictures."""

    id: ClassId
    name: str
    secrets: bool = False


@dataclass(frozen=True, slots=True)
class Pupil:
    """The little that is kept of a pupil.

    ``initial`` is that of the surname, ``year`` 0 (Reception) to 6, ``key`` the school's own pupil
    id as a keyed hash ("" where the school gave none), ``animal`` unique in the class, ``secret``
    the three pictures in order (() until they are given), ``left`` True for leavers.
    """

    id: PupilId
    first_name: str
    initial: str
    class_id: ClassId
    year: int
    animal: str
    key: str = ""
    secret: tuple[str, ...] = ()
    left: bool = False

    @property
    def full_name(self) -> str:
        """First name and initial."""
        return f"{self.first_name} {self.initial}".strip()

    @property
    def band(self) -> Band:
        """The pupil's age band."""
        return Band.of_year(self.year)


@dataclass(frozen=True, slots=True)
class School:
    """Everything that is the same on all the school's PCs. ``hash_key`` is 64 hex digits."""

    name: str
    hash_key: str
    demo: bool = False
    classes: tuple[SchoolClass, ...] = ()
    pupils: tuple[Pupil, ...] = ()

    def pupil(self, pupil: PupilId) -> Pupil | None:
        """Return a pupil by id."""
        return next((found for found in self.pupils if found.id == pupil), None)

    def school_class(self, class_id: ClassId) -> SchoolClass | None:
        """Return a class by id."""
        return next((found for found in self.classes if found.id == class_id), None)

    def in_class(self, class_id: ClassId) -> tuple[Pupil, ...]:
        """Return the pupils of a class without its leavers, by first name, initial and animal."""
        found = [one for one in self.pupils if one.class_id == class_id and not one.left]
        return tuple(sorted(found, key=lambda one: (fold(one.first_name), one.initial, one.animal)))

    def shown_name(self, pupil: Pupil) -> str:
        """Return the name as shown: cut where it is very long, with the initial for namesakes."""
        first, name = fold(pupil.first_name), shown(pupil.first_name)
        here = [one for one in self.pupils if one.class_id == pupil.class_id and not one.left]
        same = [one for one in here if fold(one.first_name) == first]
        return f"{name} {pupil.initial}" if len(same) > 1 and pupil.initial else name
