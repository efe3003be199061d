"""Steps through Tell in a window: setting it up, a child who tells, grown-ups who see to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.e2e.desktop import Program, Seen, until
from tests.e2e.founding import BADGE, STAFF_PIN
from tests.e2e.hands import Hand
from tests.e2e.journeys import WELCOME

SAVED = "Saved"
"""Every line that says that a press is on the disk begins so."""
LEAD, HEAD = "Safeguarding lead", "Headteacher"
"""The first two readers, by the titles that the set-up offers."""
NUMBERED = re.compile(r"(\d+)\. (\w+)")
ASKED = "Word number "


class Phrases(NamedTuple):
    """The passphrases of the first two readers."""

    lead: str
    head: str


class SettingUp:
    """Two grown-ups at the pages of *Set up Tell*, who read the screen and write onto paper."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self._program = program
        self._hand = hand

    def all_of_it(self) -> Phrases:
        """Go from the page School to a live Tell; return the passphrases."""
        self._hand.press("Set up Tell")
        self._program.shows("1 of 5")
        self._hand.press("Go on")
        lead = self._passphrase(LEAD)
        head = self._passphrase(HEAD)
        self._program.shows("3 of 5")
        self._hand.press("Show the words")
        self._copy_and_prove()
        self._program.shows("5 of 5")
        self._hand.press("Send a drill")
        self._program.shows("The drill is saved.")
        for title, phrase in ((LEAD, lead), (HEAD, head)):
            self._hand.write(f"Passphrase of {title}", phrase)
            self._hand.press(f"Open: {title}")
            if title == LEAD:
                self._program.shows(f"{title} has opened it.")
        self._program.shows("Tell is live")
        self._hand.press("Done")
        return Phrases(lead, head)

    def _passphrase(self, title: str) -> str:
        """Take the words that are offered, and prove those for paper."""
        self._program.shows(f"2 of 5: Five words for: {title}")
        lead = "For example: "
        phrase = until(lambda: self._named(lead), "words to be offered").removeprefix(lead)
        for field in ("Passphrase", "The same once more"):
            self._hand.write(field, phrase)
        self._hand.press("Go on")
        self._copy_and_prove()
        return phrase

    def _copy_and_prove(self) -> None:
        paper = until(self._words, "24 words")
        self._hand.press("They stand on my paper")
        for name in until(self._asked, "two words to be asked for"):
            self._hand.write(name, paper[int(name.removeprefix(ASKED))])
        self._hand.press("Go on")

    def _named(self, beginning: str) -> str:
        names = (one.name for one in self._program.see())
        return next((name for name in names if name.startswith(beginning)), "")

    def _words(self) -> dict[int, str]:
        found = (NUMBERED.fullmatch(one.name) for one in self._program.see())
        words = {int(one[1]): one[2] for one in found if one}
        return words if len(words) == 24 else {}

    def _asked(self) -> list[str]:
        seen = self._program.see()
        return [one.name for one in seen if one.name.startswith(ASKED) and one.takes_focus]


class Teller:
    """A child who presses Tell, wherever they are."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self.program = program
        self.hand = hand

    def tell(self) -> None:
        """Press twice, and see that it is saved."""
        self.hand.press("Tell")
        self.hand.press("Yes please")
        self.program.shows(SAVED)

    def answer(self, card: str, then: str) -> None:
        """Press an answer, and see the next question over a line that says it is saved."""
        self.hand.press(card)
        self.program.shows(then, SAVED)

    def finish(self) -> None:
        """Leave the page, and go to where nobody is signed in."""
        self.hand.press("I have finished")


class Reader:
    """A grown-up who signs in by passphrase."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self.program = program
        self.hand = hand

    def sign_in(self, title: str, phrase: str) -> None:
        """Go from Welcome to Today."""
        self.hand.hold(BADGE, STAFF_PIN)
        self.hand.press("Sign in with a passphrase")
        self.hand.press(title)
        self.hand.write("Passphrase", phrase)
        self.hand.press("Sign in")
        self.program.shows("New since then")

    def open(self, name: str) -> None:
        """Open the Tell whose row holds a child's name."""
        self.hand.press("Tells")
        row = until(lambda: self._row(name), f"a row of '{name}'")
        self.program.desktop.press(*row.middle)
        self.hand.press("Open it")
        self.program.shows("Opened.")

    def _row(self, name: str) -> Seen | None:
        cells = (one for one in self.program.see() if one.role == "table cell")
        return next((one for one in cells if one.name == name), None)

    def lock(self) -> None:
        """Go back to Welcome."""
        self.hand.press("Lock")
        self.program.wait_for(WELCOME)
