"""Is there a screen to draw on? Asked before Qt is, because Qt aborts where there is none."""

from __future__ import annotations

import os
import re
import socket
import sys

NO_DISPLAY = (
    "Be SMART needs a screen, and there is none here. Start it from the desktop of the PC, "
    "not over a text connection."
)


def fault() -> str:
    """Return why no window can be shown ("" where one can), in one sentence for a technician."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return NO_DISPLAY
    if _answers(display):
        return ""
    return f"{NO_DISPLAY} (DISPLAY is {display}, and no X server answers there.)"


def _answers(display: str) -> bool:
    """Whether a local X server listens; one on another machine is left for Qt to reach."""
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return True
    path = f"/tmp/.X11-unix/X{local[1]}"  # noqa: S108 - where X servers listen, by convention
    return any(_connects(address) for address in (path, f"\0{path}"))


def _connects(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as door:
        try:
            door.connect(address)
        except OSError:
            return False
        return True
