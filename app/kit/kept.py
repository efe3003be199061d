"""What was drawn once and is kept to be shown again: pictures and the grounds of cards."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtGui import QPixmap

from app.kit import style

_ROOM = 10 * 1024 * 1024
"""Bytes kept at a unit of 1; a larger window has larger pictures of the same things."""
_LITTLE = 1024 * 1024
"""Bytes kept once a page has come to rest: much of what the path and its places show fits in."""


class Kept:
    """Keeps drawn pixmaps by key, the least used going first."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._bytes = 0

    @property
    def size(self) -> int:
        """Bytes that all of it takes."""
        return self._bytes

    def get(self, key: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """Return what is kept under ``key``, drawn now if it is not there."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        drawn = self._found[key] = draw()
        self._bytes += _weight(drawn)
        self._keep(_ROOM)
        return drawn

    def shrink(self) -> None:
        """Let go of most: what showed last stays, what a lesson before it showed does not."""
        self._keep(_LITTLE)

    def clear(self) -> None:
        """Let everything go."""
        self._found.clear()
        self._bytes = 0

    def _keep(self, most: int) -> None:
        room = most * style.current().unit ** 2
        while self._bytes > room and len(self._found) > 1:
            self._bytes -= _weight(self._found.popitem(last=False)[1])


drawn = Kept()
"""The one of the running program."""


def _weight(drawn: QPixmap) -> int:
    return drawn.width() * drawn.height() * 4
