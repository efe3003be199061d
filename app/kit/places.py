"""How much room each kind of text has on the smallest page, in the largest letters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from app.domain.looks import TEXT_SIZES, Looks
from app.domain.override import override
from app.domain.ports import Fits
from app.domain.words import Slot, Words
from app.kit import style, wrapping
from app.kit.fonts import Role, font
from app.kit.measures import unit
from app.kit.style import Style

SMALLEST = (1024, 768)
"""The smallest window, in logical pixels."""


@dataclass(frozen=True, slots=True)
class Place:
    """Room for a text: its letters, the width in pixels and how many lines stand there."""

    role: Role
    width: int
    lines: int


PLACES = {
    Slot.TITLE: Place(Role.HEADING, 217, 3),
    Slot.TOLD: Place(Role.BODY, 430, 4),
    Slot.LINE: Place(Role.BODY, 700, 3),
    Slot.PROMPT: Place(Role.HEADING, 970, 2),
    Slot.OPTION: Place(Role.BODY, 290, 3),
    Slot.MESSAGE: Place(Role.BODY, 330, 4),
    Slot.CARD: Place(Role.BODY, 290, 3),
    Slot.BASKET: Place(Role.BUTTON, 398, 1),
    Slot.LABEL: Place(Role.BODY, 231, 2),
    Slot.PAGE: Place(Role.BODY, 380, 6),
    Slot.FEEDBACK: Place(Role.BODY, 877, 4),
    Slot.DEBRIEF: Place(Role.BODY, 369, 4),
}
"""As the pages lay their parts out at 1024x768 with letters of 150 %, where one side of a lesson
shows at a time. What is pressed gives way down to letters of 100 %; its place here is that much
larger. Three lines, or four messages, share a page."""


class SmallestPage(Fits):
    """Measures with the bundled letters; needs a ``QGuiApplication``."""

    def __init__(self) -> None:
        before = style.current()
        style.put_in_force(Style(Looks(text_size=TEXT_SIZES[-1]), unit(*SMALLEST)))
        self._rulers = {role: _Ruler(QFontMetrics(font(role))) for role in Role}
        style.put_in_force(before)

    @override
    def too_long(self, words: Words) -> bool:
        """Tell whether a text needs more lines than its place has, or a word more than a line."""
        place = PLACES.get(words.slot)
        if place is None:
            return False
        ruler = self._rulers[place.role]
        widths = [ruler.width(word) for word in words.text.split()]
        if max(widths, default=0) > place.width and ruler.breaks(words.text, place.width):
            return True
        return _lines(widths, ruler.width(" "), place.width) > place.lines


class _Ruler:
    """Measures each word once: a check meets thousands of texts, made of few words."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self._metrics = metrics
        self._known: dict[str, int] = {}

    def width(self, word: str) -> int:
        """Return a word's width in pixels."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._metrics.horizontalAdvance(word)
        return found

    def breaks(self, text: str, width: int) -> bool:
        """Tell whether a word would be broken where it has no hyphen."""
        return wrapping.widest_word(text, self._metrics) > width


def _lines(widths: list[int], space: int, room: int) -> int:
    """Return how many lines words of these widths take, each line filled as far as it goes."""
    lines, used = 1, -space
    for width in widths:
        if used + space + width > room:
            lines, used = lines + 1, -space
        used += space + width
    return lines
