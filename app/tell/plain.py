"""Plain files: what a program that can open nothing must check, signed by who decided it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from nacl import bindings
from nacl.exceptions import BadSignatureError

from app.domain.tell.records import Row
from app.tell.sealing import Unfit, written

MAGIC = b"BSP1\n"
SIGNATURES = "signatures"
_CONTEXT = b"be-smart plain 1"


def packed(row: Mapping[str, object]) -> bytes:
    """Return the bytes of a plain file."""
    return MAGIC + written(row)


def unpacked(data: bytes) -> Row:
    """Return what a plain file says; raise ``Unfit``."""
    try:
        row = json.loads(data.removeprefix(MAGIC)) if data.startswith(MAGIC) else None
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise Unfit("it is no plain file")
    return row


def signed(row: Row, person: str, secret: bytes) -> dict[str, object]:
    """Return a row with one more signature; ``secret`` is an Ed25519 secret key (64 bytes)."""
    signature = bindings.crypto_sign(_signable(row), secret)[:64]
    return {**row, SIGNATURES: {**signatures(row), person: signature.hex()}}


def is_signed(row: Row, person: str, public: bytes) -> bool:
    """Tell whether a row carries a person's sound signature."""
    try:
        signature = bytes.fromhex(signatures(row).get(person, ""))
        bindings.crypto_sign_open(signature + _signable(row), public)
    except (BadSignatureError, ValueError):
        return False
    return True


def signatures(row: Row) -> dict[str, str]:
    """Return the signatures by person, {} where they are no table of texts."""
    found = row.get(SIGNATURES)
    items = found.items() if isinstance(found, dict) else ()
    return {str(person): value for person, value in items if isinstance(value, str)}


def _signable(row: Row) -> bytes:
    return _CONTEXT + written({key: value for key, value in row.items() if key != SIGNATURES})
