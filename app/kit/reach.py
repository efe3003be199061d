"""Where a press counts for each of several small things in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize


@dataclass(frozen=True, slots=True)
class Reach:
    """Boxes in a picture, and what a finger needs of them, all in pixels.

    Each box is grown to ``usual`` a side within ``picture``. Where two grown boxes meet, each ends
    half way between the two; but neither is cut below ``least`` a side where the other can spare
    it, and where it cannot both lack the same.
    """

    boxes: Sequence[QRect]
    picture: QRect
    usual: int
    least: int

    def of(self, number: int) -> QRect:
        """Return where a press counts for one box."""
        mine = self.boxes[number]
        whole = self._grown(mine)
        cut = QRect(whole)
        for other in (box for at, box in enumerate(self.boxes) if at != number):
            theirs = self._grown(other)
            if whole.intersects(theirs):
                cut = cut.intersected(self._kept((mine, whole), (other, theirs)))
        return cut

    def _kept(self, mine: tuple[QRect, QRect], other: tuple[QRect, QRect]) -> QRect:
        """Return what is left to a box beside another one; both are (the box, the grown one)."""
        kept = QRect(mine[1])
        mine_x, other_x = _across(mine), _across(other)
        mine_y, other_y = _down(mine), _down(other)
        if _gap(mine_x, other_x) >= _gap(mine_y, other_y):
            if sum(mine_x[:2]) < sum(other_x[:2]):
                kept.setRight(self._border(mine_x, other_x))
            else:
                kept.setLeft(self._border(other_x, mine_x) + 1)
        elif sum(mine_y[:2]) < sum(other_y[:2]):
            kept.setBottom(self._border(mine_y, other_y))
        else:
            kept.setTop(self._border(other_y, mine_y) + 1)
        return kept

    def _border(self, first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> int:
        """Return the last pixel of the first of two spans: (box's ends, grown box's ends)."""
        middle = (first[1] + second[0]) // 2
        lowest, highest = first[2] + self.least - 1, second[3] - self.least
        if lowest > highest:
            return (lowest + highest) // 2
        return max(lowest, min(middle, highest))

    def _grown(self, box: QRect) -> QRect:
        """Return a box of the usual size around ``box``, moved into the picture."""
        grown = QRect(box.topLeft(), box.size().expandedTo(QSize(self.usual, self.usual)))
        grown.moveCenter(box.center())
        grown.moveLeft(max(self.picture.left(), min(grown.left(), self._last(grown).x())))
        grown.moveTop(max(self.picture.top(), min(grown.top(), self._last(grown).y())))
        return grown.intersected(self.picture)

    def _last(self, grown: QRect) -> QRect:
        """Return the place of ``grown`` in the picture's far corner."""
        last = QRect(grown)
        last.moveBottomRight(self.picture.bottomRight())
        return last


def _across(pair: tuple[QRect, QRect]) -> tuple[int, int, int, int]:
    box, grown = pair
    return box.left(), box.right(), grown.left(), grown.right()


def _down(pair: tuple[QRect, QRect]) -> tuple[int, int, int, int]:
    box, grown = pair
    return box.top(), box.bottom(), grown.top(), grown.bottom()


def _gap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> int:
    """Return the pixels between two boxes along a line; less than 0 where they overlap."""
    return max(one[0] - other[1], other[0] - one[1]) - 1
