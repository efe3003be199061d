"""What staff add to the record, signed by whoever did it and sealed to whom it concerns."""

from __future__ import annotations

from nacl import bindings
from nacl.exceptions import BadSignatureError

from app.domain.tell.people import PersonId, Roster
from app.domain.tell.records import Row, UnfitRecord, given
from app.tell.keys import Holder
from app.tell.sealing import Readers, Sealed, seal, written

_CONTEXT = b"be-smart deed 1"
BY, SIGNED = "by", "signed"


def sealed(row: Row, by: PersonId, holder: Holder, readers: Readers) -> Sealed:
    """Return the file of what somebody adds; all of them are of 4 KiB or more."""
    own = {**row, BY: by}
    signature = bindings.crypto_sign(_CONTEXT + written(own), holder.sign_secret)[:64]
    return seal({**own, SIGNED: signature.hex()}, readers, at_least=1)


def opened(row: Row, roster: Roster) -> Row:
    """Return what was added, signed by whom it names; raise ``UnfitRecord``.

    ``roster`` is the list that was in force then.
    """
    person = roster.person(PersonId(given(row, BY, str)))
    if person is None or not person.sign_key:
        raise UnfitRecord("it names nobody on the list as its maker")
    own = {key: value for key, value in row.items() if key != SIGNED}
    try:
        signature = bytes.fromhex(given(row, SIGNED, str))
        bindings.crypto_sign_open(signature + _CONTEXT + written(own), person.sign_key)
    except (BadSignatureError, ValueError):
        raise UnfitRecord(f"{person.title} did not sign it") from None
    return own
