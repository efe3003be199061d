"""The staff pages' small signs: the one place that knows qtawesome, loaded on their first use.

Importing qtawesome costs 180 ms and more, so nothing that a pupil sees may import this module.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

import qtawesome
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit
from qtawesome.iconic_font import IconicFont

from app.kit import style

_FONT = ("ph", "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")


class Glyph(StrEnum):
    """The signs there are; a name that qtawesome does not know would raise at use."""

    SEARCH = "magnifying-glass-bold"


@cache
def _font() -> IconicFont:
    """Load one font only, from where it stands: nothing is copied, no registry is written."""
    return IconicFont((*_FONT, str(Path(qtawesome.__file__).parent / "fonts")))


def icon(glyph: Glyph, colour: str) -> QIcon:
    """Return a sign in "#rrggbb"."""
    return QIcon(_font().icon(f"{_FONT[0]}.{glyph}", color=colour))


def add_search_sign(field: QLineEdit) -> None:
    """Put the magnifying glass at the head of a field in which one types to find."""
    glass = icon(Glyph.SEARCH, style.current().palette.muted)
    action = field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
    action.setText(field.accessibleName())
