"""Keys of the grown-ups: one seed each, sealed by a passphrase, and written as words on paper.

A seed (32 random bytes) is all there is of a holder's keys: the X25519 key that opens sealed
records and the Ed25519 key that signs deeds are made from it. The file ``staff/<person>.key`` is a
line "be-smart staff key 1", a salt of 16 bytes, then a secret box (nonce 24, authenticator 16) of
the seed, under Argon2id of the passphrase (128 MiB, 4 passes, one lane: about 0.7 s).
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from nacl import bindings
from nacl.exceptions import CryptoError

from app.domain.tell.desk import WrongWords

if TYPE_CHECKING:
    from mnemonic import Mnemonic

SEED = 32
PASSES, BYTES = 4, 128 * 1024 * 1024
WORDS = 24
SUGGESTED_WORDS = 5
LEAST_GUESSES = 1e15
"""What five words chosen by chance are worth to somebody who knows that they are words."""
LONGEST = 200
_MAGIC = b"be-smart staff key 1\n"
_SALT = 16


class Holder(NamedTuple):
    """The keys of one grown-up; the private ones live in memory while they are signed in."""

    box_secret: bytes
    box_key: bytes
    sign_secret: bytes
    sign_key: bytes


def new_seed() -> bytes:
    """Return a new seed."""
    return secrets.token_bytes(SEED)


def holder(seed: bytes) -> Holder:
    """Return the keys that a seed stands for."""
    box = blake2b(seed, digest_size=32, person=b"box").digest()
    signing = blake2b(seed, digest_size=32, person=b"sign").digest()
    sign_key, sign_secret = bindings.crypto_sign_seed_keypair(signing)
    return Holder(box, bindings.crypto_scalarmult_base(box), sign_secret, sign_key)


def escrow(key: bytes) -> Holder:
    """Return the keys of the escrow words: they are its private X25519 key, not a seed."""
    signing = blake2b(key, digest_size=32, person=b"escrow sign").digest()
    sign_key, sign_secret = bindings.crypto_sign_seed_keypair(signing)
    return Holder(key, bindings.crypto_scalarmult_base(key), sign_secret, sign_key)


def locked(seed: bytes, passphrase: str) -> bytes:
    """Return the file of a seed, for a passphrase that is good enough. Takes about 0.7 s."""
    salt = secrets.token_bytes(_SALT)
    nonce = secrets.token_bytes(24)
    return _MAGIC + salt + nonce + bindings.crypto_secretbox(seed, nonce, _key(passphrase, salt))


def unlocked(data: bytes, passphrase: str) -> bytes | None:
    """Return the seed, None where the passphrase (or the file) is not right. About 0.7 s."""
    head = len(_MAGIC)
    if not data.startswith(_MAGIC) or len(passphrase) > LONGEST:
        return None
    salt, nonce = data[head : head + _SALT], data[head + _SALT : head + _SALT + 24]
    try:
        box = data[head + _SALT + 24 :]
        return bindings.crypto_secretbox_open(box, nonce, _key(passphrase, salt))
    except (CryptoError, ValueError):
        return None


def weakness(passphrase: str, known: Sequence[str] = ()) -> str:
    """Return in words why a passphrase is not to be used, "" for a good one.

    ``known`` are words that everybody at the school could try: its name, and people's titles.
    """
    if len(passphrase) > LONGEST:
        return f"this is longer than {LONGEST} letters; take a shorter one"
    # Imported here: 60 ms, and only who makes a passphrase needs it.
    from zxcvbn import zxcvbn

    tried = [word for words in known for word in (words, *words.split())]
    if passphrase.strip():
        found = zxcvbn(passphrase, user_inputs=tried, max_length=LONGEST)
        if found["guesses"] >= LEAST_GUESSES:
            return ""
    return "this is too easy to guess; take five words that have nothing to do with each other"


def suggestion() -> str:
    """Return five words chosen by chance."""
    return " ".join(secrets.choice(_list().wordlist) for _ in range(SUGGESTED_WORDS))


def words_of(key: bytes) -> tuple[str, ...]:
    """Return a key (32 bytes) as 24 words with a checksum in them."""
    return tuple(_list().to_mnemonic(key).split())


def key_of(words: Sequence[str]) -> bytes:
    """Return the key that words stand for; raise ``WrongWords``."""
    given = [word.strip().casefold() for word in words if word.strip()]
    if len(given) != WORDS:
        raise WrongWords(f"there are {len(given)} words; {WORDS} are needed")
    unknown = [word for word in given if word not in _list().wordlist]
    if unknown:
        raise WrongWords(f"no such word in the list: {', '.join(unknown)}; look at its spelling")
    try:
        return bytes(_list().to_entropy(given))
    except ValueError:
        raise WrongWords("a word is wrong or in the wrong place; compare them one by one") from None


def _key(passphrase: str, salt: bytes) -> bytes:
    """Return the key of a passphrase; how its letters are composed makes no difference."""
    text = unicodedata.normalize("NFKC", " ".join(passphrase.split())).encode()
    alg = bindings.crypto_pwhash_ALG_ARGON2ID13
    return bindings.crypto_pwhash_alg(SEED, text, salt, PASSES, BYTES, alg)


@cache
def _list() -> Mnemonic:
    # Imported here: it reads its list of words from a file.
    from mnemonic import Mnemonic

    return Mnemonic("english")
