"""The rule for Tell: on every page but those of staff it is there, in reach of one press."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from app.frame.window import KioskWindow
from app.kit import shapes, style
from app.kit.pill_button import PillButton
from app.kit.style import YOUNG_TARGET_MM
from app.screens.screen import Audience, Screen
from tests.widgets.walk.sight import Fault, Sight

STAFF = frozenset({Audience.STAFF, Audience.HOLDER, Audience.EITHER})


def untold(sight: Sight) -> Iterator[Fault]:
    """Find pages on which Tell is missing, covered, resting or too small for a finger."""
    if not belongs_to_pupils(sight.window):
        return
    button = tell_at(sight.window, sight.window.corner.center())
    if button is None:
        yield Fault("tell", "the window", f"has no Tell at {sight.window.corner.getRect()}")
        return
    if not (button.isVisible() and button.isEnabled()):
        yield Fault("tell", button.words, "cannot be pressed")
    room, least = shapes.room(), style.current().mm(YOUNG_TARGET_MM)
    face = button.rect().adjusted(room, room, -room, -room)
    if min(face.width(), face.height()) < least - 1:
        yield Fault("tell", button.words, f"has {face.size().toTuple()} px, needs {least}")


def belongs_to_pupils(window: KioskWindow) -> bool:
    """Tell whether the page shown is not one of staff's."""
    pages = [one for one in window.host.findChildren(Screen) if one.isVisible()]
    return bool(pages) and all(one.audience not in STAFF for one in pages)


def tell_at(window: KioskWindow, at: QPoint) -> PillButton | None:
    """Return Tell, if it is what a press at this place of the window falls on."""
    found: QWidget | None = window.childAt(at)
    while found is not None and not isinstance(found, PillButton):
        found = found.parentWidget()
    return found if found is not None and found.words == _words(window) else None


def _words(window: KioskWindow) -> str:
    """Return what Tell says, in the language in force."""
    corner = window.bar.corner
    found = [one for one in window.bar.findChildren(PillButton) if one.geometry() == corner]
    return found[0].words if len(found) == 1 and not corner.isEmpty() else ""


def place_of_tell(window: KioskWindow) -> QRect | None:
    """Return where Tell stands on a page of pupils; None on those of staff."""
    return window.corner if belongs_to_pupils(window) else None
