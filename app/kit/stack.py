"""Two panes above one another, parted where their contents ask for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.kit import style
from app.kit.placing import Placing
from app.kit.scroll import Scroll


class Stack(Placing):
    """Shows ``upper`` as high as it needs, and ``lower`` in all the rest.

    Where there is no room for all of both, the lower gives way first, which scrolls, down to its
    least height; then the upper. A hidden upper pane leaves its room to the lower one.
    """

    def __init__(self, upper: QWidget, lower: Scroll) -> None:
        super().__init__()
        self._upper, self._lower = upper, lower
        for pane in (upper, lower):
            pane.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        above, below = self._upper.sizeHint(), self._lower.sizeHint()
        tall = above.height() + style.current().space(1) + below.height()
        return QSize(max(above.width(), below.width()), tall)

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: the lower pane scrolls."""
        return QSize(style.current().px(200), style.current().px(160))

    @override
    def arrange(self) -> None:
        wide, tall = self.width(), self.height()
        if self._upper.isHidden():
            self._lower.setGeometry(self.rect())
            return
        gap = style.current().space(1)
        spared = tall - gap - self._lower.minimumSizeHint().height()
        least = min(self._upper.minimumSizeHint().height(), tall - gap)
        cut = max(least, min(spared, self._upper.heightForWidth(wide)))
        self._upper.setGeometry(QRect(0, 0, wide, cut))
        self._lower.setGeometry(QRect(0, cut + gap, wide, tall - gap - cut))
