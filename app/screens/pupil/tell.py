"""Tell: two taps bring a grown-up, and whoever wants to says more, one question at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.override import override
from app.domain.tell.story import Step, staff, wanted
from app.domain.tell.taps import MOST_WORDS, Words
from app.flow.desk import Desk
from app.flow.telling import TellPage
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.fonts import Role
from app.kit.own_words import OwnWords
from app.kit.pill_button import Manner, PillButton
from app.kit.scroll import Scroll
from app.kit.tell_panel import TellPanel
from app.kit.tell_questions import Known, Question, asked, question
from app.kit.text import Text
from app.screens.parts.name_finder import NameFinder
from app.screens.parts.stage import Place
from app.screens.parts.tell_thanks import Thanks
from app.screens.parts.tell_truth import by_mouth, danger_words, last_words, status
from app.screens.screen import Screen

YES = 0
"""The place of *Yes* among the first cards."""


class Tell(Screen):
    """The page that the Tell button leads to; it goes back to where the child was."""

    name = "tell"
    title = "Tell"
    quiet_seconds = 20
    aside = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[object, ...] = ()
        self._is_covered = False
        self._page = desk.telling.page
        self._question = Question("")
        self._words: OwnWords | None = None
        self._said = Text("", Role.SMALL)
        self._place = Place()
        self._back = self._button(self.tr("Go back"), "art:arrow-left", self._on_back)
        self._skip = self._button(self.tr("Skip"), "art:arrow-right", self._on_skip)
        self._more = self._button(self.tr("Say more"), "art:speech", desk.telling.more)
        self._cover = self._button(self.tr("Cover this"), "art:sun", self.cover)
        self._uncover = self._button(self.tr("Go on"), "art:sun-face", self._on_uncover)
        self._close = self._button(self.tr("I have finished"), "art:tick", self._on_close)
        ways = [self._back, self._cover, self._uncover, self._more, self._skip, self._close]
        self._ways = ButtonRow(ways)
        self._uncover.hide()
        self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.content.addWidget(self._place, 1)
        self.content.addWidget(self._ways)
        desk.telling.changed.connect(self._on_changed)

    @override
    def enter(self, shown: str) -> None:
        """Show the question, or how this sitting's Tell stands; ``shown`` is the page before."""
        self.desk.telling.open(shown)
        self._on_changed(self.desk.telling.page)

    @override
    def leave(self) -> None:
        self._keep_words()
        self.desk.telling.changed.disconnect(self._on_changed)

    @override
    def back(self) -> bool:
        if self._is_covered:
            self._on_uncover()
            return True
        return self.desk.telling.back()

    @override
    def quiet(self) -> None:
        """Put the page away: nobody has touched anything for a while."""
        self.returning.emit()

    @override
    def spoken(self) -> tuple[str, ...]:
        if self._is_covered:
            return ()
        choices = tuple(choice.words for choice in self._question.choices)
        return (self.heading.text(), self._said.text(), *choices, danger_words())

    def _on_changed(self, page: TellPage) -> None:
        if page.step is not self._page.step and self._keep_words():
            page = self.desk.telling.page  # it went on by itself, where a write has failed
        self._show(page)
        self._said.setText(status(page))
        self._said.set_role(Role.BUTTON if by_mouth(page) else Role.SMALL)

    def _show(self, page: TellPage) -> None:
        shown = (page.step, page.taps, page.policy, page.roster, last_words(page))
        if shown == self._shown:
            return
        self._shown, self._page = shown, page
        if page.step is Step.WORDS and self._words is not None:
            return  # a child is typing
        self._words = None
        self._place.hold(self._around(page))
        self._show_ways()
        self.told.emit()

    def _show_ways(self) -> None:
        """Show the buttons that lead on from here; of a covered page only the one back to it."""
        page, covered = self._page, self._is_covered
        asks = page.has_told and page.step is not Step.DONE
        shown = {
            self._back: asks and page.goes_back,
            self._cover: True,
            self._more: page.step is Step.DONE,
            self._skip: asks,
            self._close: page.has_told,
        }
        for button, wanted_now in shown.items():
            button.setVisible(wanted_now and not covered)
        self._uncover.setVisible(covered)
        for widget in (self.heading, self._place):
            widget.setVisible(not covered)

    def _around(self, page: TellPage) -> QWidget:
        """Return the body between what is true and what to do in danger; it scrolls as one."""
        self._said, danger = Text("", Role.SMALL), Text(danger_words(), Role.SMALL)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.content.spacing())
        for widget, share in ((self._said, 0), (self._body(page), 1), (danger, 0)):
            column.addWidget(widget, share)
        for text in (self._said, danger):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return Scroll(whole)

    def _body(self, page: TellPage) -> QWidget:
        known = Known(page.policy.categories, staff(page.roster), wanted(page.roster))
        self._question = asked() if page.step is Step.ASK else question(page.step, known)
        self.set_title(self._question.title)
        if page.step is Step.NAME:
            return self._name_finder()
        if page.step is Step.WORDS:
            return self._writing()
        if page.step is Step.DONE:
            return self._thanks()
        panel = TellPanel(self._question, page.taps, scrolls=False)
        panel.picked.connect(self._on_picked)
        return panel

    def _name_finder(self) -> NameFinder:
        self.set_title(self.tr("Shall we know your name?"))
        finder = NameFinder(self.desk.session.school)
        finder.found.connect(self.desk.telling.say)
        return finder

    def _writing(self) -> QWidget:
        asks = self.tr("Type here, if you like")
        self._words = OwnWords(self.tr("Your own words"), asks, MOST_WORDS)
        keep = self._button(self.tr("Keep my words"), "art:tick", self._on_written)
        keep.set_manner(Manner.MAIN)
        card = Card(2)
        card.body.addWidget(self._words, 1)
        card.body.addWidget(ButtonRow([keep]))
        return card

    def _thanks(self) -> QWidget:
        title, words = last_words(self._page)
        self.set_title(title)
        return Thanks(words)

    def _button(self, words: str, picture: str, pressed: Callable[[], object]) -> PillButton:
        button = PillButton(words, picture)
        button.clicked.connect(partial(_call, pressed))
        return button

    def _keep_words(self) -> bool:
        """Keep what is typed so far; the field is the only place where it stands."""
        words = self._words.words if self._words is not None else ""
        if self._words is not None:
            self._words.clear()
        if words:
            self.desk.telling.keep(Words(words))
        return bool(words)

    def _on_picked(self, place: int) -> None:
        telling = self.desk.telling
        if telling.page.step is not Step.ASK:
            telling.say(*self._question.choices[place].taps)
        elif place == YES:
            telling.yes()
        else:
            self.returning.emit()

    def _on_written(self) -> None:
        self._keep_words()
        self.desk.telling.skip()

    def _on_skip(self) -> None:
        """Go on without an answer, and without what was typed."""
        if self._words is not None:
            self._words.clear()
        self.desk.telling.skip()

    def _on_back(self) -> None:
        self.desk.telling.back()

    def cover(self) -> None:
        """Turn the page into a calm picture at once."""
        self._turn(covered=True)
        self._uncover.setFocus()

    def _on_uncover(self) -> None:
        self._turn(covered=False)
        self._cover.setFocus()

    def _turn(self, *, covered: bool) -> None:
        self._is_covered = covered
        self.set_scenery("park" if covered else "")
        self._show_ways()

    def _on_close(self) -> None:  # not before the child has seen what happens next
        if self._page.step is Step.DONE:
            self.returning.emit()
        else:
            self.desk.telling.enough()


def _call(pressed: Callable[[], object]) -> None:
    pressed()
