"""Being told: whether messages go out, where each grown-up is reached, and when school is open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.flow.being_told import BeingToldPage
from app.flow.desk import Desk
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.parts.contact_form import ContactForm
from app.screens.parts.holiday_list import HolidayList
from app.screens.parts.office_page import line
from app.screens.parts.post_words import standing
from app.screens.screen import Audience, Screen


class BeingToldScreen(Screen):
    """What is typed stays until it is kept, whatever else is shown meanwhile."""

    name = "being-told"
    title = "Being told"
    audience = Audience.EITHER

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        holder = desk.holder_inside
        words = self.tr("Back to Today") if holder else self.tr("Back to School")
        self._behind = To("today") if holder else To("school")
        back = PillButton(words, "art:arrow-left")
        back.clicked.connect(self._on_back)
        self.top.addWidget(back)
        self._said = line("")
        self._state = Text("", Role.SMALL)
        self._form: ContactForm | None = None
        self._holidays = HolidayList()
        self._holidays.adding.connect(desk.being_told.add_holiday)
        self._holidays.removing.connect(desk.being_told.remove_holiday)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._left.addWidget(self._state_card())
        for place in (self._left, self._right):
            place.addStretch()
        self._add_buttons()
        self.content.addWidget(self._said)
        panes = Split(Scroll(self._pane(self._left)), Scroll(self._pane(self._right)))
        self.content.addWidget(panes, 1)
        buttons = [self._undo, self._try, self._keep, self._again, self._sign_in]
        self.content.addWidget(ButtonRow(buttons))
        desk.being_told.changed.connect(self.show_page)

    def _add_buttons(self) -> None:
        sign_in = self.tr("Sign in with a passphrase")
        self._keep = PillButton(self.tr("Keep it"), "art:tick", Manner.MAIN)
        self._try = PillButton(self.tr("Send a test message"), "art:email")
        self._undo = PillButton(self.tr("Take it back"), "art:again")
        self._again = PillButton(self.tr("Try again"), "art:again", Manner.MAIN)
        self._sign_in = PillButton(sign_in, "art:key", Manner.MAIN)
        self._keep.clicked.connect(self._on_keep)
        self._try.clicked.connect(self._on_try)
        self._undo.clicked.connect(self.desk.being_told.take_back)
        self._again.clicked.connect(self.desk.being_told.open)
        self._sign_in.clicked.connect(self._on_sign_in)

    @override
    def enter(self) -> None:
        self.desk.being_told.open()

    @override
    def leave(self) -> None:
        self.desk.being_told.changed.disconnect(self.show_page)

    @override
    def back(self) -> bool:
        """Stay: Escape must not throw away what was typed."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text(), self._state.text())

    def _on_back(self) -> None:
        self.go(self._behind)

    def _on_sign_in(self) -> None:
        self.go(To("sign-in"))

    def show_page(self, page: BeingToldPage) -> None:
        """Show the settings as they are kept; may be called at any time."""
        if page.ready and self._form is None:
            self._build(page)
        elif self._form is not None:
            self._form.show_kept(page.contacts)
        self._holidays.show_days(page.contacts.school.holidays)
        self._state.setText(standing(page, self.desk.telling.fault, self.desk.post_office.fault))
        self._undo.setVisible(page.undo is not None)
        for button in (self._keep, self._try):
            button.setVisible(self._form is not None)
        self._again.setVisible(bool(page.fault) and self._form is None)
        self._sign_in.setVisible(page.shut)
        for button in (self._keep, self._try, self._undo):
            button.setEnabled(not page.busy)
        shut = self.tr("Once Tell is live, only those who read it see and change this.")
        parts = (shut if page.shut else page.said, page.fault)
        said = self.tr("One moment ...") if page.busy else " ".join(one for one in parts if one)
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()

    def _state_card(self) -> Card:
        state = Card(2)
        state.body.addWidget(Text(self.tr("How it stands"), Role.BUTTON))
        state.body.addWidget(self._state)
        return state

    def _build(self, page: BeingToldPage) -> None:
        self._form = ContactForm(page.people, page.contacts)
        for place, cards in (
            (self._left, [self._form.people, self._form.server]),
            (self._right, [self._form.week, self._holidays, self._form.names]),
        ):
            for card in cards:
                place.insertWidget(place.count() - 1, card)  # above what fills the rest

    def _pane(self, column: QVBoxLayout) -> QWidget:
        pane = QWidget()
        column.setContentsMargins(0, 0, 0, 0)
        pane.setLayout(column)
        return pane

    def _on_keep(self) -> None:
        if self._form is not None:
            self.desk.being_told.keep(self._form.typed())

    def _on_try(self) -> None:
        if self._form is not None:
            self.desk.being_told.try_out(self._form.typed())
