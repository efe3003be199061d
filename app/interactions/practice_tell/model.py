"""What practising Tell is: the questions of the real page, for a made-up child.

It ends as *Yes* or *Not now* and no more: which cards were pressed in between is nobody's to read.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Kind, Pick, UnfitAnswer, Verdict
from app.domain.options import check_number, check_unlike, only_pick, pictures_of, read_picture
from app.domain.words import Picture, Slot, Words

YES, NOT_NOW = "yes", "not-now"
SAID = {YES: "Yes please", NOT_NOW: "Not now"}
"""What the two cards say, as on the real page."""
MOST = 3
"""Cards that an author may add to a question, so that all of them are seen at once."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing to pick: what it is about, or a grown-up by role."""

    text: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Practice:
    """A prompt, what there is to pick, and what follows. An answer is "yes" or "not-now"."""

    prompt: str
    about: tuple[Card, ...]
    people: tuple[Card, ...]
    yes: str
    not_now: str

    def judge(self, answer: Answer) -> Verdict:
        """Say what follows; there is no right and wrong in it."""
        pick = _known(answer)
        return Verdict(pick, None, self.yes if pick == YES else self.not_now)

    def outcomes(self) -> tuple[str, ...]:
        """Return "yes" and "not-now"."""
        return (YES, NOT_NOW)

    def words(self) -> tuple[Words, ...]:
        """Return the prompt, the cards, then what follows.

        The words of the questions are the program's own and not among them.
        """
        cards = [*_words("about", self.about), *_words("people", self.people)]
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            *cards,
            Words(YES, self.yes, Slot.FEEDBACK),
            Words(NOT_NOW, self.not_now, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the cards' pictures."""
        return pictures_of(card.picture for card in (*self.about, *self.people))

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return none: whoever practises is not wrong."""
        return ()

    def said(self, answer: Answer) -> str:
        """Return the words of the first card that was pressed."""
        return SAID[_known(answer)]

    def guess(self, pick: Pick) -> Answer:
        """Pick one of the two."""
        return Answer((pick([Candidate(name, words) for name, words in SAID.items()]).id,))

    def chance(self) -> float:
        """Return 0: no answer is the right one."""
        return 0.0


@dataclass(frozen=True, slots=True)
class PracticeKind:
    """The kind "practice-tell"."""

    name: str = "practice-tell"
    view: str = "app.interactions.practice_tell.view:PracticeView"
    judged: bool = False

    def parse(self, fields: Fields, *, quiz: bool) -> Practice:  # noqa: ARG002 - no quiz takes it
        """Read what there is to pick and what follows."""
        return Practice(
            fields.text("prompt"),
            _cards(fields, "about"),
            _cards(fields, "people"),
            fields.text(YES),
            fields.text(NOT_NOW),
        )


def _known(answer: Answer) -> str:
    pick = only_pick(answer)
    if pick not in SAID:
        raise UnfitAnswer(f"'{pick}' ends no practice")
    return pick


def _words(key: str, cards: tuple[Card, ...]) -> list[Words]:
    return [Words(f"{key} {n}", card.text, Slot.OPTION) for n, card in enumerate(cards, 1)]


def _cards(fields: Fields, key: str) -> tuple[Card, ...]:
    cards = []
    for table in fields.tables(key, key, at_least=2):
        cards.append(Card(table.text("text"), read_picture(table)))
        table.close()
    check_number(fields, key, len(cards), MOST)
    check_unlike(fields, key, (), (card.text for card in cards))
    return tuple(cards)


KIND: Kind = PracticeKind()
