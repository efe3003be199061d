"""What a choice is: a few options, one of which is picked."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.fields import Fields
from app.domain.ids import IdeaId
from app.domain.kind import Answer, Kind, Pick, Verdict
from app.domain.options import (
    Option,
    check_both,
    check_number,
    check_unlike,
    feedback_of,
    ideas_of,
    only_pick,
    picked,
    pictures_of,
    read_option,
    words_of,
)
from app.domain.words import Picture, Slot, Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A prompt with two to four options. An answer is one option's id."""

    prompt: str
    options: tuple[Option, ...]

    def judge(self, answer: Answer) -> Verdict:
        """Judge by the option that was picked."""
        return picked(self.options, only_pick(answer)).verdict()

    def outcomes(self) -> tuple[str, ...]:
        """Return the option ids, the right ones first."""
        best_first = sorted(self.options, key=lambda option: not option.right)
        return tuple(option.id for option in best_first)

    def words(self) -> tuple[Words, ...]:
        """Return the prompt, the options, then their feedback."""
        prompt = Words("prompt", self.prompt, Slot.PROMPT)
        return (prompt, *words_of("option", self.options), *feedback_of("option", self.options))

    def pictures(self) -> tuple[Picture, ...]:
        """Return the options' pictures."""
        return pictures_of(option.picture for option in self.options)

    def ideas(self) -> tuple[IdeaId, ...]:
        """Return the ideas behind the wrong options."""
        return ideas_of(option.idea for option in self.options)

    def said(self, answer: Answer) -> str:
        """Return the words of the option picked."""
        return picked(self.options, only_pick(answer)).text

    def guess(self, pick: Pick) -> Answer:
        """Pick one of the options."""
        return Answer((pick([option.candidate for option in self.options]).id,))

    def chance(self) -> float:
        """Return the share of right options."""
        return sum(option.right for option in self.options) / len(self.options)


@dataclass(frozen=True, slots=True)
class ChoiceKind:
    """The kind "choice"."""

    name: str = "choice"
    view: str = "app.interactions.choice.view:ChoiceView"
    judged: bool = True

    def parse(self, fields: Fields, *, quiz: bool) -> Choice:
        """Read prompt and options; in a quiz some must be right and some wrong."""
        prompt = fields.text("prompt")
        tables = fields.tables("options", "option", at_least=2)
        options = tuple(read_option(table, quiz=quiz) for table in tables)
        check_number(fields, "options", len(options), 4)
        texts = (option.text for option in options)
        check_unlike(fields, "options", (option.id for option in options), texts)
        check_both(fields, "options", options, quiz=quiz)
        return Choice(prompt, options)


KIND: Kind = ChoiceKind()
