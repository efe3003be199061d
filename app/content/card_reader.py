"""Reads what a rule says, band by band: ``lessons/<rule>/rule.toml``."""

from __future__ import annotations

from app.content.lesson_reader import section
from app.content.sheet import Sheet
from app.domain.fields import Faults, Fields
from app.domain.rulecard import RuleCard
from app.domain.smart import Band, Rule
from app.domain.words import Picture

WHERE = "rule"
TIPS = 3


def read_cards(sheet: Sheet, rule: Rule, faults: Faults) -> tuple[RuleCard, ...]:
    """Return the rule's card for every band, youngest first."""
    fields = Fields(sheet.table, WHERE, faults)
    picture = Picture(fields.text("picture"))
    cards = tuple(_card(section(fields, band), rule, band, picture) for band in Band)
    fields.close()
    return cards


def _card(fields: Fields, rule: Rule, band: Band, picture: Picture) -> RuleCard:
    sentence, tips = fields.text("sentence"), fields.texts("tips", TIPS)
    if len(tips) > TIPS:
        fields.fault(f"'tips' has {len(tips)}; there is room for {TIPS}")
    for tip in tips:
        if not tip.startswith("I can "):
            fields.fault(f"tip '{tip}' must begin with 'I can'")
    fields.close()
    return RuleCard(rule, band, picture, sentence, tips)
