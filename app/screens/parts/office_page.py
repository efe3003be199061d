"""What every page of the office has in common: what was said last, and the way to take it back."""

from __future__ import annotations

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.office_page import OfficePage
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.text import Text
from app.screens.screen import Audience, Screen


def line(words: str, role: Role = Role.SMALL) -> Text:
    """Return words of a staff page that stand on its ground, in line with its heading."""
    text = Text(words, role)
    text.stand_in_line()
    return text


class OfficeScreen(Screen):
    """A staff page that shows the office's state; ``show_page`` is overridden.

    Staff pages are calmer and denser than pupils': a smaller heading, and what was said last stands
    beside it.
    """

    audience = Audience.STAFF

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._said = Text("", Role.SMALL)
        self._undo = PillButton(self.tr("Take it back"), "art:again")
        self._undo.clicked.connect(desk.office.take_back)
        # Their room stays, so that nothing moves when something is said.
        policy = self._undo.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._undo.setSizePolicy(policy)
        self.top.setStretchFactor(self.heading, 0)  # in one line if it can be: tables need height
        self.top.addWidget(self._said, 1)
        self.top.addWidget(self._undo)
        desk.office.changed.connect(self._on_changed)

    @override
    def enter(self) -> None:
        self.desk.office.open()

    @override
    def leave(self) -> None:
        self.desk.office.changed.disconnect(self._on_changed)

    @override
    def back(self) -> bool:
        """Stay behind the door: the bar leads everywhere, and out."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self._said.text(),)

    def show_page(self, page: OfficePage) -> None:
        """Show the state; may be called at any time."""
        raise NotImplementedError

    def _on_changed(self, page: OfficePage) -> None:
        said = page.fault or (self.tr("One moment ...") if page.busy else page.said)
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()
        self._undo.setVisible(page.undo is not None)
        self.show_page(page)
