"""The body of a lesson or quiz page: what is told on one side, what is to be done on the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.pill_button import Manner, PillButton
from app.kit.split import Split

WIDE, LOW, TALL = 1000, 600, 1100
"""Design sizes, growing with the letters, that both sides need: a width and a height beside each
other, a height above one another. With less, one side shows at a time."""


class Place(QWidget):
    """Holds one widget at a time; the one before is deleted."""

    def __init__(self) -> None:
        super().__init__()
        self._held: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def held(self) -> QWidget | None:
        """What is shown."""
        return self._held

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
    """``tell`` and ``act`` fill the two sides; without an activity, what is told has it all.

    Where letters are large and the window is small, one side shows at a time: ``on`` leads from
    what is told to the activity, ``again`` (for the page's head, where it takes no height) back.
    """

    def __init__(self) -> None:
        super().__init__()
        self._side, self._main = Place(), Place()
        self._onward = ""
        self._acting = False
        self.on = PillButton("", "art:arrow-right", Manner.MAIN)
        self.again = PillButton(self.tr("Read again"), "art:open-book")
        for turn in (self.on, self.again):
            turn.clicked.connect(self._on_turn)
        self._ways = ButtonRow([self.on])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Split(self._side, self._main, wide=(36, 64), tall=(38, 62)), 1)
        layout.addWidget(self._ways)

    def tell(self, widget: QWidget, onward: str) -> None:
        """Show something on the telling side.

        ``onward`` are the words that lead from it to the activity where only one side shows; ""
        for what may be left out there.
        """
        self._side.hold(widget)
        self._onward = onward
        self._acting = not onward
        self._arrange()

    def act(self, widget: QWidget | None) -> None:
        """Show an activity, or give the whole page to the telling side."""
        self._main.hold(widget)
        self._arrange()

    @property
    def crowded(self) -> bool:
        """Whether only one side has room."""
        now, window = style.current(), self.window().size()
        if window.height() > window.width():
            return window.height() < now.text_px(TALL)
        return window.width() < now.text_px(WIDE) or window.height() < now.text_px(LOW)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        has_activity = self._main.held is not None
        folded = has_activity and self.crowded
        self._side.setVisible(not folded or not self._acting)
        self._main.setVisible(has_activity and (not folded or self._acting))
        self.on.set_words(self._onward)
        self._ways.setVisible(folded and not self._acting)
        self.again.setVisible(folded and self._acting and bool(self._onward))

    def _on_turn(self) -> None:
        self._acting = not self._acting
        self._arrange()
        shown = self._main.held if self._acting else self._side.held
        if shown is not None:
            shown.setFocus()
