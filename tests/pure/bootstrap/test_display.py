"""Whether there is a screen is known before Qt is asked, and told in words for a technician."""

from __future__ import annotations

import socket
import sys

import pytest

from app.bootstrap import display
from app.bootstrap.display import NO_DISPLAY

ASKED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
NOBODY = ":4711"


@pytest.fixture
def linux(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Stand on a Linux without any screen."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ASKED:
        monkeypatch.delenv(name, raising=False)
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
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4712")
        server.listen()
        assert display.fault() == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISPLAY", "elsewhere.example:0"),
        ("WAYLAND_DISPLAY", "wayland-0"),
        ("QT_QPA_PLATFORM", "offscreen"),
    ],
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
