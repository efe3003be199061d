"""Whether there is a screen is known before Qt is asked, and told in words for a technician."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Self

import pytest

from app.bootstrap import display
from app.bootstrap.display import NO_DISPLAY
from app.bootstrap.x_greeting import METHOD, WILD
from tests.pure.bootstrap.test_x_greeting import entry

ASKED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")
NOBODY = ":4711"


class Server:
    """An X server that answers every greeting, for as long as it is entered."""

    def __init__(self, number: str, answer: Callable[[bytes], bytes]) -> None:
        """``answer`` gives the first byte for what was said."""
        self._answer = answer
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(f"\0/tmp/.X11-unix/X{number}")
        self._door.listen()
        self._pool = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        """Begin to answer."""
        self._pool.submit(self._serve)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and wait until it has."""
        self._door.shutdown(socket.SHUT_RDWR)
        self._pool.shutdown()
        self._door.close()

    def _serve(self) -> None:
        while True:
            try:
                guest, _ = self._door.accept()
            except OSError:
                return
            with guest:
                guest.sendall(self._answer(guest.recv(4096)))


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Stand on a Linux without any screen."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ASKED:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XAUTHORITY", "/nowhere/cookies")
    return monkeypatch


@pytest.mark.usefixtures("linux")
def test_no_display_is_told_in_words() -> None:
    assert display.fault() == NO_DISPLAY
    assert "needs a screen" in NO_DISPLAY
    assert "\n" not in NO_DISPLAY


def test_a_display_where_nobody_answers_is_named(linux: pytest.MonkeyPatch) -> None:
    linux.setenv("DISPLAY", NOBODY)
    assert display.fault() == f"{NO_DISPLAY} (DISPLAY is {NOBODY}, and no X server answers there.)"


@pytest.mark.parametrize("name", [":4712", "unix:4712", ":4712.0"])
def test_a_display_that_answers_will_do(linux: pytest.MonkeyPatch, name: str) -> None:
    linux.setenv("DISPLAY", name)
    with Server("4712", lambda _: b"\1"):
        assert display.fault() == ""


def test_a_display_that_refuses_us_is_told(linux: pytest.MonkeyPatch) -> None:
    linux.setenv("DISPLAY", ":4713")
    with Server("4713", lambda _: b"\0"):
        told = display.fault()
    assert told == f"{NO_DISPLAY} (DISPLAY is :4713, and the X server there refuses us.)"


def test_a_display_that_knows_our_cookie_will_do(linux: pytest.MonkeyPatch, tmp_path: Path) -> None:
    linux.setenv("DISPLAY", ":4714")
    linux.setenv("XAUTHORITY", str(tmp_path / "cookies"))
    (tmp_path / "cookies").write_bytes(entry(WILD, b"", b"4714", METHOD, b"0123456789abcdef"))
    with Server("4714", lambda said: b"\1" if b"0123456789abcdef" in said else b"\0"):
        assert display.fault() == ""


def test_a_server_that_hangs_up_is_left_to_qt(linux: pytest.MonkeyPatch) -> None:
    linux.setenv("DISPLAY", ":4715")
    with Server("4715", lambda _: b""):
        assert display.fault() == ""


def test_a_tunnel_is_there_or_is_told(linux: pytest.MonkeyPatch) -> None:
    with socket.socket() as tunnel:
        tunnel.bind(("127.0.0.1", 0))
        name = f"localhost:{tunnel.getsockname()[1] - 6000}.0"
        linux.setenv("DISPLAY", name)
        told = f"{NO_DISPLAY} (DISPLAY is {name}, and no X server answers there.)"
        assert display.fault() == told
        tunnel.listen()
        assert display.fault() == ""


def test_a_compositor_that_answers_will_do(linux: pytest.MonkeyPatch, tmp_path: Path) -> None:
    linux.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-7"))
        compositor.listen()
        for name in ("wayland-7", str(tmp_path / "wayland-7")):
            linux.setenv("WAYLAND_DISPLAY", name)
            assert display.fault() == ""


def test_a_compositor_that_is_gone_is_told(linux: pytest.MonkeyPatch, tmp_path: Path) -> None:
    linux.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    linux.setenv("WAYLAND_DISPLAY", "wayland-7")
    told = f"{NO_DISPLAY} (WAYLAND_DISPLAY is wayland-7, and nobody answers there.)"
    assert display.fault() == told
    linux.setenv("DISPLAY", NOBODY)
    assert "no X server answers there" in display.fault()


@pytest.mark.parametrize(
    ("name", "value"), [("DISPLAY", "elsewhere.example:0"), ("QT_QPA_PLATFORM", "offscreen")]
)
def test_what_only_qt_can_reach_is_left_to_it(
    linux: pytest.MonkeyPatch, name: str, value: str
) -> None:
    linux.setenv(name, value)
    assert display.fault() == ""


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(linux: pytest.MonkeyPatch, system: str) -> None:
    linux.setattr(sys, "platform", system)
    assert display.fault() == ""
