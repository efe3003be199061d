"""Names of children and classes: kept as typed, made safe to show, and compared with tolerance."""

from __future__ import annotations

import unicodedata

LONGEST = 100
"""More characters than this are a mistake in the file, not a name."""
SHOWN = 40
"""As many characters of a name are shown; longer ones are cut for display only."""

_JOINERS = "\u200c\u200d"  # needed to write some names in Persian and the scripts of India
_DROPPED = {"Cc", "Cf", "Cs"}  # controls, overrides of writing direction, halves of characters
_APOSTROPHES = str.maketrans("\u2019\u2018\u02bc\u00b4`", "'''''")
_DASHES = str.maketrans("\u2010\u2011\u2012\u2013", "----")
_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe"}
)


def clean(text: str) -> str:
    """Return a text as typed, composed (NFC), on one line, without characters nobody can see.

    Every run of white space becomes one space. What could reorder the words around it on the
    screen (overrides of writing direction) is dropped; letters of all scripts stay as they are.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = "".join(letter for letter in text if not _is_dropped(letter))
    return unicodedata.normalize("NFC", " ".join(seen.split()))


def fold(text: str) -> str:
    """Return the form in which two spellings of one name are the same: for comparing only.

    Zoë and ZOE, Łukasz and Lukasz, Mary-Jane and Mary Jane are the same.
    """
    plain = text.translate(_APOSTROPHES).translate(_DASHES).replace("-", " ").casefold()
    letters = unicodedata.normalize("NFKD", plain.translate(_STROKES))
    bare = "".join(one for one in letters if not unicodedata.combining(one) and one not in _JOINERS)
    return " ".join(bare.split()) or plain


def alike(one: str, other: str) -> bool:
    """Tell whether two first names may well be one child's: Sam and Samuel, Aminah and Amina.

    Never where they begin differently: that is no slip of the pen.
    """
    first, second = sorted((fold(one), fold(other)), key=len)
    if not first or first[0] != second[0]:
        return False
    # Imported here: only an import in doubt needs it, and the way to the first paint is short.
    from difflib import SequenceMatcher

    return second.startswith(first) or SequenceMatcher(None, first, second).ratio() >= 0.8


def initial_of(surname: str) -> str:
    """Return the first letter of a surname as a capital, with its accents; "" where it has none."""
    composed = clean(surname)
    start = next((at for at, letter in enumerate(composed) if letter.isalpha()), None)
    if start is None:
        return ""
    end = start + 1
    while end < len(composed) and _is_mark(composed[end]):
        end += 1
    initial = composed[start:end]
    capital = initial.upper()
    return capital if len(capital) == len(initial) else initial


def shown(text: str, limit: int = SHOWN) -> str:
    """Return a name cut to ``limit`` characters for display, never between a letter and its marks.

    A cut name ends in "…"; what is kept on the disk is never cut.
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 1 and (_is_mark(text[end]) or text[end - 1] in _JOINERS):
        end -= 1
    return text[:end].rstrip() + "…"


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M") or letter in _JOINERS


def _is_dropped(letter: str) -> bool:
    hidden = unicodedata.category(letter) in _DROPPED and letter not in _JOINERS
    return hidden and not letter.isspace()
