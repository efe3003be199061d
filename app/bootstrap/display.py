"""Is there a screen to draw on? Asked before Qt is, because Qt aborts where there is none."""

from __future__ import annotations

import _socket  # what socket is made of, without its 200 constants as enumerations (5 ms)
import os
import re
import sys
from contextlib import closing, suppress
from pathlib import Path

from app.bootstrap.x_greeting import cookies, greeting

NO_DISPLAY = (
    "Be SMART needs a screen, and there is none here. Start it from the desktop of the PC, "
    "not over a text connection."
)
GONE, REFUSED, WELCOME = "gone", "refused", "welcome"
_FIRST_PORT = 6000
"""Where display 0 is listened for over a network, by the rule of X."""
PATIENCE_SECONDS = 1.0
"""A server that is slower, or hangs up, is taken for one that says yes: Qt asks it better."""


def fault() -> str:
    """Return why no window can be shown ("" where one can), in one sentence for a technician."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    wayland, display = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    if wayland and _has_wayland(wayland):
        return ""
    if display:
        return _fault_of_x(display)
    if wayland:
        return f"{NO_DISPLAY} (WAYLAND_DISPLAY is {wayland}, and nobody answers there.)"
    return NO_DISPLAY


def _has_wayland(name: str) -> bool:
    """Whether a compositor listens; its socket stands in the session's folder, or is a path."""
    door = _reached(str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name))
    if door is not None:
        door.close()
    return door is not None


def _fault_of_x(display: str) -> str:
    """Ask a local X server, or the near end of a tunnel; another machine's is left for Qt."""
    found = re.fullmatch(r"(unix|localhost|127\.0\.0\.1)?:(\d+)(?:\.\d+)?", display)
    if found is None:
        return ""
    host, number = found[1], found[2]
    answer = _best_answer(number) if host in {None, "unix"} else _answer_of_tunnel(int(number))
    if answer == WELCOME:
        return ""
    why = "no X server answers there" if answer == GONE else "the X server there refuses us"
    return f"{NO_DISPLAY} (DISPLAY is {display}, and {why}.)"


def _best_answer(number: str) -> str:
    """Greet a local X server with every cookie we have; return its best answer."""
    answer = GONE
    for cookie in (*cookies(int(number)), b""):
        answer = _answer(number, cookie)
        if answer == WELCOME:
            break
    return answer


def _answer_of_tunnel(number: int) -> str:
    """Return whether anything listens here that leads to a display on another machine."""
    for family, host in ((_socket.AF_INET, "127.0.0.1"), (_socket.AF_INET6, "::1")):
        with suppress(OSError, OverflowError):
            with closing(_socket.socket(family, _socket.SOCK_STREAM)) as door:
                door.settimeout(PATIENCE_SECONDS)
                door.connect((host, _FIRST_PORT + number))
            return WELCOME
    return GONE


def _answer(number: str, cookie: bytes) -> str:
    """Greet an X server and return how it takes it; the first byte of its answer tells."""
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen, by convention
    door = _reached(path) or _reached(f"\0{path}")
    if door is None:
        return GONE
    with closing(door):
        try:
            door.settimeout(PATIENCE_SECONDS)
            door.sendall(greeting(cookie))
            return REFUSED if door.recv(1) == b"\0" else WELCOME
        except OSError:
            return WELCOME


def _reached(address: str) -> _socket.socket | None:
    """Return a connection to a local server, or None."""
    door = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
    try:
        door.connect(address)
    except OSError:
        door.close()
        return None
    return door
