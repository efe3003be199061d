"""A hand-over file sealed with ``age``, for a passphrase or for somebody's public key.

Whoever gets it opens it with any ``age`` program. The part that makes it, ``pyrage``, is optional,
imported here alone, and late.
"""

from __future__ import annotations

from types import ModuleType

from app.domain.tell.takeaway import NotSealed

KEY = "age1"
LEAST = 12
"""Letters of a passphrase: the file leaves the school, and anybody can try at leisure."""


def sealed_for_passphrase(data: bytes, passphrase: str) -> bytes:
    """Return bytes that a passphrase opens. Takes about a second: come on the lane "cpu"."""
    age = _age()
    if len(passphrase.strip()) < LEAST:
        raise NotSealed(f"the passphrase is too short; take at least {LEAST} letters")
    return bytes(age.passphrase.encrypt(data, passphrase))


def sealed_for_key(data: bytes, recipient: str) -> bytes:
    """Return bytes that the private half of a public key ("age1...") opens."""
    age = _age()
    try:
        key = age.x25519.Recipient.from_str(recipient.strip())
    except age.RecipientError:
        raise NotSealed(
            f"this is no public key of age; it begins with {KEY}: ask for it once more"
        ) from None
    return bytes(age.encrypt(data, [key]))


def _age() -> ModuleType:
    try:
        import pyrage
    except ImportError:
        raise NotSealed(
            "sealed files need the optional part 'tell' of Be SMART; install it, or save the file"
            " to a removable drive that is itself encrypted"
        ) from None
    found: ModuleType = pyrage
    return found
