"""Erasing by two: what goes and what stays, who is asked, and how they agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.domain.tell.cases import Case
from app.domain.tell.erasing import (
    Wish,
    adds_to_asked,
    is_handed_over,
    is_whole,
    may_agree,
    was_exported,
)
from app.domain.tell.people import Person, PersonId, Roster
from app.flow.erasures import Erasures, ErasuresPage
from app.kit.button_row import ButtonRow
from app.kit.card import Card
from app.kit.choice_row import ChoiceRow
from app.kit.fonts import Role
from app.kit.hold_button import HoldButton
from app.kit.pill_button import Manner
from app.kit.text import Text
from app.screens.parts.paper_words import PassphraseForm
from app.screens.parts.tell_words import title_of


def _tr(words: str) -> str:
    return QCoreApplication.translate("HandErasing", words)


class HandErasing(Card):
    """Shows what can be done next for one Tell, and no button where nothing can."""

    def __init__(self, erasures: Erasures, case: Case, viewer: PersonId, roster: Roster) -> None:
        super().__init__(2)
        self._erasures, self._case = erasures, case
        self._viewer, self._roster = viewer, roster
        self.body.addWidget(Text(_tr("3. Erase it from this PC?"), Role.BUTTON))
        page = erasures.page
        waiting, asked = self._of_this(page.waiting), self._of_this(page.asked)
        if page.busy:
            self._say(_tr("One moment ..."))
        elif waiting:
            self._answer(waiting[0])
            if page.fault:  # perhaps it is for them to ask
                self._offer(page)
        elif asked and not adds_to_asked(case.deeds, viewer):
            self._wait_for(asked[0], page)
        else:
            self._offer(page)
        self.body.addStretch()

    def _of_this(self, wishes: Sequence[Wish]) -> list[Wish]:
        return [one for one in wishes if one.tell == self._case.tell]

    def _say(self, words: str) -> None:
        self.body.addWidget(Text(words, Role.SMALL))

    def _title(self, person: PersonId) -> str:
        return title_of(self._roster, person)

    def _offer(self, page: ErasuresPage) -> None:
        """Let somebody be asked, once the Tell is handed over."""
        people = may_agree(self._case, self._viewer, self._roster)
        letter = self._case.letter
        if letter is None or not people:
            self._say(_tr("Nobody else can agree to erase it, so it stays."))
            return
        deeds = self._case.deeds
        if not was_exported(deeds, self._viewer, *people):
            self._say(_tr("First hand it over: Be SMART is not the place to keep it for years."))
            return
        if not is_handed_over(deeds, self._viewer, *people):
            self._say(_tr("Something was added since. Hand it over once more, then ask."))
            return
        self._say(_tr("Two people who can read it decide together. Who shall agree?"))
        second = page.second if page.second in people else people[0]
        choice = ChoiceRow(_tr("Who shall agree"), [self._title(one) for one in people])
        choice.show_chosen(people.index(second))
        choice.chosen.connect(partial(self._on_chosen, people))
        self.body.addWidget(choice)
        self._say(what_goes(whole=is_whole(letter, self._viewer, second)))
        words = _tr("Hold to ask: {who}").format(who=self._title(second))
        self._hold(words, "art:speech", partial(self._on_ask, second))

    def _answer(self, wish: Wish) -> None:
        """Let who is asked agree."""
        words = _tr("{who} asks you to agree to erase this Tell.")
        self._say(words.format(who=self._title(wish.by)))
        self._say(what_goes(whole=wish.whole))
        letter = self._case.letter
        if letter is not None and wish.by not in letter.circle:
            # Who asks reads the press alone; that others read on is no news to who does.
            self._say(_tr("What was said after the press stays with those who read on."))
        self._hold(_tr("Hold to agree and erase"), "art:bin", partial(self._on_agree, wish))

    def _wait_for(self, wish: Wish, page: ErasuresPage) -> None:
        """Say who is waited for; they may agree here and now."""
        who = self._title(wish.second)
        self._say(what_goes(whole=wish.whole))
        if page.here == wish.second:
            self._say(_tr("{who} is here and agrees.").format(who=who))
            self._hold(_tr("Hold to erase it now"), "art:bin", partial(self._on_here, wish))
            return
        words = _tr("{who} is asked, and sees it here at the next sign-in. Or now:")
        self._say(words.format(who=who))
        person = self._roster.person(wish.second)
        if person is not None:
            form = PassphraseForm(_tr("Agree: {who}").format(who=who), new=False)
            form.setEnabled(not page.wait)
            form.given.connect(partial(self._on_given, person))
            self.body.addWidget(form)

    def _hold(self, words: str, picture: str, held: partial[None]) -> None:
        button = HoldButton(words, picture, Manner.MAIN)
        button.held.connect(held)
        row: QWidget = ButtonRow([button], Qt.AlignmentFlag.AlignTrailing)
        self.body.addWidget(row)

    def _on_chosen(self, people: Sequence[PersonId], at: int) -> None:
        self._erasures.choose(people[at])

    def _on_ask(self, second: PersonId) -> None:
        self._erasures.choose(second)
        self._erasures.ask(self._case.tell)

    def _on_agree(self, wish: Wish) -> None:
        self._erasures.agree(wish)

    def _on_here(self, wish: Wish) -> None:
        self._erasures.agree_here(wish)

    def _on_given(self, person: Person, given: str) -> None:
        self._erasures.unlock(person, given)


def what_goes(*, whole: bool) -> str:
    """Return in words exactly what is destroyed, and what stays."""
    goes = (
        _tr(
            "What goes, for good: the press, what was said, files that were added, and all that "
            "was done with it, as far as whoever asks can read it."
        )
        if whole
        else _tr(
            "What goes, for good: what was said after the first press, and what those who read it "
            "did and added. The first press itself stays with those who got it."
        )
    )
    stays = _tr(
        "What stays: the files that were handed over, and a note that two people erased something, "
        "who they were, and when."
    )
    return f"{goes} {stays}"
