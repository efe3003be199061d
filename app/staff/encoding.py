"""Bytes of a class list to its text, whatever program of a school office wrote them."""

from __future__ import annotations

import codecs

LARGEST = 5_000_000
"""Bytes; a whole school of 450 with every column of the office is about 100,000."""

SAVE_AS = "open it in the spreadsheet program and save it as 'CSV UTF-8'"
_MARKS = (  # longest first: UTF-32's mark begins like UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "this is a workbook (.xlsx), not a CSV file"),
    (b"\xd0\xcf\x11\xe0", "this is a workbook (.xls), not a CSV file"),
    (b"%PDF", "this is a PDF, not a CSV file"),
    (b"{\\rtf", "this is a text document, not a CSV file"),
    (b"<", "this is a web page, not a CSV file"),
)


class Unreadable(ValueError):
    """The bytes are no class list; the text says the fault and the remedy."""


def text_of(data: bytes) -> str:
    """Return the text of a file, without a byte order mark.

    UTF-8, UTF-16 and UTF-32 by their mark; UTF-16 without one by its zero bytes; else UTF-8, or
    Windows-1252 where it is not. Raise ``Unreadable`` for anything else.
    """
    _refuse_other_files(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    return _unmarked(data)


def _refuse_other_files(data: bytes) -> None:
    if not data.strip():
        raise Unreadable("the file is empty; export the class list again")
    if len(data) > LARGEST:
        raise Unreadable("the file is larger than a class list can be (5 MB); is it the right one?")
    for start, fault in _OTHER_FILES:
        if data.lstrip()[: len(start)] == start:
            raise Unreadable(f"{fault}; {SAVE_AS}")


def _unmarked(data: bytes) -> str:
    start = data[:400]
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > half * 0.6:
        return _decoded(data, "utf-16-le")
    if start[0::2].count(0) > half * 0.6:
        return _decoded(data, "utf-16-be")
    if 0 in data:
        raise Unreadable(f"the file holds more than text; {SAVE_AS}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(data, "cp1252")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = _line_of(data[: fault.start], encoding)
        raise Unreadable(f"line {line} holds a letter that cannot be read; {SAVE_AS}") from fault


def _line_of(before: bytes, encoding: str) -> int:
    lines = before.decode(encoding, errors="ignore")
    return 1 + lines.replace("\r\n", "\n").replace("\r", "\n").count("\n")
