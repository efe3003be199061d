"""After every ending: what happened, the rule, another time, and Tell; then where to go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lesson import Ending
from app.domain.override import override
from app.domain.smart import Rule
from app.kit import motion, style
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text


@dataclass(frozen=True, slots=True)
class _Point:
    """One thing to say: the picture beside it, its heading and its words."""

    picture: str
    heading: str
    words: str


class DebriefView(QWidget):
    """Shows an ending; ``ways`` are the buttons below it, the first one being what comes next."""

    def __init__(self, ending: Ending, rule: Rule, ways: Sequence[PillButton]) -> None:
        super().__init__()
        self._points = self._debrief(ending)
        card = Card(2)
        title = Text(ending.title, Role.HEADING)
        title.set_rule(rule)
        self._star = PictureView("art:glowing-star", self.tr("You finished the story"), 56)
        head = QHBoxLayout()
        head.addWidget(self._star)
        head.addWidget(title, 1)
        card.body.addLayout(head)
        grid = QGridLayout()
        for number, point in enumerate(self._points):
            grid.addLayout(_row(point), number // 2, number % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        card.body.addLayout(grid)
        card.body.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroll(card), 1)
        row = ButtonRow(tuple(reversed(ways)), Qt.AlignmentFlag.AlignTrailing)
        layout.addWidget(row)

    def _debrief(self, ending: Ending) -> tuple[_Point, ...]:
        debrief = ending.debrief
        return (
            _Point("art:open-book", self.tr("What happened"), debrief.happened),
            _Point("art:star", self.tr("The rule"), debrief.rule),
            _Point("art:again", self.tr("Another time"), debrief.another_time),
            _Point("art:speech", self.tr("Tell"), debrief.tell),
        )

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the star land, once it has its place."""
        super().showEvent(event)
        drop = QPoint(0, -style.current().px(120))
        QTimer.singleShot(0, self._star, partial(motion.arrive, self._star, drop))

    @property
    def spoken(self) -> tuple[str, ...]:
        """What can be spoken, in reading order."""
        return tuple(f"{point.heading}. {point.words}" for point in self._points)


def _row(point: _Point) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(PictureView(point.picture, "", 48), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    heading = Text(point.heading, Role.SMALL)
    heading.set_muted(True)
    words.addWidget(heading)
    words.addWidget(Text(point.words))
    words.addStretch()
    row.addLayout(words, 1)
    return row
