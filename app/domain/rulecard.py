"""What a rule says, for one band: the words on the rule's own page."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.smart import Band, Rule
from app.domain.words import Picture


@dataclass(frozen=True, slots=True)
class RuleCard:
    """One sentence, and a few things to do ("I can ...")."""

    rule: Rule
    band: Band
    picture: Picture
    sentence: str
    tips: tuple[str, ...]
