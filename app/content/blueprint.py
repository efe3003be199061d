"""Checks how a quiz's bank is made up: two equal forms that share nothing, and enough practice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.domain.quiz import Form, Item, Quiz
from app.domain.words import Slot

LEAST_PRACTICE = 6
LEAST_IN_A_FORM = 5


def blueprint_faults(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Yield where the bank is too small, its forms differ, or a question stands twice."""
    forms = {form: _items_of(quiz, form) for form in Form}
    for form, items in forms.items():
        least = LEAST_PRACTICE if form is Form.PRACTICE else LEAST_IN_A_FORM
        if len(items) < least:
            yield f"form '{form}'", f"has {len(items)} items; write at least {least}"
    yield from _unlike(forms[Form.A], forms[Form.B])
    yield from _twins(quiz)
    yield from _one_sided(quiz)


def _items_of(quiz: Quiz, form: Form) -> list[Item]:
    return [item for item in quiz.items if item.form is form]


def _unlike(first: list[Item], second: list[Item]) -> Iterator[tuple[str, str]]:
    a, b = (Counter(item.strand for item in items) for items in (first, second))
    for strand in sorted(a.keys() | b.keys()):
        if a[strand] != b[strand]:
            fault = f"strand '{strand}' has {a[strand]} items in form a and {b[strand]} in form b"
            yield "forms a and b", f"{fault}; give both forms the same"


def _twins(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Yield items that ask what another asks: the same prompt with the same things to choose."""
    seen: dict[frozenset[str], Item] = {}
    for item in quiz.items:
        asked = _asked(item)
        if asked in seen:
            yield f"item '{item.id}'", f"asks the same as '{seen[asked].id}'; ask something else"
        seen.setdefault(asked, item)


def _asked(item: Item) -> frozenset[str]:
    texts = [one for one in item.task.activity.words() if one.slot is not Slot.FEEDBACK]
    return frozenset(" ".join(one.text.casefold().split()) for one in texts)


def _one_sided(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Yield items where every answer is right, or none: nothing can be learnt from those."""
    for item in quiz.items:
        chance = item.task.activity.chance()
        if not 0 < chance < 1:
            what = "no answer is" if chance <= 0 else "all answers are"
            yield f"item '{item.id}'", f"{what} right; there must be right and wrong ones"
