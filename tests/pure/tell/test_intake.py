"""The intake: a frame is there whole, or it is not there."""

from __future__ import annotations

import pytest
from nacl import bindings

from app.tell.intake import Frame, Part, frames, packed
from app.tell.writer import Writer

WRITER = Writer(*bindings.crypto_sign_seed_keypair(bytes(range(32))))
OTHER = Writer(*bindings.crypto_sign_seed_keypair(bytes(32)))
ONE = Frame(b"12345678", ((Part.FIRST, b"first"), (Part.SEED, b""), (Part.BLOB, b"x" * 300)))
TWO = Frame(b"abcdefgh", ((Part.END, b""),))
BOTH = packed(ONE, WRITER) + packed(TWO, WRITER)
LENGTH = len(packed(ONE, WRITER))


def test_frames_come_back_as_they_were() -> None:
    assert frames(BOTH, WRITER.public) == ([ONE, TWO], len(BOTH))
    assert frames(b"", WRITER.public) == ([], 0)


def test_bytes_stand_where_the_format_says() -> None:
    data = packed(TWO, WRITER)
    assert data[:16] == b"BSI1" + (5).to_bytes(4, "big") + b"abcdefgh"
    assert data[16:21] == b"E" + bytes(4)
    assert len(data) == 21 + 64


def test_of_every_prefix_the_whole_frames_are_found() -> None:
    for end in range(len(BOTH)):
        found, good = frames(BOTH[:end], WRITER.public)
        whole = [ONE] * (end >= LENGTH)
        assert (found, good) == (whole, LENGTH * len(whole))


@pytest.mark.parametrize("rest", [bytes(400), b"\xa5" * 400, b"BSI1" + b"\xff" * 100])
def test_rubbish_behind_whole_frames_is_none(rest: bytes) -> None:
    assert frames(BOTH + rest, WRITER.public) == ([ONE, TWO], len(BOTH))


def test_no_changed_byte_goes_unseen() -> None:
    for at in range(LENGTH):
        data = bytearray(BOTH)
        data[at] ^= 0x10
        assert frames(bytes(data), WRITER.public) == ([], 0)


def test_a_frame_of_another_pc_is_none() -> None:
    assert frames(packed(ONE, OTHER), WRITER.public) == ([], 0)
