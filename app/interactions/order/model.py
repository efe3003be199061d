"""What ordering is: cards shown mixed, to be put one after another."""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial
from zlib import crc32

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Kind, Part, Pick, UnfitAnswer, Verdict
from app.domain.options import (
    check_number,
    check_unlike,
    ideas_of,
    pictures_of,
    read_id,
    read_idea,
    read_picture,
)
from app.domain.words import Picture, Slot, Words


@dataclass(frozen=True, slots=True)
class Card:
    """One step of the order."""

    id: str
    text: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Order:
    """Cards in their right order. An answer is all their ids, first to last."""

    prompt: str
    cards: tuple[Card, ...]
    all_right: str
    some_right: str
    idea: IdeaId | None

    @property
    def mixed(self) -> tuple[Card, ...]:
        """The cards as shown: always the same mix, neither the right order nor its reverse."""
        mixed = sorted(self.cards, key=lambda card: crc32(card.id.encode()))
        telling = (list(self.cards), list(reversed(self.cards)))
        for _ in mixed:
            if mixed not in telling:
                break
            mixed = [*mixed[1:], mixed[0]]
        return tuple(mixed)

    def judge(self, answer: Answer) -> Verdict:
        """Judge the order; a part tells of each card whether its place is right."""
        given = self._given(answer)
        places = zip(given, self.cards, strict=True)
        parts = tuple(Part(card.id, card == right, "") for card, right in places)
        if all(part.right for part in parts):
            return Verdict("all", True, self.all_right, (), parts)
        return Verdict("some", False, self.some_right, self.ideas(), parts)

    def outcomes(self) -> tuple[str, ...]:
        """Return "all" and "some" (not every card is in its place)."""
        return ("all", "some")

    def words(self) -> tuple[Words, ...]:
        """Return prompt, cards as shown, then the feedback."""
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            *(Words(f"card '{one.id}'", one.text, Slot.CARD) for one in self.mixed),
            Words("all", self.all_right, Slot.FEEDBACK),
            Words("some", self.some_right, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the cards' pictures."""
        return pictures_of(card.picture for card in self.cards)

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the idea behind another order."""
        return ideas_of([self.idea])

    def said(self, answer: Answer) -> str:
        """Return the cards numbered as they were put."""
        given = enumerate(self._given(answer), 1)
        return ", ".join(f"{number}. {card.text}" for number, card in given)

    def guess(self, pick: Pick) -> Answer:
        """Pick one card after another from those left."""
        left = [Candidate(card.id, card.text) for card in self.mixed]
        given: list[str] = []
        while left:
            chosen = pick(left)
            given.append(chosen.id)
            left.remove(chosen)
        return Answer(tuple(given))

    def chance(self) -> float:
        """Return one over the number of orders."""
        return 1 / factorial(len(self.cards))

    def _given(self, answer: Answer) -> tuple[Card, ...]:
        by_id = {card.id: card for card in self.cards}
        if sorted(answer.picks) != sorted(by_id):
            raise UnfitAnswer(f"{answer.picks} is no order of all the cards")
        return tuple(by_id[pick] for pick in answer.picks)


@dataclass(frozen=True, slots=True)
class OrderKind:
    """The kind "order"."""

    name: str = "order"
    view: str = "app.interactions.order.view:OrderView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> Order:
        """Read the cards, which stand in their right order."""
        prompt = fields.text("prompt")
        cards = tuple(_card(table) for table in fields.tables("cards", "card", at_least=3))
        check_number(fields, "cards", len(cards), 5)
        check_unlike(fields, "cards", (one.id for one in cards), (one.text for one in cards))
        if quiz and not fields.has("idea"):
            fields.fault("names no 'idea'; name the misconception behind another order")
        all_right, some_right = fields.text("all"), fields.text("some")
        return Order(prompt, cards, all_right, some_right, read_idea(fields, "idea"))


def _card(fields: Fields) -> Card:
    card = Card(read_id(fields), fields.text("text"), read_picture(fields))
    fields.close()
    return card


KIND: Kind = OrderKind()
