"""Which column of a class list holds what, by the headings that school offices use."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from app.domain.names import fold


class Field(StrEnum):
    """What is read of a pupil; the values name it to staff."""

    PREFERRED = "preferred name"
    FORENAME = "first name"
    PREFERRED_SURNAME = "preferred surname"
    SURNAME = "surname"
    NAME = "name"
    CLASS = "class"
    YEAR = "year"
    PUPIL_ID = "pupil id"


# How offices call the name a child goes by, the plainest first; they shorten and misspell it too.
_WISHES = "preferred knownas known chosen usual pref prefered preffered knownby called"
_HINTS = ("pref", "known", "chosen", "usual", "nickname")
"""What makes a heading that is not known look like one of those."""
_CHILDREN = ("", "pupil", "student", "child", "childs")


def _wished(names: str) -> str:
    """Return headings in which a wish stands before or behind a name: "forenamepreferred"."""
    return " ".join(
        child + words
        for child in _CHILDREN
        for wish in _WISHES.split()
        for name in names.split()
        for words in (wish + name, name + wish)
    )


# Small letters and digits only; of several columns for one thing the first named here is read.
_HEADINGS: dict[Field, str] = {
    Field.PREFERRED: (
        _wished("forename firstname name givenname forenames firstnames givennames")
        + " preferred knownas knownby"
    ),
    Field.FORENAME: (
        "forename firstname givenname forenames firstnames givennames first legalforename "
        "legalfirstname legalgivenname legalforenames pupilforename pupilfirstname "
        "studentforename studentfirstname childfirstname childsfirstname"
    ),
    Field.PREFERRED_SURNAME: _wished("surname lastname familyname"),
    Field.SURNAME: (
        "surname lastname familyname last legalsurname legallastname legalfamilyname pupilsurname "
        "pupillastname studentsurname studentlastname childsurname childssurname"
    ),
    Field.NAME: (
        "name fullname pupilname pupil pupilfullname studentname student studentfullname "
        "childname childsname child preferredfullname legalname legalfullname"
    ),
    Field.CLASS: (
        "class classname currentclass classgroup reg reggroup reggrp registrationgroup "
        "registrationgrp registration registrationform registrationclass regform regclass form "
        "formgroup formname formclass tutorgroup tutorgrp tutor"
    ),
    Field.YEAR: (
        "year ncyear yeargroup ncyeargroup nationalcurriculumyear nationalcurriculumyeargroup ncy "
        "ncyr yr yrgroup yrgrp yeargrp curriculumyear curriculumyeargroup actualncyear "
        "currentncyear ncyearactual yeartaughtin currentyear currentyeargroup"
    ),
    Field.PUPIL_ID: (
        "upn uniquepupilnumber uniquepupilno uniquepupilid pupilid pupilnumber pupilno studentid "
        "studentnumber admissionnumber admissionno admissionnum admno adno misid pupilref "
        "pupilreference childid id"
    ),
}
_PLACES = {
    heading: (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}


def plain(heading: str) -> str:
    """Return a heading without accents, case, spaces and signs: "First_Name" is "firstname"."""
    return "".join(letter for letter in fold(heading) if letter.isalnum())


def columns_of(cells: Sequence[str], filled: Collection[int] = ()) -> dict[Field, int]:
    """Return the column, from 0, of each thing these headings name.

    Of two columns for one thing the one in ``filled`` (columns that are not empty all the way
    down) is read, then the one whose heading says it more plainly.
    """
    best: dict[Field, tuple[bool, int, int]] = {}
    for column, cell in enumerate(cells):
        if found := _PLACES.get(plain(cell)):
            field, rank = found
            place = (column not in filled, rank, column)
            best[field] = min(best.get(field, place), place)
    return {field: column for field, (_, _, column) in best.items()}


def may_name_a_child(heading: str) -> bool:
    """Tell whether an unknown heading may be an office's own for the name a child goes by."""
    return any(wish in plain(heading) for wish in _HINTS)


def names_a_child(columns: dict[Field, int]) -> bool:
    """Tell whether a child's first name can be found by these columns."""
    return bool({Field.PREFERRED, Field.FORENAME, Field.NAME} & columns.keys())


def missing(columns: dict[Field, int]) -> str:
    """Return in words what no column holds though it must, "" where nothing is missing."""
    if not names_a_child(columns):
        return "the first name (a column headed 'First name' or 'Forename')"
    if Field.CLASS not in columns:
        return "the class (a column headed 'Class', 'Form' or 'Reg')"
    return ""
