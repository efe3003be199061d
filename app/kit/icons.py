"""The staff pages' small signs: the one place that knows qtawesome, loaded on their first use.

Importing qtawesome costs 180 ms and more, so nothing that a pupil sees may import this module.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

import qtawesome
from PySide6.QtGui import QIcon
from qtawesome.iconic_font import IconicFont

from app.kit import style

_FONT = ("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")


class Glyph(StrEnum):
    """The signs there are; a name that qtawesome does not know would raise at use."""

    BACK = "arrow-left-bold"
    FORWARD = "caret-right-bold"
    UP = "caret-up-bold"
    DOWN = "caret-down-bold"
    CLOSE = "x-bold"
    ADD = "plus-bold"
    ERASE = "trash-bold"
    EDIT = "pencil-simple-bold"
    EXPORT = "download-simple-bold"
    IMPORT = "upload-simple-bold"
    PRINT = "printer-bold"
    SEARCH = "magnifying-glass-bold"
    CLASS = "users-bold"
    PUPIL = "user-bold"
    SETTINGS = "gear-six-bold"
    WARNING = "warning-circle-bold"
    DONE = "check-bold"
    LOOK = "eye-bold"
    KEY = "key-bold"
    LEAVE = "sign-out-bold"
    INFORMATION = "info-bold"
    AGAIN = "arrows-clockwise-bold"
    LIST = "list-bullets-bold"
    FILTER = "funnel-bold"


@cache
def _font() -> IconicFont:
    """Load one font only, from where it stands: nothing is copied, no registry is written."""
    return IconicFont((*_FONT, str(Path(qtawesome.__file__).parent / "fonts")))


def icon(glyph: Glyph, colour: str = "") -> QIcon:
    """Return a sign in "#rrggbb", in the theme's ink for ""."""
    shown = colour or style.current().palette.ink
    made = _font().icon(f"{_FONT[0]}.{glyph}", color=shown)
    return QIcon(made)
