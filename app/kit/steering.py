"""Where an arrow key leads: to what stands in its direction, as on the screen, so by the eye."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
"""The keys, and the way each points: across, down."""
_ASIDE = 3
"""What stands aside counts as so many times as far as what stands straight ahead."""


def ahead(widget: QWidget, key: int) -> QWidget | None:
    """Return what takes the focus and stands nearest in a key's direction, None for nothing.

    To the left and right only what shares the row is meant; above and below also what stands
    aside: under the last row of a grid there may be one button at the edge.
    """
    across, down = ARROWS[Qt.Key(key)]
    here = _place(widget)
    found = []
    for other in widget.window().findChildren(QWidget):
        if other is widget or not _takes_focus(other) or _is_family(widget, other):
            continue
        there = _place(other)
        gap, aside = _apart(here, there, across, down)
        if gap is not None and not (across and aside):
            found.append((gap + _ASIDE * aside, there.left(), there.top(), other))
    return min(found, key=lambda one: one[:3])[3] if found else None


def _takes_focus(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value
    focus = bool(widget.focusPolicy().value & by_tab)
    return focus and widget.isVisible() and widget.isEnabled()


def _is_family(one: QWidget, other: QWidget) -> bool:
    """Tell whether one holds the other, as a basket holds its cards."""
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _apart(here: QRect, there: QRect, across: int, down: int) -> tuple[int | None, int]:
    """Return how far ahead the other begins (None for not ahead), and how far aside it stands."""
    if down:
        near = there.top() if down > 0 else -there.bottom()
        middle, edge = down * here.center().y(), here.bottom() if down > 0 else -here.top()
        aside = max(0, there.left() - here.right(), here.left() - there.right())
    else:
        near = there.left() if across > 0 else -there.right()
        middle, edge = across * here.center().x(), here.right() if across > 0 else -here.left()
        aside = max(0, there.top() - here.bottom(), here.top() - there.bottom())
    return (max(0, near - edge) if near > middle else None), aside
