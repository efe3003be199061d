"""The body of a lesson or quiz page: what is told on one side, what is to be done on the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.kit import style
from app.kit.split import Split


class Place(QWidget):
    """Holds one widget at a time; the one before is deleted."""

    def __init__(self) -> None:
        super().__init__()
        self._held: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def hold(self, widget: QWidget | None) -> None:
        """Show another widget, or none."""
        old, self._held = self._held, widget
        if widget is not None:
            self._layout.addWidget(widget)
            widget.show()
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for little: what is held wraps and scrolls."""
        return QSize(style.current().px(160), style.current().px(120))


class Stage(QWidget):
    """``side`` tells and asks, ``main`` holds the activity; without one, ``side`` has it all."""

    def __init__(self) -> None:
        super().__init__()
        self._side, self._main = Place(), Place()
        split = Split(self._side, self._main, wide=(36, 64), tall=(38, 62))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def tell(self, widget: QWidget) -> None:
        """Show something on the telling side."""
        self._side.hold(widget)

    def act(self, widget: QWidget | None) -> None:
        """Show an activity, or give the whole page to the telling side."""
        self._main.hold(widget)
        self._main.setVisible(widget is not None)
