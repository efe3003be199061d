"""When something failed: a calm page that says whose fault it is not, and the way back."""

from __future__ import annotations

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.route import To
from app.kit.pill_button import Manner, PillButton
from app.screens.screen import Screen


class Trouble(Screen):
    """Shown in the place of a page that failed."""

    name = "trouble"
    title = "Something is stuck"
    has_bar = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("sky")
        self._words = self.tr("Something is stuck. It is not your fault.")
        self._more = ""
        self._home = PillButton(self.tr("Start again"), "art:house", Manner.MAIN)
        self._home.clicked.connect(self._on_home)
        desk.keeper.changed.connect(self._on_keeping)

    @override
    def enter(self) -> None:
        self.set_title(self.title_words())
        self.heading.hide()  # the card says it; in large letters both have no room
        self._show_more()
        self.top.addStretch(1)
        self.top.addWidget(self._home)

    @override
    def leave(self) -> None:
        self.desk.keeper.changed.disconnect(self._on_keeping)

    @override
    def back(self) -> bool:
        """Stay: the page before this one is the one that failed."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self._words, self._more)

    def _show_more(self) -> None:
        """Say what follows; that the answers are safe only if they are on the disk."""
        if self.desk.session.keeping.kept:
            more = self.tr(
                "Your answers are safe. Press the house to start again, or ask a grown-up."
            )
        else:
            more = self.tr("Please tell a grown-up that an answer is not saved yet.")
        if more != self._more:
            self._more = more
            self.show_fault(self._words, more)
            self.told.emit()

    def _on_keeping(self, _: object) -> None:
        self._show_more()

    def _on_home(self) -> None:
        self.go(To("welcome"))
