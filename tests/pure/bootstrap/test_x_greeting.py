"""The first bytes to an X server, and the cookies of this account that fit the display."""

from __future__ import annotations

import socket
import struct
from pathlib import Path

import pytest

from app.bootstrap.x_greeting import LOCAL, METHOD, WILD, cookies, greeting

COOKIE = bytes(range(16))
HERE = socket.gethostname().encode()


def entry(family: int, *texts: bytes) -> bytes:
    """Return one entry of a file of cookies: host, display, method, cookie."""
    parts = [struct.pack(">H", len(text)) + text for text in texts]
    return struct.pack(">H", family) + b"".join(parts)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where this account's cookies are looked for."""
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "cookies"))
    return tmp_path / "cookies"


def test_a_greeting_without_a_cookie_is_twelve_bytes() -> None:
    assert greeting(b"") == b"l\0" + bytes([11, 0, 0, 0, 0, 0, 0, 0, 0, 0])


def test_a_greeting_shows_its_cookie_filled_up_to_words() -> None:
    said = greeting(COOKIE)
    assert said[6:10] == bytes([18, 0, 16, 0])
    assert said[12:] == METHOD + b"\0\0" + COOKIE


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        (entry(LOCAL, HERE, b"3", METHOD, COOKIE), True),
        (entry(WILD, b"", b"3", METHOD, COOKIE), True),
        (entry(WILD, b"any", b"", METHOD, COOKIE), True),
        (entry(LOCAL, b"other than " + HERE, b"3", METHOD, COOKIE), False),
        (entry(0, HERE, b"3", METHOD, COOKIE), False),
        (entry(LOCAL, HERE, b"33", METHOD, COOKIE), False),
        (entry(LOCAL, HERE, b"3", b"XDM-AUTHORIZATION-1", COOKIE), False),
    ],
)
def test_only_cookies_for_this_display_are_shown(file: Path, written: bytes, *, fits: bool) -> None:
    file.write_bytes(entry(0, b"\x7f\0\0\1", b"9", METHOD, b"other") + written)
    assert cookies(3) == ([COOKIE] if fits else [])


def test_a_file_cut_off_gives_what_stands_before_the_cut(file: Path) -> None:
    whole = entry(WILD, b"", b"3", METHOD, COOKIE)
    for length in range(len(whole)):
        file.write_bytes(whole + whole[:length])
        assert COOKIE in cookies(3)


def test_without_a_file_there_are_none(file: Path) -> None:
    assert not file.exists()
    assert cookies(3) == []


def test_it_is_looked_for_at_home_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XAUTHORITY", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".Xauthority").write_bytes(entry(WILD, b"", b"3", METHOD, COOKIE))
    assert cookies(3) == [COOKIE]
