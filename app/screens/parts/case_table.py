"""Tells as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.tell.cases import Case
from app.domain.tell.people import Roster
from app.flow.inbox import InboxPage
from app.screens.parts.tell_words import (
    about_words,
    moment_words,
    standing_words,
    title_of,
    who_words,
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseTable", words)


def headings() -> tuple[str, ...]:
    """Return what stands above the columns."""
    return _tr("When"), _tr("Who"), _tr("Class"), _tr("About"), _tr("Stands"), _tr("With")


def case_row(case: Case, page: InboxPage, roster: Roster) -> tuple[str, ...]:
    """Return a Tell's cells."""
    stands = standing_words(case.standing)
    if case.drill:
        stands = _tr("{stands} (drill)").format(stands=stands)
    return (
        moment_words(case.at),
        who_words(case),
        case.who.class_name if case.who is not None else "",
        about_words(case, page.policy),
        stands,
        title_of(roster, case.assigned) if case.assigned is not None else "",
    )
