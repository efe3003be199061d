"""Where one goes from a Tell: the child's other Tells, evidence, handing over, and links."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.cases import Case
from app.domain.tell.deeds import Act
from app.domain.tell.policy import Policy
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.card_button import CardButton
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.text import Text
from app.screens.parts.tell_words import about_words, moment_words, who_words

MOST_LINKS = 8
"""So many other Tells are offered to be linked."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseMore", words)


class CaseMore(QWidget):
    """``linked`` carries the id of a Tell that belongs with this one, ``going`` a page to go to."""

    linked = Signal(str)
    going = Signal(object)

    def __init__(self, case: Case, others: Sequence[Case], policy: Policy) -> None:
        """``others`` are what the viewer can see besides, newest first."""
        super().__init__()
        self._policy = policy
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(ButtonRow(self._ways(case)))
        own = {deed.about for deed in case.of(Act.LINKED)}
        known = [one for one in others if one.tell in own]
        if known:
            self._list(_tr("Belongs with"), known, self._on_wanted)
        free = [one for one in others if one.tell not in own and not one.drill]
        near = sorted(free, key=lambda one: not _same_child(one, case))[:MOST_LINKS]
        self._list(_tr("Press a Tell that belongs with this one"), near, self.linked.emit)
        if not near:
            self._column.addWidget(Text(_tr("There is no other Tell."), Role.SMALL))
        self._column.addStretch()

    def _ways(self, case: Case) -> list[PillButton]:
        ways = [
            (_tr("Hand it over"), "art:printer", To("tell-hand-over", case.tell)),
            (_tr("Files"), "art:folder", To("tell-files", case.tell)),
        ]
        if case.who is not None and case.who.pupil:
            child = To("tell-pupil", case.who.pupil)
            ways.insert(0, (_tr("All of this child"), "art:books", child))
        return [self._way(*way) for way in ways]

    def _way(self, words: str, picture: str, to: To) -> PillButton:
        button = PillButton(words, picture)
        button.clicked.connect(partial(self._on_way, to))
        return button

    def _list(self, words: str, cases: Sequence[Case], pressed: Callable[[str], object]) -> None:
        title = Text(words, Role.BUTTON)
        title.stand_in_line()
        self._column.addWidget(title)
        for one in cases:
            about = about_words(one, self._policy)
            card = CardButton(f"{moment_words(one.at)}  {who_words(one)}", "", about)
            card.set_role(Role.SMALL)
            card.clicked.connect(partial(_call, pressed, one.tell))
            self._column.addWidget(card)

    def _on_way(self, to: To, _checked: bool = False) -> None:
        self.going.emit(to)

    def _on_wanted(self, tell: str) -> None:
        self.going.emit(To("tell-case", tell))


def _call(pressed: Callable[[str], object], tell: str) -> None:
    pressed(tell)


def _same_child(one: Case, other: Case) -> bool:
    if one.who is None or other.who is None:
        return False
    return bool(one.who.pupil) and one.who.pupil == other.who.pupil
