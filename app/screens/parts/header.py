"""The head of a lesson or quiz: its rule and title, how far one is, and whether all is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from app.domain.override import override
from app.domain.smart import Rule
from app.flow.keeper import Keeping
from app.kit import style
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.letter_badge import LetterBadge
from app.kit.pill_button import PillButton
from app.kit.progress import ProgressPills
from app.kit.text import Text

MOST_SEEN = 16
"""Scenes behind that are shown one by one; a lesson has 8 to 14, and may lead round in circles."""
LARGE = 130
"""From this text size on (in per cent) every button takes its room only while it shows."""
NARROW = 1000
"""Design width, growing with the letters, under which buttons stand above each other: the title
needs the width more than the page the height."""


class Header(Card):
    """Shows a title and the progress; ``go_back`` is hidden until there is a way back."""

    def __init__(self, rule: Rule, title: str, *more: PillButton) -> None:
        """Make the head of a page; ``more`` are buttons that show here now and then."""
        super().__init__(1)
        self._pills = ProgressPills(rule)
        self._kept = Text("", Role.TINY)
        self._kept.set_muted(True)
        self.go_back = PillButton(self.tr("Go back"), "art:arrow-left")
        self._keep_room()
        self.go_back.hide()
        row = QHBoxLayout()
        row.addWidget(LetterBadge(rule))
        row.addWidget(Text(title, Role.HEADING), 3)
        how_far = QVBoxLayout()
        how_far.addStretch()
        how_far.addWidget(self._pills)
        how_far.addWidget(self._kept)
        how_far.addStretch()
        row.addLayout(how_far, 2)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in (*more, self.go_back):
            self._ways.addWidget(button)
        row.addLayout(self._ways)
        self.body.addLayout(row)

    def show_progress(self, done: int, steps: int) -> None:
        """Show that ``done`` of ``steps`` are behind."""
        words = self.tr("Step {step} of {steps}").format(step=min(done + 1, steps), steps=steps)
        self._pills.show_progress(done, steps, words)

    def show_way(self, behind: int, *, ended: bool) -> None:
        """Show how many scenes of a story are behind.

        How many are still to come nobody knows: it depends on what the pupil chooses.
        """
        seen = min(behind, MOST_SEEN)
        if ended:
            self._pills.show_progress(seen, seen, self.tr("The end"))
        else:
            words = self.tr("Step {step}").format(step=behind + 1)
            self._pills.show_progress(seen, seen + 1, words, goes_on=True)

    def show_keeping(self, keeping: Keeping | None) -> None:
        """Say whether what the pupil did is on the disk; only the truth, with None nothing."""
        if keeping is None:
            self._kept.setText("")
        elif keeping.fault:
            self._kept.setText(self.tr("Not saved yet. Please tell your teacher."))
        else:
            self._kept.setText(self.tr("Saved") if keeping.kept else self.tr("Saving ..."))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()
            self._turn_ways()
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn_ways()

    def _keep_room(self) -> None:
        """Let the page not jump when there is a way back; large letters need its room."""
        policy = self.go_back.sizePolicy()
        policy.setRetainSizeWhenHidden(style.current().looks.text_size < LARGE)
        self.go_back.setSizePolicy(policy)

    def _turn_ways(self) -> None:
        """Stand the buttons beside or above each other."""
        narrow = self.width() < style.current().text_px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._ways.setDirection(down if narrow else across)
