"""What a child may say: the last word counts, but a name once given is never forgotten."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import PupilId
from app.domain.tell.records import Detail, record_of, row_of
from app.domain.tell.taps import (
    LEVELS,
    MOST_WORDS,
    About,
    Called,
    Comes,
    Happens,
    Names,
    Place,
    Tap,
    Wants,
    When,
    Words,
    Worry,
    last,
    named,
    spoke_of_grown_up,
)
from app.tell.sealing import BLOB, blob, open_blob
from tests.tells import AT, detail, id_of, tell_id

X, Y = id_of("x"), id_of("y")


def test_the_last_of_a_kind_counts() -> None:
    taps: list[Tap] = [Worry(1), About("unkind"), Worry(4)]
    assert last(taps, Worry) == Worry(4)
    assert last(taps, About) == About("unkind")
    assert last(taps, Comes) is None
    assert last([], Worry) is None


def test_who_was_named_once_stays_named() -> None:
    assert named([Names(X), Words("no"), Names(Y)]) == {X, Y}
    assert named([Wants(X)]) == frozenset()


@pytest.mark.parametrize(
    ("taps", "spoke"),
    [
        ([], False),
        ([Happens(Place.SCHOOL)], False),
        ([Wants(X)], False),
        ([Happens(Place.GROWN_UP)], True),
        ([Happens(Place.GROWN_UP), Happens(Place.HOME)], True),
        ([Names(X)], True),
    ],
)
def test_a_grown_up_once_spoken_of_stays_spoken_of(taps: list[Tap], spoke: bool) -> None:
    assert spoke_of_grown_up(taps) is spoke


@pytest.mark.parametrize("letter", ["a", "é", "ℵ", "🦊", '"', "\\", "\n"])
def test_as_many_words_as_are_taken_fit_one_record(letter: str) -> None:
    record = detail(1, Words(letter * MOST_WORDS))
    sealed = blob(row_of(record), bytes(32))
    assert len(sealed) == BLOB
    assert open_blob(sealed, bytes(32)) == row_of(record)


@pytest.mark.parametrize(
    "tap",
    [
        About("unkind"),
        Happens(Place.ONLINE),
        Names(X),
        Wants(Y),
        *(Worry(level) for level in LEVELS),
        Words("ümlaut"),
        Comes(When.LATER),
        Called(PupilId("a1"), "Zoë K", "Oaks"),
    ],
)
def test_every_tap_is_written_as_plain_json(tap: Tap) -> None:
    row = row_of(Detail(tell_id(1), AT, tap))
    assert json.loads(json.dumps(row)) == row


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("he said\r\nno\tway", "he said\nno way"),
        ("\x00a\x07b\x1b[0m\x7f\x85", "ab[0m"),
        ("half \ud83d gone", "half  gone"),
        ("\ud83d\ude00", "😀"),
        ("\udfff", ""),
        ("Zoë 👩‍👧 ✓", "Zoë 👩‍👧 ✓"),
    ],
)
def test_what_cannot_be_written_down_is_left_out(typed: str, kept: str) -> None:
    assert Words(typed).text == kept
    assert Called(PupilId("a1"), typed, typed).name == kept


@given(st.text(st.characters(codec=None), max_size=50))
def test_whatever_is_typed_can_be_kept(typed: str) -> None:
    for tap in (Words(typed), Called(PupilId("a1"), typed, typed)):
        row = row_of(detail(1, tap))
        assert record_of(json.loads(json.dumps(row, ensure_ascii=False).encode())) == detail(1, tap)
