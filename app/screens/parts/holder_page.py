"""What the pages behind a passphrase have in common: what is said, and hearing what changes."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.screens.parts.office_page import line
from app.screens.screen import Audience, Screen


class HolderScreen(Screen):
    """A page over what whoever is signed in may read; ``show_page`` is overridden.

    It stands on ``said``, a line for the page to put where it likes. It hears the inbox, and
    whatever else ``hear`` names, until it is left.
    """

    audience = Audience.HOLDER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self.said = line("")
        self._heard: list[SignalInstance] = []
        self.hear(desk.inbox.changed)

    def hear(self, changed: SignalInstance) -> None:
        """Show the page anew whenever this says so."""
        changed.connect(self._on_changed)
        self._heard.append(changed)

    def add_way_back(self, words: str) -> None:
        """Put the button that leads back into the head of the page."""
        button = PillButton(words, "art:arrow-left")
        button.clicked.connect(self.back)
        self.top.addWidget(button)

    def say(self, words: str) -> None:
        """Say something else on the line."""
        if words != self.said.text():
            self.said.setText(words)
            self.told.emit()

    def begin(self) -> None:
        """Let what may be read be read, and show it as far as it is."""
        self.desk.inbox.open()
        self._on_changed(None)

    @override
    def leave(self) -> None:
        for changed in self._heard:
            changed.disconnect(self._on_changed)

    @override
    def back(self) -> bool:
        """Stay: the bar leads everywhere, and locks."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self.said.text())

    def show_page(self, page: InboxPage) -> None:
        """Show how it stands; may be called at any time."""
        raise NotImplementedError

    def _on_changed(self, page: object) -> None:
        self.show_page(page if isinstance(page, InboxPage) else self.desk.inbox.page)
