"""What the Tell page says of what was pressed: only what is true, and what to do at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.tell.story import Step
from app.domain.tell.way import Way
from app.flow.telling import Saved, TellPage

BY_MOUTH = frozenset({Saved.FAILED, Saved.UNREADY})
"""Where nothing is saved: a grown-up must be told by mouth."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("TellTruth", words)


def last_words(page: TellPage) -> tuple[str, str]:
    """Return what happens next, and only if it does."""
    if page.saved in BY_MOUTH:
        words = _tr("This computer could not save it. It is not your fault.")
        return _tr("Please tell a grown-up near you now"), words
    if not page.live:
        words = _tr("Tell is only being tried out here: nobody comes because of it.")
        return _tr("Please go to a grown-up now"), words
    words = _tr(
        "It was right to tell. A grown-up reads it, and comes to talk with you. "
        "They may ask other grown-ups to help."
    )
    return _tr("Thank you for telling"), words


def by_mouth(page: TellPage) -> bool:
    """Tell whether a grown-up must be told by mouth: then the page says it in strong letters."""
    return page.saved in BY_MOUTH or not page.live or page.way is Way.LATE


def status(page: TellPage) -> str:
    """Say what is true: who will see it, and how far it has come."""
    if page.saved in BY_MOUTH or not page.live:
        return _by_mouth(page)
    if page.saved is Saved.NOTHING:
        words = _tr("These grown-ups will see it: {who}.").format(who=_readers(page))
        earlier = _tr("A grown-up has opened what you told before.")
        return f"{earlier} {words}" if page.earlier_opened else words
    if page.saved is Saved.SAVING:
        return _tr("Saving ...")
    seen = _tr("These grown-ups will see what you say: {who}.")
    kept = _kept(page.way)
    return kept if page.step is Step.DONE else f"{seen.format(who=_readers(page))} {kept}"


def _kept(way: Way) -> str:
    """Say how far it has come from here, and no further."""
    return {
        Way.HERE: _tr("Saved on this computer. If it can't wait, tell a grown-up near you."),
        Way.NO_CHANNEL: _tr("Saved here. If it can't wait, tell a grown-up near you."),
        Way.GOING: _tr("Saved, and on its way. If it can't wait, tell a grown-up near you."),
        Way.LATE: _tr(
            "Saved here, but no message got through yet. Please tell a grown-up near you."
        ),
        Way.OPENED: _tr("A grown-up has opened it."),
    }[way]


def _by_mouth(page: TellPage) -> str:
    """Say that a grown-up must be told by mouth, and why."""
    if page.saved is Saved.UNREADY:
        return _tr("This computer can't save just now. Please tell a grown-up near you.")
    if page.saved is Saved.FAILED:
        return _tr("This could not be saved. Please tell a grown-up near you now.")
    return _tr("Tell is only being tried out here. Please go to a grown-up now.")


def _readers(page: TellPage) -> str:
    titles = [one.title for one in page.roster.people if one.id in page.readers]
    return ", ".join(titles)


def danger_words() -> str:
    """Return what to do in danger; it stands on every page of a Tell."""
    return _tr(
        "In danger right now? Go to the nearest grown-up. Childline is free to ring: 0800 1111"
    )
