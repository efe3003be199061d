"""The keys by which this PC signs what it writes: one for children's presses, one for the desk."""

from __future__ import annotations

import secrets
from hashlib import blake2b
from typing import NamedTuple

from nacl import bindings

from app.domain.ports import StoreFault
from app.domain.tell.vault import Vault

FILE = "kiosk.key"
_SEED = 32
_MAGIC = b"be-smart kiosk key 1\n"


class Writer(NamedTuple):
    """An Ed25519 key pair: 32 bytes public, 64 secret."""

    public: bytes
    secret: bytes

    @property
    def file(self) -> str:
        """The name of the chain that it writes."""
        return chain_file(self.public)


class Writers(NamedTuple):
    """The two writers of a PC."""

    kiosk: Writer
    desk: Writer


def chain_file(public: bytes) -> str:
    """Return the name of a writer's chain: the first 16 bytes of its key."""
    return f"chains/{public[:16].hex()}.chain"


def writers(vault: Vault) -> Writers:
    """Return this PC's writers, whose seed is made once; raise ``StoreFault``."""
    kept = kept_writers(vault)
    if kept is not None:
        return kept
    if vault.names("chains"):
        raise StoreFault(
            f"{FILE}: this PC's key is gone although it has written chains; put the file back"
            " from a copy, or let two holders take the kiosk as a new one"
        )
    seed = secrets.token_bytes(_SEED)
    vault.write({FILE: _MAGIC + seed})
    return _writers(seed)


def kept_writers(vault: Vault) -> Writers | None:
    """Return this PC's writers, None where there are none yet; raise ``StoreFault``."""
    kept = vault.read(FILE)
    if kept is None:
        return None
    if len(kept) != len(_MAGIC) + _SEED or not kept.startswith(_MAGIC):
        raise StoreFault(f"{FILE}: this PC's key is damaged; put the file back from a copy")
    return _writers(kept[len(_MAGIC) :])


def _writers(seed: bytes) -> Writers:
    return Writers(_writer(seed, b"kiosk"), _writer(seed, b"desk"))


def _writer(seed: bytes, what: bytes) -> Writer:
    own = blake2b(seed, digest_size=32, person=what).digest()
    return Writer(*bindings.crypto_sign_seed_keypair(own))
