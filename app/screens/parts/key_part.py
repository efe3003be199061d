"""What is shown of a key in the making: its passphrase, the words for paper, and their proof."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.flow.new_key import KeyPage, NewKey
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.text import Text
from app.screens.parts.paper_words import PaperWords, PassphraseForm, ProofForm


def _tr(words: str) -> str:
    return QCoreApplication.translate("KeyPart", words)


def key_shown(page: KeyPage) -> object:
    """Return a value that changes when another part is to be shown."""
    return page.suggestion, page.words, page.proof


def key_part(key: NewKey) -> QWidget:
    """Return the part that is shown now."""
    page = key.page
    if page.words and page.proof is None:
        words = PaperWords(page.words)
        words.copied.connect(key.copied)
        return words
    if page.proof is not None:
        proof = ProofForm(page.proof)
        proof.typed.connect(key.prove)
        proof.unsure.connect(key.show_again)
        return proof
    return _passphrase(key)


def _passphrase(key: NewKey) -> QWidget:
    card = Card(2)
    hint = _tr("For example: {words}").format(words=key.page.suggestion)
    # Its room stays while the words are looked for.
    card.body.addWidget(Text(hint if key.page.suggestion else _tr("One moment ..."), Role.BODY))
    form = PassphraseForm(_tr("Go on"), new=True)
    form.chosen.connect(key.take_passphrase)
    card.body.addWidget(form)
    return column(card)
