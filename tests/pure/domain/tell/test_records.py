"""The records of a Tell come back as they were, and nothing else is taken for one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import PupilId
from app.domain.tell.people import PersonId
from app.domain.tell.records import (
    BodyId,
    Detail,
    First,
    Letter,
    Notice,
    Record,
    TellId,
    UnfitRecord,
    Who,
    record_of,
    row_of,
)
from app.domain.tell.taps import (
    LEVELS,
    About,
    Called,
    Comes,
    Happens,
    Names,
    Place,
    Wants,
    When,
    Words,
    Worry,
)
from tests.tells import AT, SAID, WHO, detail, first

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def hexadecimal(size: int) -> st.SearchStrategy[str]:
    """Return ids and keys of so many bytes."""
    return st.binary(min_size=size, max_size=size).map(bytes.hex)


TELLS = hexadecimal(8).map(TellId)
PEOPLE = hexadecimal(4).map(PersonId)
TIMES = st.datetimes(
    AT.replace(year=1900, tzinfo=None),
    AT.replace(year=2200, tzinfo=None),
    timezones=st.just(UTC),
)
TAPS = st.one_of(
    st.builds(About, TEXT),
    st.builds(Happens, st.sampled_from(Place)),
    st.builds(Names, PEOPLE),
    st.builds(Wants, PEOPLE),
    st.builds(Worry, st.sampled_from(LEVELS)),
    st.builds(Words, TEXT),
    st.builds(Comes, st.sampled_from(When)),
    st.builds(Called, TEXT.map(PupilId), TEXT, TEXT),
)
LETTERS = st.builds(
    Letter,
    TELLS,
    st.frozensets(PEOPLE, max_size=8),
    hexadecimal(32).map(BodyId),
    st.binary(min_size=32, max_size=32),
    hexadecimal(16),
    st.just(b"") | st.binary(min_size=32, max_size=32),
)
WHOS = st.none() | st.builds(Who, TEXT.map(PupilId), TEXT, TEXT, st.booleans())
RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(First, TELLS, TIMES, TEXT, TEXT, WHOS, st.booleans()),
    st.builds(Detail, TELLS, TIMES, TAPS),
    LETTERS,
    st.builds(Notice, TELLS, TIMES, TEXT, TEXT),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT | st.just("0" * 16),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
KINDS = ("first", "detail", "letter", "notice")


@given(RECORDS)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert record_of(json.loads(json.dumps(row_of(record)))) == record


@given(RECORDS, st.data())
def test_a_spoilt_record_is_refused_or_a_record(record: Record, data: st.DataObject) -> None:
    row = row_of(record)
    row[data.draw(st.sampled_from(sorted(row)))] = data.draw(VALUES)
    try:
        again = record_of(row)
    except UnfitRecord:
        return
    assert record_of(row_of(again)) == again


@given(st.dictionaries(st.sampled_from(["tell", "at", "who", "said"]) | TEXT, VALUES), VALUES)
def test_anything_else_is_refused(row: dict[str, object], kind: object) -> None:
    for one in (kind, *KINDS):
        with pytest.raises(UnfitRecord):
            record_of(row | {"kind": one, "page": 1, "level": "x", "circle": {}})


@pytest.mark.parametrize("left_out", ["tell", "at", "kiosk", "page", "who", "drill"])
def test_a_first_press_that_lacks_something_is_refused(left_out: str) -> None:
    row = row_of(first(1))
    del row[left_out]
    with pytest.raises(UnfitRecord):
        record_of(row)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("kind", ["first"]),
        ("kind", None),
        ("tell", "0" * 15),
        ("tell", "0" * 15 + "G"),
        ("tell", "0" * 15 + "A"),
        ("at", "2026-03-04T10:15:30"),
        ("at", "0001-01-01T00:00:00+05:00"),
        ("at", "yesterday"),
        ("drill", 1),
        ("drill", "false"),
        ("who", WHO.name),
        ("who", {"pupil": "a1", "name": "A", "class": "Oaks", "proved": 1}),
    ],
)
def test_a_value_of_another_sort_is_refused(key: str, value: object) -> None:
    with pytest.raises(UnfitRecord):
        record_of(row_of(first(1)) | {key: value})


@pytest.mark.parametrize("level", [0, 5, -1, True, 2.0, "2"])
def test_a_level_of_worry_that_no_child_can_press_is_refused(level: object) -> None:
    with pytest.raises(UnfitRecord):
        record_of(row_of(detail(1, Worry(2))) | {"level": level})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("circle", ["dsl", 7]),
        ("circle", "dsl"),
        ("first", "00"),
        ("first_key", ""),
        ("group_key", "00"),
        ("group", "z" * 32),
    ],
)
def test_a_letter_without_its_keys_is_refused(key: str, value: object) -> None:
    letter = Letter(first(1).tell, frozenset(), BodyId("0" * 64), bytes(32), "0" * 32, b"")
    assert record_of(row_of(letter)) == letter
    with pytest.raises(UnfitRecord):
        record_of(row_of(letter) | {key: value})


def test_times_are_kept_in_utc() -> None:
    zone = timezone(timedelta(hours=1))
    at = datetime(2026, 6, 1, 9, 30, tzinfo=zone)
    row = row_of(Notice(first(1).tell, at, "Library 1", "Welcome"))
    assert row["at"] == "2026-06-01T08:30:00+00:00"
    assert record_of(row) == Notice(first(1).tell, at.astimezone(UTC), "Library 1", "Welcome")


def test_a_record_says_what_it_is() -> None:
    assert row_of(first(1, None))["who"] is None
    assert row_of(first(1))["kind"] == "first"
    rows = [row_of(detail(1, tap)) for tap in SAID]
    assert [row["said"] for row in rows] == ["about", "happens", "names", "wants", "worry", "words"]
    assert {row["kind"] for row in rows} == {"detail"}
