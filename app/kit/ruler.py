"""Measures of letters, each text only once: layouts ask for the same words again and again."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics

_MOST = 4_000
"""Texts remembered of one font; a lesson and its quiz have some hundreds of words."""
_FONTS = 64
_TALL = 100_000


class Ruler(QFontMetrics):
    """The measures of one font, with those of texts remembered."""

    def __init__(self, font: QFont) -> None:
        super().__init__(font)
        self._widths: dict[str, int] = {}
        self._boxes: dict[tuple[str, int, int], QSize] = {}

    def width_of(self, text: str) -> int:
        """Return the width of a text on one line, in pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _MOST:
                self._widths.clear()
            found = self._widths[text] = self.horizontalAdvance(text)
        return found

    def box_of(self, text: str, width: int, flags: int) -> QSize:
        """Return the size of a text wrapped at ``width`` by Qt's text ``flags``, in pixels."""
        key = (text, width, flags)
        found = self._boxes.get(key)
        if found is None:
            if len(self._boxes) > _MOST:
                self._boxes.clear()
            room = QRect(0, 0, width, _TALL)
            found = self._boxes[key] = self.boundingRect(room, flags, text).size()
        return QSize(found)


_known: dict[str, Ruler] = {}


def ruler(font: QFont) -> Ruler:
    """Return the ruler of a font: the same one for the same letters."""
    key = font.key()
    if key not in _known:
        if len(_known) > _FONTS:
            _known.clear()
        _known[key] = Ruler(font)
    return _known[key]
