"""What kinds of activity have in common: ids, options with feedback, the wrong idea behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Candidate, Part, UnfitAnswer, Verdict
from app.domain.words import Picture, Slot, Words

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to press that is right or wrong in itself. ``idea`` is None where none is named."""

    id: str
    text: str
    right: bool
    feedback: str
    idea: IdeaId | None = None
    picture: Picture | None = None

    @property
    def candidate(self) -> Candidate:
        """What a guesser sees of it."""
        return Candidate(self.id, self.text)

    @property
    def part(self) -> Part:
        """The judgement of it, once it is picked."""
        return Part(self.id, self.right, self.feedback)

    def verdict(self) -> Verdict:
        """What follows where picking this option is the whole answer."""
        return Verdict(self.id, self.right, self.feedback, ideas_of([self.idea]), (self.part,))


def read_option(fields: Fields, *, quiz: bool, text: str | None = None) -> Option:
    """Read one option and close its table.

    With ``text`` (Block and Tell have their own words) the table has neither id nor text, and the
    id is left "".
    """
    option = Option(
        read_id(fields) if text is None else "",
        fields.text("text") if text is None else text,
        fields.flag("right"),
        fields.text("feedback"),
        read_idea(fields, "idea"),
        read_picture(fields) if text is None else None,
    )
    if quiz and not option.right and option.idea is None:
        fields.fault("is wrong but names no 'idea'; name the misconception behind it")
    if option.right and option.idea is not None:
        fields.fault("is right but names an 'idea'; a misconception stands behind wrong ones only")
    fields.close()
    return option


def read_id(fields: Fields, key: str = "id") -> str:
    """Read an id: small letters and digits, words joined by hyphens."""
    found = fields.text(key)
    if found and not _ID.fullmatch(found):
        fields.fault(f"'{key}' is '{found}'; use small letters, digits and single hyphens only")
    return found


def read_idea(fields: Fields, key: str) -> IdeaId | None:
    """Read the id of a misconception, None where there is none."""
    return IdeaId(read_id(fields, key)) if fields.has(key) else None


def read_picture(fields: Fields, words: str = "") -> Picture | None:
    """Read an optional picture; ``words`` tell what it shows, "" where it only decorates."""
    name = fields.text("picture", "")
    return Picture(name, words) if name else None


def check_number(fields: Fields, key: str, found: int, most: int) -> None:
    """Note a fault where there are more than ``most`` of ``key``."""
    if found > most:
        fields.fault(f"has {found} of '{key}'; at most {most} fit the page")


def check_unlike(fields: Fields, what: str, ids: Iterable[str], texts: Iterable[str] = ()) -> None:
    """Note ids used twice, and texts that read the same, among the ``what`` (a word for them)."""
    for twice in _twice(ids):
        fields.fault(f"two {what} have the id '{twice}'; give each its own")
    for twice in _twice(text.casefold() for text in texts):
        fields.fault(f"two {what} read the same ('{twice}'); a pupil cannot tell them apart")


def check_both(fields: Fields, what: str, options: Sequence[Option], *, quiz: bool) -> None:
    """Note, in a quiz, where all the options are right or none is."""
    if quiz and options and len({option.right for option in options}) == 1:
        none = "all" if options[0].right else "none"
        fields.fault(f"{none} of the {what} are right; a quiz needs both right and wrong ones")


def ideas_of(ideas: Iterable[IdeaId | None]) -> tuple[IdeaId, ...]:
    """Return the ideas that are named, each once, in the order they come."""
    return tuple(dict.fromkeys(idea for idea in ideas if idea is not None))


def only_pick(answer: Answer) -> str:
    """Return the one pick of an answer; raise ``UnfitAnswer`` where it has none or several."""
    if len(answer.picks) != 1:
        raise UnfitAnswer(f"{len(answer.picks)} picks where one is wanted")
    return answer.picks[0]


def picked(options: Iterable[Option], pick: str) -> Option:
    """Return the option of that id; raise ``UnfitAnswer`` where there is none."""
    for option in options:
        if option.id == pick:
            return option
    raise UnfitAnswer(f"'{pick}' cannot be picked")


def words_of(what: str, options: Iterable[Option]) -> tuple[Words, ...]:
    """Return the options' own texts; ``what`` is the word for one of them."""
    return tuple(Words(f"{what} '{one.id}'", one.text, Slot.OPTION) for one in options)


def feedback_of(what: str, options: Iterable[Option]) -> tuple[Words, ...]:
    """Return the options' feedback."""
    return tuple(
        Words(f"{what} '{one.id}', feedback", one.feedback, Slot.FEEDBACK) for one in options
    )


def pictures_of(pictures: Iterable[Picture | None]) -> tuple[Picture, ...]:
    """Return the pictures that are there."""
    return tuple(picture for picture in pictures if picture is not None)


def _twice(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1 and value]
