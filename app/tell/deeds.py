"""What staff add to the record, signed by whoever did it and sealed to whom it concerns."""

from __future__ import annotations

from nacl import bindings
from nacl.exceptions import BadSignatureError

from app.domain.tell.people import ESCROW, PersonId, Roster
from app.domain.tell.records import Row, UnfitRecord, given
from app.tell.keys import Holder
from app.tell.sealing import Readers, Sealed, seal, written

_CONTEXT = b"be-smart deed 1"
BY, SIGNED = "by", "signed"
RESEALED = "resealed"
"""The kind of a row that holds another as it was signed, for readers who came later."""


def sealed(row: Row, by: PersonId, holder: Holder, readers: Readers) -> Sealed:
    """Return the file of what somebody adds; all of them are of 4 KiB or more."""
    return seal(signed(row, by, holder), readers, at_least=1)


def opened(row: Row, roster: Roster) -> Row:
    """Return what was added, signed by whom it names; raise ``UnfitRecord``.

    ``roster`` is the list that was in force then.
    """
    by = PersonId(given(row, BY, str))
    title, key = _maker(by, roster)
    own = {key: value for key, value in row.items() if key != SIGNED}
    try:
        signature = bytes.fromhex(given(row, SIGNED, str))
        bindings.crypto_sign_open(signature + _CONTEXT + written(own), key)
    except (BadSignatureError, ValueError):
        raise UnfitRecord(f"{title} did not sign it") from None
    return own


def signed(row: Row, by: PersonId, holder: Holder) -> Row:
    """Return a row with the signature of its maker inside."""
    own = {**row, BY: by}
    signature = bindings.crypto_sign(_CONTEXT + written(own), holder.sign_secret)[:64]
    return {**own, SIGNED: signature.hex()}


def resealed(row: Row, version: int) -> Row:
    """Return what carries a signed row on; ``version`` is the list under which it was signed."""
    return {"kind": RESEALED, "tell": row.get("tell"), "version": version, "row": row}


def _maker(by: PersonId, roster: Roster) -> tuple[str, bytes]:
    """Return how somebody is called, and the key by which they sign; raise ``UnfitRecord``."""
    person = roster.person(by)
    if by == ESCROW and roster.escrow_sign:
        return "whoever has the escrow words", roster.escrow_sign
    if person is None or not person.sign_key:
        raise UnfitRecord("it names nobody on the list as its maker")
    return person.title, person.sign_key
