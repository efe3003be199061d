"""Measures of letters, each text only once: layouts ask for the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics

_MOST = 4_000
"""Texts remembered of one font; a lesson and its quiz have some hundreds of words."""
_FONTS = 64
_Asked = TypeVar("_Asked")
_Found = TypeVar("_Found")


class Ruler(QFontMetrics):
    """The measures of one font, with those of texts remembered."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self._widths: dict[str, int] = {}
        self._widest: dict[str, int] = {}
        self._boxes: dict[tuple[str, int], QSize] = {}

    def width_of(self, text: str) -> int:
        """Return the width of a text on one line, in pixels."""
        return _remembered(self._widths, text, lambda: self.horizontalAdvance(text))

    def widest_of(self, text: str, measure: Callable[[], int]) -> int:
        """Return the width of the widest word of a text, as measured when first asked."""
        return _remembered(self._widest, text, measure)

    def box_of(self, text: str, width: int, measure: Callable[[], QSize]) -> QSize:
        """Return the size of a text wrapped at ``width``, as measured when first asked."""
        return QSize(_remembered(self._boxes, (text, width), measure))


def _remembered(
    known: dict[_Asked, _Found], asked: _Asked, measure: Callable[[], _Found]
) -> _Found:
    found = known.get(asked)
    if found is None:
        if len(known) > _MOST:
            known.clear()
        found = known[asked] = measure()
    return found


_known: dict[str, Ruler] = {}


def ruler(font: QFont) -> Ruler:
    """Return the ruler of a font: the same one for the same letters."""
    key = font.key()
    if key not in _known:
        if len(_known) > _FONTS:
            _known.clear()
        _known[key] = Ruler(font)
    return _known[key]
