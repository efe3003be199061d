"""Entries: 216 bytes, every one of them signed."""

from __future__ import annotations

import pytest
from nacl import bindings

from app.tell.entry import (
    SIZE,
    BadEntry,
    Entry,
    Kind,
    body_of,
    hash_of,
    packed,
    parsed,
    unpacked,
)

PUBLIC, SECRET = bindings.crypto_sign_seed_keypair(bytes(range(32)))
ENTRY = Entry(
    Kind.SEALED, 7, -5, 1 << 40, b"r" * 16, PUBLIC, b"b" * 32, b"f" * 32, 1808, 4_000_000_000
)
DATA = packed(ENTRY, SECRET)


def test_an_entry_comes_back_as_it_was() -> None:
    assert len(DATA) == SIZE == 216
    assert unpacked(DATA) == parsed(DATA) == ENTRY
    assert body_of(b"x" * SIZE + DATA, SIZE) == ENTRY.body
    assert len(hash_of(DATA)) == 32


def test_its_bytes_stand_where_the_format_says() -> None:
    assert DATA[:8] == b"BSE1\x01\0\0\0"
    assert DATA[8:16] == (7).to_bytes(8, "big")
    assert DATA[16:24] == (-5).to_bytes(8, "big", signed=True)
    assert DATA[24:32] == (1 << 40).to_bytes(8, "big")
    assert (DATA[32:48], DATA[48:80]) == (ENTRY.run, PUBLIC)
    assert (DATA[80:112], DATA[112:144]) == (ENTRY.before, ENTRY.body)
    assert DATA[144:152] == (1808).to_bytes(4, "big") + (4_000_000_000).to_bytes(4, "big")


def test_no_changed_bit_goes_unseen() -> None:
    for bit in range(SIZE * 8):
        data = bytearray(DATA)
        data[bit // 8] ^= 1 << bit % 8
        with pytest.raises(BadEntry):
            unpacked(bytes(data))


@pytest.mark.parametrize("data", [b"", DATA[:-1], DATA + b"\0", bytes(SIZE), b"\xa5" * SIZE])
def test_what_is_no_entry_is_refused(data: bytes) -> None:
    with pytest.raises(BadEntry):
        parsed(data)


def test_an_unknown_kind_is_refused_though_it_is_signed() -> None:
    head = DATA[:4] + b"\x09" + DATA[5:152]
    signature = bindings.crypto_sign(b"be-smart entry 1" + head, SECRET)[:64]
    with pytest.raises(BadEntry, match="unknown kind 9"):
        unpacked(head + signature)


def test_a_signature_for_something_else_is_none() -> None:
    signature = bindings.crypto_sign(b"be-smart other 1" + DATA[:152], SECRET)[:64]
    with pytest.raises(BadEntry, match="signature"):
        unpacked(DATA[:152] + signature)
