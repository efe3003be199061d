"""The ways on from a page: buttons beside each other, or below one another where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.kit import mirror, shapes, style


class ButtonRow(QWidget):
    """Shows buttons in their order; ``align`` says where they stand where there is room to spare.

    Beside each other every button has its own width; below one another all are as wide as the
    widest. Add a field by ``filling``: it takes the width that the buttons leave.
    """

    def __init__(
        self,
        buttons: Sequence[QWidget],
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        *,
        filling: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._buttons = tuple(buttons)
        self._align = align
        self._filling = filling
        for button in self._buttons:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        sizes = [button.sizeHint().height() for button in self._shown]
        if self._across() <= width:
            return max(sizes, default=0)
        return sum(sizes) + self._gap * max(0, len(sizes) - 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._across(), self.heightForWidth(self._across()))

    @override
    def minimumSizeHint(self) -> QSize:
        least = style.current().target + 2 * shapes.room()
        return QSize(least, self.heightForWidth(self.width()) if self._shown else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.updateGeometry()

    @override
    def event(self, event: QEvent) -> bool:
        changed = {
            QEvent.Type.StyleChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.LayoutRequest,
        }
        if event.type() in changed:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    @property
    def _shown(self) -> list[QWidget]:
        return [button for button in self._buttons if not button.isHidden()]

    @property
    def _gap(self) -> int:
        """Space between buttons; they have the room for a shadow within themselves, fields not."""
        return max(0, style.current().gap - (1 if self._filling else 2) * shapes.room())

    def _across(self) -> int:
        """Return the width that all take beside each other."""
        widths = [button.sizeHint().width() for button in self._shown]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def _arrange(self) -> None:
        spare = self.width() - self._across()
        places = self._beside(spare) if spare >= 0 else self._below()
        for button, place in zip(self._shown, places, strict=True):
            button.setGeometry(mirror.place(self, place))

    def _beside(self, spare: int) -> list[QRect]:
        filling = self._filling in self._shown
        shares = {Qt.AlignmentFlag.AlignLeading: 0, Qt.AlignmentFlag.AlignHCenter: spare // 2}
        left = 0 if filling else shares.get(self._align, spare)
        places = []
        for button in self._shown:
            wide = button.sizeHint().width() + (spare if button is self._filling else 0)
            places.append(QRect(left, 0, wide, self.height()))
            left += wide + self._gap
        return places

    def _below(self) -> list[QRect]:
        widest = max((button.sizeHint().width() for button in self._shown), default=0)
        wide = self.width() if self._filling in self._shown else min(self.width(), widest)
        spare = self.width() - wide
        shares = {Qt.AlignmentFlag.AlignLeading: 0, Qt.AlignmentFlag.AlignHCenter: spare // 2}
        top, places = 0, []
        for button in self._shown:
            tall = button.sizeHint().height()
            places.append(QRect(shares.get(self._align, spare), top, wide, tall))
            top += tall + self._gap
        return places
