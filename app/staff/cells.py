"""Single cells of a class list: names, years, classes and ids out of what spreadsheets made."""

from __future__ import annotations

import re

from app.domain.names import fold, initial_of

_WHOLE = re.compile(r"(-?\d+)[.,]0+")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_DATE = re.compile(
    r"\d{1,2}[-/ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?:[-/ ]\d+)?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{2}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:nc ?)?(?:year|yr|y)?(?: ?group)? ?(\d{1,2})")
_RECEPTION = {"r", "rec", "reception", "year r", "yr r", "y r", "yr", "f2", "fs2"}
_NURSERY = {"n", "n1", "n2", "nursery", "nursery 1", "nursery 2", "f1", "fs1", "-1", "-2"}
_CLASS_YEAR = re.compile(r"(?:(?:year|yr|y) ?)?([1-6])(?: ?[a-z]+)?")
_CLASS_RECEPTION = re.compile(r"(?:r|yr|(?:year )?r|reception(?: [a-z]+)?)")

OLDEST = 14
"""The highest school year there is in the United Kingdom (Year 13, in some lists 14)."""


class UnreadableYear(ValueError):
    """A year that is none."""


def whole(text: str) -> str:
    """Return a cell without the ".0" that spreadsheets put behind whole numbers."""
    number = _WHOLE.fullmatch(text)
    return number.group(1) if number else text


def pupil_id(text: str) -> str:
    """Return a school's pupil id in one spelling: capitals, no spaces, no zeros in front."""
    tidy = "".join(whole(text).split()).upper()
    return (tidy.lstrip("0") or "0") if tidy.isdigit() else tidy


def is_shortened(text: str) -> bool:
    """Tell whether a spreadsheet turned an id into "1.23E+11", which cannot be undone."""
    return bool(_SHORTENED.fullmatch(text)) and "+" in text


def is_date(text: str) -> bool:
    """Tell whether a spreadsheet turned a class such as 3/4 into a date such as 03-Apr."""
    return bool(_DATE.fullmatch(text))


def is_garbled(text: str) -> bool:
    """Tell whether letters were lost or doubled by an earlier export with the wrong encoding."""
    if "?" in text or "\ufffd" in text:
        return True
    try:
        return not text.isascii() and text.encode("cp1252").decode("utf-8") != text
    except UnicodeError:
        return False


def year_of(text: str) -> int | None:
    """Return a year: 0 for Reception, -1 for Nursery; None for an empty cell.

    Raise ``UnreadableYear`` where it is none.
    """
    words = whole(text).casefold() if text.startswith("-") else fold(whole(text)).replace(".", "")
    if not words:
        return None
    if words in _RECEPTION or words in _NURSERY:
        return 0 if words in _RECEPTION else -1
    number = _YEAR.fullmatch(words)
    if number is None or int(number.group(1)) > OLDEST:
        raise UnreadableYear(text)
    return int(number.group(1))


def year_of_class(class_name: str) -> int | None:
    """Return the year that a class's own name says ("3B", "Year 4 Oak"), None where it does not.

    "Class 3" says nothing: small schools number their classes, not their years.
    """
    words = fold(class_name)
    if _CLASS_RECEPTION.fullmatch(words):
        return 0
    number = _CLASS_YEAR.fullmatch(words)
    return int(number.group(1)) if number else None


def first_name_and_initial(name: str) -> tuple[str, str]:
    """Split a whole name: "Surname, First name" at the comma, else the first word is first."""
    if "," in name:
        surname, _, first = name.partition(",")
        return first.strip(), initial_of(surname)
    words = name.split()
    return (words[0], initial_of(words[-1])) if len(words) > 1 else (name, "")


def without_surname(first_name: str, surname: str) -> str:
    """Return a first name without the surname that some exports write behind it."""
    words = first_name.split()
    if "," in first_name:
        return first_name_and_initial(first_name)[0] or first_name
    ending = surname.split()
    count = len(ending)
    if 0 < count < len(words) and fold(" ".join(words[-count:])) == fold(surname):
        return " ".join(words[:-count])
    return first_name
