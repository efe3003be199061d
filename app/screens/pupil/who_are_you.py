"""Who are you? Class, then face, then three secret pictures where the class wants them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.override import override
from app.domain.pictures import SECRETS
from app.flow.desk import Desk
from app.flow.route import To
from app.flow.signin import SECRET_LENGTH, SignInPage
from app.kit.card_button import CardButton
from app.kit.flow_grid import FlowGrid
from app.kit.fonts import Role
from app.kit.pick_row import PickRow
from app.kit.pill_button import PillButton
from app.kit.text import Text
from app.kit.tiles import FaceTile, PictureTile
from app.screens.screen import Screen

CLASS_PICTURES = ("owl", "animal-fox", "animal-otter", "animal-bee", "animal-hedgehog")


class WhoAreYou(Screen):
    """Shows what is to be chosen next, as large as it can be."""

    name = "who-are-you"
    title = "Who are you?"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.set_scenery("sky")
        self._back = PillButton(self.tr("Go back"), "art:arrow-left")
        self._back.clicked.connect(self._on_back)
        self._ask, self._hint = Text(""), Text("")
        self._picks = PickRow(SECRET_LENGTH)
        self._grid = FlowGrid()
        self.top.insertWidget(0, self._back)
        self.top.setStretchFactor(self.heading, 0)  # what is asked stands beside it
        self.top.addWidget(self._ask, 1)
        said = QHBoxLayout()
        said.addWidget(self._hint, 1)
        said.addWidget(self._picks, 0, Qt.AlignmentFlag.AlignVCenter)
        self.content.addLayout(said)
        self.content.addWidget(self._grid, 1)
        self._shown = SignInPage(())
        desk.signin.changed.connect(self._on_changed)
        desk.session.failed.connect(self._on_failed)

    @override
    def enter(self) -> None:
        self.desk.signin.begin()

    @override
    def leave(self) -> None:
        self.desk.signin.changed.disconnect(self._on_changed)
        self.desk.session.failed.disconnect(self._on_failed)

    @override
    def back(self) -> bool:
        self._on_back()
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._hint.text() or self._ask.text())

    def _on_changed(self, page: SignInPage) -> None:
        self.clear_fault()
        self._back.setVisible(
            page.chosen is not None and (len(page.classes) > 1 or bool(page.pupil))
        )
        self._picks.setVisible(page.pupil is not None)
        if page.pupil is not None:
            self._show_pictures(page)
        elif page.chosen is not None:
            self._show_faces(page)
        else:
            self._show_classes(page)
        self._grid.setEnabled(not page.resting)
        if (page.chosen, page.pupil) != (self._shown.chosen, self._shown.pupil):
            self._grid.focus_first()
            self.told.emit()
        elif self._shown.resting and not page.resting:
            self._grid.focus_first()  # it was lost with the rest
        self._shown = page

    def _show_classes(self, page: SignInPage) -> None:
        self.set_title(self.tr("Which is your class?"))
        self._ask.setText("")
        self._show_hint("")
        if not page.classes:
            words = self.tr("No children are here yet.")
            self.show_fault(words, self.tr("A grown-up needs to add them first."))
        tiles: list[QWidget] = []
        for number, one in enumerate(page.classes):
            picture = CLASS_PICTURES[number % len(CLASS_PICTURES)]
            tile = CardButton(one.name, f"art:{picture}")
            tile.set_upright(upright=True)
            tile.set_role(Role.HEADING)
            tile.clicked.connect(partial(self.desk.signin.choose_class, one.id))
            tiles.append(tile)
        self._grid.show_tiles(tiles)

    def _show_faces(self, page: SignInPage) -> None:
        self.set_title(self.tr("Who are you?"))
        self._ask.setText(self.tr("Press your animal."))
        self._show_hint("")
        tiles: list[QWidget] = []
        for pupil, name in page.faces:
            tile = FaceTile(name, pupil.animal)
            tile.clicked.connect(partial(self.desk.signin.choose_pupil, pupil.id))
            tiles.append(tile)
        self._grid.show_tiles(tiles)

    def _show_pictures(self, page: SignInPage) -> None:
        """Show the twelve pictures; they are made once, so that a press never moves them."""
        self.set_title(self.tr("Press your three secret pictures"))
        self._ask.setText("")
        self._show_hint(self._hint_for(page))
        self._picks.show_picks(len(page.picks))
        if self._shown.pupil is None:
            self._grid.show_tiles([self._secret_tile(name) for name in SECRETS])

    def _hint_for(self, page: SignInPage) -> str:
        if page.resting:
            hint = self.tr("Not those three. Take a breath, then try again.")
        elif page.picks:
            hint = self.tr("And the next one.")
        else:
            hint = self.tr("Look for your first one.")
        if page.pupil is None or not self.desk.session.school.demo:
            return hint
        secret = self.tr("(In this demo: {names}.)").format(names=", ".join(page.pupil.secret))
        return f"{hint} {secret}"

    def _show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def _secret_tile(self, name: str) -> PictureTile:
        tile = PictureTile(name, f"art:secret-{name}")
        tile.clicked.connect(partial(self.desk.signin.pick, name))
        return tile

    def _on_back(self) -> None:
        if not self.desk.signin.back():
            self.go(To("welcome"))

    def _on_failed(self, _: str) -> None:
        self.show_fault(
            self.tr("Something is stuck. It is not your fault."),
            self.tr("Please ask a grown-up near you."),
        )
