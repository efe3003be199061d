"""Rules, bands and the tags of the frameworks."""

from __future__ import annotations

import re

import pytest

from app.domain import smart
from app.domain.smart import Band, Rule


def test_the_rules_spell_smart() -> None:
    assert "".join(rule.letter for rule in Rule) == "SMART"
    assert [rule.label for rule in Rule] == ["Safe", "Meeting", "Accepting", "Reliable", "Tell"]


@pytest.mark.parametrize(
    ("year", "band"),
    [
        (0, Band.KS1),
        (1, Band.KS1),
        (2, Band.KS1),
        (3, Band.LKS2),
        (4, Band.LKS2),
        (5, Band.UKS2),
        (6, Band.UKS2),
    ],
)
def test_every_year_has_its_band(year: int, band: Band) -> None:
    assert Band.of_year(year) is band


def test_bands_tell_their_ages_youngest_first() -> None:
    assert [band.ages for band in Band] == ["5 to 7", "7 to 9", "9 to 11"]


def test_there_are_as_many_tags_as_the_frameworks_have() -> None:
    assert (len(smart.STRANDS), len(smart.BEHAVIOURS), len(smart.FOUR_CS)) == (8, 5, 4)
    assert len(smart.FRAMEWORKS) == 17
    assert len(smart.CLAUSES) == 15


def test_every_framework_tag_names_its_edition() -> None:
    pattern = re.compile(r"(ecw-2020|tos-2019|kcsie):[a-z]+(-[a-z]+)*")
    assert all(pattern.fullmatch(tag) for tag in smart.FRAMEWORKS)


def test_clauses_are_numbered_from_1_to_15() -> None:
    numbers = [int(clause[1:].split("-")[0]) for clause in smart.CLAUSES]
    assert numbers == list(range(1, 16))
