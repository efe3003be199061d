"""A quiz: a bank of items for one rule and one band."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.domain.ids import ItemId, QuizId
from app.domain.lesson import Gloss, Task
from app.domain.smart import Band, Rule


class Form(StrEnum):
    """What an item is for: forms a and b are a class's "before" and "after"."""

    A = "a"
    B = "b"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``strand`` is one of ``smart.STRANDS``."""

    id: ItemId
    form: Form
    strand: str
    task: Task


@dataclass(frozen=True, slots=True)
class Quiz:
    """The bank of one cell. ``ideas`` are the named misconceptions: (id, in a child's words)."""

    id: QuizId
    version: str
    folder: Path
    title: str
    rule: Rule
    band: Band
    ideas: tuple[tuple[str, str], ...]
    items: tuple[Item, ...]
    words: tuple[Gloss, ...]

    def item(self, item: ItemId) -> Item | None:
        """Return an item by its id."""
        return next((found for found in self.items if found.id == item), None)

    def practice(self) -> tuple[Item, ...]:
        """Return the items that pupils get in practice and review."""
        return tuple(item for item in self.items if item.form is Form.PRACTICE)
