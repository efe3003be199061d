"""Tells a screen reader what a page asks: on arrival, and when something else is asked there."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.screens.registry import Screen


def announce(page: Screen) -> None:
    """Say the page's name and what can be spoken on it; nothing where nobody listens."""
    if QAccessible.isActive():
        told = QAccessibleAnnouncementEvent(page, "\n".join(words_of(page)))
        QAccessible.updateAccessibility(told)


def words_of(page: Screen) -> tuple[str, ...]:
    """Return what is said of a page, each text once, in the order of reading."""
    said = dict.fromkeys((page.accessibleName(), *page.spoken()))
    return tuple(words for words in said if words)
