"""How an X client greets its server, and the cookies that show it may (X protocol, Xau files)."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path

METHOD = b"MIT-MAGIC-COOKIE-1"
LOCAL, WILD = 256, 65535
"""Families of an address in the file of cookies: this host's name, or any."""
FIELDS = 4


def greeting(cookie: bytes) -> bytes:
    """Return a client's first bytes, little-endian; an empty cookie shows none."""
    method = METHOD if cookie else b""
    head = struct.pack("<BxHHHHxx", ord("l"), 11, 0, len(method), len(cookie))
    return head + _padded(method) + _padded(cookie)


def cookies(number: int) -> list[bytes]:
    """Return this account's cookies for a display of this machine; none if it has no such file."""
    try:
        raw = Path(os.environ.get("XAUTHORITY") or Path.home() / ".Xauthority").read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: an account without a home
        return []
    return [
        cookie
        for family, (host, display, method, cookie) in _entries(raw)
        if (family == WILD or (family == LOCAL and host == os.uname().nodename.encode()))
        and display in {b"", b"%d" % number}
        and method == METHOD
        and cookie
    ]


def _entries(raw: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Yield family and four texts (host, display, method, cookie); stop where one is cut off."""
    place = 0
    while len(raw) >= place + 2:
        (family,) = struct.unpack_from(">H", raw, place)
        place += 2
        texts: list[bytes] = []
        for _ in range(FIELDS):
            if len(raw) < place + 2:
                return
            (length,) = struct.unpack_from(">H", raw, place)
            texts.append(raw[place + 2 : place + 2 + length])
            place += 2 + length
        yield family, texts


def _padded(text: bytes) -> bytes:
    """Fill up to a multiple of four bytes."""
    return text + bytes(-len(text) % 4)
