"""Cards of the page of who reads: each person, the list that waits, and what can be changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain.tell.people import Person, PersonId
from app.flow.readers import Readers
from app.flow.readers_page import ReadersPage, Task
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.card_button import CardButton, Mark
from app.kit.column import column
from app.kit.fonts import Role as Letters
from app.kit.pill_button import Manner, PillButton
from app.kit.text import Text
from app.kit.tick_row import TickRow
from app.screens.parts.paper_words import PassphraseForm
from app.screens.parts.readers_words import (
    class_names,
    difference_words,
    offices,
    standing_words,
)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ReaderCards", words)


def person_card(person: Person, page: ReadersPage, chosen: PersonId | None) -> CardButton:
    """Return somebody on the list; those who have left are shown for what they did."""
    taught = class_names(person, page.classes)
    does = f"{offices(person)} ({taught})" if taught else offices(person)
    note = f"{does}. {standing_words(person, page.roster)}"
    card = CardButton(person.title, f"art:{person.face}", note)
    card.set_role(Letters.BUTTON)
    card.setCheckable(True)
    card.set_mark(Mark.HELD if person.id == chosen else Mark.NONE)
    return card


def waiting_card(readers: Readers) -> QWidget:
    """Return the list that waits: what it changes, who asks, and the ways on."""
    page = readers.page
    card = Card(2)
    asks = ", ".join(one.title for one in page.signed)
    card.body.addWidget(Text(_tr("A change waits for a second signature"), Letters.BUTTON))
    for one in page.waits:
        card.body.addWidget(Text(difference_words(one, page.classes), Letters.BODY))
    card.body.addWidget(Text(_tr("Asked for by: {who}").format(who=asks), Letters.SMALL))
    if not page.may_sign:
        return column(card)
    drop = PillButton(_tr("Take it back"), "art:again")
    drop.clicked.connect(readers.drop)
    own = any(one.id == page.viewer for one in page.signed)
    if own:
        card.body.addWidget(ButtonRow([drop], Qt.AlignmentFlag.AlignLeading))
        return column(card, *_others(readers))
    sign = PillButton(_tr("Sign it"), "art:writing", Manner.MAIN)
    sign.clicked.connect(readers.sign)
    card.body.addWidget(ButtonRow([drop, sign], Qt.AlignmentFlag.AlignLeading))
    return column(card)


def _others(readers: Readers) -> tuple[QWidget, ...]:
    """Return those who may sign here and now, each with room for their passphrase."""
    page = readers.page
    cards = []
    for person in page.holders:
        if person in page.signed:
            continue
        card = Card(2)
        words = _tr("{who} is here, and signs now").format(who=person.title)
        card.body.addWidget(Text(words, Letters.BUTTON))
        sign = _tr("Sign as {who}").format(who=person.title)
        form = PassphraseForm(sign, new=False, who=person.title)
        form.given.connect(partial(readers.sign_for, person.id))
        card.body.addWidget(form)
        cards.append(card)
    return tuple(cards)


def chosen_card(readers: Readers, person: Person) -> QWidget:
    """Return what can be done about somebody."""
    card = Card(2)
    card.body.addWidget(Text(person.title, Letters.HEADING))
    words = standing_words(person, readers.page.roster)
    card.body.addWidget(Text(words, Letters.BODY))
    buttons = []
    if person.enrolled:
        change = PillButton(_tr("Change what they do"), "art:writing")
        change.clicked.connect(partial(readers.begin, Task.PERSON, person.id))
        leave = PillButton(_tr("They have left"), "art:door")
        leave.clicked.connect(partial(readers.leave, person.id))
        buttons = [change, leave]
    elif not person.left:
        join = PillButton(_tr("Let them join"), "art:key", Manner.MAIN)
        join.clicked.connect(partial(readers.begin, Task.PERSON, person.id))
        buttons = [join]
    card.body.addWidget(ButtonRow(buttons, Qt.AlignmentFlag.AlignLeading))
    return card


def school_card(readers: Readers) -> QWidget:
    """Return what can be changed for the whole school."""
    page = readers.page
    card = Card(2)
    new = PillButton(_tr("Name somebody new"), "art:plus", Manner.MAIN)
    new.clicked.connect(partial(readers.begin, Task.PERSON))
    card.body.addWidget(Text(_tr("The school"), Letters.BUTTON))
    card.body.addWidget(ButtonRow([new], Qt.AlignmentFlag.AlignLeading))
    sees, covering = page.roster.teacher_sees, page.roster.covering
    words = _tr("Class teachers learn of their pupils' first press")
    teachers = TickRow(words, _tr("Two who read sign it."), done=sees)
    teachers.clicked.connect(partial(readers.let_teachers_see, not sees))
    card.body.addWidget(teachers)
    if page.may_cover:
        words = _tr("Deputies stand in for the safeguarding lead")
        cover = TickRow(words, _tr("You sign it alone, at once."), done=covering)
        cover.clicked.connect(partial(readers.cover, not covering))
        card.body.addWidget(cover)
    return card


def own_card(readers: Readers) -> QWidget:
    """Return what anybody who is signed in can do about their own key."""
    card = Card(2)
    phrase = PillButton(_tr("Another passphrase"), "art:locked")
    phrase.clicked.connect(partial(readers.begin, Task.PASSPHRASE))
    buttons = [phrase]
    if readers.page.may_sign and readers.page.lists.waiting is None:
        renew = PillButton(_tr("My words were lost or seen"), "art:key")
        renew.clicked.connect(partial(readers.begin, Task.PROVE))
        buttons.append(renew)
    card.body.addWidget(Text(_tr("Your own key"), Letters.BUTTON))
    card.body.addWidget(ButtonRow(buttons, Qt.AlignmentFlag.AlignLeading))
    return card
