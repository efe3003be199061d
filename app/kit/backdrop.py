"""A page's ground: scenery, a rule's tint or bare paper, painted behind everything else."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import scenery, style


class Backdrop(QWidget):
    """A widget that paints scenery (by name), else a rule's tint, else paper."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rule: Rule | None = None
        self._veil = 0.0

    def set_scenery(self, name: str) -> None:
        """Show other scenery, none with ""."""
        self._name = name
        self.update()

    def set_rule(self, rule: Rule | None) -> None:
        """Show a rule's tint where there is no scenery."""
        self._rule = rule
        self.update()

    def set_veil(self, share: float) -> None:
        """Let this share (0 to 1) of the paper lie over the scenery, so that words stand out."""
        self._veil = share
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._name:
            scenery.paint(painter, self._name, self.size())
            self._paint_veil(painter)
        else:
            scenery.paint_tint(painter, self._rule, self.size())
        painter.end()

    def _paint_veil(self, painter: QPainter) -> None:
        if self._veil > 0 and not style.current().palette.plain:
            colour = QColor(style.current().palette.paper)
            colour.setAlphaF(self._veil)
            painter.fillRect(self.rect(), colour)
