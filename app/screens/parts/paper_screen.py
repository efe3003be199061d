"""What the pages have in common that take 24 words from paper, before anybody is signed in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.override import override
from app.flow.desk import Desk
from app.flow.paper_way import PaperPage, PaperWay, Step
from app.flow.route import To
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.column import column
from app.kit.fonts import Role
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.screens.parts.key_part import key_shown
from app.screens.parts.office_page import line
from app.screens.parts.paper_words import WordsForm
from app.screens.parts.readers_words import unfit_words
from app.screens.parts.stage import Place
from app.screens.screen import Screen


class PaperScreen(Screen):
    """Shows one step at a time; ``way``, ``hint`` and ``body`` are overridden."""

    has_bar = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading.set_role(Role.HEADING)
        self.set_title(self.title_words())
        self._said = line("", Role.BODY)
        self._place = Place()
        self._shown: object = None
        back = PillButton(self.tr("Go back"), "art:arrow-left")
        back.clicked.connect(self._on_sign_in)
        self.top.addWidget(back)
        self.content.addWidget(self._said)
        self.content.addWidget(self._place, 1)
        self.way.changed.connect(self.show_page)

    @property
    def way(self) -> PaperWay:
        """The controller."""
        raise NotImplementedError

    def hint(self, page: PaperPage) -> str:
        """Return what to do at a step."""
        raise NotImplementedError

    def body(self, page: PaperPage) -> QWidget:
        """Return what is shown at any step after the words."""
        raise NotImplementedError

    @override
    def leave(self) -> None:
        self.way.changed.disconnect(self.show_page)
        self.way.close()

    @override
    def back(self) -> bool:
        """Stay: Escape must not throw away what was typed, or words that are being copied."""
        return True

    @override
    def spoken(self) -> tuple[str, ...]:
        return (self.heading.text(), self._said.text())

    def show_page(self, page: PaperPage) -> None:
        """Show a step; may be called at any time. What is being typed stays while it lasts."""
        said = page.fault or unfit_words(page.unfit)
        if not said:
            said = self.tr("One moment ...") if page.busy else self.hint(page)
        if page.share is not None:
            words = self.tr("Tells are being written for them: {share} %")
            said = words.format(share=round(100 * page.share))
        if said != self._said.text():
            self._said.setText(said)
            self.told.emit()
        shown = (page.step, page.person, page.heirs, key_shown(page.key))
        if shown != self._shown:
            self._shown = shown
            body = self._words() if page.step is Step.WORDS else self.body(page)
            self._place.hold(Scroll(body))

    def sign_in(self) -> QWidget:
        """Return the way on to the sign-in."""
        on = PillButton(self.tr("Sign in"), "art:key", Manner.MAIN)
        on.clicked.connect(self._on_sign_in)
        return column(ButtonRow([on]))

    def _words(self) -> QWidget:
        card = Card(2)
        form = WordsForm()
        form.given.connect(self.way.give)
        card.body.addWidget(form)
        return column(card)

    def _on_sign_in(self) -> None:
        self.go(To("sign-in"))
