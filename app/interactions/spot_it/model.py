"""What spot-it is: a picture with clues to find, and odd-looking things that are fine."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import prod

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Kind, Part, Pick, UnfitAnswer, Verdict
from app.domain.options import check_number, check_unlike, ideas_of, read_id, read_idea
from app.domain.words import Picture, Slot, Words

Box = tuple[float, float, float, float]
"""Left, top, width and height in per cent of the picture."""

_DONE = Candidate("", "Done")
_SMALLEST = 5.0  # per cent: what is smaller cannot be seen on a small screen


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing in the picture. ``clue``: it is one to find; else it looks odd but is fine."""

    id: str
    label: str
    box: Box
    clue: bool
    feedback: str
    idea: IdeaId | None


@dataclass(frozen=True, slots=True)
class SpotIt:
    """A picture and its spots. An answer is the ids of the spots found, in any order."""

    prompt: str
    picture: Picture
    spots: tuple[Spot, ...]
    all_found: str
    extra_found: str
    some_found: str
    none_found: str
    missed_idea: IdeaId | None

    def judge(self, answer: Answer) -> Verdict:
        """Judge the spots found; a part tells of each spot pressed and each clue missed."""
        found = set(self._found(answer))
        clues = {spot.id for spot in self.spots if spot.clue}
        outcome, text = self._outcome(found, clues)
        behind = [spot.idea for spot in self.spots if spot.id in found]
        ideas = ideas_of([*behind, None if clues <= found else self.missed_idea])
        return Verdict(outcome, outcome == "all", text, ideas, self._parts(found))

    def outcomes(self) -> tuple[str, ...]:
        """Return "all" (exactly the clues), "extra" (and more), "some" (not all), "none".

        Only what can happen: nothing is extra where every spot is a clue, and one clue alone
        cannot be found in part.
        """
        clues = sum(spot.clue for spot in self.spots)
        extra = ("extra",) if clues < len(self.spots) else ()
        some = ("some",) if clues > 1 else ()
        return ("all", *extra, *some, "none")

    def words(self) -> tuple[Words, ...]:
        """Return prompt, the picture in words, labels, then the feedback."""
        return (
            Words("prompt", self.prompt, Slot.PROMPT),
            *(Words(f"spot '{one.id}'", one.label, Slot.LABEL) for one in self.spots),
            *(
                Words(f"spot '{one.id}', feedback", one.feedback, Slot.FEEDBACK)
                for one in self.spots
            ),
            Words("all", self.all_found, Slot.FEEDBACK),
            Words("extra", self.extra_found, Slot.FEEDBACK),
            Words("some", self.some_found, Slot.FEEDBACK),
            Words("none", self.none_found, Slot.FEEDBACK),
        )

    def pictures(self) -> tuple[Picture, ...]:
        """Return the one picture."""
        return (self.picture,)

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the ideas behind false spots and missed clues."""
        return ideas_of([*(spot.idea for spot in self.spots), self.missed_idea])

    def said(self, answer: Answer) -> str:
        """Return the labels of the spots found, as they stand in the list."""
        found = self._found(answer)
        return ", ".join(spot.label for spot in self.spots if spot.id in found) or "Nothing"

    def guess(self, pick: Pick) -> Answer:
        """Press one spot after another until Done is picked or nothing else is left."""
        found: list[str] = []
        left = [Candidate(spot.id, spot.label) for spot in self.spots]
        while left and (chosen := pick([*left, _DONE])).id:
            found.append(chosen.id)
            left.remove(chosen)
        return Answer(tuple(found))

    def chance(self) -> float:
        """Return how probable it is to press all clues, nothing else, and then Done."""
        clues, ways = sum(spot.clue for spot in self.spots), len(self.spots) + 1
        hits = prod((clues - done) / (ways - done) for done in range(clues))
        return hits if clues == len(self.spots) else hits / (ways - clues)

    def _found(self, answer: Answer) -> tuple[str, ...]:
        known = {spot.id for spot in self.spots}
        if len(set(answer.picks)) != len(answer.picks) or not known.issuperset(answer.picks):
            raise UnfitAnswer(f"the spots {answer.picks} are not each a different one of {known}")
        return answer.picks

    def _outcome(self, found: set[str], clues: set[str]) -> tuple[str, str]:
        """Return the outcome and what is said of it."""
        if found == clues:
            return "all", self.all_found
        if clues <= found:
            return "extra", self.extra_found
        if clues.isdisjoint(found):
            return "none", self.none_found
        return "some", self.some_found

    def _parts(self, found: set[str]) -> tuple[Part, ...]:
        shown = [spot for spot in self.spots if spot.clue or spot.id in found]
        return tuple(Part(spot.id, spot.clue and spot.id in found, spot.feedback) for spot in shown)


@dataclass(frozen=True, slots=True)
class SpotItKind:
    """The kind "spot-it"."""

    name: str = "spot-it"
    view: str = "app.interactions.spot_it.view:SpotItView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> SpotIt:
        """Read picture and spots; there must be a clue, in a quiz a false one too."""
        prompt = fields.text("prompt")
        picture = Picture(fields.text("picture"), fields.text("words"))
        spots = _spots(fields, quiz=quiz)
        if quiz and not fields.has("missed_idea"):
            fields.fault("names no 'missed_idea'; name the misconception behind missing a clue")
        return SpotIt(
            prompt,
            picture,
            spots,
            fields.text("all"),
            fields.text("extra"),
            fields.text("some"),
            fields.text("none"),
            read_idea(fields, "missed_idea"),
        )


def _spots(fields: Fields, *, quiz: bool) -> tuple[Spot, ...]:
    tables = fields.tables("spots", "spot", at_least=3)
    spots = tuple(_spot(table, quiz=quiz) for table in tables)
    check_number(fields, "spots", len(spots), 8)
    check_unlike(fields, "spots", (one.id for one in spots), (one.label for one in spots))
    for one, other in combinations(spots, 2):
        if _overlap(one.box, other.box):
            fields.fault(f"spots '{one.id}' and '{other.id}' overlap; move their boxes apart")
    clues = [spot for spot in spots if spot.clue]
    if spots and not clues:
        fields.fault("no spot is a clue; set 'clue = true' for what is to be found")
    if quiz and spots and len(clues) == len(spots):
        fields.fault("every spot is a clue, so pressing all is right; add one that is fine")
    return spots


def _spot(fields: Fields, *, quiz: bool) -> Spot:
    if not fields.has("clue"):
        fields.fault("'clue' is missing; it must be true or false")
    left, top, width, height = fields.numbers("box", 4)
    spot = Spot(
        read_id(fields),
        fields.text("label"),
        (left, top, width, height),
        fields.flag("clue"),
        fields.text("feedback"),
        read_idea(fields, "idea"),
    )
    _check_spot(fields, spot, quiz=quiz)
    fields.close()
    return spot


def _check_spot(fields: Fields, spot: Spot, *, quiz: bool) -> None:
    left, top, width, height = spot.box
    inside = left >= 0 and top >= 0 and left + width <= 100 and top + height <= 100
    if fields.has("box") and not (inside and min(width, height) >= _SMALLEST):
        fields.fault(f"'box' must lie inside the picture and be {_SMALLEST:g} per cent or more")
    if spot.clue and spot.idea is not None:
        fields.fault("is a clue but names an 'idea'; that of a clue not found is 'missed_idea'")
    if quiz and fields.has("clue") and not spot.clue and spot.idea is None:
        fields.fault("is no clue and names no 'idea'; name the misconception behind pressing it")


def _overlap(one: Box, other: Box) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]


KIND: Kind = SpotItKind()
