"""The format as another program reads it: by what ``app/tell/__init__.py`` says, and no line of it.

``reader`` below uses PyNaCl, hashlib, struct and json alone; ``tests/vectors.py`` made the file.
"""

from __future__ import annotations

import base64
import json
import struct
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox
from nacl.signing import SigningKey, VerifyKey

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))
FILES = {name: base64.b64decode(text) for name, text in VECTORS["files"].items()}
CHAIN = bytes.fromhex(VECTORS["chain"])
PUBLIC = bytes.fromhex(VECTORS["kiosk_public"])
Row = dict[str, Any]


def hash_of(data: bytes) -> bytes:
    """Return BLAKE2b-256."""
    return blake2b(data, digest_size=32).digest()


def named_by(chain: bytes, public: bytes) -> list[tuple[bytes, int]]:
    """Return hash and length of every file that a chain names, once all of it is checked."""
    named, before = [], bytes(32)
    for number, at in enumerate(range(0, len(chain), 216)):
        piece = chain[at : at + 216]
        VerifyKey(public).verify(b"be-smart entry 1" + piece[:152], piece[152:])
        fields = struct.unpack(">4sB3sQqq16s32s32s32sII", piece[:152])
        magic, kind, zeros, seq, _, _, _, writer, link, body, length, roster = fields
        assert (magic, zeros, seq, writer, link) == (b"BSE1", bytes(3), number, public, before)
        assert roster == VECTORS["roster"]["version"]
        assert kind == (1 if number else 0)
        named += [(body, length)] if kind else []
        before = hash_of(piece)
    return named


def boxed(data: bytes, key: bytes) -> Row | None:
    """Return what a secret box holds, None where the key does not open it."""
    try:
        padded = SecretBox(key).decrypt(data)
    except CryptoError:
        return None
    row: Row = json.loads(padded.rstrip(b"\0").removesuffix(b"\x80"))
    return row


def slot_key(slots: bytes, private: bytes) -> bytes | None:
    """Return the key that one of these slots holds for somebody."""
    for at in range(0, len(slots), 80):
        try:
            return SealedBox(PrivateKey(private)).decrypt(slots[at : at + 80])
        except CryptoError:
            continue
    return None


def sealed(data: bytes, private: bytes) -> Row | None:
    """Return the record of a sealed file for somebody's private key."""
    assert data[:5] == b"BSB1\x01"
    assert data[6:8] == bytes(2)
    assert len(data) == 24 + 9 * 80 + 40 + {0: 1024, 1: 4096, 2: 16384}[data[5]]
    key = slot_key(data[24:744], private)
    return boxed(data[744:], key) if key else None


def group(data: bytes, key: bytes) -> list[Row]:
    """Return the records of a group file."""
    assert data[:8] == b"BSG1\x01\0\0\0"
    assert (len(data) - 104) % (8 * 4136) == 0
    found = (boxed(data[at : at + 4136], key) for at in range(104, len(data), 4136))
    return [row for row in found if row is not None]


def reader(private: bytes) -> tuple[list[Row], list[Row]]:
    """Return the first presses and all that was said, as somebody can read it."""
    files = {body.hex(): FILES[body.hex()] for body, _ in named_by(CHAIN, PUBLIC)}
    records = [sealed(one, private) for one in files.values() if one[:4] == b"BSB1"]
    groups = {one[8:24].hex(): one for one in files.values() if one[:4] == b"BSG1"}
    firsts, said = [], []
    for letter in (one for one in records if one and one["kind"] == "letter"):
        row = boxed(files[letter["first"]][744:], bytes.fromhex(letter["first_key"]))
        firsts += [row] if row else []
        key = bytes.fromhex(letter["group_key"])
        said += group(groups[letter["group"]], key) if key else []
    return firsts, said


def private(name: str) -> bytes:
    """Return somebody's private key."""
    return bytes.fromhex(VECTORS["keys"][name]["private"])


def test_the_chain_names_the_files_that_are_there() -> None:
    named = named_by(CHAIN, PUBLIC)
    assert {(body.hex(), length) for body, length in named} == {
        (name, len(data)) for name, data in FILES.items()
    }
    assert all(hash_of(data).hex() == name for name, data in FILES.items())
    assert len(named) == 5


def test_the_keys_belong_together() -> None:
    for name, pair in VECTORS["keys"].items():
        assert bytes(PrivateKey(private(name)).public_key).hex() == pair["public"]
    seed = bytes.fromhex(VECTORS["kiosk_key"]).removeprefix(b"be-smart kiosk key 1\n")
    own = blake2b(seed, digest_size=32, person=b"kiosk").digest()
    assert bytes(SigningKey(own).verify_key) == PUBLIC


@pytest.mark.parametrize("name", sorted(VECTORS["keys"]))
def test_another_program_reads_it_with_a_staff_key(name: str) -> None:
    firsts, said = reader(private(name))
    knows = name in {*VECTORS["reads_all"], *VECTORS["reads_first"]}
    # The key on paper opens both letters: that of who reads on, and that of all others.
    assert firsts == [VECTORS["first"]] * ((2 if name == "escrow" else 1) if knows else 0)
    assert said == (VECTORS["said"] if name in VECTORS["reads_all"] else [])


def test_the_key_on_paper_opens_the_group_by_its_own_slot() -> None:
    data = next(one for one in FILES.values() if one[:4] == b"BSG1")
    key = slot_key(data[24:104], private("escrow"))
    assert key is not None
    assert group(data, key) == VECTORS["said"]


def test_no_line_of_the_program_was_needed() -> None:
    text = Path(__file__).read_text("utf-8")
    assert not [line for line in text.splitlines() if line.startswith(("from app", "import app"))]
