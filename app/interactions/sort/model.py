"""What sorting is: cards, each of which belongs into one of two or three baskets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

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
class Basket:
    """Where cards are put."""

    id: str
    label: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Card:
    """A card, the ``basket`` it belongs into, and the ``idea`` behind putting it elsewhere."""

    id: str
    text: str
    picture: Picture | None
    basket: str
    feedback: str
    idea: IdeaId | None


def pair(card: str, basket: str) -> str:
    """Return how an answer writes that a card was put into a basket."""
    return f"{card}:{basket}"


@dataclass(frozen=True, slots=True)
class Sort:
    """Cards and baskets. An answer is "card:basket" for every card, in any order."""

    prompt: str
    baskets: tuple[Basket, ...]
    cards: tuple[Card, ...]
    all_right: str
    some_right: str

    def judge(self, answer: Answer) -> Verdict:
        """Judge card by card."""
        put = self.put(answer)
        wrong = [card for card in self.cards if put[card.id] != card.basket]
        parts = tuple(
            Part(card.id, put[card.id] == card.basket, card.feedback) for card in self.cards
        )
        if not wrong:
            return Verdict("all", True, self.all_right, (), parts)
        return Verdict("some", False, self.some_right, ideas_of(one.idea for one in wrong), parts)

    def put(self, answer: Answer) -> Mapping[str, str]:
        """Return the basket each card was put into; raise ``UnfitAnswer`` unless each was once."""
        put: dict[str, str] = {}
        for pick in answer.picks:
            card, _, basket = pick.partition(":")
            put[card] = basket
        fit = set(put) == {card.id for card in self.cards} and len(put) == len(answer.picks)
        if not fit or not {basket.id for basket in self.baskets}.issuperset(put.values()):
            raise UnfitAnswer(f"{answer.picks} does not put every card into one basket")
        return put

    def outcomes(self) -> tuple[str, ...]:
        """Return "all" and "some" (not all cards lie where they belong)."""
        return ("all", "some")

    def words(self) -> tuple[Words, ...]:
        """Return prompt, cards, baskets, then the feedback."""
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            *(Words(f"card '{one.id}'", one.text, Slot.CARD) for one in self.cards),
            *(Words(f"basket '{one.id}'", one.label, Slot.BASKET) for one in self.baskets),
            *(
                Words(f"card '{one.id}', feedback", one.feedback, Slot.FEEDBACK)
                for one in self.cards
            ),
            Words("all", self.all_right, Slot.FEEDBACK),
            Words("some", self.some_right, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures of cards and baskets."""
        cards = [card.picture for card in self.cards]
        return pictures_of([*cards, *(basket.picture for basket in self.baskets)])

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the ideas behind putting cards elsewhere."""
        return ideas_of(card.idea for card in self.cards)

    def said(self, answer: Answer) -> str:
        """Return, for every basket that got any, its label and its cards."""
        put = self.put(answer)
        lines = []
        for basket in self.baskets:
            inside = [card.text for card in self.cards if put[card.id] == basket.id]
            if inside:
                lines.append(f"{basket.label}: {', '.join(inside)}")
        return "; ".join(lines)

    def guess(self, pick: Pick) -> Answer:
        """Pick a basket for each card in turn."""
        baskets = [Candidate(basket.id, basket.label) for basket in self.baskets]
        return Answer(tuple(pair(card.id, pick(baskets).id) for card in self.cards))

    def chance(self) -> float:
        """Return how probable it is that every card falls into its basket."""
        return float(len(self.baskets) ** -len(self.cards))


@dataclass(frozen=True, slots=True)
class SortKind:
    """The kind "sort"."""

    name: str = "sort"
    view: str = "app.interactions.sort.view:SortView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> Sort:
        """Read baskets and cards; each card must name its basket."""
        sort = Sort(
            fields.text("prompt"),
            tuple(_basket(table) for table in fields.tables("baskets", "basket", at_least=2)),
            tuple(_card(table, quiz=quiz) for table in fields.tables("cards", "card", at_least=3)),
            fields.text("all"),
            fields.text("some"),
        )
        _check(fields, sort)
        return sort


def _basket(fields: Fields) -> Basket:
    basket = Basket(read_id(fields), fields.text("label"), read_picture(fields))
    fields.close()
    return basket


def _card(fields: Fields, *, quiz: bool) -> Card:
    card = Card(
        read_id(fields),
        fields.text("text"),
        read_picture(fields),
        fields.text("basket"),
        fields.text("feedback"),
        read_idea(fields, "idea"),
    )
    if quiz and card.idea is None:
        fields.fault("names no 'idea'; name the misconception behind putting it elsewhere")
    fields.close()
    return card


def _check(fields: Fields, sort: Sort) -> None:
    cards, baskets = sort.cards, sort.baskets
    check_number(fields, "baskets", len(baskets), 3)
    check_number(fields, "cards", len(cards), 8)
    check_unlike(fields, "baskets", (one.id for one in baskets), (one.label for one in baskets))
    check_unlike(fields, "cards", (one.id for one in cards), (one.text for one in cards))
    known = {basket.id for basket in baskets}
    for card in cards:
        if card.basket and card.basket not in known:
            fields.fault(f"card '{card.id}' belongs to '{card.basket}', which is no basket")
    if cards and len({card.basket for card in cards}) == 1:
        fields.fault("all the cards belong into one basket; there is nothing to sort")


KIND: Kind = SortKind()
