"""A tombstone is read as it was written, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from app.domain.tell.people import PersonId
from app.domain.tell.records import BodyId, UnfitRecord
from app.domain.tell.tombstones import Tombstone, row_of, tombstone_of
from tests.tells import AT

STONE = Tombstone(AT, (PersonId("ab"), PersonId("cd")), (BodyId("0f" * 32),))


def test_a_tombstone_is_read_as_it_was_written() -> None:
    assert tombstone_of(row_of(STONE)) == STONE


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", "anchor"),
        ("by", ["ab"]),
        ("by", ["ab", "ab"]),
        ("by", "ab"),
        ("bodies", ["0f"]),
        ("bodies", ["../" * 21 + "x"]),
        ("bodies", [7]),
        ("at", "yesterday"),
        ("at", "2026-03-04T10:15:30"),
        ("at", None),
    ],
)
def test_what_is_none_is_refused(key: str, value: object) -> None:
    with pytest.raises(UnfitRecord):
        tombstone_of({**row_of(STONE), key: value})
