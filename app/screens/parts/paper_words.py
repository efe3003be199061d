"""Words to copy onto paper by hand, and the two that prove that they were."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.tell.proof import Proof
from app.kit import style
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.field import Field
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text

COLUMNS = 4


def _tr(words: str) -> str:
    return QCoreApplication.translate("PaperWords", words)


class PaperWords(QWidget):
    """Shows 24 numbered words; ``copied`` says that they stand on paper."""

    copied = Signal()

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(2)
        grid = QGridLayout()
        rows = -(-len(words) // COLUMNS)
        for place, word in enumerate(words):
            text = Text(f"{place + 1}. {word}", Role.BODY)
            grid.addWidget(text, place % rows, place // rows)
        card.body.addLayout(grid)
        done = PillButton(_tr("They stand on my paper"), "art:tick", Manner.MAIN)
        done.clicked.connect(self.copied)
        column.addWidget(card)
        column.addWidget(ButtonRow([done]))
        column.addStretch()


class ProofForm(QWidget):
    """Asks for words by their places; ``typed`` carries them, ``unsure`` asks to see all again."""

    typed = Signal(object)
    unsure = Signal()

    def __init__(self, proof: Proof) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(2)
        card.body.setSpacing(style.current().gap)
        self._fields = []
        for place in proof.places:
            asked = _tr("Word number {place}").format(place=place)
            field = Field(asked, asked)
            field.returnPressed.connect(self._on_done)
            self._fields.append(field)
            card.body.addWidget(field)
        done = PillButton(_tr("Go on"), "art:arrow-right", Manner.MAIN)
        done.clicked.connect(self._on_done)
        again = PillButton(_tr("Show the words again"), "art:again")
        again.clicked.connect(self.unsure)
        column.addWidget(card)
        column.addWidget(ButtonRow([again, done]))
        column.addStretch()

    def _on_done(self) -> None:
        self._announce(tuple(field.text() for field in self._fields))

    def _announce(self, words: tuple[str, ...]) -> None:
        self.typed.emit(words)


class PassphraseForm(QWidget):
    """Asks for a passphrase; ``given`` carries it. A new one is asked for twice: ``chosen``."""

    given = Signal(str)
    chosen = Signal(str, str)

    def __init__(self, words: str, *, new: bool, who: str = "") -> None:
        """``who`` is whose it is, where several are asked for on one page."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().gap)
        asks = _tr("Passphrase of {who}").format(who=who) if who else _tr("Passphrase")
        names = [asks, _tr("The same once more")][: 2 if new else 1]
        hints = [_tr("Passphrase"), names[-1]]
        self._fields = [Field(name, hint) for name, hint in zip(names, hints, strict=False)]
        for field in self._fields:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._on_done)
            column.addWidget(field)
        done = PillButton(words, "art:key", Manner.MAIN)
        done.clicked.connect(self._on_done)
        column.addWidget(ButtonRow([done]))

    def _on_done(self) -> None:
        given = tuple(field.text() for field in self._fields)
        if all(given):
            for field in self._fields:
                field.clear()
            self._announce(*given)

    def _announce(self, first: str, again: str | None = None) -> None:
        if again is None:
            self.given.emit(first)
        else:
            self.chosen.emit(first, again)


class WordsForm(QWidget):
    """Asks for all 24 words from paper; ``given`` carries them as they were typed."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._field = Field(_tr("The 24 words"), _tr("with spaces between"))
        self._field.returnPressed.connect(self._on_done)
        done = PillButton(_tr("Go on"), "art:arrow-right", Manner.MAIN)
        done.clicked.connect(self._on_done)
        column.addWidget(self._field)
        column.addWidget(ButtonRow([done]))

    def _on_done(self) -> None:
        words = self._field.text()
        if words.strip():
            self._announce(words)

    def _announce(self, words: str) -> None:
        self.given.emit(words)


class ChangeForm(QWidget):
    """Asks for the passphrase one has, and twice for another; ``chosen`` carries all three."""

    chosen = Signal(str, str, str)

    def __init__(self, words: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.current().gap)
        names = (_tr("The passphrase you have"), _tr("Another"), _tr("The same once more"))
        self._fields = [Field(name, name) for name in names]
        for field in self._fields:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._on_done)
            column.addWidget(field)
        done = PillButton(words, "art:key", Manner.MAIN)
        done.clicked.connect(self._on_done)
        column.addWidget(ButtonRow([done]))

    def _on_done(self) -> None:
        old, new, again = (field.text() for field in self._fields)
        if old and new and again:
            self._announce(old, new, again)

    def _announce(self, old: str, new: str, again: str) -> None:
        self.chosen.emit(old, new, again)
