"""What staff do with a Tell: a stream of signed deeds; how it stands follows from them.

A deed is sealed to one of two circles (see ``routing``). What somebody who reads on does is for
the others who read on. Only that a Tell was opened is told to everybody who knows of the first
press as well: so it is for a Tell in which nothing more was said, too. That it is closed is not:
whoever would be told so without the closing itself would know that others read on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.tell.people import PersonId
from app.domain.tell.records import Row, TellId, UnfitRecord, given, moment


class Act(StrEnum):
    """What somebody did. In brackets what ``about`` and ``words`` hold."""

    OPENED = "opened"  # read it for the first time
    READ = "read"  # read it again
    STEP = "step"  # did a step of the list (the step's id; a note)
    UNSTEP = "unstep"  # took that back (the step's id)
    NOTE = "note"  # (; the note)
    ACTION = "action"  # did something that no step names (; what)
    ASSIGNED = "assigned"  # gave it to somebody (the person)
    PARENTS = "parents"  # parents told ("told" or "not told"; when and how, or why not)
    LINKED = "linked"  # belongs with another Tell (its id)
    NOT_NEEDED = "not-needed"  # no grown-up was needed; nobody is punished for it (; a note)
    DRILL = "drill"  # was made to try Tell out (; a note)
    CLOSED = "closed"  # (the outcome; the reason)
    REOPENED = "reopened"  # (; why)
    ATTACHED = "attached"  # added evidence (its file's id and key; its name)
    DETACHED = "detached"  # took evidence out again (its file's id; why)
    PASSED = "passed"  # gave the computing lead the site (; the site)
    EXPORTING = "exporting"  # began to write a file (as EXPORTED, or "" for evidence; to where)
    UNEXPORTED = "unexported"  # that file was not written (the same; why)
    EXPORTED = "exported"  # handed over ("pdf", "json" or "sealed"; to where)
    ERASING = "erasing"  # agreed to erase it


TO_ALL = frozenset({Act.OPENED})
"""What everybody who knows of the first press is told of."""
ENDS = frozenset({Act.CLOSED, Act.NOT_NEEDED, Act.DRILL})
"""What closes a Tell."""
LOOKS = frozenset({Act.OPENED, Act.READ})
"""What is kept of whoever looks at a Tell, without being asked for."""
ADDS_NOTHING = LOOKS | {Act.EXPORTING, Act.UNEXPORTED, Act.EXPORTED, Act.ERASING}
"""What is no part of what a Tell says: it may come after the hand-over, and is erased with it."""


class Outcome(StrEnum):
    """How a Tell was closed."""

    TALKED = "talked"  # talked with the child, and no more is needed
    SCHOOL = "school"  # dealt with in school
    FAMILY = "family"  # with parents or carers
    REFERRED = "referred"  # handed to children's social care, the police, the LADO or another
    RECORDED = "recorded"  # kept in the child protection record, to be watched


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that one grown-up did. ``id`` is 16 lower-case hexadecimal digits, random."""

    id: str
    tell: TellId
    at: datetime
    by: PersonId
    act: Act
    about: str = ""
    words: str = ""


def row_of(deed: Deed) -> dict[str, object]:
    """Return a deed as it is written down, without its signature."""
    return {
        "kind": "deed",
        "id": deed.id,
        "tell": deed.tell,
        "at": deed.at.isoformat(),
        "by": deed.by,
        "act": deed.act.value,
        "about": deed.about,
        "words": deed.words,
    }


def deed_of(row: Row) -> Deed:
    """Return the deed that was written down; raise ``UnfitRecord``."""
    try:
        return Deed(
            given(row, "id", str),
            TellId(given(row, "tell", str)),
            moment(row),
            PersonId(given(row, "by", str)),
            Act(given(row, "act", str)),
            given(row, "about", str),
            given(row, "words", str),
        )
    except ValueError as fault:
        raise UnfitRecord(f"a deed that does not hold what it must: {fault}") from fault
