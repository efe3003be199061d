"""The order of reading: row by row, from the start of each line; keys and switches follow it.

Pages change while they are shown (an answer, a verdict, another page of tiles), so the order is
found from where things stand at the moment of the press.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_SHARED = 0.55
"""Blocks stand in one row if they share more than this of the lower one's height."""

_Span = Callable[[QRect], tuple[int, int]]


class _Block(NamedTuple):
    """Widgets that are read without a break, in their order, and where they stand."""

    place: QRect
    widgets: tuple[QWidget, ...]


def reading_order(root: QWidget) -> list[QWidget]:
    """Return the visible widgets inside ``root`` that take the focus by Tab, as they are read."""
    mirrored = root.layoutDirection() == Qt.LayoutDirection.RightToLeft
    block = _block(root, QPoint(0, 0), mirrored=mirrored)
    return list(block.widgets) if block else []


def _block(widget: QWidget, at: QPoint, *, mirrored: bool) -> _Block | None:
    """Return what is read of a widget that stands ``at`` a place of the root; None for nothing."""
    found = [
        _block(child, at + child.pos(), mirrored=mirrored)
        for child in widget.children()
        if isinstance(child, QWidget) and child.isVisible()
    ]
    blocks = _in_order([block for block in found if block is not None], mirrored=mirrored)
    inner = tuple(one for block in blocks for one in block.widgets)
    whole = QRect(at, widget.size())
    if _takes_focus(widget):
        return _Block(whole, (widget, *inner))
    place = QRect()
    for block in blocks:
        place = place.united(block.place)
    # What has been scrolled out of sight stands where it would come into sight.
    if isinstance(widget.parentWidget(), QAbstractScrollArea):
        place = place.intersected(whole) if place.intersects(whole) else whole
    return _Block(place, inner) if inner else None


def _takes_focus(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value
    return widget.isEnabled() and bool(widget.focusPolicy().value & by_tab)


def _in_order(blocks: list[_Block], *, mirrored: bool) -> list[_Block]:
    """Cut into rows, the rows into columns, and so on; what cannot be cut goes by its corners."""
    if len(blocks) < 2:
        return blocks
    for span in (_down, _back if mirrored else _across):
        parts = _cut(blocks, span)
        if len(parts) > 1:
            return [block for part in parts for block in _in_order(part, mirrored=mirrored)]
    across = _back if mirrored else _across
    return sorted(blocks, key=lambda block: (_down(block.place)[0], across(block.place)[0]))


def _cut(blocks: list[_Block], span: _Span) -> list[list[_Block]]:
    """Part the blocks wherever nothing reaches over, and return the parts in their order."""
    parts: list[list[_Block]] = []
    for block in sorted(blocks, key=lambda one: span(one.place)):
        tied = [part for part in parts if any(_overlap(block, one, span) for one in part)]
        parts = [part for part in parts if part not in tied]
        parts.append([*(one for part in tied for one in part), block])
    return sorted(parts, key=lambda part: min(span(one.place) for one in part))


def _overlap(one: _Block, other: _Block, span: _Span) -> bool:
    """Tell whether two blocks share a row (or a column): a small overlap makes none."""
    (first, last), (start, end) = span(one.place), span(other.place)
    shared = min(last, end) - max(first, start)
    return shared > _SHARED * min(last - first, end - start)


def _down(place: QRect) -> tuple[int, int]:
    return place.top(), place.bottom() + 1


def _across(place: QRect) -> tuple[int, int]:
    return place.left(), place.right() + 1


def _back(place: QRect) -> tuple[int, int]:
    return -(place.right() + 1), -place.left()
