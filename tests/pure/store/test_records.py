"""Attempts and looks as rows: nothing changes on the way there and back, and rows are small."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.attempt import Attempt
from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from app.store.records import attempt_of, attempt_row, looks_of, looks_row
from app.store.rows import UnfitRow
from tests.deeds import ATTEMPTS, deed, history

LOOKS = st.builds(
    Looks,
    st.sampled_from(TEXT_SIZES),
    st.sampled_from(Theme),
    st.sampled_from(Typeface),
    st.booleans(),
)


@given(ATTEMPTS)
def test_any_attempt_comes_back_as_it_was(attempt: Attempt) -> None:
    assert attempt_of(attempt.id, orjson.loads(orjson.dumps(attempt_row(attempt)))) == attempt


@given(LOOKS)
def test_any_looks_come_back_as_they_were(looks: Looks) -> None:
    assert looks_of(orjson.loads(orjson.dumps(looks_row(looks)))) == looks


def test_a_time_of_another_zone_is_kept_as_utc() -> None:
    summer = datetime(2026, 6, 1, 10, 0, tzinfo=timezone(timedelta(hours=1)))
    row = attempt_row(deed(1, at=summer))
    assert row["t"] == "2026-06-01T09:00:00Z"
    assert attempt_of("1" * 16, row).at == summer


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("k", None),
        ("k", 7),
        ("n", "7"),
        ("n", True),
        ("t", "yesterday"),
        ("a", "danced"),
        ("y", 1),
        ("b", "3"),
        ("o", ["fine", 7]),
        ("o", "fine"),
        ("u", "surely"),
        ("w", {}),
        ("q", []),
    ],
)
def test_a_row_that_is_no_attempt_is_refused(key: str, value: object) -> None:
    with pytest.raises(UnfitRow):
        attempt_of("3" * 16, attempt_row(deed(3)) | {key: value})


def test_an_empty_row_is_refused() -> None:
    with pytest.raises(UnfitRow):
        attempt_of("4" * 16, {})


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"size": 90, "theme": "sepia", "face": "wingdings", "still": "yes"},
        {"size": "100", "theme": None, "face": 4, "still": 1},
    ],
)
def test_looks_no_longer_offered_are_the_usual_ones(row: dict[str, object]) -> None:
    assert looks_of(row) == Looks()


def test_an_attempt_takes_at_most_400_bytes_on_average() -> None:
    rows = {one.id: attempt_row(one) for one in history(1_000)}
    assert len(orjson.dumps(rows)) / len(rows) <= 400


def test_even_the_wordiest_attempt_is_bounded_by_its_words() -> None:
    bare = len(orjson.dumps(attempt_row(deed(3, asked="", said=""))))
    wordy = len(orjson.dumps(attempt_row(deed(3, asked="q" * 90, said="s" * 60))))
    assert wordy - bare <= 90 + 60 + 14
