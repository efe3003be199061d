"""The body of the Tell page: one question in cards, as large as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.tell.taps import Tap
from app.kit.card_button import CardButton, Mark
from app.kit.flow_grid import FlowGrid
from app.kit.fonts import Role
from app.kit.tell_questions import Question


class TellPanel(QWidget):
    """Shows a question's cards; ``picked`` carries the place of the card that was pressed."""

    picked = Signal(int)

    def __init__(self, question: Question, said: Sequence[Tap] = ()) -> None:
        """``said`` marks the cards that were pressed before."""
        super().__init__()
        self.setAccessibleName(question.title)
        self._grid = FlowGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid, 1)
        tiles: list[QWidget] = []
        for place, choice in enumerate(question.choices):
            tile = CardButton(choice.words, choice.picture, choice.note)
            tile.set_upright(upright=True)
            tile.set_role(Role.BUTTON)
            if choice.taps and set(choice.taps) <= set(said):
                tile.setCheckable(True)
                tile.set_mark(Mark.CHOSEN)
            tile.clicked.connect(partial(self._on_pressed, place))
            tiles.append(tile)
        self._grid.show_tiles(tiles)

    def focus_first(self) -> None:
        """Let the keys begin on the first card."""
        self._grid.focus_first()

    def _on_pressed(self, place: int) -> None:
        self.picked.emit(place)
