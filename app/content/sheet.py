"""Opens one TOML file that somebody wrote by hand, and says in plain words why it cannot."""

from __future__ import annotations

import codecs
import tomllib
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from app.domain.problem import Problem

LARGEST = 256 * 1024
"""Bytes. The longest lesson anybody wrote has a tenth of this; more is no lesson."""

WHOLE = "the whole file"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file as read: its table, and a ``version`` (8 hex digits) that changes with its bytes."""

    table: dict[str, object]
    version: str


def read_sheet(path: Path, name: str) -> Sheet | Problem:
    """Return the file's table, or why there is none; ``name`` is the file's name in problems."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        return Problem(name, WHOLE, f"cannot be read ({reason}); check that it is there")
    if len(raw) > LARGEST:
        return Problem(name, WHOLE, f"is larger than {LARGEST // 1024} KiB; split it in two")
    text = _decode(raw, name)
    return text if isinstance(text, Problem) else _parse(text, version_of(raw), name)


def version_of(raw: bytes) -> str:
    """Return the short fingerprint of a file's bytes."""
    return blake2b(raw, digest_size=4).hexdigest()


def _decode(raw: bytes, name: str) -> str | Problem:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Problem(name, WHOLE, "is saved as UTF-16; save it as UTF-8")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return Problem(name, f"line {line}", "holds a letter that is not UTF-8; save it as UTF-8")


def _parse(text: str, version: str, name: str) -> Sheet | Problem:
    try:
        return Sheet(tomllib.loads(text), version)
    except RecursionError:
        return Problem(name, WHOLE, "holds lists within lists without end; write it flat")
    except ValueError as fault:
        # Besides its own error tomllib lets those of int() and datetime() through.
        said = str(fault)
        return Problem(name, _line_of(said, text), f"is not proper TOML: {_reason(said)}")


def _line_of(fault: str, text: str) -> str:
    _, _, place = fault.rpartition("(at ")
    if place.startswith("line "):
        return place.split(",")[0]
    return f"line {text.count(chr(10)) + 1}" if place.startswith("end of document") else WHOLE


def _reason(fault: str) -> str:
    """Return the fault without its place, and the remedy for the commonest of all."""
    reason, _, place = fault.rpartition(" (at ")
    text = reason or fault
    if "quote" in text or "Illegal character" in text or "end of document" in place:
        return f"{text}; look for a missing quotation mark or bracket"
    return text
