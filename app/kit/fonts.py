"""The bundled letters: loaded when first asked for, never the system's own."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase

from app.domain.looks import Looks, Typeface
from app.kit import style
from app.kit.folder import assets
from app.kit.ruler import Ruler


class Role(Enum):
    """What a text is for; the value is its design size in pixels and whether it is a heading."""

    TITLE = (40, True)
    HEADING = (29, True)
    BUTTON = (24, True)
    BODY = (24, False)
    SMALL = (20, False)
    TINY = (16, False)

    @property
    def size(self) -> int:
        """Design size in pixels at a unit of 1 and text size 100."""
        return self.value[0]

    @property
    def strong(self) -> bool:
        """Whether it is set in the letters for headings."""
        return self.value[1]


_READING = {
    Typeface.ANDIKA: ("Andika-Regular.ttf", "Andika"),
    Typeface.LEXEND: ("Lexend-Regular.ttf", "Lexend"),
    Typeface.OPEN_DYSLEXIC: ("OpenDyslexic-Regular.otf", "OpenDyslexic"),
}
_HEADING = {
    Typeface.ANDIKA: ("Lexend-SemiBold.ttf", "Lexend"),
    Typeface.LEXEND: ("Lexend-SemiBold.ttf", "Lexend"),
    Typeface.OPEN_DYSLEXIC: ("OpenDyslexic-Bold.otf", "OpenDyslexic"),
}
_SMALLER = {Typeface.OPEN_DYSLEXIC: 0.86}
"""These letters are large for their size: set smaller they read as large as the others."""
_TIGHT_LETTERS, _TIGHT_WORDS = 90.0, 0.22
"""OpenDyslexic comes very widely spaced: letters at this per cent, words closer by this share."""


class FontMissing(RuntimeError):
    """A bundled font is not where it must be; the installation is damaged."""


@cache
def _load(file: str) -> None:
    if QFontDatabase.addApplicationFont(str(assets() / "fonts" / file)) < 0:
        raise FontMissing(f"the font {file} cannot be read; install Be SMART again")


def families(*, strong: bool) -> list[str]:
    """Return the families of letters for paper, which no child's looks change."""
    for file, _ in (_READING[Typeface.ANDIKA], _HEADING[Typeface.ANDIKA]):
        _load(file)
    return ["Lexend", "Lexend SemiBold", "Andika"] if strong else ["Andika"]


def font(role: Role, scale: float = 1.0, looks: Looks | None = None) -> QFont:
    """Return the font of a role in the style in force; ``scale`` makes it larger or smaller.

    ``looks`` asks for the letters of other looks than those in force, as for a sample of them.
    """
    now = style.current() if looks is None else replace(style.current(), looks=looks)
    size = now.text_px(role.size * scale * _SMALLER.get(now.looks.typeface, 1.0))
    return QFont(_made(role, now.looks.typeface, size))


def ruler(role: Role, scale: float = 1.0) -> Ruler:
    """Return the measures of a role's letters in the style in force."""
    now = style.current()
    size = now.text_px(role.size * scale * _SMALLER.get(now.looks.typeface, 1.0))
    return _ruled(role, now.looks.typeface, size)


@lru_cache(maxsize=64)
def _ruled(role: Role, typeface: Typeface, size: int) -> Ruler:
    return Ruler(_made(role, typeface, size))


@lru_cache(maxsize=64)
def _made(role: Role, typeface: Typeface, size: int) -> QFont:
    """Make a font of ``size`` pixels once; making one costs more than copying it."""
    file, family = (_HEADING if role.strong else _READING)[typeface]
    _load(file)
    made = QFont([family, "Lexend SemiBold"] if role.strong else [family])
    made.setWeight(_weight(role, typeface))
    made.setPixelSize(size)
    if typeface is Typeface.OPEN_DYSLEXIC:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TIGHT_LETTERS)
        made.setWordSpacing(-_TIGHT_WORDS * size)
    return made


def _weight(role: Role, typeface: Typeface) -> QFont.Weight:
    if not role.strong:
        return QFont.Weight.Normal
    bold = typeface is Typeface.OPEN_DYSLEXIC
    return QFont.Weight.Bold if bold else QFont.Weight.DemiBold
