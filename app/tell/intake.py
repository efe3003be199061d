"""The intake: what was acknowledged and has not found its place in chain and side files yet."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from nacl import bindings
from nacl.exceptions import BadSignatureError

from app.tell.writer import Writer

FILE = "intake"
_HEAD = struct.Struct(">4sI8s")
_PART = struct.Struct(">cI")
_MAGIC = b"BSI1"
_CONTEXT = b"be-smart intake 1"
_SIGNATURE = 64


class Part(Enum):
    """What one part of a frame is."""

    FIRST = b"F"  # the sealed first press
    ROSTER = b"V"  # the version of the list by which the letters are sealed, 4 bytes
    GROUP = b"G"  # the head of the group; a second one begins it anew, with all its records
    SEED = b"R"  # 32 bytes for the group's noise
    BLOB = b"D"  # one record of the group
    INNER = b"I"  # the letters as they stand after this tap; later ones take their place
    OUTER = b"O"
    NOTICE = b"N"
    END = b"E"  # the sitting has ended


class Frame(NamedTuple):
    """What one tap brought, all of it or nothing. ``tell`` is 8 bytes."""

    tell: bytes
    parts: Sequence[tuple[Part, bytes]]


def packed(frame: Frame, writer: Writer) -> bytes:
    """Return a frame's bytes, signed."""
    body = b"".join(_PART.pack(part.value, len(data)) + data for part, data in frame.parts)
    head = _HEAD.pack(_MAGIC, len(body), frame.tell)
    signed = bindings.crypto_sign(_CONTEXT + head + body, writer.secret)
    return head + body + signed[:_SIGNATURE]


def frames(data: bytes, public: bytes) -> tuple[list[Frame], int]:
    """Return the frames up to the first that is torn or not signed by this PC, and its place.

    A frame that was being written when the power went was never acknowledged.
    """
    found: list[Frame] = []
    at = 0
    while at + _HEAD.size + _SIGNATURE <= len(data):
        magic, length, tell = _HEAD.unpack_from(data, at)
        end = at + _HEAD.size + length
        signed = data[at:end]
        signature = data[end : end + _SIGNATURE]
        if magic != _MAGIC or not _is_signed(signed, signature, public):
            break
        found.append(Frame(tell, tuple(_parts(signed[_HEAD.size :]))))
        at = end + _SIGNATURE
    return found, at


def _is_signed(data: bytes, signature: bytes, public: bytes) -> bool:
    try:
        bindings.crypto_sign_open(signature + _CONTEXT + data, public)
    except (BadSignatureError, ValueError):
        return False
    return True


def _parts(body: bytes) -> Iterator[tuple[Part, bytes]]:
    at = 0
    while at < len(body):
        what, length = _PART.unpack_from(body, at)
        at += _PART.size + length
        yield Part(what), body[at - length : at]
