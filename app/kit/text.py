"""A text on a page: always plain, always whole, as tall as it needs at the width it is given."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import mirror, shapes, style, wrapping
from app.kit.fonts import Role, font, ruler

_IDEAL_LINE = 26
"""Letter heights that a line of text likes to be wide."""
_WIDEST_WORD = 10
"""Letter heights: a word of about 28 letters. No word that is read is wider."""


class Text(QLabel):
    """A plain text in a role. It wraps, grows with its content and never guesses rich text."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._muted = False
        self._in_line = False
        self._rule: Rule | None = None
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(font(role))
        self.setText(text)

    @property
    def role(self) -> Role:
        """What the text is for."""
        return self._role

    def set_role(self, role: Role) -> None:
        """Set the text for something else."""
        self._role = role
        self.setFont(font(role))
        self._measure_anew()

    def set_muted(self, muted: bool) -> None:
        """Set the text in the quieter ink."""
        self._muted = muted
        self.update()

    def set_rule(self, rule: Rule | None) -> None:
        """Set the text in a rule's colour, in ink with None."""
        self._rule = rule
        self.update()

    def stand_in_line(self) -> None:
        """Begin and end where cards do, which leave room for their shadow."""
        self._in_line = True
        self._set_edge()

    @property
    def needed_height(self) -> int:
        """The height that the text takes at the width it has, in pixels."""
        return self.heightForWidth(self.width())

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._measure_anew()

    @override
    def heightForWidth(self, width: int) -> int:
        # Nested layouts ask each text dozens of times while one page is laid out.
        found = self._heights.get(width)
        if found is None:
            found = self._heights[width] = self._height_at(width)
        return found

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def sizeHint(self) -> QSize:
        metrics = self._metrics
        most = metrics.height() * _IDEAL_LINE
        size = wrapping.lines_size(self.text(), metrics, most)
        return size.grownBy(self.contentsMargins()) + QSize(1, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        line = self._metrics.height()
        # The name of a file may be wider than any page: it is broken.
        widest = min(wrapping.widest_word(self.text(), self._metrics), line * _WIDEST_WORD)
        widest += self._around.width() + 1
        tall = line + self._around.height()
        return QSize(widest, tall if self.text() else 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self._colour))
        align = mirror.align(self, self.alignment())
        wrapping.draw(painter, QRectF(self.contentsRect()), align, self.text())
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(font(self._role))
            self._set_edge()
        super().changeEvent(event)

    def _set_edge(self) -> None:
        edge = shapes.room() if self._in_line else 0
        self.setContentsMargins(edge, 0, edge, 0)
        self._measure_anew()

    def _height_at(self, width: int) -> int:
        inner = max(1, width - self._around.width())
        return wrapping.lines_height(self.text(), self._metrics, inner) + self._around.height()

    def _measure_anew(self) -> None:
        self._heights.clear()
        self.updateGeometry()

    @property
    def _colour(self) -> str:
        palette = style.current().palette
        if self._rule is not None:
            return palette.hues[self._rule].colour
        return palette.muted if self._muted else palette.ink

    @property
    def _metrics(self) -> QFontMetrics:
        return ruler(self._role)

    @property
    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
