"""The ways on from a page: buttons beside each other, in several lines where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.override import override
from app.kit import mirror, shapes, style
from app.kit.pill_button import PillButton
from app.kit.placing import Placing
from app.kit.text import Text


class ButtonRow(Placing):
    """Shows buttons in their order; ``align`` says where they stand where there is room to spare.

    ``filling`` is the one of them that takes the width that the others leave in its line.
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
        lines = self._lines(width)
        return sum(_tallest(line, width) for line in lines) + self._gap * max(0, len(lines) - 1)

    @override
    def sizeHint(self) -> QSize:
        wide = self._across(self._shown)
        return QSize(wide, self.heightForWidth(wide))

    @override
    def minimumSizeHint(self) -> QSize:
        least = style.current().target + 2 * shapes.room()
        return QSize(least, self.heightForWidth(self.width()) if self._shown else 0)

    @property
    def _shown(self) -> list[QWidget]:
        return [button for button in self._buttons if not button.isHidden()]

    @property
    def _gap(self) -> int:
        """Space between buttons; they have the room for a shadow within themselves, fields not."""
        return max(0, style.current().gap - (1 if self._filling else 2) * shapes.room())

    def _across(self, line: list[QWidget]) -> int:
        """Return the width that the buttons of a line take beside each other."""
        widths = [button.sizeHint().width() for button in line]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def _lines(self, width: int) -> list[list[QWidget]]:
        """Part the buttons into lines, each as full as it goes."""
        lines: list[list[QWidget]] = []
        for button in self._shown:
            if lines and self._across([*lines[-1], button]) <= width:
                lines[-1].append(button)
            else:
                lines.append([button])
        return lines

    @override
    def arrange(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            tall = _tallest(line, self.width())
            self._place(line, QRect(0, top, self.width(), tall))
            top += tall + self._gap
        self.updateGeometry()

    def _place(self, line: list[QWidget], room: QRect) -> None:
        spare = max(0, room.width() - self._across(line))
        shares = {Qt.AlignmentFlag.AlignLeading: 0, Qt.AlignmentFlag.AlignHCenter: spare // 2}
        filled = self._filling in line
        left = 0 if filled else shares.get(self._align, spare)
        for button in line:
            wide = min(button.sizeHint().width(), room.width())
            wide += spare if button is self._filling else 0
            tall = room.height()
            if button.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Fixed:
                tall = min(tall, button.sizeHint().height())  # a field is no taller than its line
            place = QRect(left, room.top() + (room.height() - tall) // 2, wide, tall)
            button.setGeometry(mirror.place(self, place))
            left += wide + self._gap


def _tallest(line: list[QWidget], width: int) -> int:
    return max((_tall(button, width) for button in line), default=0)


def _tall(button: QWidget, width: int) -> int:
    """Return how tall a button is; one wider than its row takes more lines for its words."""
    usual = button.sizeHint()
    taller = usual.width() > width and isinstance(button, PillButton | Text)
    return button.heightForWidth(width) if taller else usual.height()
