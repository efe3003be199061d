"""The file that is handed over: where it goes, what it is, and what opens it where it is sealed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.tell.takeaway import Drive, Lock, Shape
from app.flow.handing import Handing, HandingPage
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.choice_row import ChoiceRow
from app.kit.column import column
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text

SHAPES = (Shape.PDF, Shape.JSON, Shape.SEALED)


def _tr(words: str) -> str:
    return QCoreApplication.translate("HandFiles", words)


class HandFiles(Card):
    """Shows the page of ``Handing``; what is typed stays until another shape is chosen."""

    def __init__(self, handing: Handing, page: HandingPage) -> None:
        super().__init__(2)
        self._handing = handing
        self.body.addWidget(Text(_tr("1. Where does the file go?"), Role.BUTTON))
        self.body.addWidget(self._places(page))
        self.body.addWidget(Text(_tr("2. What is it?"), Role.BUTTON))
        words = (_tr("PDF"), _tr("JSON"), _tr("Sealed"))
        shapes = ChoiceRow(_tr("What the file is"), words)
        shapes.show_chosen(SHAPES.index(page.shape))
        shapes.chosen.connect(self._on_shape)
        self.body.addWidget(shapes)
        self.body.addWidget(self._sealing() if page.shape is Shape.SEALED else self._plain(page))
        self.body.addStretch()

    def _places(self, page: HandingPage) -> QWidget:
        if page.drives is None:
            return Text(_tr("Looking for drives ..."), Role.SMALL)
        parts: list[QWidget] = []
        if not any(one.removable for one in page.drives):
            words = _tr("No removable drive is in. Plug one in, and look again.")
            parts.append(Text(words, Role.SMALL))
        parts += [self._place(one, page) for one in page.drives]
        return column(*parts)

    def _place(self, drive: Drive, page: HandingPage) -> CardButton:
        here = _tr("This PC's own disk: move it away soon")
        note = str(drive.path) if drive.removable else here
        card = CardButton(drive.name, "art:plug" if drive.removable else "art:computer", note)
        card.set_face(replace(card.face, role=Role.SMALL, size=32, pad=1))
        card.setCheckable(True)
        card.setChecked(drive == page.drive)
        card.set_mark(Mark.CHOSEN if drive == page.drive else Mark.NONE)
        card.clicked.connect(partial(self._on_drive, drive))
        return card

    def _plain(self, page: HandingPage) -> QWidget:
        told = {
            Shape.PDF: _tr("Pages to print or to file. Whoever has the file can read it."),
            Shape.JSON: _tr("For a program to take in. Whoever has the file can read it."),
        }[page.shape]
        write = PillButton(_tr("Write the file"), "art:tick", Manner.MAIN)
        write.clicked.connect(self._on_write)
        write.setEnabled(not page.busy)
        return column(Text(told, Role.SMALL), self._ways(write))

    def _sealing(self) -> QWidget:
        told = _tr(
            "A PDF with the JSON file in it, which opens with any program for age. Tell them the "
            "passphrase by telephone, or use their public key."
        )
        again = _tr("The same once more")
        names = {_tr("Passphrase for the file"): _tr("Passphrase"), again: _tr("Once more")}
        self._phrases = tuple(Field(name, hint) for name, hint in names.items())
        for field in self._phrases:
            field.setEchoMode(QLineEdit.EchoMode.Password)
        asked = _tr("Or their public key (age1 ...)")
        self._key = Field(asked, _tr("age1 ..."))
        write = PillButton(_tr("Seal and write the file"), "art:tick", Manner.MAIN)
        write.clicked.connect(self._on_seal)
        whole, layout = QWidget(), QVBoxLayout()
        whole.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.current().gap)
        parts = (Text(told, Role.SMALL), *self._phrases, Text(asked, Role.SMALL), self._key)
        for part in (*parts, self._ways(write)):
            layout.addWidget(part)
        return whole

    def _ways(self, write: PillButton) -> ButtonRow:
        again = PillButton(_tr("Look again"), "art:again")
        again.clicked.connect(self._handing.look)
        return ButtonRow([write, again], Qt.AlignmentFlag.AlignTrailing)

    def _on_drive(self, drive: Drive) -> None:
        self._handing.choose_drive(drive)

    def _on_shape(self, at: int) -> None:
        self._handing.choose_shape(SHAPES[at])

    def _on_write(self) -> None:
        self._handing.hand_over()

    def _on_seal(self) -> None:
        key = self._key.text().strip()
        if key:
            self._handing.hand_over(Lock(key=key))
        else:
            self._handing.seal(*(field.text() for field in self._phrases))
