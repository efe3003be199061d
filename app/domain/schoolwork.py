"""What staff change in the school: secret pictures, names of classes, erasing and handing out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from app.domain.attempt import Attempt
from app.domain.classlist import year_words
from app.domain.ids import ClassId, PupilId
from app.domain.looks import Looks
from app.domain.names import clean, fold
from app.domain.pictures import SECRETS
from app.domain.school import Pupil, School, SchoolClass

Choose = Callable[[Sequence[str]], str]
"""Picks one at random: ``secrets.choice``."""
SECRET_LENGTH = 3
"""How many secret pictures a pupil has, all different."""
UNNAMED = "Our school"
"""What a new school is called until staff say otherwise: a touch-only PC has no keyboard."""
LONGEST_CLASS = 40
"""Characters of a class's name."""


class UnfitName(ValueError):
    """A name that a class cannot have; the text says why."""


def give_secrets(school: School, choose: Choose) -> School:
    """Return the school with secret pictures for all who need them and have none."""
    wanting = {one.id for one in school.classes if one.secrets}
    return replace(
        school,
        pupils=tuple(
            _with_secret(pupil, choose)
            if pupil.class_id in wanting and not pupil.secret and not pupil.left
            else pupil
            for pupil in school.pupils
        ),
    )


def want_secrets(school: School, class_id: ClassId, wanted: bool, choose: Choose) -> School:
    """Return the school in which a class signs in with secret pictures, or without.

    Pictures once given are kept, so that a class can go back to them.
    """
    classes = tuple(
        replace(one, secrets=wanted) if one.id == class_id else one for one in school.classes
    )
    return give_secrets(replace(school, classes=classes), choose)


def reset_secret(school: School, pupil_id: PupilId, choose: Choose) -> School:
    """Return the school with three new secret pictures for one pupil."""
    pupils = tuple(
        _with_secret(pupil, choose) if pupil.id == pupil_id else pupil for pupil in school.pupils
    )
    return replace(school, pupils=pupils)


def rename_class(school: School, class_id: ClassId, name: str) -> School:
    """Return the school with a class renamed; raise ``UnfitName`` where the name cannot be."""
    cleaned = clean(name)
    if not cleaned:
        raise UnfitName("a class needs a name")
    if len(cleaned) > LONGEST_CLASS:
        raise UnfitName(f"a class's name has at most {LONGEST_CLASS} characters")
    others = {fold(one.name) for one in school.classes if one.id != class_id}
    if fold(cleaned) in others:
        raise UnfitName(f"there is a class '{cleaned}' already")
    classes = tuple(
        replace(one, name=cleaned) if one.id == class_id else one for one in school.classes
    )
    return replace(school, classes=classes)


def erase(school: School, pupil_id: PupilId) -> School:
    """Return the school without a pupil (their attempts are the progress store's to erase)."""
    pupils = tuple(pupil for pupil in school.pupils if pupil.id != pupil_id)
    return tidied(replace(school, pupils=pupils))


def export(
    school: School, pupil_id: PupilId, attempts: Sequence[Attempt], looks: Looks
) -> dict[str, object]:
    """Return all that is kept of one pupil, ready for JSON, for a family that asks for it.

    Raise ``LookupError`` where there is no such pupil. The keyed hash of the pupil id is said to
    be there, not shown: outside the school it means nothing.
    """
    pupil = school.pupil(pupil_id)
    if pupil is None:
        raise LookupError(f"there is no pupil '{pupil_id}'")
    home = school.school_class(pupil.class_id)
    return {
        "school": school.name,
        "id": pupil.id,
        "first name": pupil.first_name,
        "initial": pupil.initial,
        "class": home.name if home else "",
        "year": year_words(pupil.year),
        "animal": pupil.animal,
        "secret pictures": list(pupil.secret),
        "pupil id kept as a keyed hash": bool(pupil.key),
        "left": pupil.left,
        "how it looks": asdict(looks),
        "attempts": [attempt_as_table(attempt) for attempt in attempts],
    }


def attempt_as_table(attempt: Attempt) -> dict[str, object]:
    """Return an attempt with headings that a grown-up understands, ready for JSON."""
    return {
        "id": attempt.id,
        "kiosk": attempt.kiosk,
        "number": attempt.seq,
        "at": attempt.at.isoformat(),
        "run": attempt.run,
        "content": attempt.content,
        "version": attempt.version,
        "act": attempt.act.value,
        "place": attempt.place,
        "step": attempt.step,
        "answer": list(attempt.answer.picks) if attempt.answer else None,
        "how sure": attempt.sure.value if attempt.sure else None,
        "right": attempt.right,
        "wrong ideas": list(attempt.ideas),
        "asked": attempt.asked,
        "said": attempt.said,
    }


def tidied(school: School) -> School:
    """Return the school without classes nobody is or was in; by lowest year, then by name."""
    years: dict[ClassId, int] = {}
    for pupil in school.pupils:
        year = pupil.year if not pupil.left else 7
        years[pupil.class_id] = min(year, years.get(pupil.class_id, year))
    filled = [one for one in school.classes if one.id in years]
    return replace(school, classes=tuple(sorted(filled, key=lambda one: _rank(one, years))))


def _rank(one: SchoolClass, years: dict[ClassId, int]) -> tuple[int, str]:
    return years[one.id], fold(one.name)


def _with_secret(pupil: Pupil, choose: Choose) -> Pupil:
    chosen: tuple[str, ...] = ()
    while len(chosen) < SECRET_LENGTH:
        left = [picture for picture in SECRETS if picture not in chosen]
        chosen += (choose(left),)
    return replace(pupil, secret=chosen)
