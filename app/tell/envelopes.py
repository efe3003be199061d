"""Envelopes made before a child presses: the slots of a sealed file need nothing of what it holds.

Sealing a key to each reader is the longest part of a press. The readers are known when the Tell
page opens, so it is done then. Each envelope is used once; in memory only, as all keys here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.tell.sealing import Envelope, Readers, envelope

Whom = tuple[tuple[bytes, ...], bytes]


class Envelopes:
    """Some envelopes for the readers that are expected."""

    def __init__(self) -> None:
        self._spare: dict[Whom, list[Envelope]] = {}

    def make(self, expected: Iterable[Readers]) -> None:
        """Have one for each that is expected; those for others are thrown away."""
        wanted = Counter(map(_whom, expected))
        kept = {whom: self._spare.get(whom, [])[:count] for whom, count in wanted.items()}
        for whom, count in wanted.items():
            readers = Readers(*whom)
            kept[whom] += [envelope(readers) for _ in range(count - len(kept[whom]))]
        self._spare = kept

    def take(self, readers: Readers) -> Envelope:
        """Return one, made now where none was expected."""
        spare = self._spare.get(_whom(readers))
        return spare.pop() if spare else envelope(readers)


def _whom(readers: Readers) -> Whom:
    return tuple(readers.keys), readers.escrow
