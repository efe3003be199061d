"""Today: what came since whoever is signed in was here last, and what waits for them."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.domain.tell.cases import Pile
from app.domain.tell.people import Roster
from app.domain.tell.routing import may_read
from app.flow.desk import Desk
from app.flow.inbox import InboxPage
from app.flow.route import To
from app.kit.card_button import CardButton
from app.kit.column import column
from app.kit.scroll import Scroll
from app.screens.parts.holder_page import HolderScreen
from app.screens.parts.post_words import trouble_words
from app.screens.parts.readers_words import recovered_words
from app.screens.parts.stage import Place
from app.screens.parts.tell_words import moment_words

TELLS = To("tells")


class _Way(NamedTuple):
    """A card, and where it leads."""

    words: str
    note: str
    picture: str
    to: To
    pile: Pile = Pile.TO_DO


class TodayScreen(HolderScreen):
    """The first page behind a passphrase: a few cards, each the way to what it speaks of."""

    name = "today"
    title = "Today"
    icon = "art:calendar"
    order = 0

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards = Place()
        self._shown: object = None
        self.content.addWidget(self.said)
        self.content.addWidget(self._cards, 1)
        self.hear(desk.erasures.changed)

    @override
    def enter(self) -> None:
        self.begin()

    @override
    def show_page(self, page: InboxPage) -> None:
        said = page.fault or self._greeting(page)
        if page.listing is not None and page.listing.recovery:
            said = f"{recovered_words()} {said}"
        self.say(said)
        cards = self._ways(page)
        if cards != self._shown:
            self._shown = cards
            self._cards.hold(Scroll(self._column(cards)))

    def _greeting(self, page: InboxPage) -> str:
        if page.listing is None or not page.whole:
            return self.tr("Reading ...")
        if page.since is None:
            return self.tr("You have not been here before.")
        return self.tr("You were here last: {when}.").format(when=moment_words(page.since))

    def _ways(self, page: InboxPage) -> list[_Way]:
        return [*self._asked(page), *self._tells(page), *self._post(page)]

    def _tells(self, page: InboxPage) -> list[_Way]:
        new, to_do, own = len(page.came_since()), len(page.of(Pile.TO_DO)), len(page.of(Pile.MINE))
        return [
            _Way(
                self.tr("New since then: {count}").format(count=new),
                self.tr("Children who told, whether or not somebody has opened it."),
                "art:hand",
                TELLS,
            ),
            _Way(
                self.tr("Not closed yet: {count}").format(count=to_do),
                self.tr("Tells that still need a grown-up."),
                "art:open-book",
                TELLS,
            ),
            _Way(
                self.tr("Given to you: {count}").format(count=own),
                self.tr("Tells that you see to."),
                "art:person-shape",
                TELLS,
                Pile.MINE,
            ),
        ]

    def _post(self, page: InboxPage) -> list[_Way]:
        """Return the way to how staff are told, for those who may see to it."""
        roster = page.listing.roster if page.listing is not None else Roster()
        viewer = roster.person(page.viewer) if page.viewer is not None else None
        if viewer is None or not may_read(viewer):
            return []
        words = self.tr("How staff are told")
        note = " ".join(trouble_words(self.desk)) or self.tr("Messages go out.")
        return [_Way(words, note, "art:letter-arriving", To("being-told"))]

    def _asked(self, page: InboxPage) -> list[_Way]:
        """Return what others wait for: a signature, or an agreement to erase."""
        found = []
        if page.may_sign_waiting:
            words = self.tr("A change of who reads waits for your signature")
            note = self.tr("Look at it, then sign it or drop it.")
            found.append(_Way(words, note, "art:writing", To("readers")))
        for wish in self.desk.erasures.page.waiting:
            words = self.tr("You are asked to agree that a Tell is erased")
            note = self.tr("Nothing goes before you agree.")
            found.append(_Way(words, note, "art:broom", To("tell-hand-over", wish.tell)))
        return found

    def _column(self, ways: list[_Way]) -> QWidget:
        cards = []
        for way in ways:
            card = CardButton(way.words, way.picture, way.note)
            card.clicked.connect(partial(self._on_way, way))
            cards.append(card)
        return column(*cards)

    def _on_way(self, way: _Way, _checked: bool = False) -> None:
        if way.to == TELLS:
            self.desk.inbox.show(way.pile)
        self.go(way.to)
