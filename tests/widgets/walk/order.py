"""Rules for keys and screen readers: focus goes as one reads, and everything has a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app.frame.reading import reading_order
from app.interactions.spot_it.view import SpotButton
from tests.widgets.walk.sight import Fault, Seen, Sight


def jumping(sight: Sight) -> Iterator[Fault]:
    """Find where the focus goes back: up, or towards the start of a line."""
    mirrored = sight.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    in_sight = [one for one in chain(sight) if not one.shown.isEmpty()]
    for before, after in pairwise(in_sight):
        if not reads_on(before.shown, after.shown, mirrored=mirrored):
            yield Fault("jump", before.name, f"is followed by {after.name}")


def nameless(sight: Sight) -> Iterator[Fault]:
    """Find what can be pressed, or has the focus, without a name for screen readers."""
    for one in sight.pressed:
        if not _spoken_name(one.widget):
            yield Fault("nameless", one.name, f"at {one.place.topLeft().toTuple()}")


def chain(sight: Sight) -> list[Seen]:
    """Return what the Tab key reaches, in its order."""
    seen = {id(one.widget): one for one in sight.pressed}
    order = (seen.get(id(widget)) for widget in reading_order(sight.window))
    return [one for one in order if one is not None]


def unreached(sight: Sight) -> Iterator[Fault]:
    """Find what can be pressed but not reached by keys; a picture's things have their cards."""
    reached = {id(one.widget) for one in chain(sight)}
    for one in sight.pressed:
        if id(one.widget) not in reached and not isinstance(one.widget, SpotButton):
            yield Fault("unreached", one.name, "is not reached by the Tab key")


def reads_on(before: QRect, after: QRect, *, mirrored: bool) -> bool:
    """Tell whether ``after`` is read after ``before``: further on in its line, or below it.

    What stands higher may follow only where it begins another column.
    """
    if mirrored:
        before, after = (QRect(-r.right(), r.top(), r.width(), r.height()) for r in (before, after))
    drop = after.center().y() - before.center().y()
    if drop > min(before.height(), after.height()) / 2:
        return True
    return after.left() > before.right() or after.center().x() > before.right()


def _spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
