"""Who reads what children tell, and what another list would change, in words for staff."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.domain.school import SchoolClass
from app.domain.tell.changes import Difference, Unfit, What
from app.domain.tell.lists import SIGNERS
from app.domain.tell.people import READERS, Person, Role, Roster
from app.domain.tell.setup import Missing
from app.screens.parts.people_form import role_words
from app.screens.parts.setup_words import missing_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReadersWords", words)


def offices(person: Person) -> str:
    """Return what somebody is, "Headteacher, Class teacher"."""
    return ", ".join(role_words(role)[0] for role in Role if role in person.roles)


def class_names(person: Person, classes: Iterable[SchoolClass]) -> str:
    """Return the names of the classes that somebody teaches."""
    return ", ".join(one.name for one in classes if one.id in person.classes)


def standing_words(person: Person, roster: Roster) -> str:
    """Return how somebody stands on the list, in one line."""
    if person.left:
        return _tr("Has left: gets nothing new.")
    if not person.enrolled:
        return _tr("Has no key yet: nothing reaches them.")
    if roster.covering and Role.DEPUTY in person.roles:
        return _tr("Reads, and stands in for the safeguarding lead now.")
    return _tr("Reads.") if person.roles & READERS else _tr("Has joined, and does not read.")


def difference_words(one: Difference, classes: Iterable[SchoolClass]) -> str:
    """Return one thing that a list changes."""
    who, does, taught = "", "", ""
    if one.person is not None:
        who, does = one.person.title, offices(one.person)
        taught = class_names(one.person, classes) or _tr("no class")
    if not one.on and one.what is What.TEACHER_SEES:
        return _tr("Class teachers get no first press any more.")
    if not one.on and one.what is What.COVERING:
        return _tr("Deputies stand in no more.")
    return {
        What.JOINS: _tr("{who} joins, as: {does}."),
        What.LEAVES: _tr("{who} leaves, and gets nothing new."),
        What.IS_NAMED: _tr("{who} is named, without a key yet."),
        What.ROLES: _tr("{who} is from now on: {does}."),
        What.CLASSES: _tr("{who} teaches: {taught}."),
        What.KEY: _tr("{who} gets a new key."),
        What.TITLE: _tr("{who} has a new title or face."),
        What.TEACHER_SEES: _tr("Class teachers get the first press of their pupils."),
        What.COVERING: _tr("Deputies stand in for the safeguarding lead."),
        What.OTHER: _tr("Something else changes that no page here can change. Do not sign it."),
    }[one.what].format(who=who, does=does, taught=taught)


def unfit_words(unfit: Missing | Unfit | None) -> str:
    """Return why a list cannot be, "" where it can."""
    if unfit is None:
        return ""
    if isinstance(unfit, Missing):
        return missing_words(unfit)
    return {
        Unfit.FEW_HOLDERS: _tr(
            "{count} people who may read must be left, for two sign the next list. "
            "Let somebody join first."
        ).format(count=SIGNERS),
        Unfit.NO_ROLE: _tr("Choose what they do at the school."),
    }[unfit]


def recovered_words() -> str:
    """Return what everybody is shown until two have signed again."""
    return _tr(
        "Who reads was changed with the words in the safe alone, because nobody who could sign "
        "was left. If that was not so, ring the governors now."
    )
