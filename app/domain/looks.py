"""How the program looks for one pupil."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

TEXT_SIZES = (100, 115, 130, 150)
"""Text sizes in per cent."""


class Theme(StrEnum):
    """A set of colours."""

    PAPER = "paper"
    GREY = "grey"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class Typeface(StrEnum):
    """The letters a pupil reads."""

    ANDIKA = "andika"
    LEXEND = "lexend"
    OPEN_DYSLEXIC = "open-dyslexic"


@dataclass(frozen=True, slots=True)
class Looks:
    """One pupil's choice; the defaults are what Welcome shows."""

    text_size: int = 100
    theme: Theme = Theme.PAPER
    typeface: Typeface = Typeface.ANDIKA
    still: bool = False
