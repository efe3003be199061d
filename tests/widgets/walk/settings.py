"""What a page may meet: sizes of windows and letters, colours, typefaces, languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from app.domain.looks import TEXT_SIZES, Looks, Theme, Typeface
from tests.widgets.walk.pairs import all_pairs


class Language(StrEnum):
    """How the interface's texts are shown."""

    ENGLISH = "english"
    LONGER = "longer"  # every text 40 % longer, with accents
    MIRRORED = "mirrored"  # right to left


@dataclass(frozen=True)
class Setting:
    """One combination. ``size`` is that of the window in logical pixels, ``text`` in per cent."""

    size: tuple[int, int]
    text: int = 100
    theme: Theme = Theme.PAPER
    typeface: Typeface = Typeface.ANDIKA
    language: Language = Language.ENGLISH

    @property
    def looks(self) -> Looks:
        """What a pupil would have chosen."""
        return Looks(self.text, self.theme, self.typeface, still=True)

    @property
    def name(self) -> str:
        """The combination in words."""
        size = "x".join(str(side) for side in self.size)
        return f"{size}-{self.text}-{self.theme}-{self.typeface}-{self.language}"


LARGER = 115
"""Up to this text size (in per cent) every letter has its full size."""
SMALL, TALL, USUAL, LARGE, WHITEBOARD = SIZES = (
    (1024, 768),
    (768, 1366),
    (1366, 768),
    (1920, 1080),
    (3840, 2160),
)


def pairs() -> list[Setting]:
    """Return combinations in which every two values meet."""
    return [
        Setting(
            SIZES[size],
            TEXT_SIZES[text],
            list(Theme)[theme],
            list(Typeface)[typeface],
            list(Language)[language],
        )
        for size, text, theme, typeface, language in all_pairs(
            [len(SIZES), len(TEXT_SIZES), len(Theme), len(Typeface), len(Language)]
        )
    ]


def extremes() -> list[Setting]:
    """Return the smallest and largest windows with the longest texts in the widest letters.

    Of the sizes of letters, the largest of all and the largest that may not give way: smaller ones
    always have more room, and stand in the pairs.
    """
    return [
        Setting(size, text, Theme.CONTRAST_DARK, Typeface.OPEN_DYSLEXIC, Language.LONGER)
        for size, text in product((SMALL, TALL, WHITEBOARD), (LARGER, TEXT_SIZES[-1]))
    ]
