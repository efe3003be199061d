"""The PIN: asks staff for it, and lets whoever installs make one before any pupil comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.door import Ask, DoorPage
from app.flow.route import To
from app.kit.fonts import Role
from app.kit.pill_button import PillButton
from app.kit.pin_pad import PinPad
from app.kit.scroll import Scroll
from app.kit.split import Split
from app.kit.text import Text
from app.screens.screen import Screen


class PinScreen(Screen):
    """Shows what the door asks for."""

    name = "pin"
    title = "Staff PIN"
    has_bar = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = Text("")
        self._wrong = Text("", Role.BUTTON)
        self._hint = Text("", Role.BODY)
        self._pad = PinPad()
        self._pad.entered.connect(desk.door.give)
        self._back = PillButton(self.tr("Go back"), "art:arrow-left")
        self._back.clicked.connect(self._on_back)
        self._sign_in = PillButton(self.tr("Sign in with a passphrase"), "art:key")
        self._sign_in.clicked.connect(self._on_sign_in)
        self._lay_out()
        desk.door.changed.connect(self.show_page)
        desk.door.entered.connect(self._on_entered)

    @override
    def enter(self) -> None:
        self.desk.door.approach()

    @override
    def leave(self) -> None:
        self.desk.door.changed.disconnect(self.show_page)
        self.desk.door.entered.disconnect(self._on_entered)
        if not self.desk.door.is_open:
            self.desk.door.close()

    @override
    def back(self) -> bool:
        """Stay, while the first PIN is being made: no pupil may come before it."""
        return self.desk.door.page.ask in {Ask.NEW, Ask.REPEAT}

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self._words.text(), self._hint.text(), self._wrong.text())

    def show_page(self, page: DoorPage) -> None:
        """Show what is asked; may be called at any time."""
        title, words = self._asked(page.ask)
        self.set_title(title)
        self._words.setText(words)
        self._wrong.setText(self._trouble(page))
        hint = self.tr("This is the demo. Its PIN is {pin}.")
        self._hint.setText(hint.format(pin=page.hint) if page.hint else "")
        self._pad.setVisible(page.ask in {Ask.PIN, Ask.NEW, Ask.REPEAT})
        self._pad.setEnabled(not page.busy and not page.wait)
        holders = any(one.enrolled for one in self.desk.telling.page.roster.people)
        self._sign_in.setVisible(holders)
        self._back.setVisible(page.ask not in {Ask.NEW, Ask.REPEAT})
        if not page.busy:
            self._pad.clear()
            self._pad.setFocus()
            self.told.emit()

    def _asked(self, ask: Ask) -> tuple[str, str]:
        """Return the title of what is asked for, and what it is for."""
        new = self.tr(
            "4 to 12 digits. It opens the pages for staff on this PC, where the kiosk is left and "
            "class lists are read. Keep it from pupils."
        )
        lost = self.tr("Its file was damaged. Ask your technician to run: be-smart pin reset")
        return {
            Ask.NOTHING: (self.tr("Please wait a moment"), ""),
            Ask.PIN: (self.tr("Staff PIN"), self.tr("The PIN opens the pages for staff.")),
            Ask.NEW: (self.tr("Make a PIN for staff"), new),
            Ask.REPEAT: (
                self.tr("The same PIN once more"),
                self.tr("Type it again, to be sure of it."),
            ),
            Ask.RESET: (self.tr("The PIN was lost"), lost),
        }[ask]

    def _trouble(self, page: DoorPage) -> str:
        if page.busy:
            return self.tr("One moment ...")
        if page.wait:
            words = (
                self.tr("{fault} Please wait 1 second.")
                if page.wait == 1
                else self.tr("{fault} Please wait {seconds} seconds.")
            )
            return words.format(fault=page.fault, seconds=page.wait)
        return page.fault

    def _lay_out(self) -> None:
        side = QWidget()
        words = QVBoxLayout(side)
        words.addStretch()
        for text in (self._words, self._hint, self._wrong):
            words.addWidget(text)
        for button in (self._sign_in, self._back):
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        self.content.addWidget(Split(Scroll(side), self._pad, tall=(28, 72)), 1)

    def _on_sign_in(self) -> None:
        self.go(To("sign-in"))

    def _on_back(self) -> None:
        self.go(To("welcome"))

    def _on_entered(self) -> None:
        self.go(To("school"))
