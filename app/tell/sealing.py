"""Sealed files and group files: their bytes, and how they are made, named and opened."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from nacl import bindings
from nacl.exceptions import CryptoError

from app.domain.tell.records import BodyId

SEALED, GROUP = b"BSB1", b"BSG1"
SIZES = (1024, 4096, 16384)
"""Bytes that a record is padded to: its class 0, 1 or 2."""
SLOTS = 8
SLOT = 80
"""Bytes: a sealed box of 32, that is an ephemeral public key of 32 and an authenticator of 16."""
KEY = 32
TAG = 16
BOX_EXTRA = 40
"""Bytes that a secret box adds: a nonce of 24 and an authenticator of 16."""
BLOB = BOX_EXTRA + SIZES[1]
"""Bytes of one record of a group, however little was said in it."""
GROUP_OF = 8
"""A group file holds a multiple of so many blobs; noise fills it up."""
_HEAD = 24
_GROUP_HEAD = _HEAD + SLOT
_END = b"\x80"


class Unfit(Exception):
    """These bytes are no sealed file; the text says why."""


class TooLong(ValueError):
    """A record does not fit the largest size."""


class Sealed(NamedTuple):
    """A sealed file: its bytes, and the key of its body (to be put into letters, never kept)."""

    data: bytes
    key: bytes

    @property
    def id(self) -> BodyId:
        """The name of its file."""
        return body_id(self.data)


class Readers(NamedTuple):
    """For whom: the X25519 keys of at most eight people, and the escrow key ("" for none)."""

    keys: Sequence[bytes]
    escrow: bytes


class Envelope(NamedTuple):
    """What a sealed file has before anything is in it: a new key, and the slots that hold it."""

    key: bytes
    tag: bytes
    slots: bytes


def body_id(data: bytes) -> BodyId:
    """Return what a file is named by: BLAKE2b-256 of all its bytes."""
    return BodyId(blake2b(data, digest_size=32).hexdigest())


def envelope(readers: Readers) -> Envelope:
    """Return a new envelope for these readers, to be used once."""
    key = secrets.token_bytes(KEY)
    return Envelope(key, secrets.token_bytes(TAG), _slots(key, readers))


def seal(row: Mapping[str, object], readers: Readers, at_least: int = 0) -> Sealed:
    """Seal a record for its readers; ``at_least`` is the smallest size class to use."""
    return seal_in(row, envelope(readers), at_least)


def seal_in(row: Mapping[str, object], made: Envelope, at_least: int = 0) -> Sealed:
    """Seal a record in an envelope of its own."""
    plain = written(row)
    size = next((one for one in SIZES[at_least:] if len(plain) < one), 0)
    if not size:
        raise TooLong(f"a record of {len(plain)} bytes; {SIZES[-1] - 1} fit")
    head = SEALED + bytes((1, SIZES.index(size), 0, 0)) + made.tag
    return Sealed(head + made.slots + box(plain, made.key, size), made.key)


def open_sealed(data: bytes, reader: bytes) -> tuple[dict[str, object], bytes] | None:
    """Return the record and its key, None where this private X25519 key opens no slot."""
    for slot in _slots_of(data):
        key = open_slot(slot, reader)
        if key is not None:
            return open_with(data, key), key
    return None


def open_with(data: bytes, key: bytes) -> dict[str, object]:
    """Return the record of a sealed file by the key of its body; raise ``Unfit``."""
    check(data)
    found = open_box(data[_HEAD + SLOT * (SLOTS + 1) :], key)
    if found is None:
        raise Unfit("the key does not open it")
    return found


def check(data: bytes) -> None:
    """Raise ``Unfit`` for what is no sealed file of a known size."""
    if len(data) < _HEAD or data[:5] != SEALED + b"\x01" or data[5] >= len(SIZES) or any(data[6:8]):
        raise Unfit("it does not begin as a sealed file")
    if len(data) != _HEAD + SLOT * (SLOTS + 1) + BOX_EXTRA + SIZES[data[5]]:
        raise Unfit("it has not the length that its head says")


class Group(NamedTuple):
    """A group that is being made: its head, as it stands in the file, and its key."""

    head: bytes
    key: bytes

    @property
    def tag(self) -> str:
        """The name by which letters speak of it: 32 lower-case hexadecimal digits."""
        return tag_of(self.head)


def begin_group(escrow: bytes) -> Group:
    """Return a new group, whose key is sealed to the escrow key."""
    key = secrets.token_bytes(KEY)
    head = GROUP + bytes((1, 0, 0, 0)) + secrets.token_bytes(TAG)
    return Group(head + _slot(key, escrow), key)


def tag_of(data: bytes) -> str:
    """Return the group's tag from the head of its file."""
    return data[8:_HEAD].hex()


def group_file(head: bytes, blobs: Sequence[bytes], seed: bytes) -> bytes:
    """Return the file of a group: its blobs, filled up with noise to a multiple of eight.

    The noise comes from ``seed`` (32 bytes, thrown away afterwards), so that a file that was being
    written when the power went is made again as it was.
    """
    missing = -len(blobs) % GROUP_OF if blobs else GROUP_OF
    noise = bindings.randombytes_buf_deterministic(missing * BLOB, seed)
    return head + b"".join(blobs) + noise


def open_group(data: bytes, key: bytes) -> list[dict[str, object]]:
    """Return what was said in a group, in order; noise does not open. Raise ``Unfit``."""
    check_group(data)
    blobs = (data[at : at + BLOB] for at in range(_GROUP_HEAD, len(data), BLOB))
    found = (open_blob(one, key) for one in blobs)
    return [row for row in found if row is not None]


def check_group(data: bytes) -> None:
    """Raise ``Unfit`` for what is no group file."""
    if data[:8] != GROUP + b"\x01\0\0\0" or (len(data) - _GROUP_HEAD) % BLOB:
        raise Unfit("it is no group file")


def escrow_key_of_group(data: bytes, escrow: bytes) -> bytes | None:
    """Return the key of a group by the private escrow key."""
    return open_slot(data[_HEAD:_GROUP_HEAD], escrow)


def blob(row: Mapping[str, object], key: bytes) -> bytes:
    """Return one record of a group."""
    return box(written(row), key, SIZES[1])


def open_blob(data: bytes, key: bytes) -> dict[str, object] | None:
    """Return one record of a group, None for noise."""
    return open_box(data, key)


def box(plain: bytes, key: bytes, size: int) -> bytes:
    """Return a secret box of bytes that are padded to ``size`` (0x80, then zeros)."""
    if len(plain) >= size:
        raise TooLong(f"a record of {len(plain)} bytes; {size - 1} fit")
    nonce = secrets.token_bytes(bindings.crypto_secretbox_NONCEBYTES)
    return nonce + bindings.crypto_secretbox((plain + _END).ljust(size, b"\0"), nonce, key)


def open_box(data: bytes, key: bytes) -> dict[str, object] | None:
    """Return the record in a secret box, None where the key does not open it."""
    nonce, rest = data[:24], data[24:]
    try:
        padded = bindings.crypto_secretbox_open(rest, nonce, key)
    except CryptoError:
        return None
    plain, _, _ = padded.rpartition(_END)
    try:
        row = json.loads(plain)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise Unfit("what is sealed is no record")
    return row


def written(row: Mapping[str, object]) -> bytes:
    """Return a record as JSON in UTF-8, its keys sorted."""
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def open_slot(slot: bytes, reader: bytes) -> bytes | None:
    """Return the key in a slot, None where it is not this reader's."""
    public = bindings.crypto_scalarmult_base(reader)
    try:
        return bindings.crypto_box_seal_open(slot, public, reader)
    except CryptoError:
        return None


def _slots(key: bytes, readers: Readers) -> bytes:
    if len(readers.keys) > SLOTS:
        raise ValueError(f"{len(readers.keys)} readers; {SLOTS} at most")
    slots = [_slot(key, reader) for reader in readers.keys]
    spare = (SLOTS - len(slots)) * SLOT
    chance = secrets.token_bytes(spare + SLOTS * 8)  # at once: a child waits for this
    slots += [chance[at : at + SLOT] for at in range(0, spare, SLOT)]
    # In an order that tells nothing: which slot is whose is found by trying.
    lots = sorted((chance[spare + at * 8 :][:8], slot) for at, slot in enumerate(slots))
    return b"".join(slot for _, slot in lots) + _slot(key, readers.escrow)


def _slot(key: bytes, reader: bytes) -> bytes:
    return bindings.crypto_box_seal(key, reader) if reader else secrets.token_bytes(SLOT)


def _slots_of(data: bytes) -> Iterable[bytes]:
    check(data)
    return (data[at : at + SLOT] for at in range(_HEAD, _HEAD + SLOT * (SLOTS + 1), SLOT))
