"""A sealed hand-over file: who it is for opens it with age, and nobody else."""

from __future__ import annotations

import sys

import pyrage
import pytest

from app.domain.tell.takeaway import NotSealed
from app.tell.sealed_export import sealed_for_key, sealed_for_passphrase

DATA = b'{"format":"be-smart-tell"}'


def test_a_passphrase_opens_it_and_another_does_not() -> None:
    sealed = sealed_for_passphrase(DATA, "kite moon cake owl rain")
    assert sealed.startswith(b"age-encryption.org/v1")
    assert DATA not in sealed
    assert pyrage.passphrase.decrypt(sealed, "kite moon cake owl rain") == DATA
    with pytest.raises(pyrage.DecryptError):
        pyrage.passphrase.decrypt(sealed, "kite moon cake owl sun")


def test_the_private_half_of_a_key_opens_it() -> None:
    own, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    sealed = sealed_for_key(DATA, f" {own.to_public()}\n")
    assert pyrage.decrypt(sealed, [own]) == DATA
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [other])


@pytest.mark.parametrize("word", ["", "age1nothing", "AGE-SECRET-KEY-1"])
def test_what_is_no_public_key_is_said(word: str) -> None:
    with pytest.raises(NotSealed, match="begins with age1"):
        sealed_for_key(DATA, word)


def test_a_short_passphrase_is_not_taken() -> None:
    with pytest.raises(NotSealed, match="too short"):
        sealed_for_passphrase(DATA, "12345 ")


def test_without_the_optional_part_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyrage", None)
    for seal, word in ((sealed_for_key, "age1"), (sealed_for_passphrase, "kite moon cake owl")):
        with pytest.raises(NotSealed, match="optional part 'tell'"):
            seal(DATA, word)
