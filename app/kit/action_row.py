"""The row under an activity: what to do now, and the button that says one is done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.override import override
from app.domain.smart import Rule
from app.kit import style
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text


class ActionRow(QWidget):
    """A hint, and ``done``, which can be pressed only when there is something to hand in.

    ``back`` undoes the last step; it shows once ``allow_back`` has been called.
    """

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = Text("", Role.BODY)
        self.hint.set_muted(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.done = PillButton(self.tr("Done"), "", Manner.MAIN)
        self.done.set_rule(rule)
        self.back = PillButton(self.tr("Take back"), "art:again")
        self.back.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.hint, 1)
        self._row.addWidget(self.back)
        self._row.addWidget(self.done)
        self._set_margins()

    def show_step(self, hint: str, *, ready: bool) -> None:
        """Say what to do now; ``ready`` lets Done be pressed."""
        self.hint.setText(hint)
        self.done.setEnabled(ready)

    def allow_back(self, possible: bool) -> None:
        """Show the way back; it can be pressed where it is ``possible``."""
        self.back.show()
        self.back.setEnabled(possible)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._set_margins()
        super().changeEvent(event)

    def _set_margins(self) -> None:
        self._row.setContentsMargins(style.current().space(1), 0, 0, 0)
        self._row.setSpacing(style.current().space(2))
