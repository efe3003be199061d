"""The one line before a document by which a damaged, cut or newer file is known for what it is."""

from __future__ import annotations

import zlib
from typing import NamedTuple

MAGIC = b"be-smart"


class Damaged(Exception):
    """These bytes are not what was written."""


class Letter(NamedTuple):
    """A document's format ("progress"), its schema version (1 or more) and its bytes."""

    format: str
    schema: int
    body: bytes


def seal(letter: Letter) -> bytes:
    """Return the bytes of a file: "be-smart <format> <schema> <crc32> <length>", then the body."""
    check = zlib.crc32(letter.body, _seed(letter.format, letter.schema))
    head = f"{letter.format} {letter.schema} {check:08x} {len(letter.body)}"
    return b"%b %b\n%b" % (MAGIC, head.encode("ascii"), letter.body)


def unseal(data: bytes) -> Letter:
    """Return what was sealed; raise ``Damaged`` where a single bit differs."""
    head, newline, body = data.partition(b"\n")
    words = head.split(b" ")
    if not newline or len(words) != 5 or words[0] != MAGIC:
        raise Damaged("it does not begin as our files do")
    try:
        letter = Letter(words[1].decode("ascii"), int(words[2]), body)
    except ValueError:
        raise Damaged("its first line is damaged") from None
    if seal(letter) != data:
        raise Damaged("its checksum or length does not fit")
    return letter


def _seed(form: str, schema: int) -> int:
    """Let the checksum cover the first line too."""
    return zlib.crc32(f"{form} {schema}".encode("ascii"))
