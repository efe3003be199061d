"""Staff sign-in: who you are by title and face, then your passphrase."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.route import To
from app.flow.staffroom import RoomPage
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.flow_grid import FlowGrid
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.pill_button import PillButton
from app.kit.scroll import Scroll
from app.kit.text import Text
from app.kit.tiles import PersonTile
from app.screens.parts.office_page import line
from app.screens.parts.paper_words import PassphraseForm
from app.screens.parts.stage import Place
from app.screens.screen import Screen


class SignInScreen(Screen):
    """Shows the faces of those who have a passphrase, then asks for it."""

    name = "sign-in"
    title = "Staff sign-in"
    has_bar = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._wrong = line("", Role.BUTTON)
        self._lost = PillButton(self.tr("Nobody who may read is left"), "art:key")
        self._lost.clicked.connect(self._on_lost)
        self._forgot = PillButton(self.tr("I forgot my passphrase"), "art:question")
        self._forgot.clicked.connect(self._on_forgot)
        self._place = Place()
        self._form: PassphraseForm | None = None
        self._shown: object = None
        back = PillButton(self.tr("Go back"), "art:arrow-left")
        back.clicked.connect(self._on_back)
        self.top.addWidget(back)
        self.content.addWidget(self._wrong)
        self.content.addWidget(self._place, 1)
        self.content.addWidget(ButtonRow([self._forgot, self._lost], Qt.AlignmentFlag.AlignLeading))
        desk.staffroom.changed.connect(self.show_page)
        desk.staffroom.entered.connect(self._on_entered)

    @override
    def enter(self) -> None:
        self.desk.staffroom.approach()

    @override
    def leave(self) -> None:
        self.desk.staffroom.changed.disconnect(self.show_page)
        self.desk.staffroom.entered.disconnect(self._on_entered)

    @override
    def back(self) -> bool:
        self._on_back()
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._wrong.text())

    def show_page(self, page: RoomPage) -> None:
        """Show who can sign in, or whose passphrase is asked; may be called at any time."""
        self._wrong.setText(self._trouble(page))
        shown = (page.people, page.person)
        self._forgot.setVisible(page.person is not None)
        self._lost.setVisible(page.person is None and bool(page.people))
        if shown != self._shown:
            self._shown = shown
            asked = page.person is not None
            self._place.hold(Scroll(self._asking(page)) if asked else self._faces(page))
            self.told.emit()
        if self._form is not None:
            self._form.setEnabled(not page.busy and not page.wait)

    def _trouble(self, page: RoomPage) -> str:
        if page.busy:
            return self.tr("One moment ...")
        if page.wait:
            words = self.tr("{fault} Please wait {seconds} s.")
            return words.format(fault=page.fault, seconds=page.wait).strip()
        return page.fault

    def _faces(self, page: RoomPage) -> QWidget:
        self._form = None
        grid = FlowGrid()
        tiles: list[QWidget] = []
        for person in page.people:
            tile = PersonTile(person.title, person.face)
            tile.clicked.connect(partial(self.desk.staffroom.choose, person.id))
            tiles.append(tile)
        grid.show_tiles(tiles)
        return grid

    def _asking(self, page: RoomPage) -> QWidget:
        card = Card(3)
        person = page.person
        card.body.addStretch(1)
        if person is not None:
            card.body.addWidget(PictureView(f"art:{person.face}", "", 128))
            card.body.addWidget(Text(person.title, Role.HEADING))
        self._form = PassphraseForm(self.tr("Sign in"), new=False)
        self._form.given.connect(self._on_given)
        card.body.addWidget(self._form)
        card.body.addStretch(1)
        return card

    def _on_given(self, given: str) -> None:
        self.desk.staffroom.give(given)

    def _on_lost(self) -> None:
        self.go(To("recovery"))

    def _on_forgot(self) -> None:
        person = self.desk.staffroom.page.person
        if person is not None:
            self.go(To("forgotten", person))

    def _on_back(self) -> None:
        if self.desk.staffroom.page.person is not None:
            self.desk.staffroom.choose(None)
        else:
            self.go(To("welcome"))

    def _on_entered(self) -> None:
        self.go(To("today"))
