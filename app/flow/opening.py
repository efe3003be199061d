"""Somebody's key by their passphrase, as the list in force knows it. Comes on the lane "cpu"."""

from __future__ import annotations

from app.domain.tell.desk import Hand, Seed, StaffDesk
from app.domain.tell.people import Person


def opened(desk: StaffDesk, person: Person, passphrase: str) -> Hand | None:
    """Return somebody's hand, None where the passphrase is not right.

    Where they have a new key and two have signed it, what they had before is their former one until
    all is written for the new one.
    """
    seed = desk.unlock(person.id, passphrase)
    if seed is None or fits(desk, person, seed):
        return Hand(person.id, seed) if seed is not None else None
    following = desk.unlock_next(person.id, passphrase)
    if following is None or not fits(desk, person, following):
        return None
    return Hand(person.id, following, former=seed)


def fits(desk: StaffDesk, person: Person, seed: Seed) -> bool:
    """Tell whether a seed is the one whose public keys stand on the list."""
    return desk.public_keys(seed) == (person.box_key, person.sign_key)
