"""What the set-up of Tell says at each stage, in words for staff."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.tell.setup import Missing, Stage
from app.flow.tell_setup import SetupPage


def _tr(words: str) -> str:
    return QCoreApplication.translate("SetupWords", words)


def titles(page: SetupPage) -> tuple[str, str]:
    """Return the heading of a stage, and what to do there."""
    who = page.person.title if page.person is not None else ""
    title, words = _stage_words(page.stage)
    if page.key.words and page.stage is Stage.KEYS:
        words = _tr(
            "Copy these words by hand onto paper, and lock the paper away. If the passphrase "
            "is forgotten, they are the only way back. They are never printed or stored here."
        )
    return title.format(who=who), words.format(who=who)


def _stage_words(stage: Stage) -> tuple[str, str]:
    return {
        Stage.PEOPLE: (
            _tr("1 of 5: Who are the grown-ups?"),
            _tr("Children see these titles and faces; no names are needed."),
        ),
        Stage.KEYS: (
            _tr("2 of 5: Five words for: {who}"),
            _tr("{who} sits here alone now. Five words that nobody can guess."),
        ),
        Stage.ESCROW: (
            _tr("3 of 5: The key in the safe"),
            _tr(
                "24 more words, for the day when nobody who may read is left. Copy them onto "
                "paper, seal it in an envelope, and put it in the school's safe."
            ),
        ),
        Stage.SIGN: (
            _tr("4 of 5: Both sign"),
            _tr("{who} types their passphrase, so that the list is signed by two."),
        ),
        Stage.DRILL: (
            _tr("5 of 5: Try it"),
            _tr(
                "Send a drill, as a child would. Then each of the two opens it with their own "
                "passphrase. After that, children can rely on Tell."
            ),
        ),
        Stage.LIVE: (
            _tr("Tell is live"),
            _tr("Children can tell from every page now."),
        ),
    }[stage]


def lacking(page: SetupPage) -> str:
    """Return what the people still lack, "" for nothing."""
    if page.stage is not Stage.PEOPLE or not page.people:
        return ""
    return " ".join(missing_words(one) for one in page.missing)


def missing_words(missing: Missing) -> str:
    """Return what is wrong with the people of a list."""
    return {
        Missing.DSL: _tr("A safeguarding lead is missing."),
        Missing.HEAD: _tr("A headteacher is missing."),
        Missing.CHAIR: _tr("The chair of governors is missing."),
        Missing.STAND_IN: _tr("Somebody to stand in for the chair is missing."),
        Missing.SECOND_READER: _tr("A second reader is missing: name a deputy."),
        Missing.OUTSIDER: _tr("Chair and stand-in must not work at the school."),
        Missing.SAME_TITLE: _tr("Two people have the same title."),
        Missing.NO_TITLE: _tr("Somebody has no title."),
    }[missing]
