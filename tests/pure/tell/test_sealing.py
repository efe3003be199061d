"""Sealed files: who is to open them does, nobody else, and no changed bit goes unseen."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.tell import sealing
from app.tell.sealing import (
    BLOB,
    BOX_EXTRA,
    GROUP_OF,
    SIZES,
    SLOT,
    SLOTS,
    Readers,
    TooLong,
    Unfit,
    begin_group,
    blob,
    group_file,
    open_group,
    open_sealed,
    open_with,
    seal,
)
from tests.tells import CANARY, private_key, public_key

ROW = {"kind": "note", "text": CANARY}
NAMES = ("dsl", "headteacher")
TWO = Readers([public_key(name) for name in NAMES], public_key("escrow"))
SEED = bytes(32)


def opens(data: bytes, name: str) -> bool:
    """Tell whether somebody can open a file, and finds in it what was sealed."""
    found = open_sealed(data, private_key(name))
    assert found is None or found[0] == ROW
    return found is not None


@pytest.mark.parametrize("count", range(SLOTS + 1))
def test_its_readers_and_the_key_on_paper_open_it_and_nobody_else(count: int) -> None:
    names = [f"reader {number}" for number in range(count)]
    sealed = seal(ROW, Readers([public_key(name) for name in names], public_key("escrow")))
    assert all(opens(sealed.data, name) for name in [*names, "escrow"])
    assert not opens(sealed.data, "reader 8")
    assert open_with(sealed.data, sealed.key) == ROW
    assert len(sealed.data) == 24 + 9 * SLOT + BOX_EXTRA + SIZES[0]


def test_nine_readers_are_too_many() -> None:
    with pytest.raises(ValueError, match="9 readers"):
        seal(ROW, Readers([public_key("dsl")] * 9, b""))


def test_without_any_reader_nobody_opens_it() -> None:
    data = seal(ROW, Readers([], b"")).data
    assert not any(opens(data, name) for name in (*NAMES, "escrow"))


def test_nothing_in_clear_tells_who_reads_or_what() -> None:
    one, two = (seal(ROW, TWO).data for _ in range(2))
    assert CANARY.encode() not in one
    assert not any(public_key(name) in one for name in (*NAMES, "escrow"))
    slots = {one[24 + SLOT * at :][:SLOT] for at in range(9)}
    assert len(slots) == 9
    assert not any(slot in two for slot in slots)
    assert sealing.body_id(one) != sealing.body_id(two)


def test_the_order_of_slots_tells_nothing() -> None:
    places: set[int] = set()
    for _ in range(60):
        data = seal(ROW, TWO).data
        slots = [data[24 + SLOT * at :][:SLOT] for at in range(8)]
        places |= {at for at, one in enumerate(slots) if sealing.open_slot(one, private_key("dsl"))}
    assert places == set(range(8))


def of_size(size: int) -> dict[str, object]:
    """Return a record that takes so many bytes when it is written."""
    return {"x": "a" * (size - len(sealing.written({"x": ""})))}


@pytest.mark.parametrize(
    ("written", "at_least", "size"),
    [(10, 0, 0), (1023, 0, 0), (1024, 0, 1), (4095, 0, 1), (4096, 0, 2), (16383, 0, 2), (9, 1, 1)],
)
def test_records_are_padded_to_three_sizes(written: int, at_least: int, size: int) -> None:
    row = of_size(written)
    sealed = seal(row, TWO, at_least)
    assert sealed.data[5] == size
    assert len(sealed.data) == 24 + 9 * SLOT + BOX_EXTRA + SIZES[size]
    assert open_with(sealed.data, sealed.key) == row


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(TooLong):
        seal(of_size(16384), TWO)
    with pytest.raises(TooLong):
        blob(of_size(4096), SEED)


def test_padding_that_a_record_itself_ends_with_stays() -> None:
    for text in ("\x80", "\x80\0\0", "é" * 3):
        sealed = seal({"x": text}, TWO)
        assert open_with(sealed.data, sealed.key) == {"x": text}


@settings(max_examples=30)
@given(st.dictionaries(st.text(max_size=5), st.text(max_size=40) | st.integers(), max_size=6))
def test_every_record_comes_back(row: dict[str, object]) -> None:
    assert open_with(*seal(row, TWO)) == row


def test_no_changed_byte_of_head_and_box_goes_unseen() -> None:
    sealed = seal(ROW, TWO)
    box = 24 + 9 * SLOT
    for at in [*range(8), *Random(1).sample(range(box, len(sealed.data)), 120)]:
        data = bytearray(sealed.data)
        data[at] ^= 1
        with pytest.raises(Unfit):
            open_with(bytes(data), sealed.key)


@pytest.mark.parametrize("data", [b"", b"BSB1", b"BSB1\x01\x03\0\0" + bytes(40), bytes(1808)])
def test_what_is_no_sealed_file_is_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        open_with(data, SEED)
    with pytest.raises(Unfit):
        open_sealed(data, private_key("dsl"))
    with pytest.raises(Unfit):
        open_group(data, SEED)


def test_a_file_that_is_longer_or_shorter_than_it_says_is_refused() -> None:
    data = seal(ROW, TWO).data
    for spoilt in (data[:-1], data + b"\0"):
        with pytest.raises(Unfit, match="length"):
            open_sealed(spoilt, private_key("dsl"))


def test_what_is_sealed_and_no_record_is_refused() -> None:
    for plain in (b"[]", b"nothing", b"", b"\xff"):
        with pytest.raises(Unfit):
            sealing.open_box(sealing.box(plain, SEED, SIZES[0]), SEED)


@pytest.mark.parametrize(("said", "blobs"), [(0, 8), (1, 8), (8, 8), (9, 16), (16, 16), (17, 24)])
def test_a_group_holds_what_was_said_and_noise(said: int, blobs: int) -> None:
    group = begin_group(public_key("escrow"))
    rows = [{"n": number} for number in range(said)]
    data = group_file(group.head, [blob(row, group.key) for row in rows], SEED)
    assert len(data) == 24 + SLOT + blobs * BLOB
    assert blobs % GROUP_OF == 0
    assert open_group(data, group.key) == rows
    assert open_group(data, SEED) == []
    assert sealing.tag_of(data) == group.tag
    assert sealing.escrow_key_of_group(data, private_key("escrow")) == group.key
    assert sealing.escrow_key_of_group(data, private_key("dsl")) is None


def test_a_group_is_made_again_as_it_was() -> None:
    group = begin_group(public_key("escrow"))
    assert group_file(group.head, [], SEED) == group_file(group.head, [], SEED)
    assert group_file(group.head, [], SEED) != group_file(group.head, [], b"\x01" * 32)


def test_a_group_without_the_key_on_paper_is_noise_to_it() -> None:
    data = group_file(begin_group(b"").head, [], SEED)
    assert sealing.escrow_key_of_group(data, private_key("escrow")) is None
