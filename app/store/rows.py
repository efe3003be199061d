"""Reading a row's fields, each of the type it must have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

Row = Mapping[str, object]


class UnfitRow(Exception):
    """A row that does not hold what it should."""


def field(row: Row, key: str, wanted: type[T]) -> T:
    """Return a field; raise ``UnfitRow`` where it is missing or of another type."""
    value = row.get(key)
    # Not isinstance: true would pass for the number 1.
    if type(value) is not wanted:
        raise UnfitRow(f"'{key}' holds no {wanted.__name__}")
    return value


def text(row: Row, key: str) -> str:
    """Return a text, "" where there is none."""
    return field(row, key, str) if key in row else ""


def texts(row: Row, key: str) -> tuple[str, ...]:
    """Return a list of texts, () where there is none."""
    values = field(row, key, list) if key in row else []
    found = tuple(value for value in values if isinstance(value, str))
    if len(found) != len(values):
        raise UnfitRow(f"'{key}' holds more than texts")
    return found


def filled(row: Mapping[str, object | None]) -> dict[str, object]:
    """Return a row without its empty fields (None, "" and empty lists): they take no room."""
    return {key: value for key, value in row.items() if value not in (None, "", [])}
