"""Who says what in a scene: a face beside each bubble, the story-teller's words on their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.lesson import Lesson, Line, OnStage
from app.domain.override import override
from app.kit import motion, pictures, style
from app.kit.bubble import SpeechBubble, Tail
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.plaque import Plaque
from app.kit.scroll import Scroll
from app.kit.style import Style

FACES, LARGE_FACES = (104, 88, 72), (168, 116, 88)
"""Design size of each of one, two or more faces: beside an activity, and on a page of their own."""
SMALLER = (1.0, 0.85, 0.7)
"""Shares of that which faces are made smaller to, so that all of a story shows at once."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told: the lines, and who stands on the stage with which look."""

    lesson: Lesson
    lines: tuple[Line, ...]
    stage: tuple[OnStage, ...]

    def looks(self) -> dict[str, str]:
        """Return the look of each actor on the stage."""
        return {one.actor: one.look for one in self.stage}


class Story(QWidget):
    """Shows what is told; ``large`` where nothing else is on the page."""

    def __init__(self, told: Told, *, large: bool) -> None:
        super().__init__()
        self._told = told
        self._bubbles: list[SpeechBubble] = []
        self._faces: list[PictureView] = []
        rows_with_faces = sum(bool(line.actor) for line in told.lines) + bool(self._silent())
        sizes = LARGE_FACES if large else FACES
        self._face = sizes[min(max(rows_with_faces, 1), len(sizes)) - 1]
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(style.current().space(1))
        rows.addStretch(1)
        for line in told.lines:
            rows.addLayout(self._row(line))
        silent = self._silent()
        if silent:
            rows.addLayout(self._silent_row(silent))
        rows.addStretch(1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the bubbles arrive, once they have their places."""
        super().showEvent(event)
        for bubble in self._bubbles:
            QTimer.singleShot(0, bubble, partial(motion.arrive, bubble))

    def scale_faces(self, share: float) -> None:
        """Make all faces smaller than usual, to this share (0 to 1)."""
        for face in self._faces:
            face.set_size(round(self._face * share))

    @property
    def spoken(self) -> tuple[str, ...]:
        """The lines in reading order, with the speaker's name."""
        names = {actor.id: actor.name for actor in self._told.lesson.cast}
        return tuple(
            f"{names[line.actor]}: {line.text}" if line.actor in names else line.text
            for line in self._told.lines
        )

    def _row(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        if line.actor:
            row.addLayout(self._actor(line.actor), 0)
        bubble = SpeechBubble(line.text, Tail.START if line.actor else Tail.NONE)
        self._bubbles.append(bubble)
        row.addWidget(bubble, 1, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _silent(self) -> Sequence[str]:
        speaking = {line.actor for line in self._told.lines}
        return [one.actor for one in self._told.stage if one.actor not in speaking]

    def _silent_row(self, actors: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for actor in actors:
            row.addLayout(self._actor(actor))
        row.addStretch()
        return row

    def _actor(self, actor_id: str) -> QVBoxLayout:
        """Return a face with its name below."""
        column = QVBoxLayout()
        column.setSpacing(0)
        actor = self._told.lesson.actor(actor_id)
        if actor is None:
            return column
        picture = actor.picture(self._told.looks().get(actor_id, ""))
        face = PictureView(
            pictures.key(picture.name, self._told.lesson.folder), picture.words, self._face
        )
        self._faces.append(face)
        name = Plaque(actor.name, Role.TINY, pad=(1, 0))
        middle = Qt.AlignmentFlag.AlignHCenter
        name.setAlignment(middle)
        column.addStretch()
        column.addWidget(face, 0, middle)
        column.addWidget(name, 0, middle)
        column.addStretch()
        return column


class StoryPane(Scroll):
    """Shows a story whole, with smaller faces if that does it; else a part of it and arrows."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._fitted: tuple[QSize, Style] | None = None
        super().__init__(story)

    @override
    def arrange(self) -> None:
        room = (self.size(), style.current())
        if self._fitted != room:  # other faces ask to be arranged once more: that ends here
            self._fitted = room
            self._fit_faces()
        super().arrange()

    def _fit_faces(self) -> None:
        for share in SMALLER:
            self._story.scale_faces(share)
            if self.natural_height(self.width()) <= self.height():
                return
        self._story.scale_faces(SMALLER[0])
