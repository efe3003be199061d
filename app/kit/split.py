"""Two panes: beside each other where the page is wide, one above the other where it is tall."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.kit import mirror, style
from app.kit.placing import Placing


class Split(Placing):
    """Shows two widgets. ``wide`` and ``tall`` are their shares beside and above each other.

    The shares hold whatever the panes would like; a hidden pane leaves its room to the other.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        wide: tuple[int, int] = (1, 1),
        tall: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__()
        self._panes = (first, second)
        self._shares = (wide, tall)
        for pane in self._panes:
            pane.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(any(pane.hasHeightForWidth() for pane in self._panes))
        self.setSizePolicy(policy)

    @property
    def stacked(self) -> bool:
        """Whether the panes stand one above the other."""
        window = self.window().size()
        return window.height() > window.width()

    @override
    def sizeHint(self) -> QSize:
        first, second = (pane.sizeHint() for pane in self._panes)
        return QSize(first.width() + second.width(), max(first.height(), second.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: the panes wrap and scroll."""
        return QSize(style.current().px(200), style.current().px(160))

    @override
    def hasHeightForWidth(self) -> bool:
        return self.sizePolicy().hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        gap, stacked = style.current().space(2), self.stacked
        shares = self._shares[1 if stacked else 0]
        whole = sum(shares)
        shown = [at for at in (0, 1) if not self._panes[at].isHidden()]
        if stacked and len(shown) == 2:
            tallest = max(_needed(self._panes[at], width) / shares[at] for at in shown)
            return round(tallest * whole) + gap
        wide = (
            [width, width] if len(shown) < 2 else [(width - gap) * one // whole for one in shares]
        )
        return max((_needed(self._panes[at], wide[at]) for at in shown), default=0)

    @override
    def arrange(self) -> None:
        shown = [pane for pane in self._panes if not pane.isHidden()]
        if len(shown) < len(self._panes):
            for pane in shown:
                pane.setGeometry(self.rect())
            return
        gap = style.current().space(2)
        stacked = self.stacked
        length = (self.height() if stacked else self.width()) - gap
        first, second = self._shares[1 if stacked else 0]
        cut = max(0, length * first // (first + second))
        if stacked:
            cut = self._high_enough(cut, length)
        if stacked:
            before = QRect(0, 0, self.width(), cut)
            after = QRect(0, cut + gap, self.width(), length - cut)
        else:
            before = QRect(0, 0, cut, self.height())
            after = QRect(cut + gap, 0, length - cut, self.height())
        for pane, place in zip(self._panes, (before, after), strict=True):
            pane.setGeometry(mirror.place(self, place))

    def _high_enough(self, cut: int, length: int) -> int:
        """Move the cut where a pane would be lower than it can be; the upper pane comes first."""
        upper, lower = (pane.minimumSizeHint().height() for pane in self._panes)
        return min(max(upper, min(cut, length - lower)), length)


def _needed(pane: QWidget, width: int) -> int:
    if pane.hasHeightForWidth():
        return pane.heightForWidth(width)
    return pane.minimumSizeHint().height()
