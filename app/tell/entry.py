"""The entries of a chain: 216 bytes each, hashed, linked and signed."""

from __future__ import annotations

import struct
from enum import IntEnum
from hashlib import blake2b
from typing import NamedTuple

from nacl import bindings
from nacl.exceptions import BadSignatureError

SIZE = 216
_LAYOUT = struct.Struct(">4sB3xQqq16s32s32s32sII")
_MAGIC = b"BSE1"
_CONTEXT = b"be-smart entry 1"
_BODY = 112
NOTHING = bytes(32)
"""The hash before the first entry, and that of no body."""


class Kind(IntEnum):
    """What an entry's body is."""

    GENESIS = 0  # none: a chain begins
    SEALED = 1  # a sealed file or a group file
    PLAIN = 2  # a plain file: a list of recipients, a tombstone, an anchor, a sign of life


class BadEntry(Exception):
    """These bytes are no entry of this chain; the text says why."""


class Entry(NamedTuple):
    """One entry without its signature.

    ``utc`` and ``mono`` are milliseconds, ``mono`` those of a clock that never goes back within one
    run of the program, which ``run`` (16 random bytes) names. ``chain`` is the writer's Ed25519
    key, ``before`` the hash of the entry before, ``body`` that of the file; ``roster`` the version
    of the list of recipients in force.
    """

    kind: Kind
    seq: int
    utc: int
    mono: int
    run: bytes
    chain: bytes
    before: bytes
    body: bytes
    length: int
    roster: int


def packed(entry: Entry, secret: bytes) -> bytes:
    """Return an entry's bytes, signed with the writer's Ed25519 secret key (64 bytes)."""
    head = _LAYOUT.pack(_MAGIC, *entry)
    signed = bindings.crypto_sign(_CONTEXT + head, secret)
    return head + signed[:64]


def unpacked(data: bytes) -> Entry:
    """Return a signed entry; raise ``BadEntry`` where a single bit is not as it was signed."""
    entry = parsed(data)
    head, signature = data[: _LAYOUT.size], data[_LAYOUT.size :]
    try:
        bindings.crypto_sign_open(signature + _CONTEXT + head, entry.chain)
    except (BadSignatureError, ValueError):
        raise BadEntry("its signature does not fit") from None
    return entry


def parsed(data: bytes) -> Entry:
    """Return an entry without looking at its signature; raise ``BadEntry``."""
    if len(data) != SIZE or data[:4] != _MAGIC or any(data[5:8]):
        raise BadEntry("it does not begin as an entry")
    _, kind, *rest = _LAYOUT.unpack_from(data)
    return Entry(_kind(kind), *rest)


def body_of(data: bytes, at: int) -> bytes:
    """Return the body's hash of the entry that begins at a place of a chain."""
    return data[at + _BODY : at + _BODY + 32]


def hash_of(data: bytes) -> bytes:
    """Return the hash that the next entry names: BLAKE2b-256 of all 216 bytes."""
    return blake2b(data, digest_size=32).digest()


def _kind(value: int) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise BadEntry(f"unknown kind {value}") from None
