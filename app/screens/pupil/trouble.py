"""When something failed: a calm page that says whose fault it is not, and the way back."""

from __future__ import annotations

from typing_extensions import override

from app.flow.desk import Desk
from app.flow.route import To
from app.kit.pill_button import Manner, PillButton
from app.screens.screen import Screen

WORDS = "Something is stuck. It is not your fault."
MORE = "Your answers are safe. Press the house to start again, or ask a grown-up."


class Trouble(Screen):
    """Shown in the place of a page that failed."""

    name = "trouble"
    title = "Something is stuck"
    has_bar = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("sky")
        self._home = PillButton("Start again", "art:house", Manner.MAIN)
        self._home.clicked.connect(self._on_home)

    @override
    def enter(self) -> None:
        self.set_title(self.title)
        self.show_fault(WORDS, MORE)
        self.top.addWidget(self._home)

    @override
    def spoken(self) -> tuple[str, ...]:
        return (WORDS, MORE)

    def _on_home(self) -> None:
        self.go(To("welcome"))
