"""For a child who is not signed in and wants to say who they are: class, then name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import ClassId
from app.domain.school import Pupil, School, SchoolClass
from app.domain.tell.taps import Called
from app.kit.card_button import CardButton
from app.kit.flow_grid import FlowGrid
from app.kit.fonts import Role
from app.kit.tiles import FaceTile


class NameFinder(QWidget):
    """``found`` carries what the child says by pressing their name (``Called``)."""

    found = Signal(object)

    def __init__(self, school: School) -> None:
        super().__init__()
        self._school = school
        self._grid = FlowGrid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid, 1)
        filled = [one for one in school.classes if school.in_class(one.id)]
        if len(filled) == 1:
            self._show_pupils(filled[0].id)
        else:
            self._grid.show_tiles([self._class_tile(one) for one in filled])

    def _class_tile(self, one: SchoolClass) -> CardButton:
        tile = CardButton(one.name, "art:school")
        tile.set_upright(upright=True)
        tile.set_role(Role.HEADING)
        tile.clicked.connect(partial(self._show_pupils, one.id))
        return tile

    def _show_pupils(self, class_id: ClassId) -> None:
        tiles: list[QWidget] = []
        for pupil in self._school.in_class(class_id):
            tile = FaceTile(self._school.shown_name(pupil), pupil.animal)
            tile.clicked.connect(partial(self._on_pupil, pupil))
            tiles.append(tile)
        self._grid.show_tiles(tiles)
        self._grid.focus_first()

    def _on_pupil(self, pupil: Pupil) -> None:
        own = self._school.school_class(pupil.class_id)
        self._announce(Called(pupil.id, pupil.full_name, own.name if own is not None else ""))

    def _announce(self, called: Called) -> None:
        self.found.emit(called)
