"""What a command prints, for a reader who may have had enough (``| head``)."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper

from app.domain.override import override


class LastingOutput(TextIOWrapper):
    """Standard output that lets a command finish its work, and say how it went, unread.

    A class list that is printed before it is kept would else not be kept.
    """

    @override
    def write(self, words: str, /) -> int:
        try:
            return super().write(words)
        except BrokenPipeError:
            self._print_to_nobody()
            return len(words)

    @override
    def flush(self) -> None:
        try:
            super().flush()
        except BrokenPipeError:
            self._print_to_nobody()

    def _print_to_nobody(self) -> None:
        nobody = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nobody, self.fileno())
        os.close(nobody)


@contextmanager
def outlasting_the_reader() -> Iterator[None]:
    """Put such an output in the place of standard output (there is none under pythonw)."""
    own = sys.stdout
    if not isinstance(own, TextIOWrapper):
        yield
        return
    output = LastingOutput(
        own.buffer, encoding=own.encoding, errors=own.errors, line_buffering=own.line_buffering
    )
    sys.stdout = output
    try:
        yield
    finally:
        output.flush()
        output.detach()
        sys.stdout = own
