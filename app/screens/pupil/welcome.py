"""Welcome: touch to start. An idle PC stands here, and always looks the same."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.fonts import Role
from app.kit.hold_button import HoldButton
from app.kit.picture_view import PictureView
from app.kit.pill_button import Manner, PillButton
from app.kit.smart_letters import SmartLetters
from app.kit.text import Text
from app.screens.screen import Screen

NAME = "Be SMART"
"""The program's own name, the same in every language."""


class Welcome(Screen):
    """The first page."""

    name = "welcome"
    title = "Welcome"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("sky")
        self._start = PillButton(self.tr("Touch to start"), "art:star", Manner.MAIN)
        self._start.set_rule(next(iter(SmartLetters.RULES)))
        self._start.clicked.connect(self._on_start)
        self._badge = HoldButton(self.tr("Staff: hold"), "art:identity-card")
        self._badge.setAccessibleDescription(
            self.tr("For grown-ups: hold this down for one second.")
        )
        self._badge.held.connect(self._on_held)
        self._school = Text("", Role.HEADING)
        self._note = Text("", Role.SMALL)
        self._lay_out()

    @override
    def enter(self) -> None:
        """Show the page."""
        self._school.setText(self.desk.session.school.name)
        self._show_note()
        self.desk.session.tell_found.connect(self._show_note)

    @override
    def leave(self) -> None:
        self.desk.session.tell_found.disconnect(self._show_note)

    @override
    def back(self) -> bool:
        """Stay: there is nothing before it."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (NAME, self._start.words)

    def _lay_out(self) -> None:
        heading = Text(NAME, Role.TITLE)
        texts = (heading, self._school)
        for text in texts:
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout = self.content
        layout.addStretch(1)
        owl = PictureView("art:owl", "", 190)
        owl.set_least(0.2)  # all else here is read or pressed
        layout.addWidget(owl, 0, middle)
        layout.addWidget(heading)
        layout.addWidget(SmartLetters(), 0, middle)
        layout.addWidget(self._school)
        layout.addWidget(ButtonRow([self._start]))
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._badge)
        foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(foot)

    def _show_note(self) -> None:
        """Say what staff must know before children rely on it; never anything of a Tell."""
        session = self.desk.session
        if session.school.demo:
            words = self.tr("This is a made-up school to try things out. Nothing here is real.")
        elif session.tell_is_live is False:
            words = self.tr("Staff: Tell is not set up yet.")
        else:
            words = ""
        self._note.setText(words)

    def _on_start(self) -> None:
        self.go(To("who-are-you"))

    def _on_held(self) -> None:
        self.go(To("pin"))
