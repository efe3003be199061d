"""Rules for places: inside each other, never over each other, large enough for a finger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QTableView, QWidget

from app.frame.bar import Bar
from app.interactions.spot_it.view import SpotButton
from app.kit import style
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.style import GAP_MM, TARGET_MM, YOUNG_TARGET_MM
from tests.widgets.walk.sight import Fault, Seen, Sight

THING_MM = 10.0
"""A thing in a picture may be smaller: the card beside the picture, of full size, does the same."""


def outside(sight: Sight) -> Iterator[Fault]:
    """Find widgets that reach out of their parent, or out of the window."""
    for one in sight.all:
        parent = one.widget.parentWidget()
        if parent is None or one.widget is sight.window:
            continue
        room, place = parent.rect(), one.widget.geometry()
        if _rolls(one.widget):
            room = QRect(0, place.top(), room.width(), place.height())
        if not room.contains(place) and not place.isEmpty():
            yield Fault("outside", one.name, f"{_words(place)} in {_words(room)}")


def squeezed(sight: Sight) -> Iterator[Fault]:
    """Find widgets that are smaller than the least they ask for."""
    for one in (*sight.things, *(each for each in sight.all if isinstance(each.widget, Scroll))):
        least, size = _least(one.widget), one.widget.size()
        if size.width() < least.width() or size.height() < least.height():
            has = f"{size.width()}x{size.height()}"
            asked = f"{least.width()}x{least.height()}"
            yield Fault("squeezed", one.name, f"has {has}, needs {asked}")


def overlapping(sight: Sight) -> Iterator[Fault]:
    """Find things that lie over one another."""
    for one, other in combinations(sight.things, 2):
        if one.shown.intersects(other.shown) and not _holds(one.widget, other.widget):
            where = _words(one.shown.intersected(other.shown))
            yield Fault("overlap", one.name, f"and {other.name} at {where}")


def covered(sight: Sight) -> Iterator[Fault]:
    """Find things that the bar covers."""
    for one in sight.things:
        if one.shown.intersects(sight.bar) and not sight.window.bar.isAncestorOf(one.widget):
            yield Fault("covered", one.name, f"by the bar at {_words(sight.bar)}")


def small_targets(sight: Sight) -> Iterator[Fault]:
    """Find what is too small to be pressed: 20 mm for the youngest and the bar, else 15 mm."""
    for one in sight.pressed:
        least = style.current().mm(_least_mm(sight, one.widget))
        for size in _pressed_sizes(one):
            if min(size.width(), size.height()) < least - 1:
                has = f"{size.width()}x{size.height()}"
                yield Fault("small", one.name, f"has {has} px to press, needs {least}")


def crowded(sight: Sight) -> Iterator[Fault]:
    """Find buttons that stand closer together than 3 mm; the things of one picture may touch."""
    least = style.current().mm(GAP_MM)
    apart = [one for one in sight.pressed if not isinstance(one.widget, SpotButton)]
    for one, other in combinations(apart, 2):
        mine, its = one.face.intersected(one.shown), other.face.intersected(other.shown)
        if _holds(one.widget, other.widget) or mine.isEmpty() or its.isEmpty():
            continue
        gap = _gap(mine, its)
        if gap < least - 1:
            yield Fault("crowded", one.name, f"stands {gap} px from {other.name}, needs {least}")


def sideways(sight: Sight) -> Iterator[Fault]:
    """Find what would have to be scrolled sideways."""
    for one in sight.all:
        if isinstance(one.widget, QAbstractScrollArea):
            more = one.widget.horizontalScrollBar().maximum()
            if more > 0:
                yield Fault("sideways", one.name, f"is {more} px wider than its place")


def _least_mm(sight: Sight, widget: QWidget) -> float:
    if isinstance(widget, SpotButton):
        return THING_MM
    young = sight.young or isinstance(widget.parentWidget(), Bar)
    return YOUNG_TARGET_MM if young else TARGET_MM


def _pressed_sizes(one: Seen) -> Iterator[QRect]:
    """Yield what is pressed of a widget: itself, or the headings and rows of a table."""
    if not isinstance(one.widget, QTableView):
        yield one.place if isinstance(one.widget, SpotButton) else one.face
        return
    table = one.widget
    yield QRect(0, 0, table.width(), table.horizontalHeader().height())
    if table.model().rowCount():
        yield QRect(0, 0, table.width(), table.rowHeight(0))


def _least(widget: QWidget) -> QSize:
    """Return the least size a layout gives a widget: what was set goes before what it asks for."""
    fixed, asked = widget.minimumSize(), widget.minimumSizeHint()
    if isinstance(widget, PillButton):  # its letters give way, and have a rule of their own
        asked.setWidth(0)
    return QSize(fixed.width() or asked.width(), fixed.height() or asked.height())


def _rolls(widget: QWidget) -> bool:
    """Tell whether a widget is what scrolls up and down in a scroll area."""
    viewport = widget.parentWidget()
    area = viewport.parentWidget() if viewport is not None else None
    return isinstance(area, QAbstractScrollArea) and area.viewport() is viewport


def _holds(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _gap(one: QRect, other: QRect) -> int:
    """Return how many pixels lie between two places; negative where they overlap."""
    across = max(one.left() - other.right(), other.left() - one.right()) - 1
    down = max(one.top() - other.bottom(), other.top() - one.bottom()) - 1
    return max(across, down)


def _words(place: QRect) -> str:
    return f"({place.left()}, {place.top()}) {place.width()}x{place.height()}"
