"""What a child said, as staff read it: when and where, then each thing with its picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.tell.cases import Case
from app.domain.tell.people import Roster
from app.domain.tell.policy import Policy
from app.domain.tell.taps import Tap, Words
from app.kit import style
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.picture_view import PictureView
from app.kit.text import Text
from app.screens.parts.tell_words import moment_words, tap_picture, tap_words

SIDE = 44
"""Side of a picture in design pixels."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("CaseSaid", words)


def said(case: Case, policy: Policy, roster: Roster) -> QWidget:
    """Return a card with all of it, in the order in which it was said."""
    card = Card(2)
    card.body.setSpacing(style.current().space(1.5))
    if case.drill:
        card.body.addWidget(Text(_tr("This is a drill."), Role.BUTTON))
    card.body.addWidget(_muted(_where(case)))
    for tap in case.taps:
        card.body.addWidget(_tap(tap, policy, roster))
    if not case.taps:
        words = _tr("A child would like a grown-up to come and talk. They said no more.")
        card.body.addWidget(Text(words, Role.BODY))
    if case.who is not None and not case.who.proved:
        words = _tr("They did not sign in with secret pictures: it may have been another child.")
        card.body.addWidget(_muted(words))
    card.body.addStretch()
    return card


def _where(case: Case) -> str:
    known = case.first or case.notice
    if known is None:
        return moment_words(case.at)
    where = _tr("{when}, on the PC '{kiosk}', from the page '{page}'")
    return where.format(when=moment_words(known.at), kiosk=known.kiosk, page=known.page)


def _tap(tap: Tap, policy: Policy, roster: Roster) -> QWidget:
    asked, answer = tap_words(tap, roster, policy)
    picture = tap_picture(tap, roster, policy)
    whole, words = QWidget(), QVBoxLayout()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    words.setSpacing(0)
    if picture:
        row.addWidget(PictureView(picture, "", SIDE))
    words.addWidget(_muted(asked))
    own = isinstance(tap, Words)
    words.addWidget(Text(f"“{answer}”" if own else answer, Role.BODY if own else Role.SMALL))
    row.addLayout(words, 1)
    return whole


def _muted(words: str) -> Text:
    text = Text(words, Role.SMALL)
    text.set_muted(True)
    return text
